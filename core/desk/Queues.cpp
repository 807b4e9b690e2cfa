// SPDX-License-Identifier: GPL-3.0-or-later
#include "Queues.h"

#include "BoardReading.h"
#include "Catalogue.h"
#include "Clock.h"
#include "CallLog.h"
#include "ContactTable.h"
#include "QueueReading.h"
#include "SettingTable.h"
#include "Store.h"
#include "Then.h"

#include <QTimer>

namespace comptoir::desk {

using base::Result;
using store::TicketConditions;
using store::TicketQueue;

namespace {

/// Listeners read again at most this often.
constexpr int kQueuesMovedEveryMs = 100;
constexpr int kMostMissed = 200;
constexpr int kMostOfDay = 5000; // more than a large desk has in a day
/// Missed calls older than this are no longer called back.
constexpr qint64 kMissedForMs = qint64(3) * 24 * 3600 * 1000;

using Tallies = std::vector<std::pair<domain::OrganisationId, store::TicketTally>>;

Result<QueueCounts> readCounts(store::Db &db, const DeskSession &session, const std::vector<domain::GroupId> &groups, qint64 nowMs,
                               Tallies &organisations)
{
    QueueCounts out;
    const auto count = [&](auto build, int &into) -> Result<> {
        TicketConditions which;
        which.open();
        build(which);
        return TicketQueue::count(db, which).map([&](int found) { into = found; });
    };
    return count([&](TicketConditions &c) { c.assignedTo(session.operatorId); }, out.mine)
        .and_then([&] { return count([&](TicketConditions &c) { c.ofGroups(groups); }, out.myGroups); })
        .and_then([&] { return count([](TicketConditions &c) { c.assignedTo({}); }, out.unassigned); })
        .and_then([&] { return count([&](TicketConditions &c) { c.dueBetween(nowMs, nowMs + kDueSoonMs); }, out.dueSoon); })
        .and_then([&] { return count([&](TicketConditions &c) { c.dueUntil(nowMs); }, out.breached); })
        .and_then([&] { return count([](TicketConditions &c) { c.major(); }, out.major); })
        .and_then([&] { return TicketQueue::openByOrganisation(db, nowMs); })
        .and_then([&](Tallies found) {
            organisations = std::move(found);
            return store::CallLog::missed(db, nowMs - kMissedForMs, kMostMissed);
        })
        .map([&](const std::vector<domain::Contact> &missed) {
            out.missedCalls = static_cast<int>(missed.size());
            for (const auto &[id, tally] : organisations) {
                out.allOpen += tally.count;
            }
            return out;
        });
}

bool movesQueues(const store::Changes &changes)
{
    using store::Entity;
    // Not drafts: no queue shows one, and what is opened right after its last key was kept is to be shown at once.
    const auto kinds = {Entity::Ticket, Entity::Timeline, Entity::Contact, Entity::Outbox, Entity::Notice};
    return std::any_of(std::begin(kinds), std::end(kinds), [&](Entity kind) { return changes.touches(kind); });
}

} // namespace

struct Queues::Private
{
    explicit Private(const DeskParts &with) : parts(with) {}

    DeskParts parts;
    QTimer soon;
    bool again = false; ///< something moved since it was last said
    /// Tickets that changed before this operator first sat at this machine are not news.
    qint64 unreadSinceMs = std::numeric_limits<qint64>::max();

    [[nodiscard]] std::vector<domain::GroupId> groups() const
    {
        const auto *me = parts.catalogue.operatorOf(parts.session.operatorId);
        return me ? me->groups.list : parts.session.groups;
    }
};

Queues::Queues(const DeskParts &parts, QObject *parent) : QObject(parent), m_d(std::make_unique<Private>(parts))
{
    m_d->soon.setSingleShot(true);
    m_d->soon.setInterval(kQueuesMovedEveryMs);
    connect(&m_d->soon, &QTimer::timeout, this, [this] {
        if (std::exchange(m_d->again, false)) {
            m_d->soon.start();
            Q_EMIT moved();
        }
    });
    const auto announce = [this] {
        if (m_d->soon.isActive()) {
            m_d->again = true;
            return;
        }
        // The first change is shown at once; those right behind it together.
        QMetaObject::invokeMethod(this, &Queues::moved, Qt::QueuedConnection);
        m_d->soon.start();
    };
    connect(&parts.store, &store::Store::changed, this, [announce, this](const store::Changes &changes) {
        if (movesQueues(changes)) {
            announce();
        }
    });
    connect(&parts.catalogue, &Catalogue::changed, this, announce);

    const QString key = QStringLiteral("queues.unread_since_ms");
    const auto future = parts.store.write([key, now = parts.clock.nowMs()](store::Db &db) -> Result<qint64> {
        const auto settings = store::SettingTable::all(db);
        if (!settings) {
            return tl::unexpected(settings.error());
        }
        if (const auto known = settings->constFind(key); known != settings->cend()) {
            return known->toLongLong();
        }
        return store::SettingTable::put(db, key, QString::number(now)).map([now] { return now; });
    });
    base::then(future, this, [this](const Result<qint64> &since) { m_d->unreadSinceMs = since.value_or(m_d->unreadSinceMs); });
}

Queues::~Queues() = default;

QFuture<Result<Queues::Page>> Queues::rows(const QueueFilter &filter, QueueOrder order, bool descending, int limit)
{
    const auto which = conditionsOf(filter, m_d->parts.session, m_d->groups(), m_d->parts.clock.nowMs());
    const TicketQueue::Reader reader{m_d->parts.session.operatorId, m_d->unreadSinceMs};
    const auto future = m_d->parts.store.read([which, by = orderOf(order), descending, limit, reader](store::Db &db) {
        return TicketQueue::lines(db, which, by, descending, limit + 1, reader);
    });
    return base::then(future, this, [this, limit](const Result<std::vector<store::TicketLine>> &lines) -> Result<Page> {
        if (!lines) {
            return tl::unexpected(lines.error());
        }
        Page page;
        page.more = lines->size() > static_cast<std::size_t>(limit);
        page.rows.reserve(lines->size());
        for (const store::TicketLine &line : *lines) {
            if (page.rows.size() < static_cast<std::size_t>(limit)) {
                page.rows.push_back(rowOf(line, m_d->parts.catalogue));
            }
        }
        return page;
    });
}

QFuture<Result<QueueCounts>> Queues::counts()
{
    auto organisations = std::make_shared<Tallies>();
    const auto future = m_d->parts.store.read(
        [session = m_d->parts.session, groups = m_d->groups(), now = m_d->parts.clock.nowMs(), organisations](store::Db &db) {
            return readCounts(db, session, groups, now, *organisations);
        });
    return base::then(future, this, [this, organisations](Result<QueueCounts> counts) {
        if (counts) {
            for (const auto &[id, tally] : *organisations) {
                counts->organisations.push_back({id, m_d->parts.catalogue.organisationName(id), tally.count, tally.breached});
            }
        }
        return counts;
    });
}

QFuture<Result<std::vector<domain::Contact>>> Queues::missedCalls()
{
    return m_d->parts.store.read(
        [since = m_d->parts.clock.nowMs() - kMissedForMs](store::Db &db) { return store::CallLog::missed(db, since, kMostMissed); });
}

QFuture<Result<std::vector<domain::Contact>>> Queues::callLog(int limit)
{
    return m_d->parts.store.read([limit](store::Db &db) { return store::ContactTable::newest(db, limit); });
}

QFuture<Result<std::vector<domain::Contact>>> Queues::callsTakenToday()
{
    return m_d->parts.store.read(
        [since = startOfLocalDayMs(m_d->parts.clock.nowMs())](store::Db &db) { return store::CallLog::takenSince(db, since, kMostOfDay); });
}

QFuture<Result<std::vector<domain::Contact>>> Queues::callsMissedToday()
{
    return m_d->parts.store.read([since = startOfLocalDayMs(m_d->parts.clock.nowMs())](store::Db &db) {
        return store::CallLog::missedSince(db, since, kMostOfDay);
    });
}

} // namespace comptoir::desk
