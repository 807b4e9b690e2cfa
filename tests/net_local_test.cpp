// SPDX-License-Identifier: GPL-3.0-or-later
#include "Catch.h"
#include "FakeHttp.h"
#include "LocalCalls.h"
#include "Random.h"

#include <QFile>
#include <QLocalSocket>
#include <QTemporaryDir>
#include <QThread>

#include <sys/stat.h>

using namespace comptoir;
using namespace comptoir::tests;

namespace {

/// Tells from another thread, as another process would.
base::Result<> told(const QString &path, const net::LocalMessage &message)
{
    base::Result<> answer;
    bool over = false;
    std::unique_ptr<QThread> thread(QThread::create([&] {
        answer = net::tellRunning(path, message);
        over = true;
    }));
    thread->start();
    (void)waitUntil([&] { return thread->isFinished(); });
    CHECK(over);
    return answer;
}

} // namespace

TEST_CASE("addresses navigate and nothing else is understood", "[net][local]")
{
    const auto id = base::Uuid::fromName("ticket");
    CHECK(std::get<net::ShowTicket>(*net::messageFromUri(QStringLiteral("comptoir://ticket/") + id.toString())).ticket.value == id);
    CHECK(std::get<net::ShowCall>(*net::messageFromUri(QStringLiteral("comptoir://call/") + id.toString())).contact.value == id);
    CHECK(std::get<net::ShowNumber>(*net::messageFromUri(QStringLiteral("tel:+33-5-56-10-20-30;ext=4"))).number == u"+33-5-56-10-20-30");
    for (const QString &bad : {QStringLiteral("comptoir://ticket/1"), QString(QStringLiteral("comptoir://delete/") + id.toString()),
                               QStringLiteral("tel:"), QStringLiteral("tel:javascript:x"), QStringLiteral("http://x"), QString(300, u'a'),
                               QString(QStringLiteral("comptoir://ticket/") + id.toString() + QStringLiteral("?claim=1"))}) {
        CHECK_FALSE(net::messageFromUri(bad));
    }
}

TEST_CASE("whatever bytes come, they decode to a message or to an error", "[net][local]")
{
    base::SeededRandom random(5);
    const QByteArray seed = net::encode(
        *net::messageFromCallEvent(QStringLiteral("ring"), QStringLiteral("4201"), QStringLiteral("c1"), QStringLiteral("4201")));
    for (int round = 0; round < 50'000; ++round) {
        QByteArray line = seed;
        for (quint64 i = random.below(5); i > 0; --i) {
            line[static_cast<qsizetype>(random.below(static_cast<quint64>(line.size())))] = static_cast<char>(random.below(256));
        }
        const auto message = net::decode(line);
        if (message && std::holds_alternative<desk::CallEvent>(*message)) {
            const auto &event = std::get<desk::CallEvent>(*message);
            if (event.number.size() > 64 || event.callId.size() > 128) {
                FAIL("beyond the limits");
            }
        }
    }
    CHECK_FALSE(net::decode(QByteArray(2'000, ' ')));
    CHECK_FALSE(net::messageFromCallEvent(QStringLiteral("dial"), {}, QStringLiteral("c"), {}));
    CHECK_FALSE(net::messageFromCallEvent(QStringLiteral("ring"), QStringLiteral("4201; rm"), QStringLiteral("c"), {}));
    CHECK_FALSE(net::messageFromCallEvent(QStringLiteral("ring"), QStringLiteral("4201"), {}, {}));
}

TEST_CASE("the running console hears its own user, once at a time", "[net][local]")
{
    QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("console.sock"));
    CHECK(net::tellRunning(path, net::ShowWindow{}).error().kind == base::Error::Kind::NotFound);
    net::LocalCalls calls;
    REQUIRE(calls.listen(path));
    struct stat seen
    {};
    REQUIRE(::stat(QFile::encodeName(path).constData(), &seen) == 0);
    CHECK((seen.st_mode & 0777) == 0600);
    net::LocalCalls second;
    CHECK(second.listen(path).error().kind == base::Error::Kind::Locked);

    QList<desk::CallEvent> events;
    QObject::connect(&calls, &desk::CallSource::happened, &calls, [&](const desk::CallEvent &event) { events << event; });
    REQUIRE(told(path,
                 *net::messageFromCallEvent(QStringLiteral("ring"), QStringLiteral("05 56 10 20 30"), QStringLiteral("c1"),
                                            QStringLiteral("4201"))));
    REQUIRE(waitUntil([&] { return events.size() == 1; }));
    CHECK(events.front().number == u"05 56 10 20 30");
    CHECK(events.front().line == u"4201");

    QLocalSocket rude;
    rude.connectToServer(path);
    rude.write(QByteArray(5'000, 'x'));
    REQUIRE(waitUntil([&] { return rude.state() == QLocalSocket::UnconnectedState; }));
    CHECK(events.size() == 1);
}

TEST_CASE("who wants another operator's window is told whose runs, and it comes forward all the same", "[net][local]")
{
    QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("console.sock"));
    net::LocalCalls calls;
    REQUIRE(calls.listen(path));
    int wanted = 0;
    QObject::connect(&calls, &net::LocalCalls::windowWanted, &calls, [&] { ++wanted; });
    CHECK(told(path, net::ShowWindow{QStringLiteral("bernard")})); // nobody is in
    calls.setOperator(QStringLiteral("amelie"));
    CHECK(told(path, net::ShowWindow{}));
    CHECK(told(path, net::ShowWindow{QStringLiteral("Amelie")}));
    const auto answer = told(path, net::ShowWindow{QStringLiteral("bernard")});
    REQUIRE_FALSE(answer);
    CHECK(answer.error().kind == base::Error::Kind::Locked);
    CHECK(answer.error().message.contains(u"amelie"));
    CHECK(wanted == 4);
    CHECK(std::get<net::ShowWindow>(*net::decode(net::encode(net::ShowWindow{QStringLiteral("zoé")}))).login == u"zoé");
}
