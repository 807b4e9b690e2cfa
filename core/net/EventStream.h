// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "SseParser.h"

#include <QObject>
#include <QTimer>

class QNetworkReply;

namespace comptoir::net {

/// One open stream of server-sent events; says `closed` once, then deletes itself.
class EventStream : public QObject
{
    Q_OBJECT

public:
    struct Limits
    {
        int connectMs;
        int idleMs;
    };

    /// Takes the reply over.
    EventStream(QNetworkReply *reply, const Limits &limits, QObject *parent);
    ~EventStream() override;
    void close();

Q_SIGNALS:
    void opened();
    void arrived(const QByteArray &message);
    /// `status` is the HTTP status, 0 where there was none.
    void closed(int status);

private:
    void onHeaders();
    void onBytes();
    void finish();

    QNetworkReply *m_reply;
    Limits m_limits;
    SseParser m_parser;
    QTimer m_idle;
    bool m_open = false;
    bool m_done = false;
};

} // namespace comptoir::net
