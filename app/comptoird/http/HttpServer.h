// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "HttpConnection.h"
#include "Result.h"
#include "Routes.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <map>
#include <set>

namespace comptoir::service {

/// Accepts connections within their limits and hands requests to the routes. All on the thread that runs the io_context.
class HttpServer final : public HttpHost, public std::enable_shared_from_this<HttpServer>
{
public:
    struct Config
    {
        QString listen = QStringLiteral("127.0.0.1:8470"); ///< address:port, [v6]:port (port 0 takes a free one), or unix:path for a proxy
        QString certificate; ///< PEM chain; with `key` the endpoint speaks TLS alone
        QString key;
        int mostPerAddress = 256;
    };

    HttpServer(boost::asio::io_context &io, Routes::Parts parts);
    ~HttpServer() override;

    /// Whether `listen` reads as Config::listen has to.
    [[nodiscard]] static bool isPlace(const QString &listen);
    [[nodiscard]] base::Result<> start(const Config &config);
    /// `http://127.0.0.1:8470`
    [[nodiscard]] QString url() const;
    /// No new connections; those that stand end after the answer that is due.
    void stop();
    [[nodiscard]] std::size_t connections() const { return m_clients.size(); }

    void serve(const HttpRequest &request, const std::shared_ptr<HttpClient> &client) override { m_routes.serve(request, client); }
    void refused(int status) override { m_routes.refused(status); }
    void closed(const HttpClient *client, const QString &address) override;

private:
    [[nodiscard]] base::Result<> listenOn(const QString &address);
    [[nodiscard]] base::Result<> listenLocally(const QString &path);
    void accept();
    void acceptLocally();
    void take(boost::asio::ip::tcp::socket socket);
    /// Goes on accepting; after a failure (no descriptors left) only in a moment.
    void goOn(const boost::system::error_code &failure, void (HttpServer::*next)());

    boost::asio::io_context &m_io;
    Routes m_routes;
    Config m_config;
    boost::asio::ip::tcp::acceptor m_acceptor;
    boost::asio::local::stream_protocol::acceptor m_local;
    boost::asio::steady_timer m_pause;
    std::shared_ptr<boost::asio::ssl::context> m_tls;
    std::map<const HttpClient *, std::weak_ptr<HttpClient>> m_clients;
    std::map<QString, int> m_perAddress;
};

} // namespace comptoir::service
