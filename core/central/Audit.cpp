// SPDX-License-Identifier: GPL-3.0-or-later
#include "Audit.h"

#include "AuditPruning.h"
#include "Clock.h"
#include "Durations.h"
#include "MetaTable.h"
#include "OrganisationRows.h"
#include "PrivateFile.h"

#include <QFile>
#include <QFileInfo>

namespace comptoir::central {

namespace {

using base::Result;
using domain::ScopeId;
using Kind = base::Error::Kind;

/// Verifies chain after chain, the one of no organisation last: it tells which others there have to be.
class AuditWalk : public std::enable_shared_from_this<AuditWalk>
{
public:
    AuditWalk(store::Store &store, const std::optional<ScopeId> &only) : m_store(store), m_only(only) {}

    QFuture<Result<Audit::Report>> begin()
    {
        m_promise.start();
        m_store.read([self = shared_from_this()](store::Db &db) { return self->gather(db); })
            .then([self = shared_from_this()](const Result<> &done) { done ? self->goOn() : self->finish(tl::unexpected(done.error())); });
        return m_promise.future();
    }

private:
    Result<> gather(store::Db &db)
    {
        const auto outside = Audit::headsOf(m_store.path()).binding(db);
        const auto chains = m_only ? Result<std::vector<ScopeId>>(std::vector{*m_only}) : AuditTable::chains(db);
        if (!outside || !chains) {
            return tl::unexpected(outside ? chains.error() : outside.error());
        }
        m_report.isCompared = outside->has_value();
        m_ends = *outside ? (*outside)->ends : std::map<ScopeId, AuditHeads::End>();
        std::set<ScopeId> all(chains->begin(), chains->end());
        for (const auto &[chain, end] : m_only ? std::map<ScopeId, AuditHeads::End>() : m_ends) {
            all.insert(chain);
        }
        m_left.assign(all.begin(), all.end()); // nil first: taken from the end, it comes last
        next();
        return {};
    }

    void next()
    {
        const auto end = m_ends.find(m_left.back());
        m_check.emplace(m_left.back(), end == m_ends.end() ? std::nullopt : std::optional(end->second));
    }

    /// True: all were read.
    Result<bool> turn(store::Db &db)
    {
        const ScopeId chain = m_left.back();
        return m_check->read(db)
            .and_then([&](bool whole) -> Result<bool> {
                if (!whole || m_only || !chain.isNull()) {
                    return whole;
                }
                return AuditTable::chains(db).and_then([&](const auto &all) { return m_check->checkOthers(all); }).map([] { return true; });
            })
            .map([&](bool whole) {
                if (whole) {
                    m_report.chains.push_back(m_check->told());
                    m_report.entries += m_check->told().entries;
                    m_left.pop_back();
                }
                if (whole && !m_left.empty()) {
                    next();
                }
                return m_left.empty();
            });
    }

    void goOn()
    {
        m_store.read([self = shared_from_this()](store::Db &db) { return self->turn(db); })
            .then([self = shared_from_this()](const Result<bool> &done) {
                if (done && !*done) {
                    return self->goOn();
                }
                self->finish(done ? Result<Audit::Report>(self->m_report) : tl::unexpected(done.error()));
            });
    }

    void finish(const Result<Audit::Report> &report)
    {
        m_promise.addResult(report);
        m_promise.finish();
    }

    store::Store &m_store;
    std::optional<ScopeId> m_only;
    std::map<ScopeId, AuditHeads::End> m_ends;
    std::vector<ScopeId> m_left;
    std::optional<AuditCheck> m_check;
    Audit::Report m_report;
    QPromise<Result<Audit::Report>> m_promise;
};

QString unfinishedOf(const QString &path)
{
    return path + QStringLiteral(".part");
}

Result<Audit::Exported> writeFile(store::Db &db, const QString &path, const AuditExport::Range &range)
{
    if (QFile::exists(path) || QFileInfo(path).isSymLink()) {
        return base::fail(Kind::Invalid, QStringLiteral("%1 is there already").arg(path));
    }
    if (!QFileInfo(QFileInfo(path).path()).isDir()) {
        return base::fail(Kind::NotFound, QStringLiteral("there is no folder %1").arg(QFileInfo(path).path()));
    }
    QFile::remove(unfinishedOf(path));
    return store::makePrivateFile(unfinishedOf(path)).and_then([&]() -> Result<Audit::Exported> {
        QFile file(unfinishedOf(path));
        if (!file.open(QIODevice::WriteOnly)) {
            return base::fail(Kind::Io, QStringLiteral("%1 cannot be written: %2").arg(path, file.errorString()));
        }
        return AuditExport::write(db, range, file).and_then([&](const AuditExport::Told &told) -> Result<Audit::Exported> {
            return file.flush() ? Result<Audit::Exported>({told, file.size()})
                                : base::fail(Kind::Io, QStringLiteral("%1 cannot be written: %2").arg(path, file.errorString()));
        });
    });
}

/// What was taken out stands in the chain, with the sum of the file: one that was changed since is not that one.
Result<> noteExport(store::Db &db, const AuditExport::Range &range, const AuditExport::Told &told, qint64 nowMs)
{
    const QString detail = QStringLiteral("from=%1 to=%2 entries=%3 sha256=%4")
                               .arg(told.from)
                               .arg(told.no)
                               .arg(told.entries)
                               .arg(QLatin1String(told.sum.toHex()));
    return AuditTable::append(db, {nowMs, {}, QStringLiteral("audit_export"), range.chain.toString(), detail, range.chain});
}

} // namespace

AuditHeads Audit::headsOf(const QString &database)
{
    return AuditHeads(database.isEmpty() ? QString() : database + QStringLiteral(".audit"));
}

QFuture<Result<Audit::Report>> Audit::verify(const std::optional<ScopeId> &only)
{
    return std::make_shared<AuditWalk>(m_store, only)->begin();
}

QFuture<Result<ScopeId>> Audit::chainNamed(const QString &name)
{
    return m_store.read([name](store::Db &db) -> Result<ScopeId> {
        return name.isEmpty() ? Result<ScopeId>(ScopeId{})
                              : organisationNamed(db, name).map([](const domain::Organisation &one) { return domain::scopeOf(one.id); });
    });
}

QFuture<Result<Audit::Exported>> Audit::exportTo(const QString &path, const AuditExport::Range &range)
{
    return m_store.read([path, range](store::Db &db) { return writeFile(db, path, range); })
        .then([&store = m_store, path, range, nowMs = m_clock.nowMs()](const Result<Exported> &written) {
            return store
                .write([=](store::Db &db) {
                    return written.and_then([&](const Exported &out) { return noteExport(db, range, out.told, nowMs); });
                })
                .then([=](const Result<> &noted) -> Result<Exported> {
                    const auto placed = noted.and_then([&] { return store::renameForGood(unfinishedOf(path), path); });
                    if (placed) {
                        return written;
                    }
                    QFile::remove(unfinishedOf(path));
                    return tl::unexpected(placed.error());
                });
        })
        .unwrap();
}

QFuture<Result<qint64>> Audit::prune(bool force)
{
    return m_store.write([force, nowMs = m_clock.nowMs()](store::Db &db) {
        return auditKeptSince(db, nowMs).and_then([&](qint64 sinceMs) {
            return isAuditOlder(db, sinceMs - (force ? 0 : base::kDayMs)).and_then([&](bool isOlder) {
                return isOlder ? pruneAudit(db, sinceMs, nowMs) : Result<qint64>(0);
            });
        });
    });
}

QFuture<Result<>> Audit::keep(int months)
{
    return m_store.write([months, nowMs = m_clock.nowMs()](store::Db &db) -> Result<> {
        if (months < 1 || months > kMostMonths) {
            return base::fail(Kind::Invalid, QStringLiteral("the audit is kept for 1 to %1 months").arg(kMostMonths));
        }
        return MetaTable::setAuditMonths(db, months).and_then([&] {
            return AuditTable::append(db, {nowMs, {}, QStringLiteral("audit_keep"), {}, QStringLiteral("months=%1").arg(months)});
        });
    });
}

QFuture<Result<int>> Audit::months()
{
    return m_store.read([](store::Db &db) { return MetaTable::auditMonths(db); });
}

QFuture<Result<>> Audit::saveHeads()
{
    return m_store.read([path = m_store.path(), nowMs = m_clock.nowMs()](store::Db &db) { return headsOf(path).save(db, nowMs); });
}

} // namespace comptoir::central
