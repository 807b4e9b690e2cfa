// SPDX-License-Identifier: GPL-3.0-or-later
#include "Exchange.h"

#include "Compression.h"

#include <QNetworkReply>

namespace comptoir::net {

using base::Error;
using base::fail;

namespace {

int retryAfter(const QNetworkReply &reply)
{
    bool number = false;
    const int seconds = reply.rawHeader(QByteArrayLiteral("Retry-After")).trimmed().toInt(&number);
    return number ? qBound(0, seconds, 3600) : 0;
}

/// How much of a file the service has; −1 where it does not say.
qint64 uploadOffset(const QNetworkReply &reply)
{
    bool number = false;
    const qint64 offset = reply.rawHeader(QByteArrayLiteral("Upload-Offset")).trimmed().toLongLong(&number);
    return number && offset >= 0 ? offset : -1;
}

} // namespace

Exchange::Exchange(QNetworkReply *reply, const Limits &limits, qint64 startedMs, Answer answer, QObject *parent)
    : QObject(parent)
    , m_reply(reply)
    , m_limits(limits)
    , m_startedMs(startedMs)
    , m_answer(std::move(answer))
{
    m_reply->setParent(this);
    m_idle.setSingleShot(true);
    m_total.setSingleShot(true);
    connect(&m_idle, &QTimer::timeout, this, [this] { expire(QStringLiteral("the service did not answer in time")); });
    connect(&m_total, &QTimer::timeout, this, [this] { expire(QStringLiteral("the service took too long")); });
    connect(m_reply, &QNetworkReply::requestSent, this, &Exchange::onSent);
    connect(m_reply, &QNetworkReply::uploadProgress, this, &Exchange::onSent);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &Exchange::onSent);
    connect(m_reply, &QNetworkReply::readyRead, this, &Exchange::onBytes);
    connect(m_reply, &QNetworkReply::finished, this, &Exchange::onFinished);
    // Until the first byte went out, what is waited for is the connection.
    m_idle.start(m_limits.connectMs);
    m_total.start(m_limits.totalMs);
}

Exchange::~Exchange() = default;

void Exchange::onSent()
{
    if (!m_done) {
        m_idle.start(m_limits.idleMs);
    }
}

void Exchange::onBytes()
{
    onSent();
    m_body += m_reply->readAll();
    if (m_body.size() > m_limits.mostBytes) {
        finish(fail(Error::Kind::Full, QStringLiteral("the service's answer is longer than %1 bytes").arg(m_limits.mostBytes)));
    }
}

void Exchange::expire(const QString &what)
{
    finish(fail(Error::Kind::Timeout, what));
}

void Exchange::onFinished()
{
    if (!m_done) {
        m_body += m_reply->readAll();
        finish(received());
    }
}

base::Result<sync::Response> Exchange::received()
{
    sync::Response out;
    out.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (out.status == 0) {
        return fail(Error::Kind::Network, QStringLiteral("the service was not reached: %1").arg(m_reply->errorString()));
    }
    // An answer that breaks off is no answer: half a page must not pass for a whole one.
    const auto error = m_reply->error();
    const bool ofTheConnection = error != QNetworkReply::NoError && error < QNetworkReply::ContentAccessDenied;
    if (ofTheConnection || error == QNetworkReply::ProtocolFailure) {
        return fail(Error::Kind::Network, QStringLiteral("the connection broke: %1").arg(m_reply->errorString()));
    }
    out.retryAfterS = retryAfter(*m_reply);
    out.offset = uploadOffset(*m_reply);
    const QByteArray encoding = m_reply->rawHeader(QByteArrayLiteral("Content-Encoding")).trimmed().toLower();
    if (encoding == "zstd") {
        auto plain = wire::decompress(m_body, m_limits.mostBytes);
        if (!plain) {
            return tl::unexpected(plain.error());
        }
        out.body = *plain;
    } else if (encoding.isEmpty() || encoding == "identity") {
        out.body = m_body;
    } else {
        return fail(Error::Kind::Protocol, QStringLiteral("the service's answer has an encoding nobody asked for"));
    }
    return out;
}

void Exchange::finish(const base::Result<sync::Response> &answer)
{
    if (m_done) {
        return;
    }
    m_done = true;
    m_idle.stop();
    m_total.stop();
    m_reply->disconnect(this);
    m_reply->abort();
    deleteLater();
    m_answer(answer);
}

} // namespace comptoir::net
