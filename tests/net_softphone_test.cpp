// SPDX-License-Identifier: GPL-3.0-or-later
#include "BaresipSource.h"
#include "Catch.h"
#include "FakeHttp.h"
#include "Paths.h"

#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QUdpSocket>

using namespace comptoir;
using namespace comptoir::tests;
using desk::CallEvent;

namespace {

/// A port that is free for both: baresip's SIP takes the two. Below those that the kernel gives to connections and to whoever asks for any:
/// one of these may be another test's by the time baresip takes it.
quint16 freePort()
{
    for (int tries = 0; tries < 200; ++tries) {
        const auto port = static_cast<quint16>(QRandomGenerator::global()->bounded(10'000, 32'000));
        QTcpServer tcp;
        QUdpSocket udp;
        if (tcp.listen(QHostAddress::LocalHost, port) && udp.bind(QHostAddress::LocalHost, port)) {
            return port;
        }
    }
    FAIL("no free port");
    return 0;
}

/// A real baresip with its configuration, and the console's source that speaks to it.
struct RealPhone
{
    QTemporaryDir dir;
    quint16 sip = freePort();
    quint16 control = freePort();
    QProcess process;
    net::BaresipSource source{QStringLiteral("127.0.0.1"), control};
    QList<CallEvent> events;

    /// `toPort`: where its calls go; 0 = nowhere.
    RealPhone(const QString &extension, quint16 toPort)
    {
        const QString folder = dir.filePath(extension);
        REQUIRE(QProcess::execute(QStringLiteral("bash"),
                                  {sourceDir() + QStringLiteral("/tests/support/baresip_setup.sh"), folder, QString::number(sip),
                                   QString::number(control), extension})
                == 0);
        if (toPort != 0) {
            QFile accounts(folder + QStringLiteral("/accounts"));
            REQUIRE(accounts.open(QIODevice::ReadWrite));
            const QByteArray line = accounts.readAll().trimmed() + ";outbound=\"sip:127.0.0.1:" + QByteArray::number(toPort)
                + ";transport=udp\"\n";
            REQUIRE(accounts.resize(0));
            REQUIRE(accounts.seek(0));
            accounts.write(line);
        }
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.setStandardInputFile(QProcess::nullDevice());
        process.start(QStringLiteral("baresip"), {QStringLiteral("-f"), folder});
        REQUIRE(process.waitForStarted());
        QObject::connect(&source, &desk::CallSource::happened, &source, [this](const CallEvent &event) { events << event; });
        source.start();
        const bool connected = waitUntil([&] { return source.isConnected(); }, 30'000);
        INFO("baresip said: " << process.readAll().toStdString());
        REQUIRE(connected);
    }
    ~RealPhone()
    {
        process.terminate();
        if (!process.waitForFinished(5'000)) {
            process.kill();
            process.waitForFinished(5'000);
        }
    }
    [[nodiscard]] bool heard(CallEvent::Kind kind) const
    {
        return std::any_of(events.begin(), events.end(), [kind](const CallEvent &event) { return event.kind == kind; });
    }
};

} // namespace

TEST_CASE("with real telephones: ring, answer, hold, resume, hang up, and the end of the softphone", "[net][baresip]")
{
    if (QStandardPaths::findExecutable(QStringLiteral("baresip")).isEmpty()) {
        WARN("baresip is not installed: skipped");
        return;
    }
    RealPhone desk(QStringLiteral("4201"), 0);
    RealPhone caller(QStringLiteral("4300"), desk.sip);
    caller.source.dial(QStringLiteral("4201"));
    REQUIRE(waitUntil([&] { return desk.heard(CallEvent::Kind::Ring); }, 15'000));
    const CallEvent ring = desk.events.front();
    CHECK(ring.number == u"4300");
    CHECK(ring.callerName == u"Poste 4300");
    CHECK_FALSE(ring.callId.isEmpty());
    desk.source.answer(ring.callId);
    REQUIRE(waitUntil([&] { return desk.heard(CallEvent::Kind::Answer); }, 15'000));
    desk.source.hold(ring.callId);
    REQUIRE(waitUntil([&] { return desk.heard(CallEvent::Kind::Hold); }, 15'000));
    desk.source.resume(ring.callId);
    REQUIRE(waitUntil([&] { return desk.heard(CallEvent::Kind::Resume); }, 15'000));
    desk.source.hangUp(ring.callId);
    REQUIRE(waitUntil([&] { return desk.heard(CallEvent::Kind::HangUp); }, 15'000));
    for (const CallEvent &event : desk.events) {
        CHECK(event.callId == ring.callId);
    }
    desk.process.kill();
    CHECK(waitUntil([&] { return !desk.source.isConnected(); }, 15'000));
}
