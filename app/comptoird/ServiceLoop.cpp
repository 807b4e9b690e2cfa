// SPDX-License-Identifier: GPL-3.0-or-later
#include "ServiceLoop.h"

#include "Clock.h"
#include "HttpLimits.h"
#include "Log.h"
#include "PgDatabase.h"
#include "Random.h"
#include "RowCheck.h"
#include "ScopeTable.h"

#include <boost/asio/post.hpp>

#include <csignal>

namespace comptoir::service {

namespace asio = boost::asio;
using boost::system::error_code;

namespace {

store::Store::Post postTo(asio::io_context &io)
{
    return [&io](std::function<void()> work) { asio::post(io, std::move(work)); };
}

constexpr auto kTick = 5s;
constexpr qint64 kSweepMs = 60 * 60 * 1000;

} // namespace

ServiceLoop::ServiceLoop(asio::io_context &io, const Parts &parts)
    : m_io(io)
    , m_clock(parts.clock)
    , m_service({.store = parts.store,
                 .clock = parts.clock,
                 .random = parts.random,
                 .post = postTo(io),
                 .attachmentQuota = parts.limits.attachmentQuota})
    , m_store(parts.store)
    , m_control(io, [this](const AdminRequest &request, const ControlServer::Asker &asker) { runAdmin(request, asker); })
    , m_imports(parts.store, postTo(io), [this] { announceMoved(); })
    , m_peers({parts.backend, postTo(io),
               [this](const central::PeerNotice &notice) {
                   note(notice.moved);
                   m_hub.heardFromPeer(notice, m_clock.nowMs());
               },
               [this, backend = parts.backend] {
                   checkLife(backend);
                   announceMoved();
                   m_peers.tell({.asks = true});
               }})
    , m_fence({parts.store, parts.clock, parts.random, [this] { forgetListeners(); }}, parts.fence)
    , m_signals(io, SIGTERM, SIGINT)
    , m_ticker(io)
    , m_patience(io)
    , m_pause(io)
    , m_windowMonths(parts.limits.windowMonths)
{
    m_http = std::make_shared<HttpServer>(
        io, Routes::Parts{m_service, m_hub, parts.clock, postTo(io), [this] { return m_http->connections(); }, [this] { m_fence.look(); }});
    m_hub.setPauses([this](std::chrono::microseconds pause) {
        m_pause.expires_after(pause);
        m_pause.async_wait([this](error_code failure) {
            if (!failure) {
                m_hub.resume();
            }
        });
    });
    if (m_peers.areThere()) {
        m_hub.setPeers([this](const central::PeerNotice &notice) {
            note(notice.moved);
            m_peers.tell(notice);
        });
    }
}

base::Result<> ServiceLoop::run(const DataFolder &folder, const HttpServer::Config &config, const Limits &limits,
                                const std::function<void(const QString &)> &listening)
{
    base::SystemClock clock;
    base::SystemRandom random;
    asio::io_context io(1);
    // The guard stands for requests at the database: their answers are still to come.
    const auto guard = asio::make_work_guard(io);
    const auto held = folder.backend() ? folder.hold() : base::Result<store::FileLock>();
    if (!held) {
        return tl::unexpected(held.error());
    }
    // Everything begins and finishes on this thread: Qt 6.4 does not bear a continuation hung on a future that another thread finishes.
    const auto store = folder.open(true, DataFolder::Missing::Make, postTo(io));
    if (!store) {
        return tl::unexpected(store.error());
    }
    base::Result<> ended = serve(io, {**store, clock, random, folder.backend(), limits, folder.fence()}, folder, config, listening);
    // What the database still works on answers into io: let it end before io does.
    (*store)->drain();
    qCInfo(base::lcApp) << "stopped";
    return ended;
}

base::Result<> ServiceLoop::serve(asio::io_context &io, const Parts &parts, const DataFolder &folder, const HttpServer::Config &config,
                                  const std::function<void(const QString &)> &listening)
{
    ServiceLoop loop(io, parts);
    return loop.start(folder, config).map([&] {
        listening(loop.m_http->url());
        qCInfo(base::lcApp) << "serving on" << loop.m_http->url();
        io.run();
        loop.endImports();
    });
}

base::Result<> ServiceLoop::start(const DataFolder &folder, const HttpServer::Config &config)
{
    return m_http->start(config).and_then([&] { return m_control.start(folder.socket()); }).map([this] {
        awaitSignal();
        tick();
        central::checkRows(m_store).then([](const base::Result<qint64> &rows) {
            if (!rows) {
                qCCritical(base::lcCentral) << "the database is damaged:" << rows.error().message
                                            << "- restore a backup (comptoird verify)";
            }
        });
    });
}

void ServiceLoop::awaitSignal()
{
    m_signals.async_wait([this](error_code failure, int) {
        if (!failure) {
            stop();
        }
    });
}

void ServiceLoop::stop()
{
    qCInfo(base::lcApp) << "stopping";
    m_imports.stop();
    m_http->stop();
    m_control.stop();
    m_ticker.cancel();
    saveAuditHeads();
    m_fence.look();
    awaitQuiet(std::chrono::steady_clock::now() + kStopTime);
}

void ServiceLoop::awaitQuiet(std::chrono::steady_clock::time_point until)
{
    if ((m_http->connections() == 0 && m_control.underWay() == 0) || std::chrono::steady_clock::now() >= until) {
        return m_io.stop();
    }
    m_patience.expires_after(20ms);
    m_patience.async_wait([this, until](error_code failure) {
        if (!failure) {
            awaitQuiet(until);
        }
    });
}

void ServiceLoop::tick()
{
    m_hub.tick(m_clock.nowMs());
    // By the boot clock: a wall clock that was ahead and is set right must not keep the next sweep waiting.
    if (const qint64 bootMs = m_clock.bootMs(); !m_sweptMs || bootMs - *m_sweptMs > kSweepMs) {
        m_sweptMs = bootMs;
        m_service.sweep().then([](const base::Result<> &done) {
            if (!done) {
                qCWarning(base::lcCentral) << "sweeping failed:" << done.error().message;
            }
        });
        saveAuditHeads();
        putOldTicketsAway();
    }
    m_fence.look();
    if (m_peers.areThere()) {
        announceMoved(); // what an instance wrote that ended before it could tell
    }
    m_ticker.expires_after(kTick);
    m_ticker.async_wait([this](error_code failure) {
        if (!failure) {
            tick();
        }
    });
}

void ServiceLoop::putOldTicketsAway()
{
    if (std::exchange(m_puttingAway, true)) {
        return; // the first round of a large database is still under way
    }
    m_service.archive().putAwayAfter(m_windowMonths).then([this](const base::Result<qint64> &away) {
        m_puttingAway = false;
        if (!away) {
            qCWarning(base::lcCentral) << "old tickets are not put away:" << away.error().message;
        } else if (*away > 0) {
            qCInfo(base::lcCentral) << "put away" << *away << "tickets closed more than" << m_windowMonths << "months ago";
        }
        announceMoved();
    });
}

void ServiceLoop::saveAuditHeads()
{
    // Written on the store's thread: what the loop does not hear of any more is done all the same.
    m_service.audit().saveHeads().then([](const base::Result<> &done) {
        if (!done) {
            qCCritical(base::lcCentral) << "the ends of the audit are not written down:" << done.error().message;
        }
    });
}

void ServiceLoop::endImports()
{
    m_imports.stop();
    while (m_imports.underWay() > 0) {
        m_io.restart();
        m_io.run_one();
    }
}

void ServiceLoop::runAdmin(const AdminRequest &request, const ControlServer::Asker &asker)
{
    if (ImportJobs::isOne(request)) {
        return m_imports.start(request, asker);
    }
    perform(m_service, request).then([this, asker](const AdminEffect &effect) {
        // On the loop's thread, as all that finishes (see run): where the loop has ended, nothing finishes any more.
        announce(effect);
        m_fence.look(); // a backup that was made is known outside the database, too
        asker.done(effect.reply);
    });
}

void ServiceLoop::checkLife(const std::shared_ptr<store::Backend> &backend)
{
    m_store.write([server = std::dynamic_pointer_cast<postgres::PgDatabase>(backend)](store::Db &db) { return server->checkLife(db); })
        .then([this](const base::Result<bool> &changed) {
            if (!changed) {
                qCWarning(base::lcApp) << "whether the server of the database is the one it was:" << changed.error().message;
            } else if (*changed) {
                forgetListeners();
            }
        });
}

void ServiceLoop::forgetListeners()
{
    m_announced.clear();
    m_hub.closeAll();
}

void ServiceLoop::note(const std::map<domain::ScopeId, qint64> &moved)
{
    for (const auto &[scope, seq] : moved) {
        m_announced[scope] = std::max(m_announced[scope], seq);
    }
}

void ServiceLoop::announceMoved()
{
    m_store.read([](store::Db &db) { return central::ScopeTable::all(db); })
        .then([this](const base::Result<std::vector<central::ScopeTable::Row>> &scopes) {
            if (!scopes) {
                return;
            }
            std::map<domain::ScopeId, qint64> moved;
            for (const central::ScopeTable::Row &scope : *scopes) {
                if (scope.seq > m_announced[scope.scope]) {
                    moved[scope.scope] = m_announced[scope.scope] = scope.seq;
                }
            }
            if (!moved.empty()) {
                m_hub.moved(moved);
            }
        });
}

void ServiceLoop::announce(const AdminEffect &effect)
{
    if (!effect.rightsOf.isNull()) {
        m_hub.closeOf(effect.rightsOf); // the console comes back and reads its scopes anew
    }
    if (effect.moved) {
        announceMoved();
    }
    if (effect.movedShared) {
        m_store.read([](store::Db &db) { return central::ScopeTable::find(db, {}); })
            .then([this](const base::Result<central::ScopeTable::Row> &shared) {
                if (shared) {
                    m_hub.moved({{domain::ScopeId{}, shared->seq}});
                }
            });
    }
}

} // namespace comptoir::service
