// SPDX-License-Identifier: GPL-3.0-or-later
#include "EventStream.h"

#include "Limits.h"
#include "Log.h"

#include <QNetworkReply>
#include <QPointer>

namespace comptoir::net {

EventStream::EventStream(QNetworkReply *reply, const Limits &limits, QObject *parent)
    : QObject(parent)
    , m_reply(reply)
    , m_limits(limits)
    , m_parser(wire::kMostEventBytes)
{
    m_reply->setParent(this);
    m_idle.setSingleShot(true);
    connect(&m_idle, &QTimer::timeout, this, &EventStream::finish);
    connect(m_reply, &QNetworkReply::requestSent, this, [this] { m_idle.start(m_limits.idleMs); });
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &EventStream::onHeaders);
    connect(m_reply, &QNetworkReply::readyRead, this, &EventStream::onBytes);
    connect(m_reply, &QNetworkReply::finished, this, &EventStream::finish);
    m_idle.start(m_limits.connectMs);
}

EventStream::~EventStream() = default;

void EventStream::close()
{
    finish();
}

void EventStream::onHeaders()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_open || status != 200) {
        return;
    }
    m_open = true;
    m_idle.start(m_limits.idleMs);
    Q_EMIT opened();
}

void EventStream::onBytes()
{
    onHeaders();
    if (m_done || !m_open) {
        return;
    }
    m_idle.start(m_limits.idleMs);
    const auto events = m_parser.feed(m_reply->readAll());
    if (!events) {
        qCWarning(base::lcNet, "%s", qUtf8Printable(events.error().message));
        finish();
        return;
    }
    const QPointer<EventStream> self(this);
    for (const QByteArray &event : *events) {
        if (self && !m_done) {
            Q_EMIT arrived(event);
        }
    }
}

void EventStream::finish()
{
    if (m_done) {
        return;
    }
    m_done = true;
    m_idle.stop();
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    m_reply->disconnect(this);
    m_reply->abort();
    Q_EMIT closed(status);
    deleteLater();
}

} // namespace comptoir::net
