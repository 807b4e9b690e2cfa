// SPDX-License-Identifier: GPL-3.0-or-later
#include "HttpConnection.h"

#include "HttpLimits.h"
#include "HttpText.h"

#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>

namespace comptoir::service {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using beast::error_code;

using PlainStream = beast::tcp_stream;
using TlsStream = beast::ssl_stream<beast::tcp_stream>;
using LocalStream = beast::basic_stream<asio::local::stream_protocol>;
template <class Stream>
constexpr bool kIsTls = std::is_same_v<Stream, TlsStream>;

/// The reply to input that is refused before any route sees it; nothing where the client merely went away.
std::optional<HttpReply> replyTo(error_code failure)
{
    if (failure == http::error::header_limit) {
        return plainProblem(431, "The header is too large");
    }
    if (failure == http::error::body_limit) {
        return plainProblem(413, "The body is too large");
    }
    if (failure.category() == make_error_code(http::error::bad_method).category() && failure != http::error::end_of_stream
        && failure != http::error::partial_message) {
        return plainProblem(400, "Not a valid HTTP request");
    }
    return std::nullopt;
}

bool takesZstd(beast::string_view accepted)
{
    const auto at = accepted.find("zstd");
    return at != beast::string_view::npos && accepted.substr(at).substr(0, 8) != "zstd;q=0";
}

QByteArray bytesOf(beast::string_view text)
{
    return {text.data(), qsizetype(text.size())};
}

/// The address a proxy saw: the last one, which it wrote itself.
QString forwardedFor(beast::string_view list)
{
    const auto comma = list.rfind(',');
    std::string last(comma == beast::string_view::npos ? list : list.substr(comma + 1));
    last.erase(0, last.find_first_not_of(' '));
    error_code failure;
    const auto address = asio::ip::make_address(last, failure);
    return failure ? QStringLiteral("proxy") : limitedAs(address);
}

/// One connection: a request at a time, what comes after it waits in the buffer.
template <class Stream>
class Connection final : public HttpClient, public std::enable_shared_from_this<Connection<Stream>>
{
public:
    template <class... Args>
    Connection(std::weak_ptr<HttpHost> host, QString address, Args &&...args)
        : m_host(std::move(host))
        , m_address(std::move(address))
        , m_stream(std::forward<Args>(args)...)
        , m_heartbeat(m_stream.get_executor())
    {}
    ~Connection() override
    {
        if (const auto host = m_host.lock()) {
            if (m_source.ended) {
                m_source.ended();
            }
            host->closed(this, m_address);
        }
    }

    void start()
    {
        if constexpr (kIsTls<Stream>) {
            lowest().expires_after(kHandshakeTime);
            m_stream.async_handshake(asio::ssl::stream_base::server, [self = this->shared_from_this()](error_code failure) {
                if (!failure) {
                    self->await();
                }
            });
        } else {
            await();
        }
    }

    void reply(HttpReply reply) override
    {
        const bool keep = m_keepAlive && !m_draining;
        m_out = replyHead(reply, keep);
        if (!m_head) {
            m_out += reply.body;
        }
        m_busy = false;
        lowest().expires_after(kWriteTime);
        asio::async_write(m_stream, asio::buffer(m_out.constData(), size_t(m_out.size())),
                          [self = this->shared_from_this(), keep](error_code failure, std::size_t) {
                              if (failure || !keep) {
                                  self->finish();
                              } else {
                                  self->await();
                              }
                          });
    }

    void stream(EventSource source) override
    {
        m_source = std::move(source);
        m_streaming = true;
        // A stream stays for hours, and there are thousands: what the request needed goes.
        m_parser.reset();
        m_buffer.clear();
        m_buffer.shrink_to_fit();
        lowest().expires_never();
        watch();
        send(m_head ? streamHead() : QByteArray(streamHead() + ": hello\n\n"));
        beat();
    }

    void wake() override
    {
        if (!m_streaming || m_writing || m_over) {
            return;
        }
        if (m_head || m_draining || m_source.isOver()) {
            finish();
        } else if (const auto message = m_source.next()) {
            send("data: " + *message + "\n\n");
        }
    }

    void drain() override
    {
        m_draining = true;
        if (m_streaming) {
            wake();
        } else if (!m_busy) {
            finish();
        }
    }

private:
    [[nodiscard]] auto &lowest() { return beast::get_lowest_layer(m_stream); }

    /// Waits for the first byte of the next request, for longer than a request may take.
    void await()
    {
        m_parser.emplace();
        m_parser->header_limit(kMostHeaderBytes);
        m_parser->body_limit(kMostBodyBytes);
        m_out.clear();
        if (m_draining) {
            return finish();
        }
        if (m_buffer.size() > 0) {
            return readHeader();
        }
        lowest().expires_after(kIdleTime);
        m_stream.async_read_some(m_buffer.prepare(4096), [self = this->shared_from_this()](error_code failure, std::size_t bytes) {
            if (failure) {
                return self->finish();
            }
            self->m_buffer.commit(bytes);
            self->readHeader();
        });
    }

    void readHeader()
    {
        m_busy = true;
        lowest().expires_after(kHeaderTime);
        http::async_read_header(m_stream, m_buffer, *m_parser, [self = this->shared_from_this()](error_code failure, std::size_t) {
            if (failure) {
                return self->refuse(failure);
            }
            self->m_head = self->m_parser->get().method() == http::verb::head;
            if (beast::iequals(self->m_parser->get()[http::field::expect], "100-continue")) {
                return self->goOn();
            }
            self->readBody();
        });
    }

    void goOn()
    {
        m_out = "HTTP/1.1 100 Continue\r\n\r\n";
        asio::async_write(m_stream, asio::buffer(m_out.constData(), size_t(m_out.size())),
                          [self = this->shared_from_this()](error_code failure, std::size_t) {
                              if (!failure) {
                                  self->readBody();
                              }
                          });
    }

    void readBody()
    {
        lowest().expires_after(kBodyTime);
        http::async_read(m_stream, m_buffer, *m_parser, [self = this->shared_from_this()](error_code failure, std::size_t) {
            if (failure) {
                return self->refuse(failure);
            }
            self->serve();
        });
    }

    void serve()
    {
        const auto &message = m_parser->get();
        m_keepAlive = message.keep_alive();
        const auto target = message.target();
        if ((message.version() >= 11 && message.count(http::field::host) != 1) || target.empty() || target.front() != '/') {
            return refuse(http::error::bad_field);
        }
        HttpRequest request;
        request.head = m_head;
        request.method = m_head ? QByteArray("GET") : bytesOf(message.method_string());
        request.path = bytesOf(target.substr(0, target.find('?')));
        request.token = bearerToken(bytesOf(message[http::field::authorization]));
        request.range = bytesOf(message[http::field::range]);
        request.uploadOffset = bytesOf(message["Upload-Offset"]);
        request.body = bytesOf(message.body());
        request.address = m_address;
        if constexpr (std::is_same_v<Stream, LocalStream>) {
            request.address = forwardedFor(message["X-Forwarded-For"]);
        }
        request.takesZstd = takesZstd(message[http::field::accept_encoding]);
        if (const auto host = m_host.lock()) {
            host->serve(request, this->shared_from_this());
        }
    }

    void refuse(error_code failure)
    {
        m_keepAlive = false;
        if (auto answer = replyTo(failure)) {
            if (const auto host = m_host.lock()) {
                host->refused(answer->status);
            }
            reply(std::move(*answer));
        } else {
            finish();
        }
    }

    void send(const QByteArray &bytes)
    {
        m_writing = true;
        m_out = bytes;
        lowest().expires_after(kWriteTime);
        asio::async_write(m_stream, asio::buffer(m_out.constData(), size_t(m_out.size())),
                          [self = this->shared_from_this()](error_code failure, std::size_t) {
                              self->m_writing = false;
                              if (failure) {
                                  return self->finish();
                              }
                              self->wake();
                          });
    }

    /// Where bytes go that nobody looks at: one place for all connections, which live on one thread.
    static std::array<char, 4096> &ignored()
    {
        static std::array<char, 4096> bytes{};
        return bytes;
    }

    /// Reads on, only to learn when the client leaves.
    void watch()
    {
        m_stream.async_read_some(asio::buffer(ignored()), [self = this->shared_from_this()](error_code failure, std::size_t) {
            if (failure) {
                return self->finish();
            }
            self->watch();
        });
    }

    void beat()
    {
        m_heartbeat.expires_after(kHeartbeat);
        m_heartbeat.async_wait([self = this->shared_from_this()](error_code failure) {
            if (failure || self->m_over) {
                return;
            }
            if (!self->m_writing) {
                self->wake();
                if (!self->m_writing && !self->m_over) {
                    self->send(":\n\n");
                }
            }
            self->beat();
        });
    }

    void finish()
    {
        if (std::exchange(m_over, true)) {
            return;
        }
        m_heartbeat.cancel();
        if (m_source.ended) {
            std::exchange(m_source.ended, nullptr)();
        }
        error_code failure;
        lowest().socket().shutdown(asio::socket_base::shutdown_send, failure);
        linger();
    }

    /// Reads what the client still sends for a moment, so that the answer is not lost to a reset.
    void linger()
    {
        if (m_streaming || !m_out.startsWith("HTTP/1.1 4")) {
            return lowest().close();
        }
        lowest().expires_after(kLingerTime);
        drop();
    }

    void drop()
    {
        lowest().async_read_some(asio::buffer(ignored()), [self = this->shared_from_this()](error_code failure, std::size_t) {
            if (failure) {
                return self->lowest().close();
            }
            self->drop();
        });
    }

    std::weak_ptr<HttpHost> m_host;
    QString m_address;
    Stream m_stream;
    asio::steady_timer m_heartbeat;
    beast::flat_buffer m_buffer{kReadAheadBytes};
    std::optional<http::request_parser<http::string_body>> m_parser;
    QByteArray m_out;
    EventSource m_source;
    bool m_head = false;
    bool m_keepAlive = false;
    bool m_busy = false;
    bool m_streaming = false;
    bool m_writing = false;
    bool m_draining = false;
    bool m_over = false;
};

} // namespace

std::shared_ptr<HttpClient> startConnection(asio::ip::tcp::socket socket, asio::ssl::context *tls, std::weak_ptr<HttpHost> host,
                                            const QString &address)
{
    error_code ignored;
    socket.set_option(asio::ip::tcp::no_delay(true), ignored);
    if (tls) {
        auto connection = std::make_shared<Connection<TlsStream>>(host, address, std::move(socket), *tls);
        connection->start();
        return connection;
    }
    auto connection = std::make_shared<Connection<PlainStream>>(host, address, std::move(socket));
    connection->start();
    return connection;
}

std::shared_ptr<HttpClient> startConnection(asio::local::stream_protocol::socket socket, std::weak_ptr<HttpHost> host)
{
    auto connection = std::make_shared<Connection<LocalStream>>(host, QString(), std::move(socket));
    connection->start();
    return connection;
}

QString limitedAs(const asio::ip::address &address)
{
    if (!address.is_v6() || address.to_v6().is_v4_mapped()) {
        return QString::fromStdString(address.to_string());
    }
    auto bytes = address.to_v6().to_bytes();
    std::fill(bytes.begin() + 8, bytes.end(), static_cast<unsigned char>(0));
    return QString::fromStdString(asio::ip::address_v6(bytes).to_string());
}

} // namespace comptoir::service
