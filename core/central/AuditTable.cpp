// SPDX-License-Identifier: GPL-3.0-or-later
#include "AuditTable.h"

#include "Rows.h"

#include <QCryptographicHash>

namespace comptoir::central {

namespace {

using base::Result;

QByteArray digestOf(const QByteArray &before, const AuditTable::Entry &entry)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(before);
    for (const QByteArray &part : {QByteArray::number(entry.atMs), entry.actor.value.toBytes(), entry.action.toUtf8(),
                                   entry.subject.toUtf8(), entry.detail.toUtf8()}) {
        hash.addData(QByteArray(QByteArray::number(part.size()) + ':'));
        hash.addData(part);
    }
    return hash.result();
}

} // namespace

Result<> AuditTable::append(store::Db &db, const Entry &entry)
{
    store::Statement last = db.prepare("SELECT digest FROM audit ORDER BY no DESC LIMIT 1");
    const auto before = firstRow(last, [](const store::Statement &row) { return row.blob(0); });
    if (!before) {
        return tl::unexpected(before.error());
    }
    return db.prepare("INSERT INTO audit(at_ms, actor, action, subject, detail, digest) VALUES(?, ?, ?, ?, ?, ?)")
        .bindAll(entry.atMs, entry.actor, entry.action, entry.subject, entry.detail, digestOf(before->value_or(QByteArray()), entry))
        .run();
}

Result<AuditTable::Chain> AuditTable::verify(store::Db &db, Chain chain, int most)
{
    store::Statement query = db.prepare(
        "SELECT no, at_ms, actor, action, subject, detail, digest FROM audit WHERE no > ? ORDER BY no LIMIT ?");
    query.bindAll(chain.no, most);
    int read = 0;
    const auto done = eachRow(query, [&](const store::Statement &row) -> Result<> {
        const Entry entry{row.integer(1), row.id<domain::OperatorId>(2), row.text(3), row.text(4), row.text(5)};
        chain.head = digestOf(chain.head, entry);
        if (chain.head != row.blob(6)) {
            return base::fail(base::Error::Kind::Corrupt,
                              QStringLiteral("entry %1 of the audit, or the one before it, is not what was written").arg(row.integer(0)));
        }
        ++chain.entries;
        chain.no = row.integer(0);
        ++read;
        return {};
    });
    chain.isWhole = read < most;
    return done.map([&] { return std::move(chain); });
}

} // namespace comptoir::central
