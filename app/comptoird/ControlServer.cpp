// SPDX-License-Identifier: GPL-3.0-or-later
#include "ControlServer.h"

#include "ExitCode.h"
#include "Log.h"

#include <boost/asio/read_until.hpp>
#include <boost/asio/write.hpp>

#include <QFile>

#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

namespace comptoir::service {

namespace {

namespace asio = boost::asio;
using asio::local::stream_protocol;
using boost::system::error_code;

constexpr std::size_t kMostRequestBytes = 64 * 1024;

bool isOneOfUs(stream_protocol::socket &socket)
{
    ucred peer{};
    socklen_t size = sizeof(peer);
    if (::getsockopt(socket.native_handle(), SOL_SOCKET, SO_PEERCRED, &peer, &size) != 0) {
        return false;
    }
    return peer.uid == ::geteuid() || peer.uid == 0;
}

/// One command on its way: read, run, answered.
class Visit : public std::enable_shared_from_this<Visit>
{
public:
    Visit(stream_protocol::socket socket, ControlServer::Run run, std::shared_ptr<int> underWay)
        : m_socket(std::move(socket))
        , m_run(std::move(run))
        , m_underWay(std::move(underWay))
        , m_patience(m_socket.get_executor())
    {}
    ~Visit() { *m_underWay -= m_counted; }
    Visit(const Visit &) = delete;
    Visit &operator=(const Visit &) = delete;

    void start()
    {
        m_patience.expires_after(std::chrono::seconds(10));
        m_patience.async_wait([self = shared_from_this()](error_code aborted) {
            if (!aborted) {
                error_code ignored;
                self->m_socket.close(ignored);
            }
        });
        asio::async_read_until(m_socket, asio::dynamic_buffer(m_text, kMostRequestBytes), '\n',
                               [self = shared_from_this()](error_code failure, std::size_t) {
                                   self->m_patience.cancel();
                                   if (!failure) {
                                       self->perform();
                                   }
                               });
    }

private:
    void perform()
    {
        m_counted = 1;
        ++*m_underWay;
        const auto request = AdminRequest::decode(QByteArray::fromStdString(m_text));
        if (!request) {
            return answer({exitCodeOf(request.error().kind), request.error().message});
        }
        qCInfo(base::lcApp) << "through the socket:" << request->action;
        watch();
        m_run(*request,
              {[self = shared_from_this()](const AdminProgress &come) { self->tell(come.encode()); },
               [self = shared_from_this()](const AdminReply &reply) { self->answer(reply); }, m_isGone});
    }

    /// Nothing more is asked by who is answered; what they send all the same is read over. The reads end when they hang up, or with the
    /// connection.
    void watch()
    {
        m_socket.async_read_some(asio::buffer(m_more), [self = shared_from_this()](error_code failure, std::size_t) {
            if (failure) {
                self->m_isGone->store(true);
            } else {
                self->watch();
            }
        });
    }

    void answer(const AdminReply &reply)
    {
        m_answered = true;
        tell(reply.encode());
    }

    /// What was not sent yet gives way: only the last word counts.
    void tell(const QByteArray &message)
    {
        m_next = message.toStdString() + '\n';
        send();
    }

    void send()
    {
        if (m_sending) {
            return;
        }
        if (m_next.empty()) {
            if (m_answered) {
                error_code ignored;
                m_socket.close(ignored);
            }
            return;
        }
        m_sending = true;
        m_text = std::exchange(m_next, {});
        asio::async_write(m_socket, asio::buffer(m_text), [self = shared_from_this()](error_code failure, std::size_t) {
            self->m_sending = false;
            if (failure) {
                self->m_next.clear();
            }
            self->send();
        });
    }

    stream_protocol::socket m_socket;
    ControlServer::Run m_run;
    std::shared_ptr<int> m_underWay;
    int m_counted = 0;
    asio::steady_timer m_patience;
    std::string m_text;
    std::string m_next;
    std::array<char, 256> m_more{};
    bool m_sending = false;
    bool m_answered = false;
    std::shared_ptr<std::atomic<bool>> m_isGone = std::make_shared<std::atomic<bool>>(false);
};

} // namespace

base::Result<> ControlServer::start(const QString &socket)
{
    m_socket = socket;
    QFile::remove(socket); // the data folder is locked by us: what lies there is of a service that was killed
    const SocketPath path(socket);
    error_code failure;
    m_acceptor.open(stream_protocol(), failure);
    if (!failure) {
        const mode_t before = ::umask(S_IRWXG | S_IRWXO);
        m_acceptor.bind(stream_protocol::endpoint(path.reachable()), failure);
        ::umask(before);
    }
    if (!failure) {
        m_acceptor.listen(8, failure);
    }
    if (failure) {
        return base::fail(base::Error::Kind::Io,
                          QStringLiteral("the socket %1 cannot be made: %2").arg(socket, QString::fromStdString(failure.message())));
    }
    accept();
    return {};
}

void ControlServer::accept()
{
    m_acceptor.async_accept([this](error_code failure, stream_protocol::socket socket) {
        if (failure == asio::error::operation_aborted) {
            return;
        }
        if (failure) {
            return acceptLater(failure);
        }
        if (isOneOfUs(socket)) {
            std::make_shared<Visit>(std::move(socket), m_run, m_underWay)->start();
        }
        accept();
    });
}

void ControlServer::acceptLater(const error_code &failure)
{
    // Out of descriptors, most likely: the next command waits a moment.
    qCWarning(base::lcApp) << "a command was not accepted:" << failure.value();
    m_pause.expires_after(std::chrono::milliseconds(200));
    m_pause.async_wait([this](error_code aborted) {
        if (!aborted && m_acceptor.is_open()) {
            accept();
        }
    });
}

void ControlServer::stop()
{
    m_pause.cancel();
    error_code ignored;
    m_acceptor.close(ignored);
    QFile::remove(m_socket);
}

} // namespace comptoir::service
