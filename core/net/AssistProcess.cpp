// SPDX-License-Identifier: GPL-3.0-or-later
#include "AssistProcess.h"

#include "Log.h"

#include <QFileInfo>

namespace comptoir::net {

using base::Error;
using base::fail;

namespace {

constexpr int kMostPlans = 64;
constexpr qsizetype kMostLine = 4096;

} // namespace

QString tigerVncEvent(QByteArrayView line)
{
    const QByteArray low = line.toByteArray().toLower();
    if (low.contains("cconn:") && low.contains("using pixel format")) {
        return QStringLiteral("started");
    }
    if (low.contains("authentication failure") || low.contains("authentication failed") || low.contains("no password configured")) {
        return QStringLiteral("auth_failed");
    }
    if (low.contains("unable to connect") || low.contains("unable to resolve host")) {
        return QStringLiteral("unreachable");
    }
    if (low.contains("end of stream") || low.contains("connection reset")) {
        return QStringLiteral("lost");
    }
    return {};
}

AssistProcess::AssistProcess(AssistPolicy policy, OpenUri openUri, QObject *parent)
    : AssistLauncher(parent)
    , m_policy(std::move(policy))
    , m_openUri(std::move(openUri))
{}

AssistProcess::~AssistProcess()
{
    if (m_process) {
        m_process->disconnect(this);
        m_process->kill();
    }
}

base::Result<AssistProcess::Plan> AssistProcess::plan(const domain::RemoteAccess &access)
{
    auto found = m_policy.command(access);
    if (!found) {
        return tl::unexpected(found.error());
    }
    const auto &[tool, command] = *found;
    if (!command.program.isEmpty() && !QFileInfo(command.program).isExecutable()) {
        return fail(Error::Kind::NotFound, QStringLiteral("%1 is not installed").arg(command.program));
    }
    Plan out;
    out.tool = tool->name;
    out.target = access.id;
    out.shown = command.shown();
    out.tracksEnd = command.tigerVncLog;
    out.handle = ++m_lastHandle;
    m_commands.insert(out.handle, command);
    m_commands.remove(out.handle - kMostPlans);
    return out;
}

void AssistProcess::launch(const Plan &plan)
{
    const auto command = m_commands.constFind(plan.handle);
    if (command == m_commands.cend() || m_process) {
        Q_EMIT ended(QStringLiteral("refused"));
        return;
    }
    m_started = m_closing = false;
    m_said.clear();
    m_line.clear();
    if (command->program.isEmpty()) {
        if (m_openUri(QUrl(command->uri, QUrl::StrictMode))) {
            m_started = true;
            Q_EMIT started();
        } else {
            Q_EMIT ended(QStringLiteral("not_installed"));
        }
        return;
    }
    start(*command);
}

void AssistProcess::start(const AssistCommand &command)
{
    m_reads = command.tigerVncLog;
    m_process = new QProcess(this);
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C")); // its log is read
    environment.remove(QStringLiteral("LANGUAGE"));
    m_process->setProcessEnvironment(environment);
    m_process->setStandardInputFile(QProcess::nullDevice());
    m_process->setStandardOutputFile(QProcess::nullDevice());
    connect(m_process, &QProcess::readyReadStandardError, this, &AssistProcess::onLog);
    connect(m_process, &QProcess::finished, this, &AssistProcess::onExit);
    connect(m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            finish(QStringLiteral("not_installed"));
        }
    });
    if (!m_reads) {
        connect(m_process, &QProcess::started, this, [this] {
            m_started = true;
            Q_EMIT started();
        });
    }
    m_process->start(command.program, command.arguments, QIODevice::ReadOnly);
}

void AssistProcess::onLog()
{
    m_line += m_process->readAllStandardError();
    for (qsizetype end = m_line.indexOf('\n'); end >= 0 && m_process; end = m_line.indexOf('\n')) {
        const QString event = m_reads ? tigerVncEvent(QByteArrayView(m_line).first(end)) : QString();
        m_line.remove(0, end + 1);
        if (event == u"started") {
            if (!m_started) {
                m_started = true;
                Q_EMIT started();
            }
        } else if (!event.isEmpty() && m_said.isEmpty()) {
            m_said = event;
        }
    }
    if (m_line.size() > kMostLine) {
        m_line.clear();
    }
}

void AssistProcess::onExit()
{
    if (m_reads) {
        m_line += '\n';
        onLog();
    }
    QString outcome = m_said;
    if (m_closing || (outcome.isEmpty() && (m_started || !m_reads))) {
        outcome = QStringLiteral("closed");
    } else if (outcome.isEmpty()) {
        outcome = QStringLiteral("refused");
    }
    finish(outcome);
}

void AssistProcess::finish(const QString &outcome)
{
    if (!m_process) {
        return;
    }
    m_process->disconnect(this);
    m_process->deleteLater();
    m_process = nullptr;
    qCInfo(base::lcNet, "remote help ended: %s", qUtf8Printable(outcome));
    Q_EMIT ended(outcome);
}

void AssistProcess::terminate()
{
    if (m_process) {
        m_closing = true;
        m_process->terminate();
    } else if (m_started) {
        m_started = false;
        Q_EMIT ended(QStringLiteral("closed"));
    }
}

} // namespace comptoir::net
