// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ControlServer.h"
#include "DataFolder.h"
#include "FenceWatch.h"
#include "HttpServer.h"
#include "ImportJobs.h"
#include "Peers.h"

#include <boost/asio/signal_set.hpp>

#include <chrono>

namespace comptoir::service {

/// The running service: the endpoint, the socket for commands, signals and the clockwork, all on one thread; the database on its own.
class ServiceLoop
{
public:
    struct Limits
    {
        qint64 attachmentQuota = central::kAttachmentQuota; ///< bytes of the files of one scope
        int windowMonths = central::kWindowMonths; ///< closed tickets older than this are put away; 0: none are
    };

    /// Runs until SIGTERM or SIGINT. `listening` is told the URL once connections are taken.
    [[nodiscard]] static base::Result<> run(const DataFolder &folder, const HttpServer::Config &config, const Limits &limits,
                                            const std::function<void(const QString &)> &listening);

private:
    struct Parts
    {
        store::Store &store;
        const base::Clock &clock;
        base::Random &random;
        std::shared_ptr<store::Backend> backend;
        Limits limits;
        QString fence;
    };

    ServiceLoop(boost::asio::io_context &io, const Parts &parts);
    [[nodiscard]] static base::Result<> serve(boost::asio::io_context &io, const Parts &parts, const DataFolder &folder,
                                              const HttpServer::Config &config, const std::function<void(const QString &)> &listening);
    [[nodiscard]] base::Result<> start(const DataFolder &folder, const HttpServer::Config &config);
    void awaitSignal();
    void tick();
    /// Puts old tickets away, and tells who listens.
    void putOldTicketsAway();
    /// Writes the ends of the audit to the file beside the database.
    void saveAuditHeads();
    void stop();
    /// Ends the loop once the connections and the commands under way are gone, at `until` at the latest.
    void awaitQuiet(std::chrono::steady_clock::time_point until);
    void runAdmin(const AdminRequest &request, const ControlServer::Asker &asker);
    /// Tells who listens what an administrator changed.
    void announce(const AdminEffect &effect);
    /// Tells who listens how far all scopes have come that moved since the last time.
    void announceMoved();
    /// The line to the database's server was made anew: is it the server it was?
    void checkLife(const std::shared_ptr<store::Backend> &backend);
    /// The database begins a new life: nobody is signed in, and its counters may stand lower than listeners were told.
    void forgetListeners();
    /// Remembers what listeners were told.
    void note(const std::map<domain::ScopeId, qint64> &moved);
    /// Imports end after their batch, with the loop still turning: their thread waits for it.
    void endImports();

    boost::asio::io_context &m_io;
    const base::Clock &m_clock;
    central::CentralService m_service;
    central::EventHub m_hub;
    store::Store &m_store;
    std::shared_ptr<HttpServer> m_http;
    ControlServer m_control;
    ImportJobs m_imports;
    Peers m_peers;
    FenceWatch m_fence;
    std::map<domain::ScopeId, qint64> m_announced;
    boost::asio::signal_set m_signals;
    boost::asio::steady_timer m_ticker;
    boost::asio::steady_timer m_patience;
    boost::asio::steady_timer m_pause; ///< between two tellings of what moved
    std::optional<qint64> m_sweptMs; ///< by the boot clock; not yet
    int m_windowMonths;
    bool m_puttingAway = false;
};

} // namespace comptoir::service
