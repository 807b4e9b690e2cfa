// SPDX-License-Identifier: GPL-3.0-or-later
#include "SyncFeed.h"

#include "CatalogueLists.h"
#include "DeskFrame.h"
#include "Losses.h"
#include "Pending.h"
#include "PendingDrawer.h"
#include "Settings.h"
#include "StatusStrip.h"
#include "SyncEngine.h"
#include "Then.h"
#include "Words.h"

#include <QEvent>
#include <QWindow>

namespace comptoir::ui {

SyncFeed::SyncFeed(const Parts &parts, DeskFrame &frame, QObject *parent) : QObject(parent), m_parts(parts), m_frame(frame)
{
    connect(&parts.sync, &sync::SyncEngine::statusChanged, this, &SyncFeed::onStatus);
    connect(&parts.pending, &desk::Pending::changed, this, &SyncFeed::readPending);
    connect(&frame.status(), &StatusStrip::pendingAsked, this,
            [this] { m_frame.pendingShown() ? m_frame.closePending() : m_frame.openPending(); });
    connect(&frame, &DeskFrame::pendingOpened, this, &SyncFeed::readPending);
    connect(&frame.pending(), &PendingDrawer::retryAsked, this, [this] {
        if (m_parts.sync.status().state == sync::SyncStatus::State::SignInNeeded) {
            Q_EMIT signInAsked();
        }
        m_parts.sync.wake();
    });
    connect(&frame.pending(), &PendingDrawer::retryAsked, &parts.pending, &desk::Pending::tryAllAgain);
    connect(&frame.pending(), &PendingDrawer::againAsked, this,
            [this](domain::EntityId entity) { tellAndRead(m_parts.pending.tryAgain(entity)); });
    connect(&frame.pending(), &PendingDrawer::openAsked, this, [this](domain::EntityId entity, const QString &kind, const QString &column) {
        if (kind.startsWith(u"ticket.")) {
            Q_EMIT ticketAsked(domain::TicketId{entity.value}, column);
        } else if (kind.startsWith(u"person.")) {
            Q_EMIT personAsked(domain::PersonId{entity.value});
        }
    });
    connect(&frame.pending(), &PendingDrawer::dismissAsked, this,
            [this](domain::OperationId op) { tellAndRead(m_parts.pending.dismiss(op)); });
    frame.pending().setNames(namesOf(parts, {}));
    connect(&parts.pending, &desk::Pending::overtakenCounted, this, [this](int count) {
        m_frame.status().showConflicts(count);
        readPending();
    });
    connect(&frame.pending(), &PendingDrawer::overtakenSeen, this,
            [this](domain::OperationId op) { m_parts.settings.keep(desk::lossKey(op), u"seen"_qs); });
    onStatus(parts.sync.status());
}

void SyncFeed::onStatus(const sync::SyncStatus &status)
{
    m_frame.status().show(status);
    m_frame.pending().show(status);
    if (std::exchange(m_repairs, status.repairs) < status.repairs) {
        m_frame.status().showMessage(tr("The copy on this computer was not what the service has: it is being fetched anew."));
    }
    const bool lost = status.state == sync::SyncStatus::State::Offline;
    // What comes to the window comes by here before it reaches any widget.
    if (QWindow *window = m_frame.window()->windowHandle(); window && std::exchange(m_watching, lost) != lost) {
        lost ? window->installEventFilter(this) : window->removeEventFilter(this);
    }
}

bool SyncFeed::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::FocusIn: m_parts.sync.operatorActive(); break;
    default: break;
    }
    return QObject::eventFilter(watched, event);
}

void SyncFeed::tellAndRead(QFuture<base::Result<>> done)
{
    base::then(std::move(done), this, [this](const base::Result<> &what) {
        if (!what) {
            m_frame.status().showMessage(Words::of(what.error()));
        }
        readPending();
    });
}

void SyncFeed::readPending()
{
    m_again = m_reading;
    if (m_reading || !m_frame.pendingShown()) {
        return;
    }
    m_reading = true;
    base::then(m_parts.pending.items(), this, [this](const base::Result<std::vector<desk::Pending::Item>> &items) {
        m_reading = false;
        if (items) {
            m_frame.pending().show(*items);
        }
        if (std::exchange(m_again, false)) {
            readPending();
        }
    });
}

} // namespace comptoir::ui

#include "moc_SyncFeed.cpp"
