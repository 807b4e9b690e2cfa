// SPDX-License-Identifier: GPL-3.0-or-later
#include "Salvage.h"

#include "FreshHeader.h"
#include "Log.h"
#include "Replay.h"

#include <QFile>

#include <set>

namespace comptoir::store {

namespace {

/// In the order of their worth.
constexpr std::array kOwnTables{"outbox", "draft", "own_attachment", "kept_text", "notice", "device", "setting", "read_mark"};

std::vector<std::string> columnsOf(Db &db, const std::string &schema, const std::string &table)
{
    std::vector<std::string> out;
    Statement query = db.prepare("SELECT name FROM pragma_table_info('" + table + "','" + schema + "')");
    for (auto more = query.step(); more && *more; more = query.step()) {
        out.push_back(query.text(0).toStdString());
    }
    return out;
}

/// The columns both files have.
std::vector<std::string> sharedColumns(Db &db, const std::string &table)
{
    const std::vector<std::string> known = columnsOf(db, "main", table);
    std::vector<std::string> out = columnsOf(db, "old", table);
    std::erase_if(out, [&](const std::string &column) { return std::find(known.begin(), known.end(), column) == known.end(); });
    return out;
}

/// Rows as SQL literals. Read from both ends, so that one broken page costs only what stands on it.
std::set<std::string> readableRows(Db &db, const std::string &table, const std::string &values)
{
    std::set<std::string> out;
    for (const char *direction : {"ASC", "DESC"}) {
        Statement query = db.prepare("SELECT " + values + " FROM old." + table + " ORDER BY 1 " + direction);
        auto more = query.step();
        for (; more && *more; more = query.step()) {
            out.insert(std::string(query.view(0)));
        }
        if (more) {
            return out;
        }
        qCWarning(base::lcStore) << "part of" << table.c_str() << "cannot be read:" << more.error().message;
        Statement unordered = db.prepare("SELECT " + values + " FROM old." + table);
        for (more = unordered.step(); more && *more; more = unordered.step()) {
            out.insert(std::string(unordered.view(0)));
        }
    }
    return out;
}

base::Result<qint64> copyTable(Db &db, const std::string &table)
{
    std::string names;
    std::string values;
    for (const std::string &column : sharedColumns(db, table)) {
        names += (names.empty() ? "" : ",") + column;
        values += (values.empty() ? "quote(" : "||','||quote(") + column + ")";
    }
    if (names.empty()) {
        return 0;
    }
    const std::set<std::string> rows = readableRows(db, table, values);
    if (auto begun = db.begin(); !begun) {
        return tl::unexpected(begun.error());
    }
    for (const std::string &row : rows) {
        if (auto done = db.run("INSERT OR REPLACE INTO main." + table + "(" + names + ") VALUES(" + row + ")"); !done) {
            db.rollback();
            return tl::unexpected(done.error());
        }
    }
    return db.commit().map([&] { return static_cast<qint64>(rows.size()); });
}

base::Result<> moveTable(Db &db, const std::string &table)
{
    std::string names;
    for (const std::string &column : sharedColumns(db, table)) {
        names += (names.empty() ? "" : ",") + column;
    }
    return db.run("INSERT OR REPLACE INTO main." + table + "(" + names + ") SELECT " + names + " FROM old." + table);
}

/// What is on its way is shown again, over base rows the service has still to tell.
base::Result<> showOutbox(Db &db)
{
    const auto waiting = OutboxTable::shown(db);
    if (!waiting) {
        return tl::unexpected(waiting.error());
    }
    std::set<domain::EntityId> entities;
    for (const OutboxRow &row : *waiting) {
        const auto kind = domain::fromCode<domain::OpKind>(QString::fromUtf8(row.message.kind));
        if (!kind || !entities.insert(row.message.entity).second) {
            continue;
        }
        if (auto done = BaseTable::put(db, {row.message.entity, row.message.scope, domain::entityKind(*kind), 0, {}}); !done) {
            return done;
        }
    }
    for (const domain::EntityId &entity : entities) {
        if (auto done = mirror::rebuild(db, entity); !done) {
            return done;
        }
    }
    return {};
}

} // namespace

base::Result<QString> moveAside(const QString &path)
{
    QString aside;
    for (int number = 1; aside.isEmpty() || QFile::exists(aside); ++number) {
        aside = path + QStringLiteral(".damaged-%1").arg(number);
    }
    for (const QString &end : {QString(), QStringLiteral("-wal"), QStringLiteral("-shm")}) {
        if (QFile::exists(path + end) && !QFile::rename(path + end, aside + end)) {
            return base::fail(base::Error::Kind::Io, QStringLiteral("the damaged database %1 cannot be moved aside").arg(path));
        }
    }
    return aside;
}

namespace {

/// What can be read of the operator's own; nothing where the file is none to SQLite.
base::Result<qint64> copyOwn(Db &fresh, const QString &damaged)
{
    if (auto attached = fresh.prepare("ATTACH DATABASE ? AS old").bind(0, damaged).run(); !attached) {
        qCWarning(base::lcStore) << "nothing can be read of the damaged database:" << attached.error().message;
        return 0;
    }
    qint64 saved = 0;
    for (const char *table : kOwnTables) {
        const auto copied = copyTable(fresh, table);
        if (copied) {
            saved += *copied;
        } else {
            qCWarning(base::lcStore) << "not saved:" << table << copied.error().message;
        }
    }
    fresh.forgetStatements(); // those that read the old file would keep it attached
    if (auto detached = fresh.run("DETACH DATABASE old"); !detached) {
        return tl::unexpected(detached.error());
    }
    return saved;
}

} // namespace

base::Result<qint64> salvage(Db &fresh, const QString &damaged)
{
    auto saved = copyOwn(fresh, damaged);
    if (saved && *saved == 0) {
        const QString copy = damaged + QStringLiteral(".header");
        if (const auto made = copyUnderFreshHeader(damaged, copy); made) {
            saved = copyOwn(fresh, copy);
        }
        removeCopy(copy);
    }
    if (!saved) {
        return saved;
    }
    auto shown = fresh.begin().and_then([&] { return showOutbox(fresh); }).and_then([&] { return fresh.commit(); });
    if (!shown) {
        fresh.rollback();
        return tl::unexpected(shown.error());
    }
    return saved;
}

base::Result<> carryOver(Db &fresh, const QString &sound)
{
    auto done = fresh.prepare("ATTACH DATABASE ? AS old").bind(0, sound).run().and_then([&] { return fresh.begin(); });
    for (const char *table : kOwnTables) {
        done = done.and_then([&] { return moveTable(fresh, table); });
    }
    done = done.and_then([&] { return showOutbox(fresh); }).and_then([&] { return fresh.commit(); });
    if (!done) {
        fresh.rollback();
        return done;
    }
    fresh.forgetStatements(); // those that read the old file would keep it attached
    return fresh.run("DETACH DATABASE old");
}

} // namespace comptoir::store
