// SPDX-License-Identifier: GPL-3.0-or-later
#include "Log.h"

#include "LogFile.h"

#include <QDir>

#include <cstdio>
#include <memory>
#include <mutex>

namespace comptoir::base {

Q_LOGGING_CATEGORY(lcApp, "comptoir.app")
Q_LOGGING_CATEGORY(lcStore, "comptoir.store")
Q_LOGGING_CATEGORY(lcSync, "comptoir.sync")
Q_LOGGING_CATEGORY(lcNet, "comptoir.net")
Q_LOGGING_CATEGORY(lcDesk, "comptoir.desk")
Q_LOGGING_CATEGORY(lcCentral, "comptoir.central")
Q_LOGGING_CATEGORY(lcHttp, "comptoir.http")
Q_LOGGING_CATEGORY(lcUi, "comptoir.ui")

namespace {

/// Where the log goes. Messages come from every thread, so the lines queue here.
struct Sink
{
    std::mutex lock;
    std::unique_ptr<LogFile> file;
};

Sink &sink()
{
    static Sink one;
    return one;
}

QByteArray levelWord(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg: return QByteArrayLiteral("debug");
    case QtInfoMsg: return QByteArrayLiteral("info");
    case QtWarningMsg: return QByteArrayLiteral("warning");
    case QtCriticalMsg:
    case QtFatalMsg: break;
    }
    return QByteArrayLiteral("error");
}

void write(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const QByteArray line = logLine(levelWord(type), context.category, message);
    Sink &to = sink();
    const std::lock_guard guard(to.lock);
    if (to.file) {
        to.file->append(line);
    }
    if (!to.file || (type != QtDebugMsg && type != QtInfoMsg)) {
        std::fwrite(line.constData(), 1, static_cast<size_t>(line.size()), stderr);
    }
}

/// Our categories from `level` on; those of Qt and its plug-ins from warnings on, for they may name what was typed.
QString filterRules(LogLevel level)
{
    QString rules = QStringLiteral("*.debug=false\n*.info=false\n");
    if (level >= LogLevel::Info) {
        rules += QStringLiteral("comptoir.*.info=true\n");
    }
    if (level >= LogLevel::Debug) {
        rules += QStringLiteral("comptoir.*.debug=true\n");
    }
    if (level < LogLevel::Warning) {
        rules += QStringLiteral("*.warning=false\n");
    }
    return rules;
}

} // namespace

Result<LogLevel> logLevelFrom(const QString &word)
{
    if (word == QStringLiteral("error")) {
        return LogLevel::Error;
    }
    if (word == QStringLiteral("warning")) {
        return LogLevel::Warning;
    }
    if (word == QStringLiteral("info")) {
        return LogLevel::Info;
    }
    if (word == QStringLiteral("debug")) {
        return LogLevel::Debug;
    }
    return fail(Error::Kind::Invalid, QStringLiteral("a log level is error, warning, info or debug"));
}

Result<> startLog(const QString &program, const QString &folder, LogLevel level)
{
    std::unique_ptr<LogFile> file;
    if (!folder.isEmpty()) {
        file = std::make_unique<LogFile>(QDir(folder).filePath(program + QStringLiteral(".log")));
        if (const Result<> opened = file->open(); !opened) {
            return opened;
        }
    }
    {
        const std::lock_guard guard(sink().lock);
        sink().file = std::move(file);
    }
    QLoggingCategory::setFilterRules(filterRules(level));
    qInstallMessageHandler(write);
    return {};
}

QString defaultLogFolder()
{
    const QString state = qEnvironmentVariable("XDG_STATE_HOME");
    // The XDG specification has a relative path ignored.
    const QString root = QDir::isAbsolutePath(state) ? state : QDir::homePath() + QStringLiteral("/.local/state");
    return root + QStringLiteral("/comptoir");
}

} // namespace comptoir::base
