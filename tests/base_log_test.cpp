// SPDX-License-Identifier: GPL-3.0-or-later
#include "Catch.h"

#include "Log.h"
#include "LogFile.h"

#include <QFileInfo>
#include <QTemporaryDir>

using namespace comptoir::base;

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Gives the log back to standard error when a test ends.
struct LogRestored
{
    ~LogRestored() { qInstallMessageHandler(nullptr); }
};

} // namespace

TEST_CASE("the levels are read by name", "[base][log]")
{
    CHECK(logLevelFrom(QStringLiteral("debug")) == LogLevel::Debug);
    CHECK(logLevelFrom(QStringLiteral("error")) == LogLevel::Error);
    CHECK(logLevelFrom(QStringLiteral("loud")).error().kind == Error::Kind::Invalid);
}

TEST_CASE("the log keeps what its level asks for, in a file of its owner alone", "[base][log]")
{
    const LogRestored restored;
    const QTemporaryDir home;
    const QString folder = home.filePath(QStringLiteral("state/comptoir"));
    REQUIRE(startLog(QStringLiteral("console"), folder, LogLevel::Info));
    qCInfo(lcStore, "opened %d tables", 12);
    qCDebug(lcStore, "not this one");
    const QString path = folder + QStringLiteral("/console.log");
    const QByteArray log = contents(path);
    CHECK(log.endsWith("Z info comptoir.store opened 12 tables\n"));
    CHECK(log.count('\n') == 1);
    CHECK((QFileInfo(path).permissions() & (QFile::ReadGroup | QFile::ReadOther)) == QFile::Permissions());
    CHECK((QFileInfo(folder).permissions() & (QFile::ReadGroup | QFile::ReadOther)) == QFile::Permissions());
}

TEST_CASE("nothing in a message can forge a second line", "[base][log]")
{
    const QString hostile = QStringLiteral("a\nb\r\u2028c\u202Ed\u001B[31m\\");
    const QByteArray line = logLine("info", "comptoir.app", hostile);
    CHECK(line.count('\n') == 1);
    CHECK(line.endsWith("a\\nb\\u000d\\u2028c\\u202ed\\u001b[31m\\\\\n"));
    CHECK(logLine("info", nullptr, QString(100'000, u'x')).size() < 4'100);
}

TEST_CASE("a full log moves aside and one predecessor is kept", "[base][log]")
{
    const QTemporaryDir home;
    const QString path = home.filePath(QStringLiteral("a.log"));
    LogFile first(path);
    LogFile second(path);
    REQUIRE(first.open());
    REQUIRE(second.open());
    const QByteArray line = QByteArray(999'999, 'x') + '\n';
    for (int i = 0; i < 13; ++i) {
        first.append(line);
    }
    second.append("from the other process\n");
    CHECK(contents(path).endsWith("from the other process\n"));
    CHECK(QFileInfo(path).size() < 6'000'000);
    CHECK(QFileInfo(path + QStringLiteral(".1")).size() > 4'000'000);
    CHECK_FALSE(QFileInfo::exists(path + QStringLiteral(".2")));
}

TEST_CASE("a log that cannot be written is said at the start", "[base][log]")
{
    const auto started = startLog(QStringLiteral("console"), QStringLiteral("/proc/none"), LogLevel::Info);
    REQUIRE_FALSE(started);
    CHECK(started.error().kind == Error::Kind::Io);
}

TEST_CASE("the log folder follows XDG_STATE_HOME where it is absolute", "[base][log]")
{
    const QByteArray before = qgetenv("XDG_STATE_HOME");
    qputenv("XDG_STATE_HOME", "/srv/state");
    CHECK(defaultLogFolder() == QStringLiteral("/srv/state/comptoir"));
    qputenv("XDG_STATE_HOME", "relative");
    CHECK(defaultLogFolder().endsWith(QStringLiteral("/.local/state/comptoir")));
    qputenv("XDG_STATE_HOME", before);
}
