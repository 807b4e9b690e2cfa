// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "HttpMessages.h"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/local/stream_protocol.hpp>

#include <memory>

namespace boost::asio::ssl {
class context;
}

namespace comptoir::service {

/// What a connection needs of its server. A connection left over when the server is gone does nothing more.
class HttpHost
{
public:
    virtual ~HttpHost() = default;
    virtual void serve(const HttpRequest &request, const std::shared_ptr<HttpClient> &client) = 0;
    /// A request that is not HTTP, or beyond a limit, was answered by the connection itself.
    virtual void refused(int status) = 0;
    virtual void closed(const HttpClient *client, const QString &address) = 0;
};

/// Starts to serve a connected socket, over TLS where a context is given. Boost.Beast stays in the source of this one.
[[nodiscard]] std::shared_ptr<HttpClient> startConnection(boost::asio::ip::tcp::socket socket, boost::asio::ssl::context *tls,
                                                          std::weak_ptr<HttpHost> host, const QString &address);

/// The same for a proxy on this machine: who asks is told by `X-Forwarded-For`, which is believed here and nowhere else.
[[nodiscard]] std::shared_ptr<HttpClient> startConnection(boost::asio::local::stream_protocol::socket socket, std::weak_ptr<HttpHost> host);

/// Whom limits are counted against: an IPv6 host owns its whole /64.
[[nodiscard]] QString limitedAs(const boost::asio::ip::address &address);

} // namespace comptoir::service
