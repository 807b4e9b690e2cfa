// SPDX-License-Identifier: GPL-3.0-or-later
#include "Blobs.h"

#include "ArchiveTable.h"
#include "AuditTable.h"
#include "GrantTable.h"
#include "Random.h"
#include "Rights.h"
#include "RowInScope.h"
#include "RowWriter.h"
#include "Ticket.h"
#include "Tuning.h"

namespace comptoir::central::blobs {

namespace {

using base::Result;
using domain::Attachment;
using domain::AttachmentState;

tl::unexpected<Fault> notThere()
{
    return fault(404, QStringLiteral("not_found"), QStringLiteral("There is no such attachment."));
}

/// The attachment, where who asks may know of it.
Answer<Attachment> found(store::Db &db, const Session &session, const Address &address)
{
    const auto granted = GrantTable::isGranted(db, session.operatorId, address.scope);
    if (!granted) {
        return tl::unexpected<Fault>(granted.error());
    }
    if (!*granted || !mayRead(session.role, address.scope, domain::FieldsOf<Attachment>::kind)) {
        return notThere();
    }
    auto row = rowIn<Attachment>(db, address.scope, address.attachment.value);
    const auto ticket = rowIn<domain::Ticket>(db, address.scope, address.ticket.value);
    if (!row || !ticket) {
        return tl::unexpected<Fault>(row ? ticket.error() : row.error());
    }
    if (!*row || !*ticket || (*row)->entity.ticket != address.ticket) {
        return notThere();
    }
    if ((*row)->entity.state == AttachmentState::Erased) {
        return fault(410, QStringLiteral("erased"), QStringLiteral("This file was erased; it is not taken again."));
    }
    return std::move((*row)->entity);
}

/// The same for who sends bytes.
Answer<Attachment> toFill(store::Db &db, const Session &session, const Address &address)
{
    auto row = found(db, session, address);
    if (row && !mayPerform(session.role, domain::OpKind::TicketAttach)) {
        return fault(403, QStringLiteral("role"), QStringLiteral("The role does not permit this."));
    }
    return row;
}

Answer<State> stateOfRow(store::Db &db, const Address &address, const Attachment &row)
{
    if (row.state == AttachmentState::Stored) {
        return State{row.size, row.size, true};
    }
    const auto upload = BlobTable::upload(db, address.scope, address.attachment);
    if (!upload) {
        return tl::unexpected<Fault>(upload.error());
    }
    return State{row.size, *upload ? (*upload)->received : 0, false};
}

tl::unexpected<Fault> elsewhere(const State &state)
{
    Fault out(409, QStringLiteral("offset"), QStringLiteral("The service stands at another byte; go on from there."));
    out.problem.extensions.emplace(QStringLiteral("offset"), state.received);
    return tl::unexpected<Fault>(std::move(out));
}

/// What is wrong with the part by itself.
std::optional<Fault> faultOf(const State &state, const Sent &sent)
{
    const qint64 end = sent.offset + sent.bytes.size();
    if (sent.bytes.size() > domain::kMostPieceBytes) {
        return Fault(413, QStringLiteral("piece"), QStringLiteral("Send at most %1 bytes at a time.").arg(domain::kMostPieceBytes));
    }
    if (end > state.size) {
        return Fault(413, QStringLiteral("size"), QStringLiteral("The file was announced with %1 bytes.").arg(state.size));
    }
    if (end < state.size && sent.bytes.size() < domain::kLeastPieceBytes) {
        return Fault(400, QStringLiteral("piece"), QStringLiteral("Send at least %1 bytes at a time.").arg(domain::kLeastPieceBytes));
    }
    return std::nullopt;
}

/// Room for the whole file, before its first byte is taken.
Answer<> begun(store::Db &db, const Address &address, qint64 size, const Taking &taking)
{
    const auto used = BlobTable::usedBy(db, address.scope);
    if (!used) {
        return tl::unexpected<Fault>(used.error());
    }
    if (*used + size > taking.quota) {
        return fault(507, QStringLiteral("quota"), QStringLiteral("There is no room left for the files of this organisation."));
    }
    const BlobTable::Upload upload{BlobTable::BlobId::fromName(taking.random.bytes(16)), size, 0};
    const auto done = BlobTable::begin(db, address.scope, address.attachment, upload, taking.nowMs);
    return done ? Answer<>() : tl::unexpected<Fault>(done.error());
}

Result<> note(store::Db &db, const Session &session, const Address &address, const QString &action, qint64 nowMs)
{
    return AuditTable::chainOf(db, address.scope).and_then([&](domain::ScopeId chain) {
        // Of a restricted part's organisation who works in it may see nothing.
        const domain::ScopeId seen = chain == address.scope ? chain : domain::ScopeId{};
        return AuditTable::append(db, {nowMs, session.operatorId, action, address.attachment.toString(), address.ticket.toString(), seen});
    });
}

} // namespace

Answer<State> stateOf(store::Db &db, const Session &session, const Address &address)
{
    return found(db, session, address).and_then([&](const Attachment &row) { return stateOfRow(db, address, row); });
}

Answer<State> take(store::Db &db, const Session &session, const Address &address, const Sent &sent, const Taking &taking)
{
    const auto row = toFill(db, session, address);
    auto state = row ? stateOfRow(db, address, *row) : tl::unexpected(row.error());
    if (!state || (state->received == state->size && sent.offset == state->size && sent.bytes.isEmpty())) {
        return state;
    }
    if (sent.offset < 0) {
        return fault(400, QStringLiteral("offset"), QStringLiteral("Upload-Offset is to say where the bytes begin."));
    }
    if (state->stored || state->received != sent.offset) {
        return elsewhere(*state);
    }
    if (auto wrong = faultOf(*state, sent)) {
        return tl::unexpected(std::move(*wrong));
    }
    if (sent.offset == 0) {
        if (auto room = begun(db, address, state->size, taking); !room) {
            return tl::unexpected(room.error());
        }
    }
    const auto appended = BlobTable::append(db, address.scope, address.attachment, sent.offset, sent.bytes, taking.nowMs);
    if (!appended) {
        return tl::unexpected<Fault>(appended.error());
    }
    if (!*appended) {
        state = stateOfRow(db, address, *row);
        return state ? Answer<State>(elsewhere(*state)) : state;
    }
    state->received += sent.bytes.size();
    return state;
}

Answer<std::optional<Check>> toCheck(store::Db &db, const Session &session, const Address &address)
{
    return toFill(db, session, address).and_then([&](const Attachment &row) -> Answer<std::optional<Check>> {
        const auto upload = BlobTable::upload(db, address.scope, address.attachment);
        if (!upload) {
            return tl::unexpected<Fault>(upload.error());
        }
        if (row.state == AttachmentState::Stored || !*upload || (*upload)->received != row.size) {
            return std::optional<Check>();
        }
        return std::optional(Check{(*upload)->blob, row.size, 0, {}});
    });
}

Result<QByteArray> nextOf(store::Db &db, domain::ScopeId scope, const Check &check)
{
    return BlobTable::pieces(db, scope, check.blob, check.read, std::min(check.size, check.read + kCheckedAtOnce))
        .map([&](const std::vector<BlobTable::Piece> &pieces) {
            QByteArray out;
            for (const BlobTable::Piece &piece : pieces) {
                out += piece.bytes.mid(std::max<qint64>(0, check.read + out.size() - piece.place));
            }
            return out;
        });
}

Answer<Settled> settle(store::Db &db, const Session &session, const Address &address, const Check &check, const QByteArray &digest,
                       qint64 nowMs)
{
    if (const auto held = ScopeTable::lock(db, address.scope); !held) {
        return tl::unexpected<Fault>(held.error());
    }
    auto row = toFill(db, session, address);
    if (!row) {
        return tl::unexpected(row.error());
    }
    const auto upload = BlobTable::upload(db, address.scope, address.attachment);
    if (!upload) {
        return tl::unexpected<Fault>(upload.error());
    }
    if (row->state == AttachmentState::Stored || !*upload || (*upload)->blob != check.blob) {
        return stateOfRow(db, address, *row).map([](const State &state) { return Settled{state, {}, {}}; });
    }
    if (QString::fromLatin1(digest.toHex()) != row->sha256) {
        const auto done = BlobTable::drop(db, address.scope, address.attachment).and_then([&] {
            return note(db, session, address, QStringLiteral("attachment_refused"), nowMs);
        });
        Fault told(422, QStringLiteral("content"), QStringLiteral("The bytes are not those that were announced; they were dropped."));
        return done ? Answer<Settled>(Settled{{row->size, 0, false}, {}, std::move(told)}) : tl::unexpected<Fault>(done.error());
    }
    row->state = AttachmentState::Stored;
    row->mediaType = domain::mediaTypeOf(check.head);
    RowWriter rows(db, address.scope);
    const auto seq = BlobTable::keep(db, address.scope, address.attachment, **upload, row->sha256)
                         .and_then([&] { return note(db, session, address, QStringLiteral("attachment_stored"), nowMs); })
                         .and_then([&] { return ScopeTable::lock(db, address.scope); })
                         .and_then([&] { return ArchiveTable::bringBack(rows, address.ticket); })
                         .and_then([&](bool) { return rows.put(*row); });
    if (!seq) {
        return tl::unexpected<Fault>(seq.error());
    }
    return Settled{{row->size, row->size, true}, {{address.scope, *seq}}, {}};
}

Answer<Part> read(store::Db &db, const Session &session, const Address &address, qint64 from, qint64 most)
{
    const auto row = found(db, session, address);
    if (!row) {
        return tl::unexpected(row.error());
    }
    const auto blob = row->state == AttachmentState::Stored ? BlobTable::find(db, address.scope, row->sha256)
                                                            : Result<std::optional<BlobTable::BlobId>>(std::nullopt);
    if (!blob) {
        return tl::unexpected<Fault>(blob.error());
    }
    if (!*blob) {
        return fault(404, QStringLiteral("not_stored"), QStringLiteral("The service does not have this file yet."));
    }
    if (from < 0 || from >= row->size) {
        Fault out(416, QStringLiteral("range"), QStringLiteral("The file has %1 bytes.").arg(row->size));
        out.problem.extensions.emplace(QStringLiteral("size"), row->size);
        return tl::unexpected<Fault>(std::move(out));
    }
    const qint64 to = std::min(row->size, from + std::clamp<qint64>(most, 1, domain::kMostPieceBytes));
    const auto pieces = BlobTable::pieces(db, address.scope, **blob, from, to);
    if (!pieces) {
        return tl::unexpected<Fault>(pieces.error());
    }
    Part out{row->size, from, {}};
    for (const BlobTable::Piece &piece : *pieces) {
        const qint64 begin = std::max<qint64>(0, from - piece.place);
        out.bytes += piece.bytes.mid(begin, to - piece.place - begin);
    }
    if (out.bytes.size() != to - from) {
        return tl::unexpected<Fault>(
            base::Error{base::Error::Kind::Corrupt, QStringLiteral("pieces of %1 are missing").arg(address.attachment.toString())});
    }
    return out;
}

Result<> noteRead(store::Db &db, const Session &session, const Address &address, qint64 nowMs)
{
    return note(db, session, address, QStringLiteral("attachment_read"), nowMs);
}

} // namespace comptoir::central::blobs
