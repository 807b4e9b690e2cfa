// SPDX-License-Identifier: GPL-3.0-or-later
#include "Redraft.h"

#include "Apply.h"
#include "DraftTable.h"
#include "Meaning.h"
#include "NoticeTable.h"
#include "Outstanding.h"
#include "PayloadCodec.h"
#include "SettingTable.h"

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

std::optional<domain::Payload> payloadOf(const Notice &row)
{
    const auto kind = domain::fromCode<domain::OpKind>(QString::fromUtf8(row.kind));
    auto payload = kind ? wire::decodePayload(*kind, row.version, row.payload) : base::fail(base::Error::Kind::Invalid, {});
    return payload ? std::optional(std::move(*payload)) : std::nullopt;
}

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
    ticket.openedMs = opening->madeMs;
    return Notices{std::move(*rows), std::move(ticket)};
}

/// The field or the tags that `row` set; nothing where it is of another kind or does not hold.
std::optional<Ticket> setBy(const Notice &row, const Ticket &ticket)
{
    auto payload = payloadOf(row);
    if (!payload || !(std::holds_alternative<domain::TicketEdit>(*payload) || std::holds_alternative<domain::TicketTag>(*payload))) {
        return {};
    }
    domain::Operation op;
    op.id = row.op;
    op.scope = ticket.scope;
    op.entity = row.entity;
    op.payload = std::move(*payload);
    auto outcome = domain::apply(op, std::optional(ticket), domain::ApplyContext{});
    return outcome ? std::optional(std::move(outcome->state)) : std::nullopt;
}

void append(Ticket &ticket, const QString &text)
{
    if (!text.isEmpty()) {
        ticket.description += (ticket.description.isEmpty() ? QString() : QStringLiteral("\n\n")) + text;
    }
}

/// A note half written beside it comes along; it stands nowhere else then.
Result<> takeKeptText(store::Db &db, domain::TicketId refused, Ticket &ticket, qint64 nowMs)
{
    return store::KeptTextTable::find(db, refused).and_then([&](const QString &text) {
        append(ticket, text);
        return store::KeptTextTable::put(db, refused, {}, nowMs);
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

Ticket writtenOf(const Notices &notices)
{
    Ticket ticket = notices.opened;
    for (const Notice &row : notices.rows) {
        if (opens(row)) {
            continue;
        }
        if (auto set = setBy(row, ticket)) {
            ticket = std::move(*set);
        } else {
            append(ticket, meaningOf(row));
        }
    }
    ticket.versions = {};
    return ticket;
}

} // namespace

Result<Ticket> refusedTicket(store::Db &db, domain::TicketId refused)
{
    return noticesOf(db, refused).map([](const Notices &notices) { return notices.opened; });
}

Result<Draft> redraft(store::Db &db, domain::TicketId refused, const base::Uuid &anew, qint64 nowMs)
{
    const auto notices = noticesOf(db, refused);
    if (!notices) {
        return tl::unexpected(notices.error());
    }
    Draft draft{anew, writtenOf(*notices), nowMs};
    draft.ticket.id = {};
    for (const Notice &row : notices->rows) {
        const bool taken = opens(row) && refusalOf(row).field == u"number";
        if (auto numbered = taken ? renumber(db, draft.ticket) : Result<>(); !numbered) {
            return tl::unexpected(numbered.error());
        }
        if (auto gone = store::NoticeTable::dismiss(db, row.op); !gone) {
            return tl::unexpected(gone.error());
        }
    }
    return takeKeptText(db, refused, draft.ticket, nowMs)
        .and_then([&] {
            return store::DraftTable::put(db, {draft.id, draft.ticket, draft.savedMs});
        })
        .map([&] { return draft; });
}

} // namespace comptoir::desk
