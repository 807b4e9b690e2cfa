// SPDX-License-Identifier: GPL-3.0-or-later
#include "AuditTable.h"

#include "Rows.h"

#include <QCryptographicHash>

#include <algorithm>
#include <array>
#include <optional>

namespace comptoir::central {

namespace {

using base::Result;

/// An entry as it stands in its row.
struct Stored
{
    qint64 no = 0;
    qint64 atMs = 0;
    std::optional<QByteArray> actor; ///< nothing where NULL
    std::array<QByteArray, 3> texts; ///< action, subject, detail
};

/// What the audit_head says.
struct Head
{
    qint64 entries = 0;
    qint64 no = 0;
    QByteArray digest;
    qint64 untyped = 0; ///< entries up to this number have a digest of the first kind
};

void add(QCryptographicHash &hash, const QByteArray &value)
{
    hash.addData(QByteArray(QByteArray::number(value.size()) + ':'));
    hash.addData(value);
}

void add(QCryptographicHash &hash, char type, const QByteArray &value)
{
    hash.addData(QByteArray(1, type));
    add(hash, value);
}

/// Each value with its type and length, the number with them: nothing in the row can be another and have the same digest.
QByteArray digestOf(const QByteArray &before, const Stored &entry)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    add(hash, 'B', before);
    add(hash, 'I', QByteArray::number(entry.no));
    add(hash, 'I', QByteArray::number(entry.atMs));
    add(hash, entry.actor ? 'B' : 'N', entry.actor.value_or(QByteArray()));
    for (const QByteArray &text : entry.texts) {
        add(hash, 'T', text);
    }
    return hash.result();
}

/// The first kind: neither number nor types, and nobody as a nil id.
QByteArray untypedDigestOf(const QByteArray &before, const Stored &entry)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(before);
    add(hash, QByteArray::number(entry.atMs));
    add(hash, entry.actor.value_or(base::Uuid().toBytes()));
    for (const QByteArray &text : entry.texts) {
        add(hash, text);
    }
    return hash.result();
}

Stored storedIn(const store::Statement &row)
{
    const auto bytes = [&](int column) {
        const std::string_view text = row.view(column);
        return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
    };
    return {row.integer(0), row.integer(1), row.isNull(2) ? std::nullopt : std::optional(row.blob(2)), {bytes(3), bytes(4), bytes(5)}};
}

/// Where the head is lost, what is done goes on to be written: behind the last entry that is there, with a head that verify() refuses.
Result<> headAgain(store::Db &db)
{
    return db
        .prepare("INSERT INTO audit_head(one, entries, no, digest, untyped) SELECT 1, -1 - count(*), coalesce(max(no), 0), ?, 0 FROM audit")
        .bindAll(QByteArray(""))
        .run();
}

/// Nobody is NULL, somebody an id.
bool isActor(const std::optional<QByteArray> &actor)
{
    return !actor || (actor->size() == 16 && *actor != base::Uuid().toBytes());
}

tl::unexpected<base::Error> corrupt(const QString &why)
{
    return base::fail(base::Error::Kind::Corrupt, why);
}

/// `held`: to be written on; where others write, too, they wait.
Result<Head> headOf(store::Db &db, bool held = false)
{
    store::Statement query = db.prepare(held && db.isShared() ? "SELECT entries, no, digest, untyped FROM audit_head FOR UPDATE"
                                                              : "SELECT entries, no, digest, untyped FROM audit_head");
    return firstRow(query,
                    [](const store::Statement &row) {
                        return Head{row.integer(0), row.integer(1), row.blob(2), row.integer(3)};
                    })
        .and_then([](const std::optional<Head> &head) -> Result<Head> {
            return head ? Result<Head>(*head) : corrupt(QStringLiteral("what tells how far the audit reaches is not there any more"));
        });
}

Result<> checkEnd(const AuditTable::Chain &chain, const Head &head)
{
    if (chain.entries < head.entries) {
        return corrupt(QStringLiteral("the audit ends after entry %1; there were %2").arg(chain.no).arg(head.entries));
    }
    if (chain.entries != head.entries || chain.no != head.no || chain.head != head.digest) {
        return corrupt(QStringLiteral("the end of the audit is not what was written: entry %1").arg(chain.no));
    }
    return {};
}

} // namespace

Result<> AuditTable::append(store::Db &db, const Entry &entry)
{
    const auto known = headOf(db, true);
    const bool lost = !known && known.error().kind == base::Error::Kind::Corrupt;
    const auto head = lost ? headAgain(db).and_then([&] { return headOf(db); }) : known;
    store::Statement newest = db.prepare("SELECT coalesce(max(no), 0) FROM audit");
    const auto last = firstRow(newest, [](const store::Statement &row) { return row.integer(0); });
    if (!head || !last) {
        return tl::unexpected(head ? last.error() : head.error());
    }
    // Where somebody put an entry behind the last one, what is done goes on to be written; verify() shows it.
    const qint64 no = std::max(head->no, last->value_or(0)) + 1;
    const Stored row{no,
                     entry.atMs,
                     entry.actor.isNull() ? std::nullopt : std::optional(entry.actor.value.toBytes()),
                     {entry.action.toUtf8(), entry.subject.toUtf8(), entry.detail.toUtf8()}};
    const QByteArray digest = digestOf(head->digest, row);
    return db.prepare("INSERT INTO audit(no, at_ms, actor, action, subject, detail, digest) VALUES(?, ?, ?, ?, ?, ?, ?)")
        .bindAll(no, entry.atMs, entry.actor, entry.action, entry.subject, entry.detail, digest)
        .run()
        .and_then([&] { return db.prepare("UPDATE audit_head SET entries = entries + 1, no = ?, digest = ?").bindAll(no, digest).run(); });
}

Result<AuditTable::Chain> AuditTable::verify(store::Db &db, Chain chain, int most)
{
    const auto head = headOf(db);
    if (!head) {
        return tl::unexpected(head.error());
    }
    store::Statement query = db.prepare(
        "SELECT no, at_ms, actor, action, subject, detail, digest FROM audit WHERE no > ? ORDER BY no LIMIT ?");
    query.bindAll(chain.no, most);
    int read = 0;
    const auto done = eachRow(query, [&](const store::Statement &row) -> Result<> {
        const Stored entry = storedIn(row);
        chain.head = entry.no <= head->untyped ? untypedDigestOf(chain.head, entry) : digestOf(chain.head, entry);
        if (chain.head != row.blob(6) || entry.no != chain.no + 1 || !isActor(entry.actor)) {
            return corrupt(QStringLiteral("entry %1 of the audit, or the one before it, is not what was written").arg(entry.no));
        }
        ++chain.entries;
        chain.no = entry.no;
        ++read;
        return {};
    });
    chain.isWhole = read < most;
    if (!done) {
        return tl::unexpected(done.error());
    }
    const auto end = chain.isWhole ? checkEnd(chain, *head) : Result<>();
    return end.map([&] { return std::move(chain); });
}

} // namespace comptoir::central
