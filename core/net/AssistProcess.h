// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "AssistLauncher.h"
#include "AssistPolicy.h"

#include <QProcess>
#include <QUrl>

#include <functional>

namespace comptoir::net {

/// Starts the tools of the policy: a program with a list of arguments, or a URI through the desktop. Never a shell.
class AssistProcess : public desk::AssistLauncher
{
    Q_OBJECT

public:
    /// Hands a URI to the desktop; false where nothing takes it.
    using OpenUri = std::function<bool(const QUrl &)>;

    AssistProcess(AssistPolicy policy, OpenUri openUri, QObject *parent = nullptr);
    ~AssistProcess() override;

    [[nodiscard]] base::Result<Plan> plan(const domain::RemoteAccess &access) override;
    void launch(const Plan &plan) override;
    void terminate() override;

private:
    void start(const AssistCommand &command);
    void onLog();
    void onExit();
    void finish(const QString &outcome);

    AssistPolicy m_policy;
    OpenUri m_openUri;
    QHash<int, AssistCommand> m_commands;
    int m_lastHandle = 0;
    QProcess *m_process = nullptr;
    QByteArray m_line;
    bool m_reads = false;
    bool m_started = false;
    bool m_closing = false; ///< the operator ended it
    QString m_said; ///< the outcome its log told
};

/// What a line of TigerVNC's log tells: `started`, an outcome (`lost`, `auth_failed`, `unreachable`), or nothing.
[[nodiscard]] QString tigerVncEvent(QByteArrayView line);

} // namespace comptoir::net
