// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Db.h"

#include "Ids.h"
#include "ManyRows.h"
#include "Rows.h"

#include <QStringList>

#include <vector>

namespace comptoir::store {

/// The SQL that follows from an entity's field list. A table has the listed columns and `seq` (0 on a console while only its own outbox made the row).
/// Its primary key is `id`. XTable classes build on this and add what is theirs.
template <class T>
class EntityTable
{
public:
    struct Stored
    {
        T entity;
        qint64 seq = 0;
        QStringList unknown = {}; ///< readToShow(): columns with a code of a newer service; the members have their defaults
    };

    [[nodiscard]] static const std::string &columns()
    {
        static const std::string list = [] {
            std::string out;
            domain::forEachField<T>([&](const auto &field) { out += std::string(out.empty() ? "" : ",") + field.name; });
            return out;
        }();
        return list;
    }

    /// `SELECT columns,seq FROM table` + `tail` (a constant of the program with bound parameters, never user text).
    [[nodiscard]] static std::string select(std::string_view tail)
    {
        return "SELECT " + columns() + ",seq FROM " + domain::FieldsOf<T>::kind + " " + std::string(tail);
    }

    [[nodiscard]] static base::Result<Stored> readRow(const Statement &row)
    {
        Stored out;
        if (const char *bad = readInto(row, out)) {
            return illegible(bad);
        }
        return out;
    }

    /// The same for what is shown: a code that this version does not know gives its member's default.
    [[nodiscard]] static base::Result<Stored> readToShow(const Statement &row)
    {
        Stored out;
        if (const char *bad = readInto(row, out, &out.unknown)) {
            return illegible(bad);
        }
        return out;
    }

    [[nodiscard]] static base::Result<std::optional<Stored>> find(Db &db, const base::Uuid &id) { return findAs(db, id, readRow); }

    [[nodiscard]] static base::Result<std::optional<Stored>> findToShow(Db &db, const base::Uuid &id) { return findAs(db, id, readToShow); }

    /// The same; what cannot be read of it (a code of a newer service) has its default.
    [[nodiscard]] static base::Result<std::optional<Stored>> findLegible(Db &db, const base::Uuid &id)
    {
        return findAs(db, id, [](const Statement &row) -> base::Result<Stored> {
            Stored out;
            (void)readInto(row, out);
            return out;
        });
    }

    /// The rows with these ids, those there are, in few statements.
    [[nodiscard]] static base::Result<std::vector<Stored>> findAll(Db &db, const std::vector<base::Uuid> &ids)
    {
        static const std::string sql = select("WHERE id");
        std::vector<Stored> out;
        const auto take = [&](const Statement &row) { return readRow(row).map([&](Stored stored) { out.push_back(std::move(stored)); }); };
        return eachOf(db, sql, ids, take).map([&] { return std::move(out); });
    }

    /// All rows of a statement made with select(), bound by the caller.
    [[nodiscard]] static base::Result<std::vector<Stored>> all(Statement &query) { return allRows(query, readRow); }

    /// Inserts or replaces the row.
    [[nodiscard]] static base::Result<> put(Db &db, const T &entity, qint64 seq)
    {
        static const std::string byId = upsert("id");
        static const std::string byScope = upsert("id,scope");
        Statement write = db.prepare(db.entityKey() == "id" ? byId : byScope);
        int at = 0;
        domain::forEachField<T>([&](const auto &field) { write.bind(at++, domain::toCell(entity.*(field.member))); });
        write.bind(at, seq);
        return write.run();
    }

    /// The same for many rows, no two of one id, in few statements.
    [[nodiscard]] static base::Result<> putAll(Db &db, const std::vector<const Stored *> &rows)
    {
        static const auto many = [](const std::string &key) {
            return ManyRows(insertHead(), static_cast<int>(domain::fieldCount<T>) + 1, replacing(key));
        };
        static const ManyRows byId = many("id");
        static const ManyRows byScope = many("id,scope");
        return (db.entityKey() == "id" ? byId : byScope).write(db, rows.size(), [&](Statement &write, int at, std::size_t row) {
            domain::forEachField<T>([&](const auto &field) { write.bind(at++, domain::toCell(rows[row]->entity.*(field.member))); });
            write.bind(at, rows[row]->seq);
        });
    }

    [[nodiscard]] static base::Result<> remove(Db &db, const base::Uuid &id)
    {
        static const std::string sql = std::string("DELETE FROM ") + domain::FieldsOf<T>::kind + " WHERE id=?";
        return db.prepare(sql).bind(0, id).run();
    }

    /// Takes the row out of that scope.
    [[nodiscard]] static base::Result<> removeFrom(Db &db, domain::ScopeId scope, const base::Uuid &id)
    {
        static const std::string sql = std::string("DELETE FROM ") + domain::FieldsOf<T>::kind
            + " WHERE id=? AND scope IS NOT DISTINCT FROM ?";
        return db.prepare(sql).bindAll(id, scope).run();
    }

    /// `INSERT … ON CONFLICT(key) DO UPDATE …` with the parameters in the order of columns(), then seq. See Connection::entityKey().
    [[nodiscard]] static std::string upsert(const std::string &key = "id")
    {
        std::string marks;
        domain::forEachField<T>([&](const auto &) { marks += "?,"; });
        return insertHead() + " VALUES(" + marks + "?)" + replacing(key);
    }

private:
    [[nodiscard]] static auto illegible(const char *column)
    {
        return base::fail(
            base::Error::Kind::Corrupt,
            QStringLiteral("%1.%2 holds a value that cannot be read").arg(QLatin1String(domain::FieldsOf<T>::kind), QLatin1String(column)));
    }

    /// The name of a column that cannot be read, or null; columns with codes that are not known go to `unknown`, where there is one.
    [[nodiscard]] static const char *readInto(const Statement &row, Stored &out, QStringList *unknown = nullptr)
    {
        int at = 0;
        const char *bad = nullptr;
        domain::forEachField<T>([&](const auto &field) {
            auto &member = out.entity.*(field.member);
            const domain::Cell cell = row.cell(at++);
            if (domain::fromCell(cell, member)) {
                return;
            }
            if (unknown && domain::isCode<std::remove_reference_t<decltype(member)>>(cell)) {
                unknown->append(QLatin1String(field.name));
            } else {
                bad = field.name;
            }
        });
        out.seq = row.integer(at);
        return bad;
    }

    template <class Read>
    [[nodiscard]] static base::Result<std::optional<Stored>> findAs(Db &db, const base::Uuid &id, Read read)
    {
        static const std::string sql = select("WHERE id=?");
        Statement query = db.prepare(sql);
        query.bind(0, id);
        auto found = query.step();
        if (!found) {
            return tl::unexpected(found.error());
        }
        if (!*found) {
            return std::optional<Stored>{};
        }
        return read(query).map([](Stored stored) { return std::optional<Stored>(std::move(stored)); });
    }

    [[nodiscard]] static std::string insertHead()
    {
        return std::string("INSERT INTO ") + domain::FieldsOf<T>::kind + "(" + columns() + ",seq)";
    }

    [[nodiscard]] static std::string replacing(const std::string &key)
    {
        std::string sets;
        domain::forEachField<T>([&](const auto &field) {
            if (std::string_view(field.name) != "id") {
                sets += std::string(field.name) + "=excluded." + field.name + ",";
            }
        });
        return " ON CONFLICT(" + key + ") DO UPDATE SET " + sets + "seq=excluded.seq";
    }
};

} // namespace comptoir::store
