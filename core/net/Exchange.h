// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Result.h"
#include "Transport.h"

#include <QObject>
#include <QTimer>

#include <functional>

class QNetworkReply;

namespace comptoir::net {

/// One request to the service with its limits in time and size; deletes itself after it has answered.
class Exchange : public QObject
{
    Q_OBJECT

public:
    struct Limits
    {
        int connectMs;
        int idleMs;
        int totalMs;
        qsizetype mostBytes;
    };

    using Answer = std::function<void(const base::Result<sync::Response> &)>;

    /// Takes the reply over. `startedMs` is the boot clock's. `answer` is called once, unless this is destroyed before.
    Exchange(QNetworkReply *reply, const Limits &limits, qint64 startedMs, Answer answer, QObject *parent);
    ~Exchange() override;

    [[nodiscard]] qint64 startedMs() const { return m_startedMs; }
    /// Ends it with Timeout, saying what was waited for.
    void expire(const QString &what);

private:
    void onSent();
    void onBytes();
    void onFinished();
    void finish(const base::Result<sync::Response> &answer);
    [[nodiscard]] base::Result<sync::Response> received();

    QNetworkReply *m_reply;
    Limits m_limits;
    qint64 m_startedMs;
    Answer m_answer;
    QTimer m_idle;
    QTimer m_total;
    QByteArray m_body;
    bool m_done = false;
};

} // namespace comptoir::net
