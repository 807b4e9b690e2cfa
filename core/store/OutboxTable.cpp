// SPDX-License-Identifier: GPL-3.0-or-later
#include "OutboxTable.h"

#include "ContentSum.h"
#include "Rows.h"

namespace comptoir::store {

namespace {

using domain::OperationId;
using domain::ScopeId;

#define OUTBOX_COLUMNS                                                                                                                         \
    "no,op_id,scope,entity,kind,version,deps,payload,base_seq,boot_id,boot_ms,wall_ms,actor,actor_name,may_major,state,shown,seq,former_hash," \
    "sum"

QByteArray packed(const std::vector<OperationId> &ids)
{
    QByteArray out;
    for (const OperationId &id : ids) {
        out += id.value.toBytes();
    }
    return out;
}

std::vector<OperationId> unpacked(const QByteArray &bytes)
{
    std::vector<OperationId> out;
    for (qsizetype at = 0; at + 16 <= bytes.size(); at += 16) {
        out.push_back(OperationId{base::Uuid::fromBytes(QByteArrayView(bytes).sliced(at, 16)).value_or(base::Uuid{})});
    }
    return out;
}

/// All but the state, whether it is shown and the verdict's seq.
ContentSum sumOf(const OutboxRow &row)
{
    const wire::OpMessage &op = row.message;
    ContentSum sum;
    sum.add(op.id.value).add(op.scope.value).add(op.entity.value).add(QString::fromUtf8(op.kind)).add(qint64(op.version));
    sum.add(QByteArrayView(packed(op.deps))).add(QByteArrayView(op.payload)).add(QByteArrayView(op.formerHash));
    sum.add(row.baseSeq).add(QByteArrayView(row.made.bootId)).add(row.made.bootMs).add(row.made.wallMs);
    sum.add(row.actor.value).add(row.actorName).add(qint64(row.mayDeclareMajor));
    return sum;
}

OutboxRow outboxRowOf(const Statement &query)
{
    OutboxRow row;
    row.no = query.integer(0);
    row.message.id = query.id<OperationId>(1);
    row.message.scope = query.id<ScopeId>(2);
    row.message.entity = query.id<domain::EntityId>(3);
    row.message.kind = query.text(4).toUtf8();
    row.message.version = static_cast<int>(query.integer(5));
    row.message.deps = unpacked(query.blob(6));
    row.message.payload = query.blob(7);
    row.baseSeq = query.integer(8);
    row.made = {query.blob(9), query.integer(10), query.integer(11)};
    row.actor = query.id<domain::OperatorId>(12);
    row.actorName = query.text(13);
    row.mayDeclareMajor = query.integer(14) != 0;
    const auto state = domain::fromCode<OutboxRow::State>(query.text(15));
    row.state = state.value_or(OutboxRow::State::Parked);
    row.shown = query.integer(16) != 0;
    row.seq = query.integer(17);
    row.message.formerHash = query.blob(18);
    row.damaged = !state || sumOf(row).differs(query, 19);
    return row;
}

} // namespace

base::Result<> OutboxTable::append(Db &db, const OutboxRow &row)
{
    const wire::OpMessage &op = row.message;
    return db
        .prepare(
            "INSERT INTO outbox(op_id,scope,entity,kind,version,deps,payload,base_seq,boot_id,boot_ms,wall_ms,actor,actor_name,may_major,"
            "sum) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
        .bindAll(op.id, op.scope.value.toBytes(), op.entity, QString::fromUtf8(op.kind), qint64(op.version), packed(op.deps), op.payload,
                 row.baseSeq, row.made.bootId, row.made.bootMs, row.made.wallMs, row.actor, row.actorName, qint64(row.mayDeclareMajor),
                 sumOf(row).value())
        .run();
}

base::Result<std::optional<OutboxRow>> OutboxTable::find(Db &db, OperationId op)
{
    Statement query = db.prepare("SELECT " OUTBOX_COLUMNS " FROM outbox WHERE op_id=?");
    query.bind(0, op);
    return firstRow(query, outboxRowOf);
}

base::Result<std::vector<OutboxRow>> OutboxTable::all(Db &db)
{
    Statement query = db.prepare("SELECT " OUTBOX_COLUMNS " FROM outbox ORDER BY no");
    return allRows(query, outboxRowOf);
}

base::Result<> OutboxTable::blank(Db &db, const OutboxRow &row, const QByteArray &payload)
{
    OutboxRow now = row;
    now.message.payload = payload;
    now.message.formerHash = row.message.hash();
    db.touch(Entity::Outbox, row.message.id.value);
    return db.prepare("UPDATE outbox SET payload=?, former_hash=?, sum=? WHERE no=?")
        .bindAll(payload, now.message.formerHash, row.damaged ? ContentSum::ofDamaged() : sumOf(now).value(), row.no)
        .run();
}

base::Result<std::vector<OutboxRow>> OutboxTable::damagedPending(Db &db)
{
    if (auto found = db.run("REINDEX outbox"); !found) {
        return tl::unexpected(found.error());
    }
    Statement query = db.prepare("SELECT " OUTBOX_COLUMNS " FROM outbox WHERE state NOT IN ('accepted','refused','parked') ORDER BY no");
    return allRows(query, outboxRowOf).map([](std::vector<OutboxRow> rows) {
        std::erase_if(rows, [](const OutboxRow &row) { return !row.damaged; });
        return rows;
    });
}

base::Result<> OutboxTable::setAside(Db &db, const OutboxRow &row)
{
    db.touch(Entity::Outbox, row.message.id.value);
    return db.prepare("UPDATE outbox SET state='parked', shown=0, seq=0 WHERE no=?").bind(0, row.no).run();
}

base::Result<bool> OutboxTable::isPending(Db &db, OperationId op)
{
    Statement query = db.prepare("SELECT 1 FROM outbox WHERE op_id=? AND state='pending'");
    return query.bind(0, op).step();
}

base::Result<std::vector<OutboxRow>> OutboxTable::pendingIn(Db &db, ScopeId scope, int limit)
{
    Statement query = db.prepare("SELECT " OUTBOX_COLUMNS " FROM outbox WHERE state='pending' AND scope=? ORDER BY no LIMIT ?");
    query.bindAll(scope.value.toBytes(), qint64(limit));
    return allRows(query, outboxRowOf);
}

base::Result<std::vector<ScopeId>> OutboxTable::pendingScopes(Db &db)
{
    Statement query = db.prepare("SELECT scope FROM outbox WHERE state='pending' GROUP BY scope ORDER BY min(no)");
    return allRows(query, [](const Statement &row) { return row.id<ScopeId>(0); });
}

base::Result<std::vector<ScopeId>> OutboxTable::judgedShownUntold(Db &db)
{
    Statement query = db.prepare("SELECT DISTINCT scope FROM outbox WHERE shown=1 AND state IN ('accepted','refused')"
                                 " AND scope NOT IN (SELECT scope FROM cursor) ORDER BY scope");
    return allRows(query, [](const Statement &row) { return row.id<ScopeId>(0); });
}

base::Result<qint64> OutboxTable::pendingCount(Db &db)
{
    Statement query = db.prepare("SELECT count(*) FROM outbox WHERE state='pending'");
    return query.step().map([&](bool) { return query.integer(0); });
}

base::Result<std::vector<OutboxRow>> OutboxTable::shown(Db &db)
{
    Statement query = db.prepare("SELECT " OUTBOX_COLUMNS " FROM outbox WHERE shown=1 ORDER BY no");
    return allRows(query, outboxRowOf);
}

base::Result<std::vector<OutboxRow>> OutboxTable::shownOn(Db &db, domain::EntityId entity)
{
    Statement query = db.prepare("SELECT " OUTBOX_COLUMNS " FROM outbox WHERE entity=? AND shown=1 ORDER BY no");
    query.bind(0, entity);
    return allRows(query, outboxRowOf);
}

base::Result<std::vector<OutboxRow>> OutboxTable::judgedShownIn(Db &db, ScopeId scope)
{
    Statement query = db.prepare("SELECT " OUTBOX_COLUMNS
                                 " FROM outbox WHERE shown=1 AND scope=? AND state IN ('accepted','refused') ORDER BY no");
    query.bind(0, scope.value.toBytes());
    return allRows(query, outboxRowOf);
}

base::Result<std::vector<OutboxRow>> OutboxTable::refusedShown(Db &db)
{
    Statement query = db.prepare("SELECT " OUTBOX_COLUMNS " FROM outbox WHERE shown=1 AND state='refused' ORDER BY no");
    return allRows(query, outboxRowOf);
}

base::Result<std::vector<OutboxRow>> OutboxTable::dependentsOf(Db &db, const OutboxRow &row)
{
    Statement query = db.prepare("SELECT " OUTBOX_COLUMNS " FROM outbox WHERE state='pending' AND no>? ORDER BY no");
    query.bind(0, row.no);
    return allRows(query, outboxRowOf).map([&](std::vector<OutboxRow> later) {
        std::erase_if(later, [&](const OutboxRow &other) {
            const auto &deps = other.message.deps;
            return other.message.entity != row.message.entity && std::find(deps.begin(), deps.end(), row.message.id) == deps.end();
        });
        return later;
    });
}

base::Result<> OutboxTable::judge(Db &db, OperationId op, OutboxRow::State state, qint64 seq)
{
    return db.prepare("UPDATE outbox SET state=?, seq=? WHERE op_id=?").bindAll(QString(domain::codeOf(state)), seq, op).run();
}

base::Result<> OutboxTable::retire(Db &db, OperationId op)
{
    return db.prepare("UPDATE outbox SET shown=0 WHERE op_id=?").bind(0, op).run();
}

base::Result<> OutboxTable::retireScope(Db &db, ScopeId scope)
{
    return db.prepare("UPDATE outbox SET shown=0 WHERE scope=?").bind(0, scope.value.toBytes()).run();
}

base::Result<> OutboxTable::forget(Db &db, ScopeId scope, qint64 backupSeq)
{
    return db.prepare("DELETE FROM outbox WHERE scope=? AND shown=0 AND state IN ('accepted','refused') AND seq BETWEEN 1 AND ?")
        .bindAll(scope.value.toBytes(), backupSeq)
        .run();
}

base::Result<std::vector<OutboxRow>> OutboxTable::pushAgain(Db &db, std::optional<ScopeId> scope)
{
    Statement query = db.prepare("SELECT " OUTBOX_COLUMNS " FROM outbox WHERE state='accepted' ORDER BY no");
    auto rows = allRows(query, outboxRowOf);
    if (!rows) {
        return rows;
    }
    std::erase_if(*rows, [&](const OutboxRow &row) { return scope && row.message.scope != *scope; });
    for (const OutboxRow &row : *rows) {
        if (auto done = db.prepare("UPDATE outbox SET state='pending', shown=1, seq=0 WHERE op_id=?").bind(0, row.message.id).run();
            !done) {
            return tl::unexpected(done.error());
        }
    }
    return rows;
}

} // namespace comptoir::store
