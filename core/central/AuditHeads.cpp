// SPDX-License-Identifier: GPL-3.0-or-later
#include "AuditHeads.h"

#include "AuditTable.h"
#include "MetaTable.h"
#include "Rows.h"

#include <QFile>
#include <QSaveFile>

namespace comptoir::central {

namespace {

using base::Result;
using domain::ScopeId;
using Kind = base::Error::Kind;
using Content = AuditHeads::Content;

constexpr auto kFirstWord = "comptoir-audit-heads/1";

/// `comptoir-audit-heads/1 EPOCH MS`, then `SCOPE NO DIGEST` for each chain, then `end N`.
QByteArray textOf(const Content &content)
{
    QByteArray out = QByteArray(kFirstWord) + ' ' + content.epoch + ' ' + QByteArray::number(content.atMs) + '\n';
    for (const auto &[chain, end] : content.ends) {
        out += chain.value.toText() + ' ' + QByteArray::number(end.no) + ' ' + end.digest.toHex() + '\n';
    }
    return out + "end " + QByteArray::number(qint64(content.ends.size())) + '\n';
}

std::optional<Content> contentIn(const QByteArray &text)
{
    const QByteArrayList lines = text.split('\n');
    const QByteArrayList first = lines.value(0).split(' ');
    Content out{first.value(1), first.value(2).toLongLong(), {}};
    for (qsizetype at = 1; at + 2 < lines.size(); ++at) {
        const QByteArrayList words = lines[at].split(' ');
        const auto chain = base::Uuid::fromText(words.value(0));
        if (!chain) {
            return std::nullopt;
        }
        out.ends[ScopeId{*chain}] = {words.value(1).toLongLong(), QByteArray::fromHex(words.value(2))};
    }
    return textOf(out) == text ? std::optional(out) : std::nullopt; // byte for byte
}

Result<Content> contentOf(store::Db &db, qint64 nowMs)
{
    const auto epoch = MetaTable::epoch(db);
    const auto chains = AuditTable::chains(db);
    if (!epoch || !chains) {
        return tl::unexpected(epoch ? chains.error() : epoch.error());
    }
    Content out{*epoch, nowMs, {}};
    for (const ScopeId chain : *chains) {
        const auto reach = AuditTable::reach(db, chain);
        if (!reach) {
            return tl::unexpected(reach.error());
        }
        if (*reach && (*reach)->no > 0) {
            out.ends[chain] = {(*reach)->no, (*reach)->digest};
        }
    }
    return out;
}

/// Whether the chain still has what it had; what was taken away for its age is not there to be asked.
Result<bool> has(store::Db &db, ScopeId chain, const AuditHeads::End &end)
{
    const auto reach = AuditTable::reach(db, chain);
    if (!reach || !*reach) {
        return reach.map([](const auto &) { return false; });
    }
    if (end.no <= (*reach)->beforeNo) {
        return end.no < (*reach)->beforeNo || end.digest == (*reach)->beforeDigest;
    }
    store::Statement query = db.prepare("SELECT digest FROM audit_entry WHERE scope = ? AND no = ?");
    query.bindAll(chain.value.toBytes(), end.no);
    return firstRow(query, [](const store::Statement &row) { return row.blob(0); }).map([&](const auto &digest) {
        return digest == end.digest;
    });
}

Result<bool> tellsOfLife(store::Db &db, const QByteArray &epoch)
{
    store::Statement query = db.prepare("SELECT 1 FROM audit_entry WHERE scope = ? AND action = 'restore' AND detail = ?");
    query.bindAll(ScopeId{}.value.toBytes(), QString::fromLatin1("epoch=" + epoch));
    return query.step();
}

} // namespace

Result<std::optional<Content>> AuditHeads::read() const
{
    QFile file(m_path);
    if (m_path.isEmpty() || !file.exists()) {
        return std::optional<Content>();
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return base::fail(Kind::Io, QStringLiteral("%1 cannot be read: %2").arg(m_path, file.errorString()));
    }
    const auto content = contentIn(file.readAll());
    return content ? Result<std::optional<Content>>(content)
                   : base::fail(Kind::Corrupt, QStringLiteral("%1, the ends of the audit, is not what was written").arg(m_path));
}

Result<std::optional<Content>> AuditHeads::binding(store::Db &db) const
{
    const auto content = read();
    const auto epoch = MetaTable::epoch(db);
    if (!content || !*content || !epoch || (*content)->epoch == *epoch) {
        return epoch ? content : tl::unexpected(epoch.error());
    }
    return tellsOfLife(db, *epoch).and_then([&](bool told) -> Result<std::optional<Content>> {
        return told ? Result<std::optional<Content>>(std::nullopt)
                    : base::fail(Kind::Corrupt,
                                 QStringLiteral("%1 is of another life of the database, and the audit tells of no restore").arg(m_path));
    });
}

Result<> AuditHeads::save(store::Db &db, qint64 nowMs) const
{
    const auto known = read();
    const auto held = binding(db);
    const auto now = contentOf(db, nowMs);
    if (!known || !held || !now) {
        return tl::unexpected(!known ? known.error() : !held ? held.error() : now.error());
    }
    for (const auto &[chain, end] : *held ? (*held)->ends : std::map<ScopeId, End>()) {
        const auto there = has(db, chain, end);
        if (!there || !*there) {
            return there
                ? base::fail(
                    Kind::Corrupt,
                    QStringLiteral("the audit lacks entry %1 of the chain %2, which %3 tells of").arg(end.no).arg(chain.toString(), m_path))
                : Result<>(tl::unexpected(there.error()));
        }
    }
    if (*known && !*held) {
        QFile::rename(m_path, m_path + QStringLiteral(".before-") + QString::fromLatin1(now->epoch.left(8)));
    }
    QSaveFile file(m_path);
    const QByteArray text = textOf(*now);
    const bool written = file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        && file.write(text) == text.size() && file.commit();
    return written ? Result<>() : base::fail(Kind::Io, QStringLiteral("%1 cannot be written: %2").arg(m_path, file.errorString()));
}

} // namespace comptoir::central
