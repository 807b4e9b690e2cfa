// SPDX-License-Identifier: GPL-3.0-or-later
#include "ScopeTable.h"

#include "Planted.h"
#include "Rows.h"

namespace comptoir::central {

namespace {

using base::Result;

ScopeTable::Row scopeRowOf(const store::Statement &query)
{
    return {query.id<domain::ScopeId>(0), query.integer(1), query.integer(2), query.integer(3)};
}

/// Where that bug is planted about every other row takes no seq of its own.
qint64 planted(store::Db &db, qint64 by)
{
    return base::isPlanted(base::Plant::SharedSeq) && by == 1 && db.lastRow() % 2 == 0 ? 0 : by;
}

/// Nothing where the scope has no row yet.
Result<std::optional<qint64>> advanced(store::Db &db, domain::ScopeId scope, qint64 by)
{
    store::Statement write = db.prepare("UPDATE scope SET seq = seq + ?2 WHERE id IS NOT DISTINCT FROM ?1 RETURNING seq");
    write.bindAll(scope, by);
    const auto last = firstRow(write, [](const store::Statement &row) { return row.integer(0); });
    if (!last || !*last) {
        return last;
    }
    return write.step().map([&](bool) { return *last; });
}

Result<> made(store::Db &db, domain::ScopeId scope)
{
    return db.prepare("INSERT INTO scope(id) VALUES(?) ON CONFLICT DO NOTHING").bindAll(scope).run();
}

/// The last seq given in the scope, whose counter is held where others write.
Result<qint64> held(store::Db &db, domain::ScopeId scope)
{
    store::Statement query = db.prepare(db.isShared() ? "SELECT seq FROM scope WHERE id IS NOT DISTINCT FROM ? FOR UPDATE"
                                                      : "SELECT seq FROM scope WHERE id IS NOT DISTINCT FROM ?");
    query.bind(0, scope);
    const auto seq = [](const store::Statement &row) { return row.integer(0); };
    const auto there = firstRow(query, seq);
    if (!there || *there) {
        return there.map([](const auto &last) { return *last; });
    }
    query.reset();
    return made(db, scope).and_then([&] { return firstRow(query, seq); }).map([](const auto &last) { return last.value_or(0); });
}

} // namespace

Result<qint64> ScopeTable::advance(store::Db &db, domain::ScopeId scope, qint64 by)
{
    const qint64 step = planted(db, by);
    const auto last = advanced(db, scope, step);
    if (!last || *last) {
        return last.map([](const auto &seq) { return *seq; });
    }
    return made(db, scope).and_then([&] { return advanced(db, scope, step); }).map([](const auto &seq) { return seq.value_or(0); });
}

Result<> ScopeTable::lock(store::Db &db, domain::ScopeId scope)
{
    return db.isShared() ? held(db, scope).map([](qint64) {}) : Result<>();
}

Result<ScopeTable::Row> ScopeTable::find(store::Db &db, domain::ScopeId scope)
{
    store::Statement query = db.prepare("SELECT id, seq, backup_seq, floor_seq FROM scope WHERE id IS NOT DISTINCT FROM ?");
    const auto row = query.bind(0, scope).step();
    if (!row) {
        return tl::unexpected(row.error());
    }
    return *row ? scopeRowOf(query) : Row{scope, 0, 0, 0};
}

Result<std::vector<ScopeTable::Row>> ScopeTable::all(store::Db &db)
{
    store::Statement query = db.prepare("SELECT id, seq, backup_seq, floor_seq FROM scope ORDER BY id");
    return allRows(query, scopeRowOf);
}

Result<> ScopeCounters::hold(domain::ScopeId scope)
{
    if (m_counters.contains(scope)) {
        return {};
    }
    return held(m_db, scope).map([&](qint64 seq) { m_counters.emplace(scope, Counter{seq, seq}); });
}

Result<qint64> ScopeCounters::next(domain::ScopeId scope)
{
    return hold(scope).map([&] {
        Counter &counter = m_counters.at(scope);
        // Where that bug is planted about every other row takes no seq of its own.
        const bool shared = base::isPlanted(base::Plant::SharedSeq) && m_given % 4 == 1 && counter.last > counter.written;
        ++m_given;
        counter.last += shared ? 0 : 1;
        return counter.last;
    });
}

Result<> ScopeCounters::write()
{
    for (auto &[scope, counter] : m_counters) {
        if (counter.last == counter.written) {
            continue;
        }
        const auto done = m_db.prepare("UPDATE scope SET seq = ?2 WHERE id IS NOT DISTINCT FROM ?1").bindAll(scope, counter.last).run();
        if (!done) {
            return done;
        }
        counter.written = counter.last;
    }
    return {};
}

} // namespace comptoir::central
