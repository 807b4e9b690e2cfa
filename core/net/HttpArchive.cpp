// SPDX-License-Identifier: GPL-3.0-or-later
#include "HttpArchive.h"

#include "ArchiveMessages.h"
#include "ChangesMessages.h"
#include "EntityRows.h"
#include "OpMessage.h"
#include "Then.h"
#include "Transport.h"

namespace comptoir::net {

using base::Error;
using base::fail;
using base::Result;
using sync::Response;

namespace {

/// What a question of somebody who waits may bring, unpacked: it is read where the window lives.
constexpr qsizetype kMostArchiveBytes = 8 * 1024 * 1024;

/// What a status that brings nothing means.
tl::unexpected<Error> withoutAnswer(int code)
{
    const QString status = QStringLiteral("the service answered %1").arg(code);
    switch (code) {
    case 401: return fail(Error::Kind::Auth, status);
    case 403: return fail(Error::Kind::Forbidden, status);
    case 404: return fail(Error::Kind::NotFound, status);
    case 429:
    case 502:
    case 503:
    case 504: return fail(Error::Kind::Busy, status);
    default: return fail(Error::Kind::Protocol, status);
    }
}

Result<wire::ChangesReply> toldBy(const Result<Response> &answer)
{
    if (!answer) {
        return tl::unexpected(answer.error());
    }
    if (answer->status != 200) {
        return withoutAnswer(answer->status);
    }
    if (answer->body.size() > kMostArchiveBytes) {
        return fail(Error::Kind::Protocol, QStringLiteral("the answer is too large"));
    }
    auto reply = wire::ChangesReply::decode(answer->body);
    return reply ? std::move(reply) : fail(Error::Kind::Protocol, reply.error().message);
}

/// The rows of a kind, each with its seq; Protocol where one is of another scope than its page says.
template <class T, class Take>
Result<> archiveRows(const wire::ScopePage &page, Take take)
{
    for (const wire::RowTable &table : page.tables) {
        if (table.name != domain::FieldsOf<T>::kind) {
            continue;
        }
        for (std::size_t at = 0; at < table.rowCount; ++at) {
            auto row = wire::readRow<T>(table, at);
            if (!row) {
                return fail(Error::Kind::Protocol, row.error().message);
            }
            if (row->scope != page.scope || !take(std::move(*row), table.seq(at))) {
                return fail(Error::Kind::Protocol, QStringLiteral("the service told of something else"));
            }
        }
    }
    return {};
}

Result<std::vector<domain::Ticket>> ticketsIn(const wire::ChangesReply &reply)
{
    std::vector<domain::Ticket> out;
    for (const wire::ScopePage &page : reply.pages) {
        const auto read = archiveRows<domain::Ticket>(page, [&](domain::Ticket ticket, qint64) {
            out.push_back(std::move(ticket));
            return true;
        });
        if (!read) {
            return tl::unexpected(read.error());
        }
    }
    return out;
}

Result<desk::ArchivedTicket> ticketIn(const wire::ChangesReply &reply, domain::ScopeId scope, domain::TicketId id)
{
    if (reply.pages.size() != 1 || reply.pages.front().scope != scope) {
        return fail(Error::Kind::Protocol, QStringLiteral("the service told of something else"));
    }
    const wire::ScopePage &page = reply.pages.front();
    desk::ArchivedTicket out;
    return archiveRows<domain::Ticket>(page,
                                       [&](domain::Ticket ticket, qint64) {
                                           const bool asked = ticket.id == id && out.ticket.id.isNull();
                                           out.ticket = std::move(ticket);
                                           return asked;
                                       })
        .and_then([&] {
            return archiveRows<domain::TimelineEntry>(page, [&](domain::TimelineEntry entry, qint64 seq) {
                const bool asked = entry.ticket == id;
                out.timeline.push_back({std::move(entry), seq});
                return asked;
            });
        })
        .and_then([&] {
            return archiveRows<domain::Attachment>(page, [&](domain::Attachment file, qint64) {
                const bool asked = file.ticket == id;
                out.files.push_back(std::move(file));
                return asked;
            });
        })
        .and_then([&]() -> Result<desk::ArchivedTicket> {
            if (out.ticket.id.isNull()) {
                return fail(Error::Kind::Protocol, QStringLiteral("the service told nothing of the ticket"));
            }
            return std::move(out);
        });
}

/// What came of a file from `at` on. A way that does not know parts sends it all, which is taken where nothing came before.
Result<QByteArray> pieceIn(const Result<Response> &answer, qint64 at)
{
    if (!answer) {
        // Full is a disk's word.
        return answer.error().kind == Error::Kind::Full ? fail(Error::Kind::Protocol, answer.error().message)
                                                        : tl::unexpected(answer.error());
    }
    if (answer->status == 409 || answer->status == 410) {
        return fail(Error::Kind::NotFound, QStringLiteral("the service answered %1").arg(answer->status));
    }
    if (answer->status != 206 && (answer->status != 200 || at > 0)) {
        return withoutAnswer(answer->status);
    }
    const qint64 most = answer->status == 206 ? domain::kMostPieceBytes : domain::kMostAttachmentBytes;
    if (answer->body.size() > most) {
        return fail(Error::Kind::Protocol, QStringLiteral("the answer is too large"));
    }
    return answer->body;
}

} // namespace

QFuture<Result<std::vector<domain::Ticket>>> HttpArchive::search(const QString &text, int limit)
{
    const sync::Request request{"POST", QStringLiteral("/v1/archive/search"), wire::ArchiveSearch{text, limit, {}}.encode()};
    return base::then(m_transport.send(request), &m_context, [](const Result<Response> &answer) -> Result<std::vector<domain::Ticket>> {
        return toldBy(answer).and_then(ticketsIn);
    });
}

QFuture<Result<desk::ArchivedTicket>> HttpArchive::ticket(domain::ScopeId scope, domain::TicketId id)
{
    const sync::Request request{"GET", QString::fromLatin1(wire::archivePath(scope, id)), {}};
    return base::then(m_transport.send(request), &m_context, [scope, id](const Result<Response> &answer) -> Result<desk::ArchivedTicket> {
        return toldBy(answer).and_then([&](const wire::ChangesReply &reply) { return ticketIn(reply, scope, id); });
    });
}

QFuture<Result<QByteArray>> HttpArchive::piece(domain::ScopeId scope, domain::TicketId ticket, domain::AttachmentId file, qint64 at)
{
    const QString path = QStringLiteral("/v1/blobs/%1/%2/%3")
                             .arg(QString::fromLatin1(wire::scopeText(scope)), ticket.toString(), file.toString());
    const QByteArray range = "bytes=" + QByteArray::number(at) + '-' + QByteArray::number(at + domain::kMostPieceBytes - 1);
    return base::then(m_transport.send({"GET", path, {}, true, {{"Range", range}}}), &m_context,
                      [at](const Result<Response> &answer) { return pieceIn(answer, at); });
}

} // namespace comptoir::net
