// SPDX-License-Identifier: GPL-3.0-or-later
#include "Catch.h"
#include "Clock.h"
#include "Compression.h"
#include "FakeHttp.h"
#include "HttpTransport.h"
#include "ServiceAddress.h"
#include "SseParser.h"

#include <QElapsedTimer>
#include <QTcpSocket>
#include <QTimer>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace comptoir;
using namespace comptoir::tests;
using base::Error;

namespace {

QByteArray tokens(const QByteArray &access, const QByteArray &refresh)
{
    wire::SessionReply reply;
    reply.accessToken = access;
    reply.accessExpiresInS = 900;
    reply.refreshToken = refresh;
    reply.operatorId = domain::OperatorId{base::Uuid::fromName("amelie")};
    reply.operatorName = QStringLiteral("Amélie");
    reply.deviceCode = QStringLiteral("7K");
    reply.epoch = "e";
    return FakeHttp::reply(200, reply.encode());
}

struct Line
{
    base::SystemClock clock;
    net::Session session{domain::DeviceId{base::Uuid::fromName("device")}};
    std::unique_ptr<net::HttpTransport> transport;

    explicit Line(const QString &address)
    {
        auto opened = net::HttpTransport::open({QUrl(address), {}}, session, clock);
        REQUIRE(opened);
        transport = std::move(*opened);
        transport->setLimits({300, 400, 1'500, 500});
    }

    base::Result<sync::Response> send(const sync::Request &request)
    {
        auto future = transport->send(request);
        REQUIRE(waitUntil([&] { return future.isFinished(); }));
        return future.result();
    }
};

/// A listener whose queue is full: further connections are neither taken nor refused, as behind a firewall that swallows them.
struct BlackHole
{
    int listener = ::socket(AF_INET, SOCK_STREAM, 0);
    std::vector<int> fillers;
    sockaddr_in address{};

    BlackHole()
    {
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        auto *raw = reinterpret_cast<sockaddr *>(&address);
        REQUIRE(::bind(listener, raw, size) == 0);
        REQUIRE(::getsockname(listener, raw, &size) == 0);
        REQUIRE(::listen(listener, 0) == 0);
        for (int i = 0; i < 4; ++i) {
            fillers.push_back(::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0));
            (void)::connect(fillers.back(), raw, size);
        }
    }
    ~BlackHole()
    {
        ::close(listener);
        for (const int one : fillers) {
            ::close(one);
        }
    }
    [[nodiscard]] int port() const { return ntohs(address.sin_port); }
};

const sync::Request kPlain{QByteArrayLiteral("GET"), QStringLiteral("/healthz"), {}, false};
const sync::Request kOps{QByteArrayLiteral("POST"), QStringLiteral("/v1/ops"), QByteArrayLiteral("{}"), true};

} // namespace

TEST_CASE("every status is an answer and zstd is unpacked", "[net][http]")
{
    FakeHttp service([](const FakeHttp::Request &request) {
        return request.path == "/healthz" ? FakeHttp::reply(503, "{}", "Retry-After: 7\r\n")
                                          : FakeHttp::reply(200, wire::compress("{\"a\":1}"), "Content-Encoding: zstd\r\n");
    });
    Line line(service.address());
    const auto busy = line.send(kPlain);
    REQUIRE(busy);
    CHECK(busy->status == 503);
    CHECK(busy->retryAfterS == 7);
    const auto packed = line.send({"GET", QStringLiteral("/v1/x"), {}, false});
    REQUIRE(packed);
    CHECK(packed->body == "{\"a\":1}");
}

TEST_CASE("a redirection is not followed", "[net][http]")
{
    FakeHttp service([](const FakeHttp::Request &) { return FakeHttp::reply(302, {}, "Location: http://127.0.0.1:1/\r\n"); });
    Line line(service.address());
    CHECK(line.send(kPlain)->status == 302);
    CHECK(service.seen.size() == 1);
}

TEST_CASE("a service that takes the connection and says nothing is away in time", "[net][http]")
{
    FakeHttp silent([](const FakeHttp::Request &) { return QByteArray(); });
    Line line(silent.address());
    QElapsedTimer timer;
    timer.start();
    const auto answer = line.send(kPlain);
    REQUIRE_FALSE(answer);
    CHECK(answer.error().kind == Error::Kind::Timeout);
    CHECK(timer.elapsed() < 1'500);
}

TEST_CASE("a connection that hangs is given up in time, on http, on https and on events", "[net][http]")
{
    const BlackHole hole;
    FakeHttp mute([](const FakeHttp::Request &) { return QByteArray(); }); // takes the connection, never shakes hands for TLS
    const QStringList addresses{QStringLiteral("http://127.0.0.1:%1").arg(hole.port()),
                                QStringLiteral("https://127.0.0.1:%1").arg(hole.port()),
                                QStringLiteral("https://127.0.0.1:%1").arg(mute.serverPort())};
    for (const QString &address : addresses) {
        INFO(address.toStdString());
        Line line(address);
        QElapsedTimer timer;
        timer.start();
        const auto answer = line.send(kPlain);
        REQUIRE_FALSE(answer);
        CHECK(answer.error().kind == Error::Kind::Timeout);
        CHECK(timer.elapsed() >= 250);
        CHECK(timer.elapsed() < 1'500);
        bool closed = false;
        QObject::connect(line.transport.get(), &sync::Transport::eventsClosed, line.transport.get(), [&] { closed = true; });
        line.session.useRefreshToken("r1");
        line.transport->openEvents();
        CHECK(waitUntil([&] { return closed; }, 1'500));
    }
}

TEST_CASE("an answer that trickles for ever is given up in the end", "[net][http]")
{
    QTcpServer trickling;
    trickling.listen(QHostAddress::LocalHost);
    QTimer drip;
    QObject::connect(&trickling, &QTcpServer::newConnection, &trickling, [&] {
        QTcpSocket *peer = trickling.nextPendingConnection();
        peer->write("HTTP/1.1 200 x\r\nContent-Length: 1000\r\n\r\n");
        QObject::connect(&drip, &QTimer::timeout, peer, [peer] { peer->write("x"); });
        drip.start(50);
    });
    Line line(QStringLiteral("http://127.0.0.1:%1").arg(trickling.serverPort()));
    QElapsedTimer timer;
    timer.start();
    const auto answer = line.send(kPlain);
    REQUIRE_FALSE(answer);
    CHECK(answer.error().kind == Error::Kind::Timeout);
    CHECK(timer.elapsed() >= 1'400);
    CHECK(timer.elapsed() < 3'000);
}

TEST_CASE("an answer that breaks off is no answer", "[net][http]")
{
    FakeHttp service([](const FakeHttp::Request &) { return QByteArray("HTTP/1.1 200 x\r\nContent-Length: 100\r\n\r\nhalf"); });
    Line line(service.address());
    CHECK_FALSE(line.send(kPlain));
    QTcpServer closed;
    closed.listen(QHostAddress::LocalHost);
    Line nobody(QStringLiteral("http://127.0.0.1:%1").arg(closed.serverPort()));
    closed.close();
    const auto refused = nobody.send(kPlain);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == Error::Kind::Network);
}

TEST_CASE("an expired token is renewed once, however many wait for it", "[net][http]")
{
    int renewals = 0;
    FakeHttp service([&](const FakeHttp::Request &request) {
        if (request.path == "/v1/session/refresh") {
            ++renewals;
            return tokens("fresh", "r2");
        }
        return FakeHttp::reply(request.token == "fresh" ? 200 : 401);
    });
    Line line(service.address());
    line.session.useRefreshToken("r1");
    auto first = line.transport->send(kOps);
    auto second = line.transport->send(kOps);
    REQUIRE(waitUntil([&] { return first.isFinished() && second.isFinished(); }));
    CHECK(first.result()->status == 200);
    CHECK(second.result()->status == 200);
    CHECK(renewals == 1);
    CHECK(line.session.refreshToken() == "r2");
}

TEST_CASE("what a renewal under way brings after the session was closed is not taken, and nothing asks for the password", "[net][http]")
{
    int ended = 0;
    FakeHttp service([&](const FakeHttp::Request &request) {
        ended += request.path == "/v1/ops" ? 1 : 0;
        return tokens("fresh", "r2");
    });
    Line line(service.address());
    line.session.useRefreshToken("r1");
    int told = 0;
    QObject::connect(&line.session, &net::Session::renewed, &line.session, [&] { ++told; });
    QObject::connect(line.transport.get(), &sync::Transport::signInNeeded, line.transport.get(), [&] { ++told; });
    auto asked = line.transport->send(kOps);
    line.session.close();
    REQUIRE(waitUntil([&] { return asked.isFinished(); }));
    CHECK(service.seen.size() == 1);
    CHECK_FALSE(asked.result());
    CHECK(line.session.accessToken().isEmpty());
    CHECK_FALSE(line.session.canRenew());
    CHECK(told == 0);
    CHECK(ended == 0);
}

TEST_CASE("a renewal for which this console is too old is told as such, not as a service that is away", "[net][http]")
{
    FakeHttp service([](const FakeHttp::Request &request) {
        return FakeHttp::reply(request.path == "/v1/session/refresh" ? 426 : 401, R"({"code":"min_protocol","min_protocol":2})");
    });
    Line line(service.address());
    line.session.useRefreshToken("r1");
    const auto answer = line.send(kOps);
    REQUIRE(answer);
    CHECK(answer->status == 426);
    CHECK(line.session.refreshToken() == "r1"); // a newer console goes on with it
}

TEST_CASE("a sign-in that is refused for good asks for the password, and nothing is tried in a circle", "[net][http]")
{
    FakeHttp service([](const FakeHttp::Request &) { return FakeHttp::reply(401); });
    Line line(service.address());
    line.session.useRefreshToken("r1");
    int asked = 0;
    QObject::connect(line.transport.get(), &sync::Transport::signInNeeded, line.transport.get(), [&] { ++asked; });
    CHECK(line.send(kOps)->status == 401);
    CHECK(asked == 1);
    CHECK(service.seen.size() == 1);
    CHECK_FALSE(line.session.canRenew());
}

TEST_CASE("events arrive whole from any pieces, and a silent stream is closed", "[net][http]")
{
    FakeHttp service([](const FakeHttp::Request &request) {
        return request.path == "/v1/session/refresh"
            ? tokens("fresh", "r2")
            : QByteArray("HTTP/1.1 200 x\r\nContent-Type: text/event-stream\r\n\r\n: hello\n\ndata: {\"a\":1}\n\ndata: x\ndata: y\n\n");
    });
    Line line(service.address());
    line.session.useRefreshToken("r1");
    QList<QByteArray> events;
    bool closed = false;
    QObject::connect(line.transport.get(), &sync::Transport::eventArrived, line.transport.get(),
                     [&](const QByteArray &event) { events << event; });
    QObject::connect(line.transport.get(), &sync::Transport::eventsClosed, line.transport.get(), [&] { closed = true; });
    line.transport->openEvents();
    REQUIRE(waitUntil([&] { return closed; }, 3'000));
    CHECK(events == QList<QByteArray>{"{\"a\":1}", "x\ny"});
}

TEST_CASE("the parser of events takes every line end, one byte at a time, and is bounded", "[net][sse]")
{
    net::SseParser parser(64);
    QList<QByteArray> out;
    for (const char c : QByteArray("\xEF\xBB\xBF"
                                   "data: a\r\n\r\nid: 3\rdata:b\r\rdata\n\nevent: x\n\n")) {
        const auto events = parser.feed(QByteArrayView(&c, 1));
        REQUIRE(events);
        for (const QByteArray &event : *events) {
            out << event;
        }
    }
    CHECK(out == QList<QByteArray>{"a", "b", ""});
    CHECK_FALSE(net::SseParser(64).feed(QByteArray(100, 'x')));
}

TEST_CASE("a service is https, or http on this machine", "[net][http]")
{
    CHECK(net::serviceUrl(QStringLiteral("desk.example.org"))->toString() == u"https://desk.example.org");
    CHECK(net::serviceUrl(QStringLiteral("http://127.0.0.1:8470/"))->toString() == u"http://127.0.0.1:8470");
    for (const char *bad : {"http://desk.example.org", "ftp://127.0.0.1", "https://u:p@host", "https://host?x=1", "", "https://",
                            "http://127.0.0.1.example.org"}) {
        CHECK_FALSE(net::serviceUrl(QString::fromUtf8(bad)));
    }
}
