// SPDX-License-Identifier: GPL-3.0-or-later
#include "ScopeMarks.h"

#include "Rows.h"
#include "ScopeTable.h"
#include "Tuning.h"

namespace comptoir::central::ScopeMarks {

namespace {

using base::Result;

struct Mark
{
    qint64 atMs = 0;
    qint64 seq = 0;
};

Result<std::optional<Mark>> newest(store::Db &db, domain::ScopeId scope, qint64 untilMs)
{
    store::Statement query = db.prepare("SELECT at_ms, seq FROM scope_mark WHERE scope = ? AND at_ms <= ? ORDER BY at_ms DESC LIMIT 1");
    query.bindAll(scope.value.toBytes(), untilMs);
    return firstRow(query, [](const store::Statement &row) { return Mark{row.integer(0), row.integer(1)}; });
}

Result<> note(store::Db &db, const ScopeTable::Row &scope, qint64 nowMs)
{
    return newest(db, scope.scope, nowMs).and_then([&](const std::optional<Mark> &last) {
        if (last && (last->seq >= scope.seq || last->atMs > nowMs - kScopeMarkMs)) {
            return Result<>();
        }
        return db.prepare("INSERT INTO scope_mark(scope, at_ms, seq) VALUES(?, ?, ?)")
            .bindAll(scope.scope.value.toBytes(), nowMs, scope.seq)
            .run();
    });
}

Result<> forget(store::Db &db, const ScopeTable::Row &scope, qint64 untilMs)
{
    const auto old = newest(db, scope.scope, untilMs);
    if (!old || !*old) {
        return old.map([](const auto &) {});
    }
    store::Statement query = db.prepare("SELECT max(seq) FROM tombstone WHERE scope IS NOT DISTINCT FROM ?1 AND seq <= ?2");
    query.bindAll(scope.scope, (*old)->seq);
    const auto last = firstRow(query, [](const store::Statement &row) { return row.integer(0); });
    if (!last) {
        return tl::unexpected(last.error());
    }
    query.reset();
    auto done = db.prepare("DELETE FROM scope_mark WHERE scope = ? AND at_ms < ?").bindAll(scope.scope.value.toBytes(), (*old)->atMs).run();
    if (!done || last->value_or(0) == 0) {
        return done;
    }
    return db.prepare("DELETE FROM tombstone WHERE scope IS NOT DISTINCT FROM ?1 AND seq <= ?2")
        .bindAll(scope.scope, **last)
        .run()
        .and_then([&] {
            return db.prepare("UPDATE scope SET floor_seq = ?2 WHERE id IS NOT DISTINCT FROM ?1 AND floor_seq < ?2")
                .bindAll(scope.scope, **last)
                .run();
        });
}

} // namespace

Result<> raiseFloors(store::Db &db, qint64 beforeMs, qint64 nowMs)
{
    const auto scopes = ScopeTable::all(db);
    if (!scopes) {
        return tl::unexpected(scopes.error());
    }
    for (const ScopeTable::Row &scope : *scopes) {
        auto done = forget(db, scope, beforeMs).and_then([&] { return note(db, scope, nowMs); });
        if (!done) {
            return done;
        }
    }
    return {};
}

} // namespace comptoir::central::ScopeMarks
