// SPDX-License-Identifier: GPL-3.0-or-later
#include "ErasureTable.h"

#include "Random.h"
#include "Rows.h"

#include <QMessageAuthenticationCode>

namespace comptoir::central {

namespace {

using base::Result;

constexpr qsizetype kSecretBytes = 32;

Result<QByteArray> secretOf(store::Db &db)
{
    store::Statement query = db.prepare("SELECT secret FROM erasure_key");
    return firstRow(query, [](const store::Statement &row) { return row.blob(0); }).map([](const auto &secret) {
        return secret.value_or(QByteArray());
    });
}

Result<QByteArray> secretMade(store::Db &db, base::Random &random)
{
    return db.prepare("INSERT INTO erasure_key(one, secret) VALUES(1, ?) ON CONFLICT(one) DO NOTHING")
        .bindAll(random.bytes(kSecretBytes))
        .run()
        .and_then([&] { return secretOf(db); });
}

QByteArray traceOf(const QByteArray &secret, const QString &token)
{
    return QMessageAuthenticationCode::hash(token.toUtf8(), secret, QCryptographicHash::Sha256);
}

QString tokenOf(domain::TicketId ticket)
{
    return u"t:" + ticket.toString();
}

} // namespace

Result<std::optional<qint64>> ErasureTable::find(store::Db &db, domain::PersonId person)
{
    store::Statement query = db.prepare("SELECT at_ms FROM erasure WHERE person = ? LIMIT 1");
    query.bindAll(person);
    return firstRow(query, [](const store::Statement &row) { return row.integer(0); });
}

Result<qint64> ErasureTable::newest(store::Db &db)
{
    store::Statement query = db.prepare("SELECT coalesce(max(at_ms), 0) FROM erasure");
    return firstRow(query, [](const store::Statement &row) { return row.integer(0); }).map([](const auto &at) { return at.value_or(0); });
}

Result<std::set<domain::PersonId>> ErasureTable::people(store::Db &db)
{
    store::Statement query = db.prepare("SELECT DISTINCT person FROM erasure");
    std::set<domain::PersonId> out;
    return eachRow(query, [&](const store::Statement &row) { out.insert(row.id<domain::PersonId>(0)); }).map([&] {
        return std::move(out);
    });
}

Result<> ErasedTraceTable::put(store::Db &db, domain::PersonId person, qint64 atMs, const domain::PlainTraces &traces,
                               const std::set<domain::TicketId> &tickets, base::Random &random)
{
    return secretMade(db, random).and_then([&](const QByteArray &) { return learn(db, person, atMs, traces, tickets); });
}

Result<> ErasedTraceTable::learn(store::Db &db, domain::PersonId person, qint64 atMs, const domain::PlainTraces &traces,
                                 const std::set<domain::TicketId> &tickets)
{
    const auto secret = secretOf(db);
    if (!secret) {
        return tl::unexpected(secret.error());
    }
    QHash<QString, bool> all = traces.tokens();
    for (const domain::TicketId &ticket : tickets) {
        all.insert(tokenOf(ticket), false);
    }
    for (auto one = all.cbegin(); one != all.cend(); ++one) {
        const auto done = db.prepare("INSERT INTO erased_trace(trace, person, at_ms, own_only) VALUES(?, ?, ?, ?) "
                                     "ON CONFLICT(trace, person) DO UPDATE SET at_ms = excluded.at_ms, own_only = excluded.own_only")
                              .bindAll(traceOf(*secret, one.key()), person, atMs, qint64(one.value()))
                              .run();
        if (!done) {
            return done;
        }
    }
    return {};
}

Result<ErasedPeople> ErasedPeople::load(store::Db &db)
{
    ErasedPeople out;
    return ErasureTable::people(db)
        .and_then([&](std::set<domain::PersonId> people) {
            out.m_people = std::move(people);
            return secretOf(db);
        })
        .and_then([&](const QByteArray &secret) {
            out.m_secret = secret;
            store::Statement query = db.prepare("SELECT trace FROM erased_trace");
            return eachRow(query, [&](const store::Statement &row) { out.m_traces.insert(row.blob(0)); });
        })
        .map([&] { return std::move(out); });
}

bool ErasedPeople::holds(const domain::Person &person) const
{
    if (m_people.contains(person.id)) {
        return true;
    }
    if (m_traces.empty()) {
        return false;
    }
    domain::PlainTraces traces;
    traces.add(person);
    bool named = false;
    bool reached = false;
    const QHash<QString, bool> &tokens = traces.tokens();
    for (auto one = tokens.cbegin(); one != tokens.cend(); ++one) {
        if (!m_traces.contains(traceOf(m_secret, one.key()))) {
            continue;
        }
        if (one.key().startsWith(u"e:") || one.key().startsWith(u"l:")) {
            return true;
        }
        named = named || (one.key().startsWith(u"w:") && !one.value());
        reached = reached || one.key().startsWith(u"n:") || one.key().startsWith(u"k:");
    }
    return named && reached;
}

HashedTraces::HashedTraces(store::Db &db, qint64 afterMs) : m_db(db), m_afterMs(afterMs), m_secret(secretOf(db).value_or(QByteArray())) {}

bool HashedTraces::tells(const QString &token, bool own) const
{
    if (m_secret.isEmpty()) {
        return false;
    }
    store::Statement query = m_db.prepare("SELECT 1 FROM erased_trace WHERE trace = ? AND at_ms > ? AND own_only <= ? LIMIT 1");
    return query.bindAll(traceOf(m_secret, token), m_afterMs, qint64(own)).step().value_or(false);
}

bool HashedTraces::wasTheirs(domain::TicketId ticket) const
{
    return tells(tokenOf(ticket), true);
}

} // namespace comptoir::central
