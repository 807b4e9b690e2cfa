// SPDX-License-Identifier: GPL-3.0-or-later
#include "AuditTable.h"

#include "DirectoryTables.h"
#include "Rows.h"
#include "Scopes.h"

#include <QStringList>

#include <algorithm>

namespace comptoir::central {

namespace {

using base::Result;
using domain::ScopeId;

/// Where the next entry goes.
struct End
{
    qint64 no = 0;
    QByteArray digest;
};

/// Held to be written on: where others write, too, they wait. Where somebody put an entry behind the last one, what is done goes on to be
/// written behind that; verifying shows it.
Result<std::optional<End>> endOf(store::Db &db, ScopeId chain)
{
    static const std::string sql = "SELECT no, digest, (SELECT coalesce(max(no), 0) FROM audit_entry WHERE scope = ?1) FROM audit_chain "
                                   "WHERE scope = ?1";
    static const std::string held = sql + " FOR UPDATE";
    store::Statement query = db.prepare(db.isShared() ? held : sql);
    query.bind(0, chain.value.toBytes());
    return firstRow(query, [](const store::Statement &row) { return End{std::max(row.integer(0), row.integer(2)), row.blob(1)}; });
}

/// The first entry of a chain: that it begins is written in the one of no organisation, so that no chain goes unseen as a whole. Where there are
/// entries, but nothing that tells how far they reach, the chain goes on with an end that verifying refuses.
Result<End> begun(store::Db &db, ScopeId chain, qint64 atMs)
{
    store::Statement newest = db.prepare("SELECT coalesce(max(no), 0) FROM audit_entry WHERE scope = ?");
    newest.bind(0, chain.value.toBytes());
    const auto last = firstRow(newest, [](const store::Statement &row) { return row.integer(0); });
    auto made = last.and_then([&](const auto &no) {
        return db
            .prepare("INSERT INTO audit_chain(scope, no, digest, before_no, before_digest, untyped, typed) VALUES(?1, ?2, ?3, 0, ?3, 0, 0) "
                     "ON CONFLICT DO NOTHING")
            .bindAll(chain.value.toBytes(), no.value_or(0), QByteArray(""))
            .run();
    });
    const bool isNew = made && db.changedRows() == 1;
    const auto end = made.and_then([&] { return endOf(db, chain); });
    if (!end) {
        return tl::unexpected(end.error());
    }
    const End out = end->value_or(End{});
    if (!isNew || chain.isNull() || out.no > 0) {
        return out;
    }
    return AuditTable::append(db, {atMs, {}, QStringLiteral("chain_begin"), chain.toString(), {}}).map([&] { return out; });
}

Result<> writeBehind(store::Db &db, const AuditTable::Entry &entry, const End &end)
{
    const QByteArray chain = entry.chain.value.toBytes();
    const bool hasValue = !entry.value.isEmpty();
    const AuditRow row{end.no + 1,
                       entry.atMs,
                       entry.actor.isNull() ? std::nullopt : std::optional(entry.actor.value.toBytes()),
                       {entry.action.toUtf8(), entry.subject.toUtf8(), entry.detail.toUtf8()},
                       hasValue ? sealOf(entry.salt, entry.value.toUtf8()) : QByteArray("")};
    const QByteArray digest = row.digestAfter(end.digest, entry.chain, AuditRow::Form::Chained);
    return db
        .prepare("INSERT INTO audit_entry(scope, no, at_ms, actor, action, subject, detail, sealed, digest) "
                 "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .bindAll(chain, row.no, entry.atMs, entry.actor, entry.action, entry.subject, entry.detail, row.sealed, digest)
        .run()
        .and_then(
            [&] { return db.prepare("UPDATE audit_chain SET no = ?2, digest = ?3 WHERE scope = ?1").bindAll(chain, row.no, digest).run(); })
        .and_then([&] {
            return hasValue ? db.prepare("INSERT INTO audit_value(scope, no, salt, value) VALUES(?, ?, ?, ?)")
                                  .bindAll(chain, row.no, entry.salt, entry.value)
                                  .run()
                            : Result<>();
        });
}

} // namespace

Result<> AuditTable::append(store::Db &db, const Entry &entry)
{
    const auto known = endOf(db, entry.chain);
    const auto end = known && !*known ? begun(db, entry.chain, entry.atMs) : known.map([](const auto &there) { return *there; });
    return end.and_then([&](const End &at) { return writeBehind(db, entry, at); });
}

Result<ScopeId> AuditTable::chainOf(store::Db &db, ScopeId scope)
{
    for (const domain::OrganisationId organisation : {domain::OrganisationId{scope.value}, domain::organisationIfRestricted(scope)}) {
        if (scope.isNull()) {
            break;
        }
        const auto row = store::EntityTable<domain::Organisation>::find(db, organisation.value);
        if (!row || *row) {
            return row.map([&](const auto &) { return domain::scopeOf(organisation); });
        }
    }
    return ScopeId{};
}

Result<> AuditTable::eraseValues(store::Db &db, ScopeId chain, const std::vector<qint64> &entries, const QString &subject, qint64 nowMs)
{
    QStringList numbers;
    for (const qint64 no : entries) {
        auto gone = db.prepare("DELETE FROM audit_value WHERE scope = ? AND no = ?").bindAll(chain.value.toBytes(), no).run();
        if (!gone) {
            return gone;
        }
        numbers.append(QString::number(no));
    }
    return append(db, {nowMs, {}, QStringLiteral("values_erased"), subject, u"no=" + numbers.join(u','), chain});
}

Result<std::optional<AuditTable::Reach>> AuditTable::reach(store::Db &db, ScopeId chain)
{
    store::Statement query = db.prepare("SELECT no, digest, before_no, before_digest, untyped, typed FROM audit_chain WHERE scope = ?");
    query.bind(0, chain.value.toBytes());
    return firstRow(query, [&](const store::Statement &row) {
        return Reach{chain, row.integer(0), row.blob(1), row.integer(2), row.blob(3), {row.integer(4), row.integer(5)}};
    });
}

Result<std::vector<ScopeId>> AuditTable::chains(store::Db &db)
{
    store::Statement query = db.prepare("SELECT scope FROM audit_chain UNION SELECT scope FROM audit_entry ORDER BY 1");
    return allRows(query, [](const store::Statement &row) { return row.id<ScopeId>(0); });
}

} // namespace comptoir::central
