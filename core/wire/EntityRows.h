// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Fields.h"
#include "PageWriter.h"
#include "Result.h"

namespace comptoir::wire {

template <class M>
[[nodiscard]] constexpr ColumnType columnTypeOf()
{
    if constexpr (domain::isId<M>) {
        return ColumnType::Id;
    } else if constexpr (std::is_integral_v<M>) {
        return ColumnType::Integer;
    } else {
        return ColumnType::Text;
    }
}

/// The header of T's rows: `seq:i`, then its fields in order with their type letters.
template <class T>
[[nodiscard]] const std::vector<std::string> &headerOf()
{
    static const std::vector<std::string> header = [] {
        std::vector<std::string> out{"seq:i"};
        domain::forEachField<T>([&]<class M>(const domain::Field<T, M> &field) {
            out.push_back(std::string(field.name) + ':' + static_cast<char>(columnTypeOf<M>()));
        });
        return out;
    }();
    return header;
}

/// Appends one entity to the table begun with headerOf<T>().
template <class T>
void writeRow(PageWriter &page, const T &entity, qint64 seq)
{
    page.beginRow(seq);
    domain::forEachField<T>([&](const auto &field) {
        const domain::Cell cell = domain::toCell(entity.*(field.member));
        if (const auto *number = std::get_if<qint64>(&cell)) {
            page.integer(*number);
        } else if (const auto *text = std::get_if<QString>(&cell)) {
            page.text(*text);
        } else if (const auto *id = std::get_if<base::Uuid>(&cell)) {
            page.id(*id);
        } else {
            page.null();
        }
    });
    page.endRow();
}

/// A cell as the domain knows it (copies the text).
[[nodiscard]] domain::Cell cellOf(const RawCell &raw);

/// Row `at` as an entity, columns found by name; absent columns keep their default. Protocol where a value cannot be read.
template <class T>
[[nodiscard]] base::Result<T> readRow(const RowTable &table, std::size_t at)
{
    T out;
    const char *bad = nullptr;
    domain::forEachField<T>([&](const auto &field) {
        const int column = table.column(field.name);
        if (column >= 0 && !domain::fromCell(cellOf(table.row(at)[column]), out.*(field.member))) {
            bad = field.name;
        }
    });
    if (bad) {
        return base::fail(base::Error::Kind::Protocol,
                          QStringLiteral("%1.%2 cannot be read").arg(QLatin1String(domain::FieldsOf<T>::kind), QLatin1String(bad)));
    }
    return out;
}

} // namespace comptoir::wire
