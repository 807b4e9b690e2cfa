// SPDX-License-Identifier: GPL-3.0-or-later
#include "Move.h"

#include "AuditCheck.h"
#include "DataFolder.h"
#include "TableCopy.h"

#include <QFile>

namespace comptoir::service {

namespace {

using base::Result;
using store::Db;
using Kind = base::Error::Kind;

/// The ends of all chains of the audit, each read whole.
Result<std::map<domain::ScopeId, std::pair<qint64, QByteArray>>> auditOf(Db &db)
{
    return central::checkAudit(db).map([](const std::vector<central::AuditChain> &chains) {
        std::map<domain::ScopeId, std::pair<qint64, QByteArray>> out;
        for (const central::AuditChain &chain : chains) {
            out[chain.chain] = {chain.entries, chain.head};
        }
        return out;
    });
}

Result<Moved> move(Db &from, Db &to, const std::function<void(const QString &, qint64)> &done)
{
    Moved out;
    return postgres::tablecopy::mustBeFresh(to)
        .and_then([&] {
            return postgres::tablecopy::copyAll(from, to, [&](const postgres::tablecopy::Counted &one) {
                ++out.tables;
                out.rows += one.rows;
                done(one.table, one.rows);
            });
        })
        .and_then([&](const auto &) { return auditOf(from); })
        .and_then([&](const auto &before) {
            return auditOf(to).and_then([&](const auto &after) -> Result<Moved> {
                if (before != after) {
                    return base::fail(Kind::Corrupt, QStringLiteral("the audit did not arrive as it was"));
                }
                for (const auto &[chain, end] : after) {
                    out.auditEntries += end.first;
                }
                return out;
            });
        });
}

} // namespace

Result<Moved> moveToServer(const QString &file, store::Backend &server, const std::function<void(const QString &, qint64)> &done)
{
    if (!QFile::exists(file)) {
        return base::fail(Kind::NotFound, QStringLiteral("there is no database %1").arg(file));
    }
    store::Store::Config config;
    config.path = file;
    config.migrations = DataFolder::migrations();
    config.threads = false;
    const auto source = store::Store::open(config); // holds the lock to the end
    if (!source) {
        return tl::unexpected(
            source.error().kind == Kind::Locked
                ? base::Error{Kind::Locked, QStringLiteral("stop the service first: another process works on %1").arg(file)}
                : source.error());
    }
    const auto target = server.prepare().and_then([&] { return server.connect(Db::Mode::Write); });
    if (!target) {
        return tl::unexpected(target.error());
    }
    if (auto begun = (*target)->begin(); !begun) {
        return tl::unexpected(begun.error());
    }
    auto moved = (*source)->read([&](Db &from) { return move(from, **target, done); }).result();
    if (!moved) {
        (*target)->rollback();
        return moved;
    }
    return (*target)->commit().map([&] { return *moved; });
}

} // namespace comptoir::service
