// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Fields.h"
#include "Result.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace comptoir::store {

/// Columns as they are kept.
[[nodiscard]] inline QString snapshotText(const QJsonObject &columns)
{
    // It stands inside texts only, and Qt would drop one at the beginning of a text when it reads it, unless it is escaped.
    return QString::fromUtf8(QJsonDocument(columns).toJson(QJsonDocument::Compact)).replace(QChar(0xFEFF), QStringLiteral("\\ufeff"));
}

inline void insertCell(QJsonObject &columns, const char *name, const domain::Cell &cell)
{
    if (const auto *number = std::get_if<qint64>(&cell)) {
        columns.insert(QLatin1String(name), *number);
    } else if (const auto *text = std::get_if<QString>(&cell)) {
        columns.insert(QLatin1String(name), *text);
    } else if (const auto *id = std::get_if<base::Uuid>(&cell)) {
        columns.insert(QLatin1String(name), id->toString());
    }
}

/// An entity as one JSON object, columns by name: what base rows and drafts are kept as, readable by later and earlier versions.
template <class T>
[[nodiscard]] QString toSnapshot(const T &entity)
{
    QJsonObject out;
    domain::forEachField<T>([&](const auto &field) { insertCell(out, field.name, domain::toCell(entity.*(field.member))); });
    return snapshotText(out);
}

/// Fills `out` with what can be read; absent columns keep their default, unknown ones are ignored. The name of one that cannot be read, or null.
template <class T>
[[nodiscard]] const char *readColumns(const QJsonObject &columns, T &out)
{
    const char *bad = nullptr;
    domain::forEachField<T>([&]<class M>(const domain::Field<T, M> &field) {
        const QJsonValue value = columns.value(QLatin1String(field.name));
        if (value.isUndefined() || value.isNull()) {
            return;
        }
        domain::Cell cell;
        if constexpr (domain::isId<M>) {
            if (value.isString() && value.toString().isEmpty()) {
                return; // an erasure took it out of a row that could not be read
            }
            const auto id = base::Uuid::fromString(value.toString());
            cell = id ? domain::Cell(*id) : domain::Cell(value.toString());
        } else if (value.isDouble()) {
            cell = value.toInteger();
        } else {
            cell = value.toString();
        }
        if (!domain::fromCell(cell, out.*(field.member))) {
            bad = field.name;
        }
    });
    return bad;
}

/// Undoes toSnapshot(). Corrupt where a value cannot be read.
template <class T>
[[nodiscard]] base::Result<T> fromSnapshot(const QJsonObject &columns)
{
    T out;
    if (const char *bad = readColumns(columns, out)) {
        return base::fail(
            base::Error::Kind::Corrupt,
            QStringLiteral("the kept %1 cannot be read at %2").arg(QLatin1String(domain::FieldsOf<T>::kind), QLatin1String(bad)));
    }
    return out;
}

template <class T>
[[nodiscard]] base::Result<T> fromSnapshot(const QString &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    if (!document.isObject()) {
        return base::fail(base::Error::Kind::Corrupt,
                          QStringLiteral("the kept %1 cannot be read").arg(QLatin1String(domain::FieldsOf<T>::kind)));
    }
    return fromSnapshot<T>(document.object());
}

} // namespace comptoir::store
