// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Digest.h"
#include "EntityRows.h"
#include "EntityTable.h"
#include "RowTable.h"

#include <array>

namespace comptoir::store {

/// One row on its way into T's table: a cell per field, in the order of the field list.
template <class T>
using RowCells = std::array<wire::RawCell, domain::fieldCount<T>>;

/// The position of a column in T's field list; does not compile for a column T has not.
template <class T>
[[nodiscard]] consteval std::size_t fieldAt(std::string_view name)
{
    std::size_t at = domain::fieldCount<T>;
    std::size_t i = 0;
    std::apply([&](const auto &...field) { ((at = std::string_view(field.name) == name ? i : at, ++i), ...); }, domain::FieldsOf<T>::list);
    return at < domain::fieldCount<T> ? at : throw "no such column";
}

/// The cells of an entity; texts live in `texts`.
template <class T>
[[nodiscard]] RowCells<T> cellsOf(const T &entity, std::vector<QByteArray> &texts)
{
    RowCells<T> out;
    texts.reserve(domain::fieldCount<T>);
    std::size_t at = 0;
    domain::forEachField<T>([&](const auto &field) {
        const domain::Cell cell = domain::toCell(entity.*(field.member));
        if (const auto *number = std::get_if<qint64>(&cell)) {
            out[at] = wire::RawCell::ofInteger(*number);
        } else if (const auto *text = std::get_if<QString>(&cell)) {
            texts.push_back(text->toUtf8());
            out[at] = wire::RawCell::ofText({texts.back().constData(), static_cast<std::size_t>(texts.back().size())});
        } else if (const auto *id = std::get_if<base::Uuid>(&cell)) {
            out[at] = wire::RawCell::ofId(*id);
        }
        ++at;
    });
    return out;
}

/// Writes rows of T, straight from cells to SQLite: the bulk path of the mirror, and the only one, so that what hangs on a row
/// (words, phone index) is kept in one place. `Extra` is T's upkeep: `columns` it must see of the old row, and
/// `inserted`, `replaced`, `removed`.
template <class T, class Extra>
class TableWriter
{
public:
    explicit TableWriter(Db &db)
        : m_db(db)
        , m_find(db.prepare(findSql()))
        , m_insert(db.prepare(insertSql()))
        , m_update(db.prepare(updateSql()))
        , m_remove(db.prepare(removeSql()))
        , m_extra(db)
    {}

    [[nodiscard]] base::Result<> put(const RowCells<T> &cells, qint64 seq)
    {
        if (cells[fieldAt<T>("id")].type != wire::RawCell::Id) {
            return base::fail(base::Error::Kind::Protocol,
                              QStringLiteral("a row of %1 without an id").arg(QLatin1String(domain::FieldsOf<T>::kind)));
        }
        const base::Uuid &id = cells[fieldAt<T>("id")].id;
        const auto old = m_find.bindInPlace(0, id).step();
        if (!old) {
            return tl::unexpected(old.error());
        }
        m_digest += seq > 0 ? wire::rowHash(id, seq) : 0;
        if (!*old) {
            bindRow(m_insert, cells, seq);
            return m_insert.run().and_then([&] { return m_extra.inserted(m_db.lastRow(), cells); });
        }
        const qint64 row = m_find.integer(0);
        const qint64 oldSeq = m_find.integer(1);
        m_digest -= oldSeq > 0 ? wire::rowHash(id, oldSeq) : 0;
        bindRow(m_update, cells, seq);
        m_update.bind(static_cast<int>(domain::fieldCount<T>) + 1, row);
        return m_extra.replacing(row, m_find, 2, cells).and_then([&] { return m_update.run(); });
    }

    [[nodiscard]] base::Result<> put(const T &entity, qint64 seq)
    {
        std::vector<QByteArray> texts;
        return put(cellsOf(entity, texts), seq);
    }

    [[nodiscard]] base::Result<> remove(const base::Uuid &id)
    {
        const auto old = m_find.bind(0, id).step();
        if (!old || !*old) {
            return old.map([](bool) {});
        }
        const qint64 row = m_find.integer(0);
        const qint64 oldSeq = m_find.integer(1);
        m_digest -= oldSeq > 0 ? wire::rowHash(id, oldSeq) : 0;
        return m_extra.removing(row, id, m_find, 2).and_then([&] { return m_remove.bind(0, row).run(); });
    }

    /// What the writes so far have added to the scope's digest.
    [[nodiscard]] quint64 digest() const { return m_digest; }

private:
    static void bindRow(Statement &statement, const RowCells<T> &cells, qint64 seq)
    {
        static constexpr auto kTypes = std::apply(
            []<class... Members>(const domain::Field<T, Members> &...) { return std::array{wire::columnTypeOf<Members>()...}; },
            domain::FieldsOf<T>::list);
        for (std::size_t at = 0; at < cells.size(); ++at) {
            const wire::RawCell &cell = cells[at];
            const int place = static_cast<int>(at);
            if (kTypes[at] == wire::ColumnType::Text) {
                statement.bindText(place, cell.type == wire::RawCell::Text ? cell.text : std::string_view());
            } else if (kTypes[at] == wire::ColumnType::Integer) {
                statement.bind(place, cell.type == wire::RawCell::Integer ? cell.integer : qint64(0));
            } else if (cell.type == wire::RawCell::Id) {
                statement.bindInPlace(place, cell.id);
            } else {
                statement.bindNull(place);
            }
        }
        statement.bind(static_cast<int>(cells.size()), seq);
    }

    static const std::string &findSql()
    {
        static const std::string sql = "SELECT row,seq" + std::string(Extra::columns) + " FROM " + domain::FieldsOf<T>::kind
            + " WHERE id=?";
        return sql;
    }

    static const std::string &insertSql()
    {
        static const std::string sql = [] {
            std::string marks;
            domain::forEachField<T>([&](const auto &) { marks += "?,"; });
            return std::string("INSERT INTO ") + domain::FieldsOf<T>::kind + "(" + EntityTable<T>::columns() + ",seq) VALUES(" + marks
                + "?)";
        }();
        return sql;
    }

    static const std::string &updateSql()
    {
        static const std::string sql = [] {
            std::string sets;
            domain::forEachField<T>([&](const auto &field) { sets += std::string(field.name) + "=?,"; });
            return std::string("UPDATE ") + domain::FieldsOf<T>::kind + " SET " + sets + "seq=? WHERE row=?";
        }();
        return sql;
    }

    static const std::string &removeSql()
    {
        static const std::string sql = std::string("DELETE FROM ") + domain::FieldsOf<T>::kind + " WHERE row=?";
        return sql;
    }

    Db &m_db;
    Statement m_find;
    Statement m_insert;
    Statement m_update;
    Statement m_remove;
    Extra m_extra;
    quint64 m_digest = 0;
};

/// Upkeep of a table nothing hangs on.
template <class T>
struct NoUpkeep
{
    static constexpr std::string_view columns = "";
    explicit NoUpkeep(Db &) {}
    base::Result<> inserted(qint64, const RowCells<T> &) { return {}; }
    base::Result<> replacing(qint64, const Statement &, int, const RowCells<T> &) { return {}; }
    base::Result<> removing(qint64, const base::Uuid &, const Statement &, int) { return {}; }
};

} // namespace comptoir::store
