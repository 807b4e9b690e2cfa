// SPDX-License-Identifier: GPL-3.0-or-later
#include "Workplace.h"

#include "Access.h"
#include "Archive.h"
#include "Assist.h"
#include "AssistProcess.h"
#include "Attachments.h"
#include "BaresipSource.h"
#include "Board.h"
#include "CallHandling.h"
#include "Catalogue.h"
#include "ContactTable.h"
#include "HttpArchive.h"
#include "LocalCalls.h"
#include "Log.h"
#include "Lookup.h"
#include "MainWindow.h"
#include "NetworkWatch.h"
#include "Options.h"
#include "Parts.h"
#include "Pending.h"
#include "PresenceReporter.h"
#include "Queues.h"
#include "SettingTable.h"
#include "Settings.h"
#include "Store.h"
#include "SyncEngine.h"
#include "Then.h"
#include "Tickets.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QTimer>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace comptoir::console {

namespace {

constexpr int kFirstRestMs = 10'000; // the start is over, the sync has agreed
constexpr int kRestMs = 15 * 60'000;

const QString kPolicyPath = QStringLiteral("/etc/comptoir/assist.json");

/// The administrator's policy; without one the built-in tools. One that cannot be trusted offers nothing rather than something else.
net::AssistPolicy policyFor(const Options &options)
{
    const QString path = options.assistPolicy.isEmpty() ? kPolicyPath : options.assistPolicy;
    if (options.assistPolicy.isEmpty() && !QFileInfo::exists(path)) {
        return net::AssistPolicy::builtIn();
    }
    auto policy = net::AssistPolicy::fromFile(path);
    if (!policy) {
        qCWarning(base::lcApp, "%s; no remote help is offered", qUtf8Printable(policy.error().message));
        return {};
    }
    return *policy;
}

/// What is free in the heap goes back to the system.
void trimHeap()
{
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

} // namespace

struct Workplace::Private
{
    Private(const Options &options, SystemParts &system, Access &with, std::shared_ptr<store::Store> on, desk::DeskSession who)
        : access(with)
        , store(std::move(on))
        , session(std::move(who))
        , catalogue(*store)
        , parts{*store, system.clock, system.ids, session, catalogue}
        , queues(parts)
        , tickets(parts)
        , attachments(parts)
        , lookup(parts)
        , archiveSource(with.transport())
        , archive(archiveSource, *store, system.clock)
        , calls(parts)
        , launcher(policyFor(options), [](const QUrl &url) { return QDesktopServices::openUrl(url); })
        , assist(parts, tickets, launcher)
        , pending(parts)
        , board(parts)
        , settings(*store)
        , engine(sync::SyncEngine::Parts{*store, with.transport(), system.clock, system.scheduler, system.random})
        , presence(with.transport(), system.clock)
        , windowParts{session, catalogue, queues,   tickets, calls,        lookup,      assist,
                      pending, board,     settings, engine,  system.clock, attachments, archive}
    {}

    Access &access;
    std::shared_ptr<store::Store> store;
    desk::DeskSession session;
    desk::Catalogue catalogue;
    desk::DeskParts parts;
    desk::Queues queues;
    desk::Tickets tickets;
    desk::Attachments attachments;
    desk::Lookup lookup;
    net::HttpArchive archiveSource;
    desk::Archive archive;
    desk::CallHandling calls;
    net::AssistProcess launcher;
    desk::Assist assist;
    desk::Pending pending;
    desk::Board board;
    desk::Settings settings;
    sync::SyncEngine engine;
    net::PresenceReporter presence;
    ui::Parts windowParts; ///< the window keeps a reference to it
    NetworkWatch network;
    std::unique_ptr<net::BaresipSource> softphone;
    std::unique_ptr<ui::MainWindow> window;
    QTimer resting;

    void wire(Workplace *q, net::LocalCalls &local);
    void addSoftphone(const Options &options);
    void raise();
    /// Memory that the start, or a busy hour, needed and that a console which stands there does not: the database's caches, the free heap.
    void rest(Workplace *q);
};

void Workplace::Private::wire(Workplace *q, net::LocalCalls &local)
{
    connect(&calls, &desk::CallHandling::stateChanged, &presence, &net::PresenceReporter::take);
    connect(&engine, &sync::SyncEngine::messageArrived, &board, &desk::Board::takePresence);
    connect(&engine, &sync::SyncEngine::statusChanged, &network, [this](const sync::SyncStatus &status) {
        if (status.state == sync::SyncStatus::State::Offline) {
            network.begin();
        }
    });
    connect(&network, &NetworkWatch::cameUp, &engine, &sync::SyncEngine::networkCameUp);
    connect(&access.transport(), &sync::Transport::eventsClosed, &board, &desk::Board::losePresence);
    // Every renewal tells this device's code and its highest counter: numbers are given out from there.
    connect(&access.session(), &net::Session::renewed, q, [this, q](const wire::SessionReply &reply) {
        const auto learnt = store->write([device = session.device, code = reply.deviceCode, counter = reply.highestCounter](store::Db &db) {
            return store::DeviceTable::learn(db, device, code, counter);
        });
        base::then(learnt, q, [](const base::Result<> &done) {
            if (!done) { // until the next renewal numbers come from what was known, or wait
                qCWarning(base::lcStore) << "this device's code and counter could not be kept:" << done.error().message;
            }
        });
        engine.wake();
    });
    calls.add(&local);
}

void Workplace::Private::addSoftphone(const Options &options)
{
    if (options.baresipHost.isEmpty()) {
        return;
    }
    softphone = std::make_unique<net::BaresipSource>(options.baresipHost, options.baresipPort);
    connect(softphone.get(), &net::BaresipSource::commandFailed, &calls, &desk::CallHandling::failed);
    calls.add(softphone.get());
    softphone->start();
}

void Workplace::Private::raise()
{
    window->setWindowState(window->windowState() & ~Qt::WindowMinimized);
    window->raise();
    window->activateWindow();
}

void Workplace::Private::rest(Workplace *q)
{
    const auto shrink = [](store::Db &db) { return db.run("PRAGMA shrink_memory"); };
    store->write(shrink);
    base::then(store->read(shrink), q, [this](const base::Result<> &) {
        trimHeap();
        resting.start(kRestMs);
    });
}

Workplace::Workplace(const Options &options, SystemParts &system, Access &access, std::shared_ptr<store::Store> store,
                     const desk::DeskSession &session, net::LocalCalls &local)
    : m_d(std::make_unique<Private>(options, system, access, std::move(store), session))
{
    m_d->wire(this, local);
    m_d->settings.load();
    m_d->catalogue.load();
    m_d->window = std::make_unique<ui::MainWindow>(m_d->windowParts);
    connect(m_d->window.get(), &ui::MainWindow::signOutRequested, this, &Workplace::signOutRequested);
    connect(m_d->window.get(), &ui::MainWindow::signInRequested, this, &Workplace::signInRequested);
    connect(m_d->window.get(), &ui::MainWindow::preferencesChosen, this, &Workplace::preferencesChosen);
    m_d->window->show();
    m_d->engine.start();
    m_d->addSoftphone(options);
    m_d->presence.take(m_d->calls.state());
    m_d->resting.setSingleShot(true);
    connect(&m_d->resting, &QTimer::timeout, this, [this] { m_d->rest(this); });
    m_d->resting.start(kFirstRestMs);
}

Workplace::~Workplace()
{
    m_d->engine.stop();
    m_d->window.reset();
}

void Workplace::usePreferences(const ui::Preferences &preferences)
{
    m_d->window->usePreferences(preferences);
}

void Workplace::show(const net::LocalMessage &message)
{
    if (const auto *ticket = std::get_if<net::ShowTicket>(&message)) {
        m_d->window->openTicket(ticket->ticket);
    } else if (const auto *number = std::get_if<net::ShowNumber>(&message)) {
        m_d->window->dialled(number->number);
    } else if (const auto *call = std::get_if<net::ShowCall>(&message)) {
        m_d->window->showDesk();
        const auto future = m_d->store->read([id = call->contact](store::Db &db) { return store::ContactTable::find(db, id.value); });
        base::then(future, this, [this](const base::Result<std::optional<store::ContactTable::Stored>> &found) {
            if (found && *found && (*found)->entity.person) {
                m_d->calls.openCard((*found)->entity.person);
            }
        });
    }
    m_d->raise();
}

} // namespace comptoir::console
