// SPDX-License-Identifier: GPL-3.0-or-later
#include "Archive.h"

#include "ArchiveSaving.h"
#include "ArchiveSource.h"
#include "Clock.h"
#include "History.h"
#include "Then.h"
#include "TicketNumber.h"

#include <QObject>

#include <algorithm>

namespace comptoir::desk {

using base::Result;

namespace {

constexpr qsizetype kMostAsked = 200;

bool isNumberOf(const domain::Ticket &ticket, const QString &typed)
{
    const auto ours = domain::TicketNumber::fromString(typed);
    const QString number = ours ? ours->toString() : typed;
    return ticket.number.compare(number, Qt::CaseInsensitive) == 0 || ticket.aliases.list.contains(number, Qt::CaseInsensitive);
}

ArchivePage archivePageOf(ArchivedTicket told, qint64 nowMs)
{
    ArchivePage out;
    out.readMs = nowMs;
    out.page.ticket = std::move(told.ticket);
    const auto earlier = [](const auto &a, const auto &b) { return std::pair(a.entry.atMs, a.seq) < std::pair(b.entry.atMs, b.seq); };
    std::sort(told.timeline.begin(), told.timeline.end(), earlier);
    std::vector<OrderedEntry> byTime;
    for (ArchivedTicket::Line &line : told.timeline) {
        byTime.push_back({std::move(line.entry), line.seq});
    }
    out.page.timeline = historyOf(std::move(byTime));
    std::stable_sort(told.files.begin(), told.files.end(), [](const auto &a, const auto &b) { return a.atMs < b.atMs; });
    std::transform(told.files.begin(), told.files.end(), std::back_inserter(out.files),
                   [](const domain::Attachment &file) { return attachmentLineOf(file, {}); });
    return out;
}

std::vector<ArchiveHit> archiveHitsOf(std::vector<domain::Ticket> tickets, const QString &typed, int limit)
{
    const auto rank = [&](const domain::Ticket &one) { return std::tuple(!isNumberOf(one, typed), -one.closedMs, one.number); };
    std::sort(tickets.begin(), tickets.end(), [&](const auto &a, const auto &b) { return rank(a) < rank(b); });
    std::vector<ArchiveHit> out;
    for (const domain::Ticket &ticket : tickets) {
        if (out.size() < std::size_t(limit)) {
            out.push_back({ticket.id, ticket.scope, ticket.number, ticket.summary, ticket.closedMs});
        }
    }
    return out;
}

} // namespace

struct Archive::Private
{
    Private(ArchiveSource &with, store::Store &store, const base::Clock &when) : source(with), clock(when), saving(with, store) {}

    ArchiveSource &source;
    const base::Clock &clock;
    ArchiveSaving saving;
    QObject context; ///< what was asked for by one that is gone is dropped
};

Archive::Archive(ArchiveSource &source, store::Store &store, const base::Clock &clock)
    : m_d(std::make_unique<Private>(source, store, clock))
{}

Archive::~Archive() = default;

QFuture<Result<std::vector<ArchiveHit>>> Archive::search(const QString &text, int limit)
{
    const QString typed = text.left(kMostAsked).trimmed();
    return base::then(m_d->source.search(typed, limit), &m_d->context,
                      [typed, limit](Result<std::vector<domain::Ticket>> found) -> Result<std::vector<ArchiveHit>> {
                          return found.map(
                              [&](std::vector<domain::Ticket> &tickets) { return archiveHitsOf(std::move(tickets), typed, limit); });
                      });
}

QFuture<Result<ArchivePage>> Archive::read(domain::ScopeId scope, domain::TicketId id)
{
    return base::then(m_d->source.ticket(scope, id), &m_d->context, [this](Result<ArchivedTicket> told) -> Result<ArchivePage> {
        return told.map([&](ArchivedTicket &ticket) { return archivePageOf(std::move(ticket), m_d->clock.nowMs()); });
    });
}

QFuture<Result<>> Archive::save(const ArchivedFile &file, const QString &path, std::function<void(qint64)> moved)
{
    return m_d->saving.add(file, path, std::move(moved));
}

} // namespace comptoir::desk
