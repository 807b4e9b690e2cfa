// SPDX-License-Identifier: GPL-3.0-or-later
#include "BaresipEvents.h"
#include "BaresipSource.h"
#include "Catch.h"
#include "FakeHttp.h"
#include "Netstrings.h"
#include "Random.h"

#include <QJsonDocument>
#include <QTcpServer>
#include <QTcpSocket>

using namespace comptoir;
using namespace comptoir::tests;
using desk::CallEvent;

namespace {

const QByteArray
    kIncoming = R"({"event":true,"type":"CALL_INCOMING","class":"call","accountaor":"sip:4201@127.0.0.1:5070","direction":"incoming",
"peeruri":"sip:0556102030@127.0.0.1:5080","peerdisplayname":"MARTIN Claire","id":"1-893@127.0.0.1","param":""})";
const QByteArray kEstablished =
    R"({"event":true,"type":"CALL_ESTABLISHED","class":"call","account":"sip:4201@x","direction":"incoming","peer":"sip:0556102030@x","id":"1-893@127.0.0.1"})";
const QByteArray kClosed =
    R"({"event":true,"type":"CALL_CLOSED","class":"call","direction":"incoming","id":"1-893@127.0.0.1","param":"Connection reset by peer"})";

/// baresip's side of the wire.
struct Softphone : QTcpServer
{
    QTcpSocket *peer = nullptr;
    net::Netstrings frames{65536};
    QList<QJsonObject> commands;
    bool answers = true;

    Softphone()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            peer = nextPendingConnection();
            connect(peer, &QTcpSocket::readyRead, this, [this] {
                const auto whole = frames.feed(peer->readAll());
                REQUIRE(whole);
                for (const QByteArray &frame : *whole) {
                    const QJsonObject command = QJsonDocument::fromJson(frame).object();
                    commands << command;
                    if (answers) {
                        const QJsonObject reply{{QStringLiteral("response"), true},
                                                {QStringLiteral("ok"), true},
                                                {QStringLiteral("token"), command.value(u"token")}};
                        send(QJsonDocument(reply).toJson(QJsonDocument::Compact));
                    }
                }
            });
        });
    }

    void send(const QByteArray &json) { peer->write(net::Netstrings::framed(json)); }
};

struct Rig
{
    Softphone softphone;
    net::BaresipSource source{QStringLiteral("127.0.0.1"), softphone.serverPort()};
    QList<CallEvent> events;
    int failures = 0;

    Rig()
    {
        QObject::connect(&source, &desk::CallSource::happened, &source, [this](const CallEvent &event) { events << event; });
        QObject::connect(&source, &net::BaresipSource::commandFailed, &source, [this] { ++failures; });
        source.start();
        REQUIRE(waitUntil([&] { return source.isConnected() && softphone.peer; }));
    }
};

} // namespace

TEST_CASE("a call's events are read as baresip writes them, several in one read", "[net][baresip]")
{
    Rig rig;
    rig.softphone.peer->write(
        net::Netstrings::framed(kIncoming) + net::Netstrings::framed("not json") + net::Netstrings::framed(kEstablished)
        + net::Netstrings::framed(R"({"event":true,"type":"REGISTER_OK","class":"register"})") + net::Netstrings::framed(kClosed));
    REQUIRE(waitUntil([&] { return rig.events.size() == 3; }));
    CHECK(rig.events[0].kind == CallEvent::Kind::Ring);
    CHECK(rig.events[0].number == u"0556102030");
    CHECK(rig.events[0].callerName == u"MARTIN Claire");
    CHECK(rig.events[0].line == u"4201");
    CHECK(rig.events[0].callId == u"1-893@127.0.0.1");
    CHECK(rig.events[1].kind == CallEvent::Kind::Answer);
    CHECK(rig.events[2].kind == CallEvent::Kind::HangUp);
    CHECK(rig.events[2].cause == u"normal");
}

TEST_CASE("a command names its call first, and hold is told when it was taken", "[net][baresip]")
{
    Rig rig;
    rig.source.answer(QStringLiteral("1-893@127.0.0.1"));
    rig.source.hold(QStringLiteral("1-893@127.0.0.1"));
    rig.source.transfer(QStringLiteral("1-893@127.0.0.1"), QStringLiteral("42 02"));
    REQUIRE(waitUntil([&] { return rig.softphone.commands.size() == 6 && !rig.events.empty(); }));
    QStringList names;
    for (const QJsonObject &command : rig.softphone.commands) {
        names << command.value(u"command").toString();
    }
    CHECK(names.join(u' ') == u"callfind accept callfind hold callfind transfer");
    CHECK(rig.softphone.commands[0].value(u"params").toString() == u"1-893@127.0.0.1");
    CHECK(rig.softphone.commands[5].value(u"params").toString() == u"4202");
    CHECK(rig.events.front().kind == CallEvent::Kind::Hold);
    rig.source.dial(QStringLiteral("0556;rm -rf"));
    CHECK(rig.failures == 1);
}

TEST_CASE("a softphone that does not answer a command is told of, not waited for", "[net][baresip]")
{
    Rig rig;
    rig.softphone.answers = false;
    rig.source.answer(QStringLiteral("x"));
    REQUIRE(waitUntil([&] { return rig.failures == 1; }, 6'000));
    CHECK(rig.softphone.commands.size() == 1); // without its call found, accept would strike another
}

TEST_CASE("garbage ends the connection and it is made again", "[net][baresip]")
{
    Rig rig;
    rig.softphone.peer->write("GET / HTTP/1.1\r\n\r\n");
    REQUIRE(waitUntil([&] { return !rig.source.isConnected(); }));
    REQUIRE(waitUntil([&] { return rig.source.isConnected(); }, 6'000));
}

TEST_CASE("a lost softphone is tried again after a second, and twice as late after each try that failed", "[net][baresip]")
{
    Rig rig;
    const quint16 port = rig.softphone.serverPort();
    int lost = 0;
    QObject::connect(&rig.source, &desk::CallSource::connectedChanged, &rig.source, [&](bool connected) { lost += !connected; });
    bool late = false;
    QTimer::singleShot(1'600, &rig.source, [&] { late = !rig.source.isConnected(); });
    rig.softphone.peer->disconnectFromHost();
    REQUIRE(waitUntil([&] { return lost == 1; }));
    REQUIRE(waitUntil([&] { return rig.source.isConnected(); }, 6'000));
    CHECK_FALSE(late);
    CHECK(lost == 1);
    CHECK(rig.softphone.serverPort() == port);
}

TEST_CASE("netstrings come whole from any pieces and are bounded", "[net][netstring]")
{
    base::SeededRandom random(3);
    const QByteArray stream = "5:hello,0:,3:a,b,12:\"x\":{},[1]ab,";
    for (int round = 0; round < 200; ++round) {
        net::Netstrings frames(100);
        QList<QByteArray> out;
        for (qsizetype at = 0; at < stream.size();) {
            const auto step = static_cast<qsizetype>(1 + random.below(4));
            const auto whole = frames.feed(stream.mid(at, step));
            REQUIRE(whole);
            for (const QByteArray &frame : *whole) {
                out << frame;
            }
            at += step;
        }
        CHECK(out == QList<QByteArray>{"hello", "", "a,b", "\"x\":{},[1]ab"});
    }
    CHECK_FALSE(net::Netstrings(10).feed("11:xxxxxxxxxxx,"));
    CHECK_FALSE(net::Netstrings(10).feed("99999999999"));
    CHECK_FALSE(net::Netstrings(10).feed("-1:,"));
    CHECK_FALSE(net::Netstrings(10).feed(":,"));
    CHECK_FALSE(net::Netstrings(10).feed("2:abc"));
    CHECK(net::sipUser(QStringLiteral("\"M\" <sip:%2B33556@h;x=1>")) == u"+33556");
}
