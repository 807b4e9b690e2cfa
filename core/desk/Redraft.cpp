// SPDX-License-Identifier: GPL-3.0-or-later
#include "Redraft.h"

#include "AnswerTexts.h"
#include "Apply.h"
#include "CursorTable.h"
#include "DraftTable.h"
#include "Meaning.h"
#include "NoticeTable.h"
#include "Outstanding.h"
#include "PayloadCodec.h"
#include "Refusals.h"
#include "SettingTable.h"
#include "Successors.h"
#include "TicketTable.h"

#include <limits>

namespace comptoir::desk {

using base::Result;
using domain::Ticket;
using Notice = store::Outstanding::Row;

namespace {

struct Notices
{
    std::vector<Notice> rows;
    Ticket opened;
};

bool opens(const Notice &row)
{
    return domain::fromCode<domain::OpKind>(QString::fromUtf8(row.kind)) == domain::OpKind::TicketOpen;
}

Result<Notices> noticesOf(store::Db &db, domain::TicketId refused)
{
    auto rows = store::Outstanding::noticesOf(db, refused.value, std::numeric_limits<int>::max());
    if (!rows) {
        return tl::unexpected(rows.error());
    }
    const auto opening = std::find_if(rows->begin(), rows->end(), opens);
    const auto payload = opening == rows->end() ? std::nullopt : payloadOf(*opening);
    const auto *open = payload ? std::get_if<domain::TicketOpen>(&*payload) : nullptr;
    if (!open) {
        return base::fail(base::Error::Kind::NotFound, QStringLiteral("the opening of this ticket was not refused"));
    }
    Ticket ticket = open->ticket;
    ticket.id = refused;
    ticket.scope = opening->scope; // a restricted one stays so
    ticket.openedMs = opening->madeMs;
    return Notices{std::move(*rows), std::move(ticket)};
}

/// Whether all that such an operation says is in the ticket it makes; of others the words stand in the history alone.
bool showsWhole(domain::OpKind kind)
{
    using enum domain::OpKind;
    return kind == TicketEdit || kind == TicketTag || kind == TicketClaim || kind == TicketResume || kind == TicketResolve
        || kind == TicketClose || kind == TicketLink;
}

bool changesTicket(domain::OpKind kind)
{
    using enum domain::OpKind;
    return showsWhole(kind) || kind == TicketAssign || kind == TicketWait || kind == TicketReopen || kind == TicketCancel;
}

struct Made
{
    Ticket ticket;
    bool whole = false; ///< no word of it stands elsewhere
};

/// What `row` made of the ticket; nothing where it is of another kind or does not hold.
std::optional<Made> madeBy(const Notice &row, const Acting &acting, const Ticket &ticket)
{
    auto payload = payloadOf(row);
    const auto kind = domain::fromCode<domain::OpKind>(QString::fromUtf8(row.kind));
    if (!payload || !changesTicket(*kind)) {
        return {};
    }
    domain::Operation op;
    op.id = row.op;
    op.scope = ticket.scope;
    op.entity = row.entity;
    op.payload = std::move(*payload);
    domain::ApplyContext context;
    context.actor = acting.id;
    context.actorName = acting.name;
    context.atMs = row.madeMs;
    context.mayDeclareMajor = acting.supervises;
    auto outcome = domain::apply(op, std::optional(ticket), context);
    return outcome ? std::optional(Made{std::move(outcome->state), showsWhole(*kind)}) : std::nullopt;
}

void append(Ticket &ticket, const QString &text)
{
    if (!text.isEmpty()) {
        ticket.description += (ticket.description.isEmpty() ? QString() : QStringLiteral("\n\n")) + text;
    }
}

/// A note half written beside it and what stands half written in its questions come along; they stand nowhere else then.
Result<> takeKeptTexts(store::Db &db, domain::TicketId refused, Ticket &ticket, qint64 nowMs)
{
    return store::KeptTextTable::find(db, refused).and_then([&](const QString &text) {
        append(ticket, text);
        return store::KeptTextTable::put(db, refused, {}, nowMs)
            .and_then([&] { return takeAnswers(db, refused, nowMs); })
            .map([&](const AnswerTexts &answers) {
                for (const QString &answer : answers) {
                    append(ticket, answer);
                }
            });
    });
}

/// The number told to the caller stays readable.
Result<> renumber(store::Db &db, Ticket &ticket)
{
    return store::DeviceTable::reserve(db).map([&](const domain::TicketNumber &number) {
        append(ticket, QString(ticket.number + QStringLiteral(" → ") + number.toString()));
        ticket.number = number.toString();
    });
}

Ticket writtenOf(const Notices &notices, const Acting &acting)
{
    Ticket ticket = notices.opened;
    for (const Notice &row : notices.rows) {
        if (opens(row) || row.kind == "ticket.attach") {
            continue; // a file goes along by itself
        }
        auto made = madeBy(row, acting, ticket);
        if (made) {
            ticket = std::move(made->ticket);
        }
        if (!made || !made->whole) {
            append(ticket, meaningOf(row));
        }
    }
    ticket.versions = {};
    return ticket;
}

/// Whether `number` is, or may still prove to be, that of an own ticket that was refused in this scope and had been accepted after all: it
/// is in the copy, or the copy of the scope, granted anew, is not here whole. Otherwise it is somebody else's.
Result<bool> mayBeOwn(store::Db &db, const Notice &refused, const Ticket &ticket)
{
    const auto openings = store::NoticeTable::ofKind(db, QByteArrayLiteral("ticket.open"));
    const auto standing = store::TicketTable::withNumber(db, ticket.number);
    const domain::ScopeId scope = ticket.scope;
    const auto cursor = store::CursorTable::find(db, scope);
    if (!openings || !standing || !cursor) {
        return tl::unexpected(!openings ? openings.error() : !standing ? standing.error() : cursor.error());
    }
    return std::any_of(openings->begin(), openings->end(), [&](const store::Notice &one) {
        const auto payload = wire::decodePayload(domain::OpKind::TicketOpen, one.version, one.payload);
        const auto *open = payload ? std::get_if<domain::TicketOpen>(&*payload) : nullptr;
        if (!open || one.op == refused.op || open->ticket.number != ticket.number) {
            return false;
        }
        const bool fetching = !*cursor || !(*cursor)->complete;
        return *standing ? standing->value == one.op.value : fetching && one.scope == scope;
    });
}

Result<> renumberIfTaken(store::Db &db, const Notice &opening, Ticket &ticket)
{
    if (refusalOf(opening).field != u"number") {
        return {};
    }
    return mayBeOwn(db, opening, ticket).and_then([&](bool own) { return own ? Result<>() : renumber(db, ticket); });
}

} // namespace

Result<Ticket> refusedTicket(store::Db &db, domain::TicketId refused)
{
    return noticesOf(db, refused).map([](const Notices &notices) { return notices.opened; });
}

Result<Draft> redraft(store::Db &db, const Acting &acting, domain::TicketId refused, const base::Uuid &anew, const FileIds &files)
{
    const qint64 nowMs = acting.when.wallMs;
    const auto notices = noticesOf(db, refused);
    if (!notices) {
        return tl::unexpected(notices.error());
    }
    // A call tried again before may name it already by the id it will have.
    const auto named = successorOf(db, refused.value);
    if (!named) {
        return tl::unexpected(named.error());
    }
    Draft draft{*named == refused.value ? anew : *named, writtenOf(*notices, acting), nowMs};
    draft.ticket.id = {};
    draft.damaged = std::any_of(notices->rows.begin(), notices->rows.end(),
                                [](const Notice &row) { return domain::isDamagedHere(refusalOf(row)); });
    if (auto noted = noteSuccessor(db, refused.value, draft.id); !noted) {
        return tl::unexpected(noted.error());
    }
    for (const Notice &row : notices->rows) {
        if (auto numbered = opens(row) ? renumberIfTaken(db, row, draft.ticket) : Result<>(); !numbered) {
            return tl::unexpected(numbered.error());
        }
        if (auto gone = store::NoticeTable::dismiss(db, row.op); !gone) {
            return tl::unexpected(gone.error());
        }
    }
    return takeKeptTexts(db, refused, draft.ticket, nowMs)
        .and_then([&] { return keepAgain(db, refused, domain::TicketId{draft.id}, files); })
        .and_then([&] {
            return store::DraftTable::put(db, {draft.id, draft.ticket, draft.savedMs, draft.damaged});
        })
        .map([&] { return draft; });
}

} // namespace comptoir::desk
