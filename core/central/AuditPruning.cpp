// SPDX-License-Identifier: GPL-3.0-or-later
#include "AuditPruning.h"

#include "AuditTable.h"
#include "Horizon.h"
#include "MetaTable.h"
#include "Rows.h"

#include <QDateTime>

#include <algorithm>

namespace comptoir::central {

namespace {

using base::Result;
using domain::ScopeId;

/// The last entry before the first that is young enough; the chain is held, so that nobody else takes away from it or writes on it.
Result<qint64> lastOld(store::Db &db, const AuditTable::Reach &reach, qint64 beforeMs)
{
    store::Statement query = db.prepare("SELECT min(no) FROM audit_entry WHERE scope = ? AND at_ms >= ?");
    query.bindAll(reach.chain.value.toBytes(), beforeMs);
    return firstRow(query, [&](const store::Statement &row) { return row.isNull(0) ? reach.no : row.integer(0) - 1; })
        .map([&](const auto &no) { return no.value_or(reach.no); });
}

/// The digest of entry `last`, reckoned from where the chain begins.
Result<QByteArray> digestAt(store::Db &db, const AuditTable::Reach &reach, qint64 last)
{
    static const std::string sql = std::string("SELECT ") + AuditRow::kColumns
        + ", e.digest FROM audit_entry e WHERE e.scope = ? AND e.no <= ? ORDER BY e.no";
    store::Statement query = db.prepare(sql);
    query.bindAll(reach.chain.value.toBytes(), last);
    QByteArray digest = reach.beforeDigest;
    qint64 no = reach.beforeNo;
    return eachRow(
               query,
               [&](const store::Statement &row) -> Result<> {
                   const AuditRow entry = AuditRow::of(row);
                   digest = entry.digestAfter(digest, reach.chain, reach.forms.of(entry.no));
                   return entry.no == ++no && digest == row.blob(7)
                       ? Result<>()
                       : base::fail(
                           base::Error::Kind::Corrupt,
                           QStringLiteral("entry %1 of the audit is not what was written: nothing is taken away from it").arg(entry.no));
               })
        .and_then([&]() -> Result<QByteArray> {
            return no == last ? Result<QByteArray>(digest)
                              : base::fail(base::Error::Kind::Corrupt, QStringLiteral("the audit lacks entry %1").arg(no + 1));
        });
}

/// What is left to tell of what went. The chain of no organisation tells how many others there are, too: the entries that say so may go.
Result<QString> remainder(store::Db &db, const AuditTable::Reach &reach, qint64 last, const QByteArray &digest)
{
    const QString told = QStringLiteral("no=%1 digest=%2 forms=%3,%4")
                             .arg(last)
                             .arg(QLatin1String(digest.toHex()))
                             .arg(reach.forms.untyped)
                             .arg(reach.forms.typed);
    if (!reach.chain.isNull()) {
        return told;
    }
    return AuditTable::chains(db).map([&](const std::vector<ScopeId> &all) {
        const auto others = std::count_if(all.begin(), all.end(), [](ScopeId one) { return !one.isNull(); });
        return QStringLiteral("%1 chains=%2").arg(told).arg(others);
    });
}

Result<> takeAway(store::Db &db, ScopeId chain, qint64 last, const QByteArray &digest)
{
    return db.prepare("UPDATE audit_chain SET before_no = ?2, before_digest = ?3 WHERE scope = ?1")
        .bindAll(chain.value.toBytes(), last, digest)
        .run()
        .and_then(
            [&] { return db.prepare("DELETE FROM audit_entry WHERE scope = ? AND no <= ?").bindAll(chain.value.toBytes(), last).run(); })
        .and_then(
            [&] { return db.prepare("DELETE FROM audit_value WHERE scope = ? AND no <= ?").bindAll(chain.value.toBytes(), last).run(); });
}

Result<qint64> pruneChain(store::Db &db, ScopeId chain, qint64 beforeMs, qint64 nowMs)
{
    if (db.isShared()) {
        store::Statement held = db.prepare("SELECT no FROM audit_chain WHERE scope = ? FOR UPDATE");
        if (auto done = held.bind(0, chain.value.toBytes()).step(); !done) {
            return tl::unexpected(done.error());
        }
    }
    const auto reach = AuditTable::reach(db, chain);
    if (!reach || !*reach) {
        return reach.map([](const auto &) { return 0; }); // verifying tells what is the matter
    }
    const auto last = lastOld(db, **reach, beforeMs);
    if (!last || *last <= (*reach)->beforeNo) {
        return last.map([](qint64) { return 0; });
    }
    return digestAt(db, **reach, *last).and_then([&](const QByteArray &digest) {
        return remainder(db, **reach, *last, digest)
            .and_then([&](const QString &told) {
                return AuditTable::append(db, {nowMs, {}, QStringLiteral("pruned"), {}, told, chain});
            })
            .and_then([&] { return takeAway(db, chain, *last, digest); })
            .map([&] { return *last - (*reach)->beforeNo; });
    });
}

} // namespace

Result<qint64> pruneAudit(store::Db &db, qint64 beforeMs, qint64 nowMs)
{
    const auto chains = AuditTable::chains(db);
    Result<qint64> gone = chains.map([](const auto &) { return qint64(0); });
    for (const ScopeId chain : chains.value_or(std::vector<ScopeId>())) {
        gone = gone.and_then(
            [&](qint64 before) { return pruneChain(db, chain, beforeMs, nowMs).map([&](qint64 more) { return before + more; }); });
    }
    return gone;
}

Result<bool> isAuditOlder(store::Db &db, qint64 beforeMs)
{
    store::Statement query = db.prepare("SELECT 1 FROM audit_entry WHERE at_ms < ? LIMIT 1");
    query.bindAll(beforeMs);
    return query.step();
}

Result<qint64> auditKeptSince(store::Db &db, qint64 nowMs)
{
    return horizonNowMs(db, nowMs).and_then([&](qint64 horizonMs) {
        return MetaTable::auditMonths(db).map(
            [&](int months) { return QDateTime::fromMSecsSinceEpoch(horizonMs, Qt::UTC).addMonths(-months).toMSecsSinceEpoch(); });
    });
}

} // namespace comptoir::central
