// SPDX-License-Identifier: GPL-3.0-or-later
#include "HttpServer.h"

#include "HttpLimits.h"
#include "Log.h"
#include "TlsContext.h"

#include <boost/asio/ip/v6_only.hpp>

namespace comptoir::service {

namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

QString text(const error_code &failure)
{
    return QString::fromStdString(failure.message());
}

base::Result<tcp::endpoint> endpointOf(const QString &listen)
{
    const qsizetype colon = listen.lastIndexOf(u':');
    QString host = listen.left(colon);
    if (host.startsWith(u'[') && host.endsWith(u']')) {
        host = host.sliced(1, host.size() - 2);
    }
    bool ok = false;
    const ushort port = listen.mid(colon + 1).toUShort(&ok);
    error_code failure;
    const auto address = asio::ip::make_address(host.toStdString(), failure);
    if (colon < 0 || !ok || failure) {
        return base::fail(base::Error::Kind::Invalid, QStringLiteral("%1 is not an address and a port, such as 127.0.0.1:8470").arg(listen));
    }
    return tcp::endpoint(address, port);
}

/// Whom limits are counted against: an IPv6 host owns its whole /64.
QString addressOf(const tcp::endpoint &remote)
{
    const auto address = remote.address();
    if (!address.is_v6() || address.to_v6().is_v4_mapped()) {
        return QString::fromStdString(address.to_string());
    }
    auto bytes = address.to_v6().to_bytes();
    std::fill(bytes.begin() + 8, bytes.end(), static_cast<unsigned char>(0));
    return QString::fromStdString(asio::ip::address_v6(bytes).to_string());
}

} // namespace

HttpServer::HttpServer(asio::io_context &io, Routes::Parts parts) : m_io(io), m_routes(std::move(parts)), m_acceptor(io), m_pause(io) {}

HttpServer::~HttpServer() = default;

base::Result<> HttpServer::start(const Config &config)
{
    m_config = config;
    const auto endpoint = endpointOf(config.listen);
    if (!endpoint) {
        return tl::unexpected(endpoint.error());
    }
    if (!config.certificate.isEmpty()) {
        auto context = tlsContext(config.certificate, config.key);
        if (!context) {
            return tl::unexpected(context.error());
        }
        m_tls = std::move(*context);
    }
    error_code failure;
    m_acceptor.open(endpoint->protocol(), failure);
    if (!failure) {
        m_acceptor.set_option(tcp::acceptor::reuse_address(true), failure);
        m_acceptor.bind(*endpoint, failure);
    }
    if (!failure) {
        m_acceptor.listen(1024, failure);
    }
    if (failure) {
        return base::fail(base::Error::Kind::Network, QStringLiteral("cannot listen on %1: %2").arg(config.listen, text(failure)));
    }
    accept();
    return {};
}

QString HttpServer::url() const
{
    error_code ignored;
    const auto local = m_acceptor.local_endpoint(ignored);
    const QString address = QString::fromStdString(local.address().to_string());
    const QString host = local.address().is_v6() ? u'[' + address + u']' : address;
    return (m_tls ? u"https://" : u"http://") + host + u':' + QString::number(local.port());
}

void HttpServer::accept()
{
    m_acceptor.async_accept([this](error_code failure, tcp::socket socket) {
        if (failure == asio::error::operation_aborted) {
            return;
        }
        if (!failure) {
            take(std::move(socket));
            return accept();
        }
        // Out of descriptors: those who are here go on, the next one waits a moment.
        qCWarning(base::lcHttp) << "a connection was not accepted:" << failure.value();
        m_pause.expires_after(200ms);
        m_pause.async_wait([this](error_code aborted) {
            if (!aborted) {
                accept();
            }
        });
    });
}

void HttpServer::take(tcp::socket socket)
{
    error_code failure;
    const auto remote = socket.remote_endpoint(failure);
    if (failure) {
        return;
    }
    const QString address = addressOf(remote);
    const int open = m_perAddress[address];
    if (m_clients.size() >= kMostConnections || (m_config.mostPerAddress > 0 && open >= m_config.mostPerAddress)) {
        if (open == 0) {
            m_perAddress.erase(address);
        }
        return; // closes it
    }
    ++m_perAddress[address];
    const auto client = startConnection(std::move(socket), m_tls.get(), weak_from_this(), address);
    m_clients.emplace(client.get(), client);
}

void HttpServer::closed(const HttpClient *client, const QString &address)
{
    m_clients.erase(client);
    const auto count = m_perAddress.find(address);
    if (count != m_perAddress.end() && --count->second <= 0) {
        m_perAddress.erase(count);
    }
}

void HttpServer::stop()
{
    m_routes.stopping();
    error_code ignored;
    m_acceptor.close(ignored);
    m_pause.cancel();
    std::vector<std::shared_ptr<HttpClient>> all;
    for (const auto &[key, weak] : m_clients) {
        if (auto client = weak.lock()) {
            all.push_back(std::move(client));
        }
    }
    for (const auto &client : all) {
        client->drain();
    }
}

} // namespace comptoir::service
