// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Snapshot.h"
#include "TableWriter.h"

namespace comptoir::store {

// A row as the service told it, whether or not this version can read what stands in it (a code of a newer service): kept and written whole.

/// The cells of a row as the columns of a snapshot. A cell of another type than its column's is left out, as TableWriter leaves it out.
template <class T>
[[nodiscard]] QJsonObject columnsOf(const RowCells<T> &cells)
{
    QJsonObject out;
    std::size_t at = 0;
    domain::forEachField<T>([&]<class M>(const domain::Field<T, M> &field) {
        const wire::RawCell &cell = cells[at++];
        if constexpr (domain::isId<M>) {
            if (cell.type == wire::RawCell::Id) {
                out.insert(QLatin1String(field.name), cell.id.toString());
            }
        } else if constexpr (std::is_integral_v<M>) {
            if (cell.type == wire::RawCell::Integer) {
                out.insert(QLatin1String(field.name), cell.integer);
            }
        } else if (cell.type == wire::RawCell::Text) {
            out.insert(QLatin1String(field.name), QString::fromUtf8(cell.text.data(), static_cast<qsizetype>(cell.text.size())));
        }
    });
    return out;
}

template <class T>
struct RawStored
{
    QJsonObject columns;
    qint64 seq = 0;
};

/// A row of T's table as it stands there.
template <class T>
[[nodiscard]] base::Result<std::optional<RawStored<T>>> findRaw(Db &db, const base::Uuid &id)
{
    static const std::string sql = EntityTable<T>::select("WHERE id=?");
    Statement query = db.prepare(sql);
    query.bind(0, id);
    return firstRow(query, [](const Statement &row) {
        RawStored<T> out;
        int at = 0;
        domain::forEachField<T>([&](const auto &field) { insertCell(out.columns, field.name, row.cell(at++)); });
        out.seq = row.integer(at);
        return out;
    });
}

/// The columns of a snapshot as the cells of a row; texts live in `texts`.
template <class T>
[[nodiscard]] RowCells<T> cellsOf(const QJsonObject &columns, std::vector<QByteArray> &texts)
{
    RowCells<T> out;
    texts.reserve(domain::fieldCount<T>);
    std::size_t at = 0;
    domain::forEachField<T>([&]<class M>(const domain::Field<T, M> &field) {
        const QJsonValue value = columns.value(QLatin1String(field.name));
        wire::RawCell &cell = out[at++];
        if constexpr (domain::isId<M>) {
            if (const auto id = base::Uuid::fromString(value.toString()); id && !id->isNull()) {
                cell = wire::RawCell::ofId(*id);
            }
        } else if constexpr (std::is_integral_v<M>) {
            if (value.isDouble()) {
                cell = wire::RawCell::ofInteger(value.toInteger());
            }
        } else if (value.isString()) {
            texts.push_back(value.toString().toUtf8());
            cell = wire::RawCell::ofText({texts.back().constData(), static_cast<std::size_t>(texts.back().size())});
        }
    });
    return out;
}

/// Whether a snapshot is of that row and each column of the type of T's. One that is not was damaged; a code that is not known here is of a
/// newer version.
template <class T>
[[nodiscard]] bool fits(const QJsonObject &columns, const base::Uuid &id)
{
    bool good = base::Uuid::fromString(columns.value(QLatin1String("id")).toString()) == id;
    domain::forEachField<T>([&]<class M>(const domain::Field<T, M> &field) {
        const QJsonValue value = columns.value(QLatin1String(field.name));
        if (value.isUndefined() || value.isNull()) {
            return;
        }
        if constexpr (domain::isId<M>) {
            good = good && value.isString() && (value.toString().isEmpty() || base::Uuid::fromString(value.toString()).has_value());
        } else if constexpr (std::is_integral_v<M>) {
            good = good && value.isDouble();
        } else {
            good = good && value.isString();
        }
    });
    return good;
}

} // namespace comptoir::store
