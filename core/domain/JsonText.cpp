// SPDX-License-Identifier: GPL-3.0-or-later
#include "JsonText.h"

#include <QJsonDocument>

namespace comptoir::domain {

QString quoted(QStringView text)
{
    QString out(u'"');
    out.reserve(text.size() + 2);
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\') {
            out += u'\\';
            out += c;
        } else if (c == u'\n') {
            out += QLatin1String("\\n");
        } else if (c.unicode() < 0x20 || c.unicode() == 0xFEFF) {
            // U+FEFF too: Qt reads one at the beginning of a text as a byte order mark and drops it, unless it is escaped.
            out += QStringLiteral("\\u%1").arg(int(c.unicode()), 4, 16, QLatin1Char('0'));
        } else {
            out += c;
        }
    }
    out += u'"';
    return out;
}

std::optional<QJsonArray> arrayOf(QStringView text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    return document.isArray() ? std::optional(document.array()) : std::nullopt;
}

std::optional<QJsonObject> objectOf(QStringView text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

} // namespace comptoir::domain
