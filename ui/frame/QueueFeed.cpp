// SPDX-License-Identifier: GPL-3.0-or-later
#include "QueueFeed.h"

#include "Board.h"
#include "Catalogue.h"
#include "Clock.h"
#include "ContactView.h"
#include "DeskFrame.h"
#include "DeskSession.h"
#include "QueueTable.h"
#include "QueueView.h"
#include "Queues.h"
#include "Settings.h"
#include "Sidebar.h"
#include "StatusStrip.h"
#include "SyncEngine.h"
#include "Then.h"
#include "Tickets.h"
#include "Words.h"

namespace comptoir::ui {

namespace {
constexpr int kTickMs = 20'000;
constexpr int kLogLength = 200;
} // namespace

QueueFeed::QueueFeed(const Parts &parts, DeskFrame &frame, QObject *parent) : QObject(parent), m_parts(parts), m_frame(frame)
{
    m_content.supervises = parts.session.supervises();
    wire();
    m_minute.setInterval(kTickMs);
    connect(&m_minute, &QTimer::timeout, this, &QueueFeed::tick);
}

void QueueFeed::wire()
{
    QueueView &queue = m_frame.queue();
    connect(&m_parts.queues, &desk::Queues::moved, this, &QueueFeed::readAll);
    connect(&m_parts.tickets, &desk::Tickets::draftsChanged, this, &QueueFeed::readDrafts);
    connect(&m_parts.board, &desk::Board::moved, this, [this] {
        if (m_frame.contacts().kind() == desk::CallList::Waiting) {
            readContacts();
        }
    });
    connect(&m_parts.sync, &sync::SyncEngine::statusChanged, this, &QueueFeed::takeStatus);
    takeStatus(m_parts.sync.status());
    m_frame.contacts().setOperatorNames([this](domain::OperatorId id) { return m_parts.catalogue.operatorName(id); });
    connect(&m_parts.settings, &desk::Settings::loaded, this, &QueueFeed::openLast);
    connect(&m_parts.catalogue, &desk::Catalogue::changed, this, &QueueFeed::readAll);
    connect(&m_frame.sidebar(), &Sidebar::opened, this, &QueueFeed::open);
    connect(&queue, &QueueView::asked, this, &QueueFeed::readRows);
    connect(&queue, &QueueView::newTicketAsked, this, &QueueFeed::newTicketAsked);
    connect(&queue.table(), &QueueTable::opened, this, &QueueFeed::ticketOpened);
    connect(&queue.table(), &QueueTable::claimAsked, this, &QueueFeed::claim);
    connect(&queue.table(), &QueueTable::copied, this,
            [this](const QString &number) { m_frame.status().showMessage(tr("%1 is in the clipboard").arg(number)); });
    connect(&m_frame.contacts(), &ContactView::cardAsked, this, &QueueFeed::cardAsked);
    connect(&m_frame.contacts(), &ContactView::callBackAsked, this, &QueueFeed::callAsked);
}

void QueueFeed::start()
{
    m_started = true;
    tick();
    m_minute.start();
    m_frame.sidebar().show(m_content);
    openLast();
    readAll();
}

bool QueueFeed::begin(Reading &reading)
{
    reading.again = reading.running;
    if (reading.running) {
        return false;
    }
    reading.running = true;
    return true;
}

bool QueueFeed::end(Reading &reading)
{
    reading.running = false;
    return std::exchange(reading.again, false);
}

void QueueFeed::tick()
{
    const qint64 now = m_parts.clock.nowMs();
    m_frame.queue().setNow(now);
    m_frame.contacts().setNow(now);
    readCounts();
}

void QueueFeed::takeStatus(const sync::SyncStatus &status)
{
    m_frame.queue().showCopy(status);
    m_frame.contacts().showCopy(status);
    const bool whole = status.copy != sync::SyncStatus::Copy::Partial;
    if (std::exchange(m_content.whole, whole) != whole && m_started) {
        m_frame.sidebar().show(m_content);
    }
}

void QueueFeed::openLast()
{
    if (!m_started) {
        return;
    }
    // A supervisor is often in no group: the first queue is everything that is open.
    const QString first = m_parts.session.supervises() ? u"all"_qs : u"groups"_qs;
    const QString last = m_parts.settings.text(u"window.queue"_qs, first);
    if (last == m_frame.sidebar().marked()) {
        return;
    }
    if (last == u"board" || !m_frame.sidebar().open(last)) {
        m_frame.sidebar().open(first);
    }
}

void QueueFeed::open(const SideEntry &entry)
{
    switch (entry.opens) {
    case SideEntry::Opens::Queue:
        m_frame.showQueue();
        m_frame.queue().choose(entry.label, entry.filter, entry.next);
        break;
    case SideEntry::Opens::MissedCalls:
    case SideEntry::Opens::CallLog:
        openCalls(entry.opens == SideEntry::Opens::CallLog ? desk::CallList::Log : desk::CallList::Missed);
        break;
    case SideEntry::Opens::Draft: Q_EMIT draftOpened(entry.draft); return;
    case SideEntry::Opens::Board: Q_EMIT boardOpened(); return;
    case SideEntry::Opens::Title: return;
    }
    m_parts.settings.keep(u"window.queue"_qs, entry.key);
}

void QueueFeed::openCalls(desk::CallList which)
{
    m_frame.showContacts();
    m_frame.contacts().choose(which);
    readContacts();
}

void QueueFeed::readAll()
{
    readRows();
    readCounts();
    readContacts();
    readDrafts();
}

void QueueFeed::readRows()
{
    if (!begin(m_rows)) {
        return;
    }
    const QueueView::Ask ask = m_frame.queue().ask();
    base::then(m_parts.queues.rows(ask.filter, ask.order, ask.descending, ask.limit), this,
               [this, ask](base::Result<desk::Queues::Page> page) {
                   const bool again = end(m_rows);
                   QueueView &queue = m_frame.queue();
                   if (ask == queue.ask()) {
                       page ? queue.show(std::move(page->rows), page->more) : queue.showError(page.error());
                   }
                   if (again) {
                       readRows();
                   }
               });
}

void QueueFeed::readCounts()
{
    if (!begin(m_counts)) {
        return;
    }
    base::then(m_parts.queues.counts(), this, [this](const base::Result<desk::QueueCounts> &counts) {
        const bool again = end(m_counts);
        if (counts) {
            m_content.counts = *counts;
            const domain::Operator *me = m_parts.catalogue.operatorOf(m_parts.session.operatorId);
            m_content.groupName = me && me->groups.list.size() == 1 ? m_parts.catalogue.groupName(me->groups.list.front()) : QString();
            m_frame.sidebar().show(m_content);
            // The groups' queue gets its name once the catalogue is known.
            if (const QString label = m_frame.sidebar().markedLabel(); m_frame.sidebar().marked() == u"groups" && !label.isEmpty()) {
                m_frame.queue().rename(label);
            }
        } else {
            m_frame.status().showMessage(Words::of(counts.error()));
        }
        if (again) {
            readCounts();
        }
    });
}

QFuture<base::Result<std::vector<domain::Contact>>> QueueFeed::calls(desk::CallList which) const
{
    switch (which) {
    case desk::CallList::Missed: return m_parts.queues.missedCalls();
    case desk::CallList::TakenToday: return m_parts.queues.callsTakenToday();
    case desk::CallList::MissedToday: return m_parts.queues.callsMissedToday();
    case desk::CallList::Waiting:
        return QtFuture::makeReadyFuture(base::Result<std::vector<domain::Contact>>(m_parts.board.waitingCalls()));
    case desk::CallList::Log: break;
    }
    return m_parts.queues.callLog(kLogLength);
}

void QueueFeed::readContacts()
{
    if (!begin(m_contacts)) {
        return;
    }
    const ContactView::Kind kind = m_frame.contacts().kind();
    m_frame.contacts().setPresenceKnown(m_parts.board.presenceKnown());
    base::then(calls(kind), this, [this, kind](base::Result<std::vector<domain::Contact>> contacts) {
        const bool again = end(m_contacts);
        ContactView &view = m_frame.contacts();
        if (kind == view.kind()) {
            contacts ? view.show(std::move(*contacts)) : view.showError(contacts.error());
        }
        if (again) {
            readContacts();
        }
    });
}

void QueueFeed::readDrafts()
{
    base::then(m_parts.tickets.drafts(), this, [this](const base::Result<std::vector<desk::Draft>> &drafts) {
        if (!drafts) {
            m_frame.status().showMessage(Words::of(drafts.error()));
        } else if (*drafts != m_content.drafts) {
            m_content.drafts = *drafts;
            m_frame.sidebar().show(m_content);
        }
    });
}

void QueueFeed::claim(const std::vector<domain::TicketId> &ids)
{
    auto claimed = std::make_shared<Claimed>(Claimed{ids.size(), 0, {}});
    for (const domain::TicketId id : ids) {
        base::then(m_parts.tickets.claim(id), this, [this, claimed, asked = ids.size()](const base::Result<> &done) {
            if (done) {
                ++claimed->taken;
            } else if (!claimed->failure) {
                claimed->failure = done.error();
            }
            if (--claimed->awaited == 0) {
                tellClaimed(*claimed, asked);
            }
        });
    }
}

void QueueFeed::tellClaimed(const Claimed &claimed, std::size_t asked)
{
    const QString taken = asked == 1 ? tr("The ticket is yours") : tr("%n tickets are yours", nullptr, int(claimed.taken));
    if (!claimed.failure) {
        m_frame.status().showMessage(taken);
    } else if (asked == 1) {
        m_frame.status().showMessage(Words::of(*claimed.failure));
    } else {
        m_frame.status().showMessage(
            tr("%1 of %2 tickets are yours. %3").arg(QString::number(claimed.taken), QString::number(asked), Words::of(*claimed.failure)));
    }
}

} // namespace comptoir::ui

#include "moc_QueueFeed.cpp"
