// SPDX-License-Identifier: GPL-3.0-or-later
#include "TicketReading.h"

#include "AssetTable.h"
#include "History.h"
#include "Insist.h"
#include "Meaning.h"
#include "Outstanding.h"
#include "Redraft.h"
#include "TicketTable.h"
#include "TimelineTable.h"

namespace comptoir::desk {

using base::Error;
using base::Result;

namespace {

constexpr int kMostChildren = 200;
constexpr int kMostRefused = 100;

using Stored = store::TicketTable::Stored;

Result<Stored> readStored(store::Db &db, domain::TicketId id)
{
    return store::TicketTable::findToShow(db, id.value).and_then([](std::optional<Stored> found) -> Result<Stored> {
        if (!found) {
            return base::fail(Error::Kind::NotFound, QStringLiteral("the ticket is not here"));
        }
        return std::move(*found);
    });
}

Result<> readHistory(store::Db &db, domain::OperatorId me, TicketPage &page)
{
    auto entries = store::TimelineTable::of(db, page.ticket.id);
    if (!entries) {
        return tl::unexpected(entries.error());
    }
    std::vector<OrderedEntry> byTime;
    byTime.reserve(entries->size());
    for (auto &stored : *entries) {
        byTime.push_back({std::move(stored.entity), stored.seq});
    }
    page.lost = lostBy(me, byTime);
    page.timeline = historyOf(std::move(byTime));
    return {};
}

Result<> readStanding(store::Db &db, TicketPage &page)
{
    const auto shown = store::Outstanding::shownOn(db, page.ticket.id.value);
    if (!shown) {
        return tl::unexpected(shown.error());
    }
    page.pending = *shown;
    const auto notices = store::Outstanding::noticesOf(db, page.ticket.id.value, kMostRefused);
    if (!notices) {
        return tl::unexpected(notices.error());
    }
    for (const auto &row : *notices) {
        TicketPage::Refused refused{row.op, QString::fromUtf8(row.kind), meaningOf(row), refusalOf(row), valueOf(row)};
        const auto standing = store::TimelineTable::findToShow(db, refused.refusal.setBy.value);
        if (!standing) {
            return tl::unexpected(standing.error());
        }
        if (*standing) {
            refused.who = (*standing)->entity.actorName;
            refused.atMs = (*standing)->entity.atMs;
        }
        refused.again = !page.unopened && canInsist(row);
        refused.chosen = choicesOf(row);
        page.refused.push_back(std::move(refused));
    }
    return {};
}

Result<> readFamily(store::Db &db, TicketPage &page)
{
    const auto children = store::TicketTable::childrenOf(db, page.ticket.id, kMostChildren);
    if (!children) {
        return tl::unexpected(children.error());
    }
    page.children = cardTicketsOf(*children);
    if (page.ticket.parent) {
        const auto parent = store::TicketTable::findToShow(db, page.ticket.parent.value);
        if (!parent) {
            return tl::unexpected(parent.error());
        }
        if (*parent) {
            page.parent = cardTicketOf((*parent)->entity);
        }
    }
    return {};
}

Result<> readAssets(store::Db &db, TicketPage &page)
{
    if (page.ticket.asset) {
        const auto asset = store::AssetTable::findToShow(db, page.ticket.asset.value);
        if (!asset) {
            return tl::unexpected(asset.error());
        }
        if (*asset) {
            page.asset = (*asset)->entity;
        }
    }
    if (page.ticket.requester) {
        auto assets = store::AssetTable::usedBy(db, page.ticket.requester);
        if (!assets) {
            return tl::unexpected(assets.error());
        }
        page.requesterAssets = std::move(*assets);
    }
    return {};
}

} // namespace

CardTicket cardTicketOf(const domain::Ticket &ticket)
{
    return {ticket.id, ticket.number, ticket.summary, ticket.state, ticket.openedMs};
}

std::vector<CardTicket> cardTicketsOf(const std::vector<domain::Ticket> &tickets)
{
    std::vector<CardTicket> out;
    out.reserve(tickets.size());
    std::transform(tickets.begin(), tickets.end(), std::back_inserter(out), cardTicketOf);
    return out;
}

Result<domain::Ticket> readTicket(store::Db &db, domain::TicketId id)
{
    return readStored(db, id).map([](Stored found) { return std::move(found.entity); });
}

Result<TicketPage> readTicketPage(store::Db &db, domain::TicketId id, domain::OperatorId me)
{
    TicketPage page;
    auto ticket = readStored(db, id).map([&](Stored found) {
        page.unknown = std::move(found.unknown);
        return std::move(found.entity);
    });
    if (!ticket && ticket.error().kind == Error::Kind::NotFound) {
        ticket = refusedTicket(db, id);
        page.unopened = ticket.has_value();
    }
    return std::move(ticket).and_then([&](domain::Ticket found) {
        page.ticket = std::move(found);
        return readHistory(db, me, page)
            .and_then([&] { return readStanding(db, page); })
            .and_then([&] { return readFamily(db, page); })
            .and_then([&] { return readAssets(db, page); })
            .map([&] { return std::move(page); });
    });
}

} // namespace comptoir::desk
