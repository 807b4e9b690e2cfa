// SPDX-License-Identifier: GPL-3.0-or-later
#include "BaresipEvents.h"

#include <QUrl>

namespace comptoir::net {

using desk::CallEvent;

namespace {

constexpr qsizetype kMostText = 128;

QString either(const QJsonObject &message, QLatin1String first, QLatin1String second)
{
    const QString text = message.value(first).toString();
    return (text.isEmpty() ? message.value(second).toString() : text).left(512);
}

std::optional<CallEvent::Kind> kindOf(const QString &type, bool incoming)
{
    if (type == u"CALL_INCOMING") {
        return CallEvent::Kind::Ring;
    }
    if ((type == u"CALL_RINGING" || type == u"CALL_PROGRESS" || type == u"CALL_OUTGOING") && !incoming) {
        return CallEvent::Kind::Ring;
    }
    if (type == u"CALL_ESTABLISHED") {
        return CallEvent::Kind::Answer;
    }
    return type == u"CALL_CLOSED" ? std::optional(CallEvent::Kind::HangUp) : std::nullopt;
}

} // namespace

std::optional<CallEvent> baresipEvent(const QJsonObject &message)
{
    if (!message.value(QLatin1String("event")).toBool()) {
        return std::nullopt;
    }
    const bool incoming = message.value(QLatin1String("direction")).toString() != u"outgoing";
    const auto kind = kindOf(message.value(QLatin1String("type")).toString(), incoming);
    const QString id = message.value(QLatin1String("id")).toString().left(kMostText);
    if (!kind || id.isEmpty()) {
        return std::nullopt;
    }
    CallEvent event;
    event.kind = *kind;
    event.callId = id;
    event.number = sipUser(either(message, QLatin1String("peeruri"), QLatin1String("peer")));
    event.callerName = message.value(QLatin1String("peerdisplayname")).toString().left(kMostText);
    event.line = sipUser(either(message, QLatin1String("accountaor"), QLatin1String("account")));
    event.direction = incoming ? domain::Direction::In : domain::Direction::Out;
    if (*kind == CallEvent::Kind::HangUp) {
        event.cause = baresipCause(message.value(QLatin1String("param")).toString());
    }
    return event;
}

QString sipUser(const QString &uri)
{
    QString text = uri.trimmed();
    if (const qsizetype open = text.indexOf(u'<'); open >= 0) {
        text = text.mid(open + 1).section(u'>', 0, 0);
    }
    for (const QLatin1String scheme : {QLatin1String("sips:"), QLatin1String("sip:"), QLatin1String("tel:")}) {
        if (text.startsWith(scheme, Qt::CaseInsensitive)) {
            text = text.mid(scheme.size());
            break;
        }
    }
    text = text.contains(u'@') ? text.section(u'@', 0, 0) : text.section(u':', 0, 0);
    text = text.section(u';', 0, 0);
    return QUrl::fromPercentEncoding(text.toUtf8()).left(64);
}

QString baresipCause(const QString &param)
{
    const QString low = param.toLower();
    if (low.contains(QLatin1String("busy"))) {
        return QStringLiteral("busy");
    }
    if (low.contains(QLatin1String("cancel")) || low.startsWith(QLatin1String("487"))) {
        return QStringLiteral("cancelled");
    }
    if (low.contains(QLatin1String("timeout")) || low.contains(QLatin1String("timed out")) || low.startsWith(QLatin1String("408"))
        || low.startsWith(QLatin1String("480"))) {
        return QStringLiteral("no_answer");
    }
    const bool refused = low.size() >= 3 && low.front() >= u'4' && low.front() <= u'6' && low.left(3).toInt() >= 400;
    return refused ? QStringLiteral("failed") : low.isEmpty() ? QString() : QStringLiteral("normal");
}

} // namespace comptoir::net
