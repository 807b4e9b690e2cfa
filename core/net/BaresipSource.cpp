// SPDX-License-Identifier: GPL-3.0-or-later
#include "BaresipSource.h"

#include "BaresipEvents.h"
#include "Log.h"
#include "Tuning.h"

#include <QJsonDocument>
#include <QTcpSocket>

namespace comptoir::net {

using base::Error;
using desk::CallEvent;

namespace {

constexpr std::size_t kMostQueued = 32;

/// What may be dialled: a number or a SIP user, never a second parameter or another command.
bool isDiallable(const QString &number)
{
    const auto fits = [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || QStringView(u"+*#.-_@:").contains(c);
    };
    return !number.isEmpty() && number.size() <= 64 && std::all_of(number.begin(), number.end(), fits);
}

QString withoutSpaces(QString number)
{
    number.remove(u' ');
    return number;
}

/// A call id is baresip's own text; it is given back as it came unless it could end the parameter.
bool isCallId(const QString &id)
{
    return !id.isEmpty() && id.size() <= 128 && std::all_of(id.begin(), id.end(), [](QChar c) { return c > u' ' && c != QChar(0x7F); });
}

} // namespace

BaresipSource::BaresipSource(const QString &host, quint16 port, QObject *parent)
    : CallSource(parent)
    , m_host(host)
    , m_port(port)
    , m_socket(std::make_unique<QTcpSocket>())
    , m_frames(kMostSoftphoneBytes)
    , m_retryMs(kSoftphoneRetryMs)
{
    m_retry.setSingleShot(true);
    m_replyTimeout.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &BaresipSource::start);
    connect(&m_replyTimeout, &QTimer::timeout, this, [this] { takeReply(false); });
    connect(m_socket.get(), &QTcpSocket::connected, this, &BaresipSource::onConnected);
    connect(m_socket.get(), &QTcpSocket::readyRead, this, &BaresipSource::onBytes);
    connect(m_socket.get(), &QTcpSocket::disconnected, this, &BaresipSource::onLost);
    connect(m_socket.get(), &QTcpSocket::errorOccurred, this, &BaresipSource::onLost);
}

BaresipSource::~BaresipSource()
{
    m_socket->disconnect(this);
}

void BaresipSource::start()
{
    m_socket->abort();
    m_lost = false;
    m_socket->connectToHost(m_host, m_port);
    m_retry.start(kConnectMs); // a connection that hangs is tried anew
}

void BaresipSource::onConnected()
{
    m_retry.stop();
    m_retryMs = kSoftphoneRetryMs;
    m_frames.clear();
    m_connected = true;
    qCInfo(base::lcNet, "softphone connected");
    Q_EMIT connectedChanged(true);
}

void BaresipSource::onLost()
{
    if (std::exchange(m_lost, true)) {
        return;
    }
    m_replyTimeout.stop();
    m_awaits = false;
    m_queue.clear();
    if (m_connected) {
        m_connected = false;
        qCInfo(base::lcNet, "softphone lost");
        Q_EMIT connectedChanged(false);
    }
    retry();
}

void BaresipSource::retry()
{
    m_retry.start(m_retryMs);
    m_retryMs = qMin(m_retryMs * 2, kSoftphoneRetryMostMs);
}

void BaresipSource::onBytes()
{
    const auto messages = m_frames.feed(m_socket->readAll());
    if (!messages) {
        qCWarning(base::lcNet, "softphone: %s; connecting again", qUtf8Printable(messages.error().message));
        m_frames.clear();
        m_socket->abort(); // tells onLost
        return;
    }
    for (const QByteArray &message : *messages) {
        take(message);
    }
}

void BaresipSource::take(const QByteArray &message)
{
    const QJsonObject object = QJsonDocument::fromJson(message).object();
    if (object.value(QLatin1String("response")).toBool()) {
        // An answer to an earlier command that had timed out must not pass for this one's.
        if (m_awaits && object.value(QLatin1String("token")).toString() == QString::number(m_token)) {
            takeReply(object.value(QLatin1String("ok")).toBool());
        }
        return;
    }
    if (const auto event = baresipEvent(object)) {
        Q_EMIT happened(*event);
    }
}

void BaresipSource::takeReply(bool ok)
{
    m_replyTimeout.stop();
    if (!m_awaits || m_queue.empty()) {
        return;
    }
    m_awaits = false;
    const Command done = m_queue.front();
    m_queue.pop_front();
    if (!ok) {
        // Without its call found, the command after it would strike another call.
        if (done.name == u"callfind" && !m_queue.empty()) {
            m_queue.pop_front();
        }
        Q_EMIT commandFailed({Error::Kind::Timeout, QStringLiteral("the telephone did not take the command %1").arg(done.name)});
    } else if (done.tells) {
        Q_EMIT happened(done.after);
    }
    sendNext();
}

bool BaresipSource::controlsCalls() const
{
    return m_connected;
}

bool BaresipSource::isConnected() const
{
    return m_connected;
}

void BaresipSource::answer(const QString &callId)
{
    onCall(callId, {QStringLiteral("accept"), {}, {}, false});
}

void BaresipSource::hangUp(const QString &callId)
{
    onCall(callId, {QStringLiteral("hangup"), {}, {}, false});
}

void BaresipSource::hold(const QString &callId)
{
    CallEvent after;
    after.kind = CallEvent::Kind::Hold;
    after.callId = callId;
    onCall(callId, {QStringLiteral("hold"), {}, after, true});
}

void BaresipSource::resume(const QString &callId)
{
    CallEvent after;
    after.kind = CallEvent::Kind::Resume;
    after.callId = callId;
    onCall(callId, {QStringLiteral("resume"), {}, after, true});
}

void BaresipSource::transfer(const QString &callId, const QString &number)
{
    const QString to = withoutSpaces(number);
    if (!isDiallable(to)) {
        Q_EMIT commandFailed({Error::Kind::Invalid, QStringLiteral("this number cannot be dialled")});
        return;
    }
    onCall(callId, {QStringLiteral("transfer"), to, {}, false});
}

void BaresipSource::dial(const QString &number)
{
    const QString to = withoutSpaces(number);
    if (!isDiallable(to)) {
        Q_EMIT commandFailed({Error::Kind::Invalid, QStringLiteral("this number cannot be dialled")});
        return;
    }
    enqueue({QStringLiteral("dial"), to, {}, false});
}

void BaresipSource::onCall(const QString &callId, Command command)
{
    if (!isCallId(callId)) {
        Q_EMIT commandFailed({Error::Kind::Invalid, QStringLiteral("the telephone gave this call no usable name")});
        return;
    }
    enqueue({QStringLiteral("callfind"), callId, {}, false});
    enqueue(std::move(command));
}

void BaresipSource::enqueue(Command command)
{
    if (!m_connected || m_queue.size() >= kMostQueued) {
        Q_EMIT commandFailed({Error::Kind::Network, QStringLiteral("the telephone is not connected")});
        return;
    }
    m_queue.push_back(std::move(command));
    sendNext();
}

void BaresipSource::sendNext()
{
    if (m_awaits || m_queue.empty()) {
        return;
    }
    const Command &next = m_queue.front();
    const QJsonObject message{{QStringLiteral("command"), next.name},
                              {QStringLiteral("params"), next.params},
                              {QStringLiteral("token"), QString::number(++m_token)}};
    m_awaits = true;
    m_socket->write(Netstrings::framed(QJsonDocument(message).toJson(QJsonDocument::Compact)));
    m_replyTimeout.start(kSoftphoneReplyMs);
}

} // namespace comptoir::net
