// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChangesFeed.h"

#include "Attachment.h"
#include "Digest.h"
#include "DigestTable.h"
#include "MetaTable.h"
#include "OpTable.h"
#include "PageRows.h"
#include "Rights.h"
#include "TombstoneTable.h"
#include "Tuning.h"

namespace comptoir::central {

namespace {

using base::Result;

tl::unexpected<Fault> outOfStep(int status, const QString &code, domain::ScopeId scope, const QString &detail)
{
    Fault out(status, code, detail);
    out.problem.extensions.emplace(QStringLiteral("scope"), QString::fromLatin1(wire::scopeText(scope)));
    return tl::unexpected<Fault>(std::move(out));
}

std::vector<domain::ScopeId> notGranted(const wire::ChangesRequest &request, const std::vector<Grant> &granted)
{
    std::vector<domain::ScopeId> out;
    for (const auto &[scope, cursor] : request.cursors) {
        if (std::none_of(granted.begin(), granted.end(), [&](const Grant &one) { return one.scope == scope; })) {
            out.push_back(scope);
        }
    }
    return out;
}

} // namespace

Answer<QByteArray> ChangesFeed::after(const wire::ChangesRequest &request)
{
    const auto epoch = MetaTable::epoch(m_db);
    const auto granted = GrantTable::of(m_db, m_session.operatorId);
    if (!epoch || !granted) {
        return tl::unexpected<Fault>(epoch ? granted.error() : epoch.error());
    }
    if (!request.epoch.isEmpty() && request.epoch != *epoch) {
        return epochFault(*epoch);
    }
    const auto found = starts(request, *granted);
    if (!found) {
        return tl::unexpected(found.error());
    }
    // Where nothing moved every scope is told once more, for how far backups reach by now.
    const bool idle = std::all_of(found->begin(), found->end(), [](const Start &one) { return one.known && one.from == one.scope.seq; });
    int rows = request.limit > 0 ? std::min(request.limit, kMostPageRows) : kPageRows;
    std::vector<QByteArray> pages;
    qsizetype bytes = 0;
    for (const Start &start : *found) {
        if (idle || !start.known || start.from < start.scope.seq) {
            auto written = page(start, request.tables, rows);
            if (!written) {
                return tl::unexpected<Fault>(written.error());
            }
            bytes += written->size();
            rows = bytes < kPageBytes ? rows : 0;
            pages.push_back(std::move(*written));
        }
    }
    return wire::encodeChangesReply(*epoch, pages, notGranted(request, *granted));
}

Answer<std::vector<ChangesFeed::Start>> ChangesFeed::starts(const wire::ChangesRequest &request, const std::vector<Grant> &granted)
{
    std::vector<Start> out;
    for (const Grant &grant : granted) {
        const auto scope = ScopeTable::find(m_db, grant.scope);
        if (!scope) {
            return tl::unexpected<Fault>(scope.error());
        }
        Start start{grant, *scope, 0, false};
        const auto cursor = request.cursors.find(grant.scope);
        if (cursor != request.cursors.end() && cursor->second.generation == grant.generation) {
            start.from = std::max<qint64>(0, cursor->second.seq);
            start.known = true;
            if (start.from > scope->seq) {
                return outOfStep(409, QStringLiteral("cursor_ahead"), grant.scope,
                                 QStringLiteral("The cursor is ahead of the service; fetch this scope anew."));
            }
            if (start.from > 0 && start.from < scope->floorSeq) {
                return outOfStep(410, QStringLiteral("cursor_too_old"), grant.scope,
                                 QStringLiteral("The cursor is too old; fetch this scope anew."));
            }
        }
        out.push_back(start);
    }
    return out;
}

Result<qint64> ChangesFeed::cut(const Start &start, int rows)
{
    if (rows <= 0) {
        return start.from;
    }
    return seqAfter(m_db, start.grant.scope, start.from, rows).map([&](const auto &seq) { return seq.value_or(start.scope.seq); });
}

Result<QByteArray> ChangesFeed::digest(domain::ScopeId scope, const std::vector<QByteArray> &tables)
{
    std::vector<QByteArray> read;
    std::copy_if(tables.begin(), tables.end(), std::back_inserter(read), [&](const QByteArray &table) {
        return mayRead(m_session.role, scope, {table.constData(), std::size_t(table.size())});
    });
    return read.empty()
        ? Result<QByteArray>(QByteArray())
        : DigestTable::of(m_db, scope, read).map([](const auto &sum) { return sum ? wire::digestText(*sum) : QByteArray(); });
}

Result<QByteArray> ChangesFeed::page(const Start &start, const std::vector<QByteArray> &tables, int &rows)
{
    const domain::ScopeId scope = start.grant.scope;
    const bool older = std::find(tables.begin(), tables.end(), domain::FieldsOf<domain::Attachment>::kind) == tables.end();
    for (int wanted = rows;; wanted /= 4) {
        const auto to = cut(start, wanted);
        if (!to) {
            return tl::unexpected(to.error());
        }
        wire::PageWriter page(scope, start.grant.generation, start.from);
        bool fits = true;
        for (const PageTable &table : pageTables()) {
            if (fits && mayRead(m_session.role, scope, table.name)) {
                // A single row is sent however large it is.
                const auto done = writeRows(m_db, table, {scope, start.from, *to, older}, wanted > 1 ? kPageBytes : wire::kMostReplyBytes,
                                            page);
                if (!done) {
                    return tl::unexpected(done.error());
                }
                fits = *done;
            }
        }
        if (!fits) {
            wanted = std::max(wanted, 4);
            continue;
        }
        const auto gone = TombstoneTable::between(m_db, scope, start.from, *to);
        const auto results = OpTable::results(m_db, m_session.device, m_session.operatorId, scope, start.from, *to);
        const bool complete = *to == start.scope.seq;
        const auto told = complete ? digest(scope, tables) : Result<QByteArray>(QByteArray());
        if (!gone || !results || !told) {
            return tl::unexpected(!gone ? gone.error() : !results ? results.error() : told.error());
        }
        for (const auto &tombstone : *gone) {
            page.gone({tombstone.entity, tombstone.id, tombstone.seq});
        }
        for (const auto &verdict : *results) {
            page.result(verdict);
        }
        rows -= int(page.rowCount() + gone->size());
        return page.finish(*to, start.scope.backupSeq, complete, *told);
    }
}

} // namespace comptoir::central
