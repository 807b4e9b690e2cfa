// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CallSource.h"
#include "Error.h"
#include "Netstrings.h"

#include <QTimer>

#include <deque>
#include <memory>

class QTcpSocket;

namespace comptoir::net {

/// The softphone baresip, spoken to through its module ctrl_tcp (TELEPHONY.md §3). Connects again by itself.
/// Commands go one at a time: the next waits for the answer to the last, or its time-out.
class BaresipSource : public desk::CallSource
{
    Q_OBJECT

public:
    BaresipSource(const QString &host, quint16 port, QObject *parent = nullptr);
    ~BaresipSource() override;

    void start();
    [[nodiscard]] bool controlsCalls() const override;
    [[nodiscard]] bool isConnected() const override;
    void answer(const QString &callId) override;
    void hangUp(const QString &callId) override;
    void hold(const QString &callId) override;
    void resume(const QString &callId) override;
    void transfer(const QString &callId, const QString &number) override;
    void dial(const QString &number) override;

Q_SIGNALS:
    /// The softphone refused a command, or did not answer it.
    void commandFailed(const comptoir::base::Error &error);

private:
    struct Command
    {
        QString name;
        QString params;
        desk::CallEvent after; ///< told once the command succeeded (hold raises no event of its own)
        bool tells = false;
    };

    void onConnected();
    void onBytes();
    void onLost();
    void retry();
    void take(const QByteArray &message);
    void takeReply(bool ok);
    /// The command on that call; baresip works on the call it was told to find.
    void onCall(const QString &callId, Command command);
    void enqueue(Command command);
    void sendNext();

    QString m_host;
    quint16 m_port;
    std::unique_ptr<QTcpSocket> m_socket;
    Netstrings m_frames;
    QTimer m_retry;
    QTimer m_replyTimeout;
    int m_retryMs;
    bool m_connected = false;
    bool m_lost = false; ///< since the last start: a loss is told by an error and as a disconnection
    bool m_awaits = false;
    int m_token = 0;
    std::deque<Command> m_queue;
};

} // namespace comptoir::net
