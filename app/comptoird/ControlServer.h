// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Admin.h"
#include "SocketPath.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/steady_timer.hpp>

#include <atomic>

namespace comptoir::service {

/// The socket in the data folder by which other commands reach the running service: 0600, and the peer must be the same user or root.
/// One request a connection; answers are lines of JSON, the reply the last of them. All on the thread that runs the io_context.
class ControlServer
{
public:
    /// Who asks, until they are answered.
    struct Asker
    {
        std::function<void(const AdminProgress &)> progress;
        std::function<void(const AdminReply &)> done;
        std::shared_ptr<std::atomic<bool>> isGone; ///< hung up: what can be ended early may end
    };
    using Run = std::function<void(const AdminRequest &, const Asker &)>;

    ControlServer(boost::asio::io_context &io, Run run) : m_io(io), m_run(std::move(run)), m_acceptor(io), m_pause(io) {}
    [[nodiscard]] base::Result<> start(const QString &socket);
    /// No new commands; those under way are still answered.
    void stop();
    /// Commands read and not answered yet.
    [[nodiscard]] int underWay() const { return *m_underWay; }

private:
    void accept();
    void acceptLater(const boost::system::error_code &failure);

    boost::asio::io_context &m_io;
    Run m_run;
    boost::asio::local::stream_protocol::acceptor m_acceptor;
    boost::asio::steady_timer m_pause;
    std::shared_ptr<int> m_underWay = std::make_shared<int>(0);
    QString m_socket;
};

} // namespace comptoir::service
