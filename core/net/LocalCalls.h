// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "LocalMessage.h"

#include <memory>

class QLocalServer;
class QLocalSocket;

namespace comptoir::net {

/// The running console's ear on this machine: a socket only its own user may open (0600, and the peer's uid is checked).
/// As a CallSource it reports calls that any softphone tells through the command line; it commands none.
class LocalCalls : public desk::CallSource
{
    Q_OBJECT

public:
    explicit LocalCalls(QObject *parent = nullptr);
    ~LocalCalls() override;

    /// Locked where another console answers on that socket; Io where it cannot be made.
    [[nodiscard]] base::Result<> listen(const QString &path);

    /// Who is signed in; empty = nobody. Somebody who wants the window of another operator is told so, and sees this one.
    void setOperator(const QString &login) { m_login = login; }

    [[nodiscard]] bool controlsCalls() const override { return false; }
    [[nodiscard]] bool isConnected() const override { return false; }
    void answer(const QString &) override {}
    void hangUp(const QString &) override {}
    void hold(const QString &) override {}
    void resume(const QString &) override {}
    void transfer(const QString &, const QString &) override {}
    void dial(const QString &) override {}

Q_SIGNALS:
    void ticketWanted(comptoir::domain::TicketId id);
    void callWanted(comptoir::domain::ContactId id);
    void numberGiven(const QString &number);
    void windowWanted();

private:
    void onConnection();
    void onBytes(QLocalSocket *peer);
    void take(const LocalMessage &message);

    [[nodiscard]] bool isForAnother(const LocalMessage &message) const;

    std::unique_ptr<QLocalServer> m_server;
    QString m_login;
};

/// `$XDG_RUNTIME_DIR/comptoir-<profile>.sock`; where there is no such folder, one under the profile's.
[[nodiscard]] QString localSocketPath(const QString &profileFolder);

/// Gives a message to the running console and waits for its word (at most 2 s; for the start of the program, before any window).
/// NotFound where none runs, Locked where it is another operator's, Refused where it did not take the message.
[[nodiscard]] base::Result<> tellRunning(const QString &path, const LocalMessage &message);

} // namespace comptoir::net
