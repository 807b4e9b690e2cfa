// SPDX-License-Identifier: GPL-3.0-or-later
#include "JsonReading.h"

#include "SourceFile.h"
#include "TextLimits.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace comptoir::central {

base::Result<QJsonObject> jsonObject(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json.startsWith("\xEF\xBB\xBF") ? json.sliced(3) : json, &error);
    if (error.error != QJsonParseError::NoError) {
        const qint64 line = QByteArrayView(json).first(std::min<qsizetype>(error.offset, json.size())).count('\n') + 1;
        return tl::unexpected(lineError(line, QStringLiteral("is not JSON (%1)").arg(error.errorString())));
    }
    if (!document.isObject()) {
        return tl::unexpected(lineError(1, QStringLiteral("is JSON, but not an object")));
    }
    return document.object();
}

void JsonReading::note(const char *path, const char *name, const char *expected)
{
    if (m_fault.isEmpty()) {
        const QString where = QLatin1String(path);
        m_fault = QStringLiteral("%1%2 is not %3")
                      .arg(where.isEmpty() ? QString() : QString(where + u'.'), QLatin1String(name), QLatin1String(expected));
    }
}

QString JsonReading::text(const QJsonObject &in, const char *path, const char *name)
{
    const QJsonValue value = in.value(QLatin1String(name));
    if (value.isUndefined() || value.isNull()) {
        return {};
    }
    if (value.isDouble()) {
        return QString::number(value.toInteger());
    }
    if (!value.isString()) {
        note(path, name, "a text");
        return {};
    }
    const QString text = value.toString().simplified();
    if (text.size() > domain::kMostLine) {
        note(path, name, "a text of at most 256 characters");
        return {};
    }
    return text;
}

QJsonObject JsonReading::object(const QJsonObject &in, const char *path, const char *name)
{
    const QJsonValue value = in.value(QLatin1String(name));
    if (!value.isUndefined() && !value.isNull() && !value.isObject()) {
        note(path, name, "an object");
    }
    return value.toObject();
}

std::optional<std::vector<QJsonObject>> JsonReading::list(const QJsonObject &in, const char *path, const char *name)
{
    const QJsonValue value = in.value(QLatin1String(name));
    if (value.isUndefined() || value.isNull()) {
        return std::nullopt;
    }
    std::vector<QJsonObject> out;
    if (!value.isArray()) {
        note(path, name, "a list");
        return out;
    }
    for (const QJsonValue &one : value.toArray()) {
        if (!one.isObject()) {
            note(path, name, "a list of objects");
            continue;
        }
        out.push_back(one.toObject());
    }
    return out;
}

QStringList JsonReading::texts(const QJsonObject &in, const char *path, const char *name)
{
    const QJsonValue value = in.value(QLatin1String(name));
    QStringList out;
    if (value.isUndefined() || value.isNull()) {
        return out;
    }
    if (!value.isArray()) {
        note(path, name, "a list of texts");
        return out;
    }
    for (const QJsonValue &one : value.toArray()) {
        if (one.isString()) {
            out += one.toString().left(domain::kMostLine);
        } else {
            note(path, name, "a list of texts");
        }
    }
    return out;
}

} // namespace comptoir::central
