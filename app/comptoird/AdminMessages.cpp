// SPDX-License-Identifier: GPL-3.0-or-later
#include "Admin.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace comptoir::service {

namespace {

base::Result<QJsonObject> objectIn(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject()) {
        return base::fail(base::Error::Kind::Protocol, QStringLiteral("the other side of the socket spoke unexpectedly"));
    }
    return document.object();
}

QStringList textsIn(const QJsonValue &value)
{
    QStringList out;
    for (const QJsonValue &one : value.toArray()) {
        out.append(one.toString());
    }
    return out;
}

} // namespace

QByteArray AdminRequest::encode() const
{
    const QJsonObject out{{QStringLiteral("action"), action},
                          {QStringLiteral("subject"), subject},
                          {QStringLiteral("names"), QJsonArray::fromStringList(names)},
                          {QStringLiteral("name"), name},
                          {QStringLiteral("role"), role},
                          {QStringLiteral("extension"), extension},
                          {QStringLiteral("groups"), QJsonArray::fromStringList(groups)},
                          {QStringLiteral("password"), password},
                          {QStringLiteral("short_name"), shortName},
                          {QStringLiteral("code"), code},
                          {QStringLiteral("parent"), parent},
                          {QStringLiteral("numbering"), numbering.toText()},
                          {QStringLiteral("dry_run"), dryRun},
                          {QStringLiteral("from_ms"), fromMs},
                          {QStringLiteral("to_ms"), toMs},
                          {QStringLiteral("months"), months}};
    return QJsonDocument(out).toJson(QJsonDocument::Compact);
}

base::Result<AdminRequest> AdminRequest::decode(const QByteArray &json)
{
    return objectIn(json).and_then([](const QJsonObject &in) -> base::Result<AdminRequest> {
        const auto text = [&](const char *key) { return in.value(QLatin1String(key)).toString(); };
        const auto numbering = domain::NumberingPlan::fromText(text("numbering"));
        if (!numbering) {
            return base::fail(base::Error::Kind::Invalid, QStringLiteral("the ranges of extensions are not sound"));
        }
        return AdminRequest{text("action"),
                            text("subject"),
                            textsIn(in.value(QStringLiteral("names"))),
                            text("name"),
                            text("role"),
                            text("extension"),
                            textsIn(in.value(QStringLiteral("groups"))),
                            text("password"),
                            text("short_name"),
                            text("code"),
                            text("parent"),
                            *numbering,
                            in.value(QStringLiteral("dry_run")).toBool(),
                            in.value(QStringLiteral("from_ms")).toInteger(),
                            in.value(QStringLiteral("to_ms")).toInteger(),
                            in.value(QStringLiteral("months")).toInt()};
    });
}

QByteArray AdminReply::encode() const
{
    return QJsonDocument(QJsonObject{{QStringLiteral("exit_code"), exitCode},
                                     {QStringLiteral("text"), text},
                                     {QStringLiteral("remarks"), remarks},
                                     {QStringLiteral("report"), report}})
        .toJson(QJsonDocument::Compact);
}

base::Result<AdminReply> AdminReply::decode(const QByteArray &json)
{
    return objectIn(json).map([](const QJsonObject &in) {
        return AdminReply{in.value(QStringLiteral("exit_code")).toInt(1), in.value(QStringLiteral("text")).toString(),
                          in.value(QStringLiteral("remarks")).toString(), in.value(QStringLiteral("report")).toString()};
    });
}

QByteArray AdminProgress::encode() const
{
    return QJsonDocument(QJsonObject{{QStringLiteral("done"), done}, {QStringLiteral("of"), of}}).toJson(QJsonDocument::Compact);
}

std::optional<AdminProgress> AdminProgress::decode(const QByteArray &json)
{
    const QJsonObject in = QJsonDocument::fromJson(json).object();
    const QJsonValue of = in.value(QStringLiteral("of"));
    return of.isDouble() ? std::optional(AdminProgress{in.value(QStringLiteral("done")).toInteger(), of.toInteger()}) : std::nullopt;
}

} // namespace comptoir::service
