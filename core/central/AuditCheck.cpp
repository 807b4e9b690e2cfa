// SPDX-License-Identifier: GPL-3.0-or-later
#include "AuditCheck.h"

#include "Rows.h"

#include <algorithm>

namespace comptoir::central {

namespace {

using base::Result;
using domain::ScopeId;

tl::unexpected<base::Error> corrupt(const QString &why)
{
    return base::fail(base::Error::Kind::Corrupt, why);
}

Result<qint64> single(store::Db &db, std::string_view sql, ScopeId chain)
{
    store::Statement query = db.prepare(sql);
    query.bind(0, chain.value.toBytes());
    return firstRow(query, [](const store::Statement &row) { return row.integer(0); }).map([](const auto &found) {
        return found.value_or(0);
    });
}

} // namespace

AuditCheck::AuditCheck(ScopeId chain, std::optional<AuditHeads::End> outside) : m_told{chain, 0, 0, {}}, m_outside(std::move(outside)) {}

QString AuditCheck::shown() const
{
    return m_told.chain.isNull() ? QStringLiteral("the audit of no organisation") : u"the audit of " + m_told.chain.toString();
}

void AuditCheck::begin(const AuditTable::Reach &reach)
{
    *this = AuditCheck(m_told.chain, m_outside);
    m_from = reach.beforeNo;
    m_told.no = reach.beforeNo;
    m_told.head = reach.beforeDigest;
    m_outsideSeen = m_outside && (m_outside->no < m_from || (m_outside->no == m_from && m_outside->digest == reach.beforeDigest));
}

Result<bool> AuditCheck::read(store::Db &db, int most)
{
    const auto reach = AuditTable::reach(db, m_told.chain);
    if (!reach) {
        return tl::unexpected(reach.error());
    }
    if (!*reach) {
        return single(db, "SELECT count(*) FROM audit_entry WHERE scope = ?", m_told.chain).and_then([&](qint64 entries) -> Result<bool> {
            return entries > 0 || m_outside || m_told.chain.isNull()
                ? Result<bool>(corrupt(QStringLiteral("what tells how far %1 reaches is not there any more").arg(shown())))
                : Result<bool>(true);
        });
    }
    if (m_from < 0 || m_told.no < (*reach)->beforeNo) {
        begin(**reach); // anew where its beginning was taken away meanwhile
    }
    static const std::string sql = std::string("SELECT ") + AuditRow::kColumns
        + ", e.digest, v.salt, v.value FROM audit_entry e LEFT JOIN audit_value v ON v.scope = e.scope AND v.no = e.no "
          "WHERE e.scope = ? AND e.no > ? ORDER BY e.no LIMIT ?";
    store::Statement query = db.prepare(sql);
    query.bindAll(m_told.chain.value.toBytes(), m_told.no, most);
    const qint64 before = m_told.entries;
    const auto done = eachRow(query, [&](const store::Statement &row) { return take(row, (*reach)->forms); });
    if (!done || m_told.entries - before >= most) {
        return done.map([] { return false; });
    }
    return checkEnd(db, **reach).map([] { return true; });
}

Result<> AuditCheck::take(const store::Statement &row, const AuditForms &forms)
{
    const AuditRow entry = AuditRow::of(row);
    m_told.head = entry.digestAfter(m_told.head, m_told.chain, forms.of(entry.no));
    if (m_told.head != row.blob(7) || entry.no != m_told.no + 1 || !entry.hasActorOrNone()) {
        return corrupt(QStringLiteral("entry %1 of %2, or the one before it, is not what was written").arg(entry.no).arg(shown()));
    }
    m_told.no = entry.no;
    ++m_told.entries;
    if (m_outside && m_outside->no == entry.no) {
        m_outsideSeen = true;
        if (m_outside->digest != m_told.head) {
            return corrupt(QStringLiteral("entry %1 of %2 is not the one whose digest was kept outside").arg(entry.no).arg(shown()));
        }
    }
    learn(entry);
    return checkValue(entry, row);
}

Result<> AuditCheck::checkValue(const AuditRow &entry, const store::Statement &row)
{
    const bool isThere = !row.isNull(9);
    if (isThere && entry.sealed != sealOf(row.blob(8), row.text(9).toUtf8())) {
        return corrupt(QStringLiteral("the personal value of entry %1 of %2 is not what was written").arg(entry.no).arg(shown()));
    }
    if (!entry.sealed.isEmpty()) {
        (isThere ? m_present : m_missing).insert(entry.no);
    }
    return {};
}

void AuditCheck::learn(const AuditRow &entry)
{
    if (entry.action() == "pruned") {
        m_pruned = entry;
        m_begun.clear();
    } else if (entry.action() == "chain_begin") {
        m_begun.insert(entry.texts[1]);
    } else if (entry.action() == "values_erased") {
        for (const QByteArray &no : entry.told("no").split(',')) {
            m_erased.insert(no.toLongLong());
        }
    }
}

Result<> AuditCheck::checkEnd(store::Db &db, const AuditTable::Reach &reach) const
{
    if (m_told.no < reach.no) {
        return corrupt(QStringLiteral("%1 ends after entry %2; there were %3").arg(shown()).arg(m_told.no).arg(reach.no));
    }
    if (m_told.no != reach.no || m_told.head != reach.digest) {
        return corrupt(QStringLiteral("the end of %1 is not what was written: entry %2").arg(shown()).arg(m_told.no));
    }
    if (m_outside && !m_outsideSeen) {
        return corrupt(QStringLiteral("%1 ends after entry %2; outside the database it is known to have had %3")
                           .arg(shown())
                           .arg(m_told.no)
                           .arg(m_outside->no));
    }
    return checkBeginning(reach).and_then([&] { return checkValues(db); });
}

Result<> AuditCheck::checkBeginning(const AuditTable::Reach &reach) const
{
    const QByteArray forms = QByteArray::number(reach.forms.untyped) + ',' + QByteArray::number(reach.forms.typed);
    const bool isTold = m_pruned && m_pruned->told("no") == QByteArray::number(reach.beforeNo)
        && m_pruned->told("digest") == reach.beforeDigest.toHex() && m_pruned->told("forms") == forms;
    const bool isSound = reach.forms.untyped >= 0 && reach.forms.typed >= reach.forms.untyped && reach.forms.typed <= reach.no;
    const bool isFirst = reach.beforeNo == 0 && reach.beforeDigest.isEmpty() && !m_pruned;
    return isSound && (isFirst || isTold)
        ? Result<>()
        : corrupt(QStringLiteral("the beginning of %1, before entry %2, is not what was left").arg(shown()).arg(reach.beforeNo + 1));
}

Result<> AuditCheck::checkValues(store::Db &db) const
{
    for (const qint64 no : m_missing) {
        if (!m_erased.contains(no)) {
            return corrupt(QStringLiteral("the personal value of entry %1 of %2 is gone, and no erasure tells why").arg(no).arg(shown()));
        }
    }
    for (const qint64 no : m_present) {
        if (m_erased.contains(no)) {
            return corrupt(QStringLiteral("the personal value of entry %1 of %2 was erased, and is there").arg(no).arg(shown()));
        }
    }
    return single(db, "SELECT count(*) FROM audit_value WHERE scope = ?", m_told.chain).and_then([&](qint64 count) -> Result<> {
        return count == qint64(m_present.size()) ? Result<>()
                                                 : corrupt(QStringLiteral("%1 has personal values of entries that have none").arg(shown()));
    });
}

Result<> AuditCheck::checkOthers(const std::vector<ScopeId> &chains) const
{
    std::set<QByteArray> there;
    for (const ScopeId chain : chains) {
        if (!chain.isNull()) {
            there.insert(chain.value.toText());
        }
    }
    for (const QByteArray &chain : m_begun) {
        if (!there.contains(chain)) {
            return corrupt(QStringLiteral("the audit of %1 is gone").arg(QLatin1String(chain)));
        }
    }
    const qint64 known = m_pruned ? m_pruned->told("chains").toLongLong() : 0;
    const qint64 expected = known + qint64(m_begun.size());
    return qint64(there.size()) == expected
        ? Result<>()
        : corrupt(QStringLiteral("there are %1 audits of organisations; %2 were begun").arg(there.size()).arg(expected));
}

Result<std::vector<AuditChain>> checkAudit(store::Db &db, const AuditHeads &heads, const std::optional<ScopeId> &only)
{
    const auto outside = heads.binding(db);
    auto chains = only ? Result<std::vector<ScopeId>>(std::vector{*only}) : AuditTable::chains(db);
    if (!outside || !chains) {
        return tl::unexpected(outside ? chains.error() : outside.error());
    }
    const auto ends = *outside ? (*outside)->ends : std::map<ScopeId, AuditHeads::End>();
    std::set<ScopeId> all(chains->begin(), chains->end());
    for (const auto &[chain, end] : only ? std::map<ScopeId, AuditHeads::End>() : ends) {
        all.insert(chain);
    }
    std::vector<AuditChain> out;
    for (const ScopeId chain : all) {
        const auto end = ends.find(chain);
        AuditCheck check(chain, end == ends.end() ? std::nullopt : std::optional(end->second));
        auto whole = check.read(db);
        while (whole && !*whole) {
            whole = check.read(db);
        }
        const auto others = whole && chain.isNull() && !only ? check.checkOthers(*chains) : Result<>();
        if (!whole || !others) {
            return tl::unexpected(whole ? others.error() : whole.error());
        }
        out.push_back(check.told());
    }
    return out;
}

} // namespace comptoir::central
