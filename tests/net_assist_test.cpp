// SPDX-License-Identifier: GPL-3.0-or-later
#include "AssistPolicy.h"
#include "AssistProcess.h"
#include "Catch.h"
#include "FakeHttp.h"
#include "Random.h"

#include <QFile>
#include <QTemporaryDir>

#include <unistd.h>

using namespace comptoir;
using namespace comptoir::tests;

TEST_CASE("the built-in policy starts each tool as it is told", "[net][assist]")
{
    const auto policy = net::AssistPolicy::builtIn();
    const auto vnc = policy.command({QStringLiteral("vnc"), QStringLiteral("pc-04471.example.org::5901")});
    REQUIRE(vnc);
    CHECK(vnc->second.program == u"/usr/bin/xtigervncviewer");
    CHECK(vnc->second.arguments.back() == u"pc-04471.example.org::5901");
    CHECK(policy.command({QStringLiteral("vnc"), QStringLiteral("10.0.0.1:2")})->second.arguments.back() == u"10.0.0.1::5902");
    CHECK(policy.command({QStringLiteral("VNC"), QStringLiteral("[fe80::1]::5900")})->second.arguments.back() == u"[fe80::1]::5900");
    CHECK(policy.command({QStringLiteral("vnc"), QStringLiteral(" pc-04471 \n")})->second.arguments.back() == u"pc-04471::5900");
    CHECK(policy.command({QStringLiteral("rustdesk"), QStringLiteral("123456789")})->second.uri == u"rustdesk://123456789");
    CHECK(policy.command({QStringLiteral("anydesk"), QStringLiteral("123 456 789")})->second.uri == u"anydesk:123456789");
    CHECK(policy.command({QStringLiteral("teamviewer"), QStringLiteral("1234567890")})->second.uri
          == u"https://start.teamviewer.com/1234567890");
    CHECK(policy.command({QStringLiteral("bomgar"), QStringLiteral("x")}).error().kind == base::Error::Kind::NotFound);
}

TEST_CASE("no target ever adds an argument or begins one with a hyphen", "[net][assist]")
{
    const auto policy = net::AssistPolicy::builtIn();
    const auto expected = policy.tools().front().arguments.size();
    base::SeededRandom random(11);
    const QString alphabet = QStringLiteral("-a0.: /[]{}@$%\\\"'`;&|\n\t\u202e\u0000éx::");
    const QStringList nasty{QStringLiteral("-via=x"),  QStringLiteral("--"),       QStringLiteral("-h::5900"),
                            QStringLiteral("a -b::1"), QStringLiteral("a\n::1"),   QStringLiteral("{host}::1"),
                            QStringLiteral("a::-1"),   QStringLiteral("a::70000"), QStringLiteral("")};
    int accepted = 0;
    for (int round = 0; round < 60'000; ++round) {
        QString target = round < nasty.size() ? nasty[round] : QString();
        for (quint64 i = random.below(14); round >= nasty.size() && i > 0; --i) {
            target += alphabet[static_cast<qsizetype>(random.below(static_cast<quint64>(alphabet.size())))];
        }
        for (const char *tool : {"vnc", "rustdesk", "anydesk", "teamviewer"}) {
            const auto made = policy.command({QLatin1String(tool), target});
            if (!made) {
                continue;
            }
            ++accepted;
            const auto &command = made->second;
            const bool isUri = command.program.isEmpty();
            if (isUri ? command.uri.contains(u' ') || command.uri.contains(u'\n')
                      : command.arguments.size() != expected || command.arguments.back().startsWith(u'-')) {
                FAIL("target " << target.toStdString());
            }
        }
    }
    CHECK(accepted > 0);
    for (const QString &target : nasty) {
        INFO(target.toStdString());
        CHECK_FALSE(policy.command({QStringLiteral("vnc"), target}));
    }
}

TEST_CASE("a policy that could start anything else is refused", "[net][assist]")
{
    const auto tool = [](const char *body) {
        return net::AssistPolicy::fromJson(QByteArray("{\"tools\":[{\"name\":\"x\",") + body + "}]}");
    };
    CHECK(tool("\"program\":\"/usr/bin/true\",\"arguments\":[\"{host}\"]"));
    CHECK(tool("\"uri\":\"https://mesh.example.org/?gotonode={id}&hide=31\""));
    for (const char *bad :
         {"\"uri\":\"https://mesh.example.org/{id}\",\"arguments\":[\"{host}\"]", "\"program\":\"true\"",
          "\"program\":\"/bin/sh\",\"arguments\":[\"-c\",\"{id}\"]", "\"program\":\"/usr/bin/python3.11\"", "\"program\":\"/opt/x.bat\"",
          "\"program\":\"/usr/bin/true\",\"arguments\":[\"{command}\"]", "\"program\":\"/usr/bin/true\",\"arguments\":[\"{host\"]",
          "\"program\":\"/usr/bin/{id}\"", "\"uri\":\"javascript:{id}\"", "\"uri\":\"file:///{id}\"", "\"uri\":\"https://{host}/\"",
          "\"uri\":\"http://x/{id}\"", "\"uri\":\"a:{id}\",\"program\":\"/usr/bin/true\"", "\"uri\":\"abc:{id}\",\"shell\":true",
          "\"program\":\"/usr/bin/true\",\"arguments\":[1]"}) {
        INFO(bad);
        CHECK_FALSE(tool(bad));
    }
    CHECK_FALSE(net::AssistPolicy::fromJson("[]"));
    CHECK_FALSE(net::AssistPolicy::fromJson("{"));
}

TEST_CASE("a policy file is root's and nobody else may write it", "[net][assist]")
{
    if (::getuid() != 0) {
        WARN("not root: skipped");
        return;
    }
    QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("assist.json"));
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("{\"tools\":[]}");
    file.close();
    const auto plain = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadOther;
    file.setPermissions(plain);
    CHECK(net::AssistPolicy::fromFile(path));
    file.setPermissions(plain | QFileDevice::WriteOther);
    CHECK(net::AssistPolicy::fromFile(path).error().kind == base::Error::Kind::Forbidden);
    file.setPermissions(plain);
    REQUIRE(::chown(QFile::encodeName(path).constData(), 65534, 65534) == 0);
    CHECK(net::AssistPolicy::fromFile(path).error().kind == base::Error::Kind::Forbidden);
    REQUIRE(QFile::link(QStringLiteral("/etc/passwd"), dir.filePath(QStringLiteral("link"))));
    CHECK_FALSE(net::AssistPolicy::fromFile(dir.filePath(QStringLiteral("link"))));
    CHECK_FALSE(net::AssistPolicy::fromFile(dir.filePath(QStringLiteral("none"))));
}

TEST_CASE("what TigerVNC writes is understood", "[net][assist]")
{
    CHECK(net::tigerVncEvent(" CConn:       Using pixel format depth 24 (32bpp) little-endian rgb888") == u"started");
    CHECK(net::tigerVncEvent(" CConn:       End of stream") == u"lost");
    CHECK(net::tigerVncEvent(" CConn:       Authentication failure: Authentication failed") == u"auth_failed");
    CHECK(net::tigerVncEvent(" unable to connect to socket: Connection refused (111)") == u"unreachable");
    CHECK(net::tigerVncEvent("DecodeManager: Detected 2 CPU core(s)").isEmpty());
}

TEST_CASE("a program that starts and ends is told of, and one that is not there is not offered", "[net][assist]")
{
    auto policy = net::AssistPolicy::fromJson(
        R"({"tools":[{"name":"x","program":"/usr/bin/sleep","arguments":["{digits}"]},{"name":"y","program":"/nowhere/z"}]})");
    REQUIRE(policy);
    net::AssistProcess process(*policy, [](const QUrl &) { return false; });
    bool started = false;
    QString outcome;
    QObject::connect(&process, &desk::AssistLauncher::started, &process, [&] { started = true; });
    QObject::connect(&process, &desk::AssistLauncher::ended, &process, [&](const QString &how) { outcome = how; });
    CHECK_FALSE(process.plan({QStringLiteral("y"), QStringLiteral("1")}));
    const auto plan = process.plan({QStringLiteral("x"), QStringLiteral("30")});
    REQUIRE(plan);
    CHECK(plan->shown == u"/usr/bin/sleep 30");
    process.launch(*plan);
    REQUIRE(waitUntil([&] { return started; }));
    process.terminate();
    REQUIRE(waitUntil([&] { return !outcome.isEmpty(); }));
    CHECK(outcome == u"closed");
}
