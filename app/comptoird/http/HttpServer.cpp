// SPDX-License-Identifier: GPL-3.0-or-later
#include "HttpServer.h"

#include "HttpLimits.h"
#include "Log.h"
#include "SocketPath.h"
#include "TlsContext.h"

#include <QFile>

#include <sys/stat.h>

namespace comptoir::service {

namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

constexpr QLatin1String kUnix("unix:");

tl::unexpected<base::Error> cannotListen(const QString &where, const error_code &failure)
{
    return base::fail(base::Error::Kind::Network,
                      QStringLiteral("cannot listen on %1: %2").arg(where, QString::fromStdString(failure.message())));
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
        return base::fail(base::Error::Kind::Invalid,
                          QStringLiteral("%1 is not an address and a port, such as 127.0.0.1:8470").arg(listen));
    }
    return tcp::endpoint(address, port);
}

} // namespace

HttpServer::HttpServer(asio::io_context &io, Routes::Parts parts)
    : m_io(io)
    , m_routes(std::move(parts))
    , m_acceptor(io)
    , m_local(io)
    , m_pause(io)
{}

HttpServer::~HttpServer() = default;

base::Result<> HttpServer::start(const Config &config)
{
    m_config = config;
    if (!config.certificate.isEmpty()) {
        auto context = tlsContext(config.certificate, config.key);
        if (!context) {
            return tl::unexpected(context.error());
        }
        m_tls = std::move(*context);
    }
    return config.listen.startsWith(kUnix) ? listenLocally(config.listen.mid(kUnix.size())) : listenOn(config.listen);
}

bool HttpServer::isPlace(const QString &listen)
{
    return listen.startsWith(kUnix) ? listen.size() > kUnix.size() : endpointOf(listen).has_value();
}

base::Result<> HttpServer::listenOn(const QString &address)
{
    const auto endpoint = endpointOf(address);
    if (!endpoint) {
        return tl::unexpected(endpoint.error());
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
        return cannotListen(address, failure);
    }
    accept();
    return {};
}

base::Result<> HttpServer::listenLocally(const QString &path)
{
    if (m_tls) {
        return base::fail(base::Error::Kind::Invalid, QStringLiteral("TLS is the proxy's where a unix socket is listened on"));
    }
    struct stat there
    {};
    if (::lstat(QFile::encodeName(path).constData(), &there) == 0 && !S_ISSOCK(there.st_mode)) {
        return base::fail(base::Error::Kind::Invalid, QStringLiteral("%1 is there and is no socket: it is not replaced").arg(path));
    }
    const SocketPath socket(path);
    error_code failure;
    m_local.open(asio::local::stream_protocol(), failure);
    if (!failure) {
        QFile::remove(path); // the data folder is locked by us: a socket that lies there is of a service that was killed
        const mode_t before = ::umask(S_IRWXO);
        m_local.bind(asio::local::stream_protocol::endpoint(socket.reachable()), failure);
        ::umask(before);
    }
    if (!failure) {
        m_local.listen(1024, failure);
    }
    if (failure) {
        return cannotListen(path, failure);
    }
    acceptLocally();
    return {};
}

QString HttpServer::url() const
{
    if (m_local.is_open()) {
        return m_config.listen;
    }
    error_code ignored;
    const auto local = m_acceptor.local_endpoint(ignored);
    const QString address = QString::fromStdString(local.address().to_string());
    const QString host = local.address().is_v6() ? u'[' + address + u']' : address;
    return (m_tls ? u"https://" : u"http://") + host + u':' + QString::number(local.port());
}

void HttpServer::accept()
{
    m_acceptor.async_accept([this](error_code failure, tcp::socket socket) {
        if (!failure) {
            take(std::move(socket));
        }
        goOn(failure, &HttpServer::accept);
    });
}

void HttpServer::acceptLocally()
{
    m_local.async_accept([this](error_code failure, asio::local::stream_protocol::socket socket) {
        if (!failure && m_clients.size() < kMostConnections) {
            const auto client = startConnection(std::move(socket), weak_from_this());
            m_clients.emplace(client.get(), client);
        }
        goOn(failure, &HttpServer::acceptLocally);
    });
}

void HttpServer::goOn(const error_code &failure, void (HttpServer::*next)())
{
    if (failure == asio::error::operation_aborted) {
        return;
    }
    if (!failure) {
        return (this->*next)();
    }
    // Out of descriptors: those who are here go on, the next one waits a moment.
    qCWarning(base::lcHttp) << "a connection was not accepted:" << failure.value();
    m_pause.expires_after(200ms);
    m_pause.async_wait([this, next](error_code aborted) {
        if (!aborted) {
            (this->*next)();
        }
    });
}

void HttpServer::take(tcp::socket socket)
{
    error_code failure;
    const auto remote = socket.remote_endpoint(failure);
    if (failure) {
        return;
    }
    const QString address = limitedAs(remote.address());
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
    if (m_local.is_open()) {
        m_local.close(ignored);
        QFile::remove(m_config.listen.mid(kUnix.size()));
    }
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
