// SPDX-License-Identifier: GPL-3.0-or-later
#include "LocalMessage.h"

#include "Tuning.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace comptoir::net {

using base::Error;
using base::fail;
using base::Result;
using desk::CallEvent;

namespace {

constexpr qsizetype kMostNumber = 64;
constexpr qsizetype kMostCallId = 128;
constexpr qsizetype kMostLogin = 128; // as at the service

bool isNumber(QStringView text)
{
    const auto fits = [](QChar c) { return (c >= u'0' && c <= u'9') || QStringView(u"+*#.-/() ").contains(c); };
    return !text.isEmpty() && text.size() <= kMostNumber && std::all_of(text.begin(), text.end(), fits);
}

bool isCallersNumber(QStringView text)
{
    return text.isEmpty() || isNumber(text) || text == u"anonymous" || text == u"unknown" || text == u"withheld" || text == u"restricted";
}

bool isToken(QStringView text, qsizetype most)
{
    return text.size() <= most && std::all_of(text.begin(), text.end(), [](QChar c) { return c > u' ' && c < QChar(0x7F); });
}

template <class Message, class IdType>
Result<LocalMessage> navigation(QStringView id)
{
    const auto uuid = base::Uuid::fromString(id);
    if (!uuid) {
        return fail(Error::Kind::Invalid, QStringLiteral("the address names no ticket and no call"));
    }
    return LocalMessage{Message{IdType{*uuid}}};
}

std::optional<CallEvent::Kind> eventKind(QStringView word)
{
    if (word == u"ring") {
        return CallEvent::Kind::Ring;
    }
    if (word == u"answer") {
        return CallEvent::Kind::Answer;
    }
    return word == u"hangup" ? std::optional(CallEvent::Kind::HangUp) : std::nullopt;
}

QString wordOf(CallEvent::Kind kind)
{
    return kind == CallEvent::Kind::Ring  ? QStringLiteral("ring")
        : kind == CallEvent::Kind::Answer ? QStringLiteral("answer")
                                          : QStringLiteral("hangup");
}

} // namespace

Result<LocalMessage> messageFromUri(const QString &uri)
{
    if (uri.toUtf8().size() > kMostUriBytes) {
        return fail(Error::Kind::Invalid, QStringLiteral("the address is longer than %1 bytes").arg(kMostUriBytes));
    }
    const QStringView text(uri);
    if (text.startsWith(u"comptoir://ticket/")) {
        return navigation<ShowTicket, domain::TicketId>(text.sliced(18));
    }
    if (text.startsWith(u"comptoir://call/")) {
        return navigation<ShowCall, domain::ContactId>(text.sliced(16));
    }
    if (text.startsWith(u"tel:", Qt::CaseInsensitive)) {
        // RFC 3966 parameters (`;ext=`, `;phone-context=`) are read over.
        const QString number = text.sliced(4).toString().section(u';', 0, 0).replace(QLatin1String("%20"), QLatin1String(" "));
        if (isNumber(number)) {
            return LocalMessage{ShowNumber{number}};
        }
    }
    return fail(Error::Kind::Invalid, QStringLiteral("only comptoir://ticket/<id>, comptoir://call/<id> and tel:<number> are understood"));
}

Result<LocalMessage> messageFromCallEvent(const QString &kind, const QString &number, const QString &callId, const QString &extension)
{
    const auto what = eventKind(kind);
    if (!what) {
        return fail(Error::Kind::Invalid, QStringLiteral("--call-event is ring, answer or hangup"));
    }
    if (!isCallersNumber(number)) {
        return fail(Error::Kind::Invalid, QStringLiteral("--number is a telephone number of at most 64 characters, or anonymous"));
    }
    if (callId.isEmpty() || !isToken(callId, kMostCallId)) {
        return fail(Error::Kind::Invalid, QStringLiteral("--call-id is needed: at most 128 printable characters without spaces"));
    }
    if (!isToken(extension, kMostNumber)) {
        return fail(Error::Kind::Invalid, QStringLiteral("--extension is at most 64 printable characters without spaces"));
    }
    CallEvent event;
    event.kind = *what;
    event.number = number;
    event.callId = callId;
    event.line = extension;
    return LocalMessage{event};
}

QByteArray encode(const LocalMessage &message)
{
    QJsonObject json;
    if (const auto *ticket = std::get_if<ShowTicket>(&message)) {
        json.insert(QStringLiteral("uri"), QString(QStringLiteral("comptoir://ticket/") + ticket->ticket.toString()));
    } else if (const auto *call = std::get_if<ShowCall>(&message)) {
        json.insert(QStringLiteral("uri"), QString(QStringLiteral("comptoir://call/") + call->contact.toString()));
    } else if (const auto *number = std::get_if<ShowNumber>(&message)) {
        json.insert(QStringLiteral("uri"), QString(QStringLiteral("tel:") + number->number));
    } else if (const auto *event = std::get_if<CallEvent>(&message)) {
        json = {{QStringLiteral("event"), wordOf(event->kind)},
                {QStringLiteral("number"), event->number},
                {QStringLiteral("call_id"), event->callId},
                {QStringLiteral("extension"), event->line}};
    } else if (const auto &window = std::get<ShowWindow>(message); !window.login.isEmpty()) {
        json.insert(QStringLiteral("login"), window.login.left(kMostLogin));
    }
    return QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n';
}

Result<LocalMessage> decode(const QByteArray &line)
{
    if (line.size() > kMostLocalMessageBytes) {
        return fail(Error::Kind::Full, QStringLiteral("a local message is too long"));
    }
    const QJsonDocument document = QJsonDocument::fromJson(line);
    if (!document.isObject()) {
        return fail(Error::Kind::Protocol, QStringLiteral("a local message cannot be read"));
    }
    const QJsonObject json = document.object();
    if (json.isEmpty()) {
        return LocalMessage{ShowWindow{}};
    }
    if (json.contains(QLatin1String("login"))) {
        return LocalMessage{ShowWindow{json.value(QLatin1String("login")).toString().left(kMostLogin)}};
    }
    if (json.contains(QLatin1String("uri"))) {
        return messageFromUri(json.value(QLatin1String("uri")).toString());
    }
    return messageFromCallEvent(json.value(QLatin1String("event")).toString(), json.value(QLatin1String("number")).toString(),
                                json.value(QLatin1String("call_id")).toString(), json.value(QLatin1String("extension")).toString());
}

} // namespace comptoir::net
