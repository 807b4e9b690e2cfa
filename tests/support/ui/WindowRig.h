// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Archive.h"
#include "ArchiveSource.h"
#include "Assist.h"
#include "AssistLauncher.h"
#include "Attachments.h"
#include "Board.h"
#include "CallHandling.h"
#include "DeskRig.h"
#include "Lookup.h"
#include "MainWindow.h"
#include "Parts.h"
#include "Pending.h"
#include "Queues.h"
#include "Scheduler.h"
#include "Settings.h"
#include "SyncEngine.h"
#include "Tickets.h"
#include "Transport.h"

#include <QPromise>

#include <deque>

namespace comptoir::tests {

/// A service that is never reached.
class NoService final : public sync::Transport
{
public:
    int asked = 0;
    QFuture<base::Result<sync::Response>> send(const sync::Request &) override;
    void openEvents() override { Q_EMIT eventsClosed(); }
    void closeEvents() override {}
};

/// A service's older tickets, in the hand of the test: what is asked waits until it is answered.
class HandArchive final : public desk::ArchiveSource
{
public:
    std::vector<QString> searched;
    std::vector<domain::TicketId> wanted;
    std::vector<std::pair<domain::AttachmentId, qint64>> pieces; ///< that were asked for
    std::deque<QPromise<base::Result<QByteArray>>> unanswered;
    base::Result<std::vector<domain::Ticket>> found = std::vector<domain::Ticket>();
    base::Result<desk::ArchivedTicket> told = base::fail(base::Error::Kind::NotFound, {});

    QFuture<base::Result<std::vector<domain::Ticket>>> search(const QString &text, int) override
    {
        searched.push_back(text);
        return QtFuture::makeReadyFuture(found);
    }
    QFuture<base::Result<desk::ArchivedTicket>> ticket(domain::ScopeId, domain::TicketId id) override
    {
        wanted.push_back(id);
        return QtFuture::makeReadyFuture(told);
    }
    QFuture<base::Result<QByteArray>> piece(domain::ScopeId, domain::TicketId, domain::AttachmentId file, qint64 at) override
    {
        pieces.push_back({file, at});
        QPromise<base::Result<QByteArray>> promise;
        promise.start();
        const auto future = promise.future();
        unanswered.push_back(std::move(promise));
        return future;
    }
    /// Answers the oldest question for a piece.
    void give(const base::Result<QByteArray> &bytes)
    {
        QPromise<base::Result<QByteArray>> promise = std::move(unanswered.front());
        unanswered.pop_front();
        promise.addResult(bytes);
        promise.finish();
    }
};

/// Starts nothing, remembers what it was asked to start.
class HandLauncher final : public desk::AssistLauncher
{
public:
    QStringList launched;

    base::Result<Plan> plan(const domain::RemoteAccess &access) override;
    void launch(const Plan &plan) override;
    void terminate() override { Q_EMIT ended(QStringLiteral("closed")); }
};

/// The desk's tables, before any of its services: who sits here is decided first.
class SeatedDesk : public DeskRig
{
public:
    SeatedDesk(domain::Role role, store::Store::Post answers) : DeskRig(std::move(answers)) { session.role = role; }
};

/// The whole main window over a real store, offline, with a telephone and a remote-help tool that the test moves.
class WindowRig : public SeatedDesk
{
public:
    explicit WindowRig(domain::Role role = domain::Role::Supervisor, store::Store::Post answers = {});
    ~WindowRig();

    base::QtScheduler scheduler;
    NoService service;
    HandLauncher launcher;
    HandTelephone telephone;
    desk::Queues queues{parts()};
    desk::Tickets tickets{parts()};
    desk::Attachments attachments{parts()};
    desk::Lookup lookup{parts()};
    HandArchive oldTickets;
    desk::Archive archive{oldTickets, *store, clock};
    desk::CallHandling calls{parts()};
    desk::Assist assist{parts(), tickets, launcher};
    desk::Pending pending{parts()};
    desk::Board board{parts()};
    desk::Settings settings{*store};
    sync::SyncEngine sync{{*store, service, clock, scheduler, random}};
    ui::Parts windowParts{session, *catalogue, queues,   tickets, calls, lookup,      assist,
                          pending, board,      settings, sync,    clock, attachments, archive};

    /// Makes the window and shows it, 1440×900, with the keyboard.
    ui::MainWindow &open();
    ui::MainWindow &window() { return *m_window; }
    void close() { m_window.reset(); }
    /// The one visible widget of that class; null where there is none.
    template <class T>
    T *one()
    {
        for (T *each : m_window->findChildren<T *>()) {
            if (each->isVisible()) {
                return each;
            }
        }
        return nullptr;
    }
    /// A key where the keyboard is, shortcuts included.
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    /// Lets everything posted run until `held`, at most five seconds.
    [[nodiscard]] bool until(const std::function<bool()> &held);

    domain::TicketId opened(const domain::Ticket &ticket);
    domain::Ticket page(domain::TicketId id);

private:
    std::unique_ptr<ui::MainWindow> m_window;
};

} // namespace comptoir::tests
