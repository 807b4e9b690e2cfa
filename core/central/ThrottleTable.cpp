// SPDX-License-Identifier: GPL-3.0-or-later
#include "ThrottleTable.h"

#include "Rows.h"
#include "Tuning.h"

#include <QCryptographicHash>

namespace comptoir::central {

namespace {

using base::Result;

struct Count
{
    qint64 tries = 0;
    qint64 sinceMs = 0;
    qint64 untilMs = 0;
};

QString accountKey(const QString &login)
{
    return u"account:" + QString::fromLatin1(QCryptographicHash::hash(login.toUtf8(), QCryptographicHash::Sha256).toHex());
}

QString addressKey(const QString &address)
{
    return u"address:" + address;
}

Result<Count> count(store::Db &db, const QString &subject)
{
    const std::string sql = "SELECT tries, since_ms, until_ms FROM throttle WHERE subject = ?";
    if (db.isShared()) { // several services count the same tries: one after the other
        store::Statement make = db.prepare(
            "INSERT INTO throttle(subject, tries, since_ms, until_ms) VALUES(?, 0, 0, 0) ON CONFLICT DO NOTHING");
        if (auto there = make.bindAll(subject).run(); !there) {
            return tl::unexpected(there.error());
        }
    }
    store::Statement query = db.prepare(db.isShared() ? sql + " FOR UPDATE" : sql);
    query.bindAll(subject);
    return firstRow(query,
                    [](const store::Statement &row) {
                        return Count{row.integer(0), row.integer(1), row.integer(2)};
                    })
        .map([](const auto &found) { return found.value_or(Count{}); });
}

Result<> put(store::Db &db, const QString &subject, const Count &count)
{
    return db
        .prepare("INSERT INTO throttle(subject, tries, since_ms, until_ms) VALUES(?, ?, ?, ?) ON CONFLICT(subject) DO UPDATE SET "
                 "tries = excluded.tries, since_ms = excluded.since_ms, until_ms = excluded.until_ms")
        .bindAll(subject, count.tries, count.sinceMs, count.untilMs)
        .run();
}

qint64 secondsUntil(qint64 untilMs, qint64 nowMs)
{
    return untilMs > nowMs ? (untilMs - nowMs + base::kSecondMs - 1) / base::kSecondMs : 0;
}

/// After the clock was set back the wait begins anew, as long as it was: until the old time comes again may be years.
Count inTime(Count now, qint64 atMs)
{
    if (atMs < now.sinceMs) {
        now.untilMs = now.untilMs > 0 ? atMs + std::clamp<qint64>(now.untilMs - now.sinceMs, 0, kMostDelayS * base::kSecondMs) : 0;
        now.sinceMs = atMs;
    }
    return now;
}

/// The state after one more try on the account: `sinceMs` is the time of the last one.
Count afterTry(Count now, qint64 atMs)
{
    if (atMs - now.sinceMs > kTriesForgottenMs) {
        now = {};
    }
    ++now.tries;
    now.sinceMs = atMs;
    if (now.tries >= kFreeTries) {
        const qint64 doublings = std::min<qint64>(now.tries - kFreeTries, 10);
        now.untilMs = atMs + std::min(qint64(1) << doublings, kMostDelayS) * base::kSecondMs;
    }
    return now;
}

Result<> uncharge(store::Db &db, const ThrottleTable::Try &attempt)
{
    return db.prepare("UPDATE throttle SET tries = CASE WHEN tries > 0 THEN tries - 1 ELSE 0 END WHERE subject = ?")
        .bindAll(addressKey(attempt.address))
        .run();
}

} // namespace

Result<qint64> ThrottleTable::begin(store::Db &db, const Try &attempt)
{
    const auto before = count(db, accountKey(attempt.account));
    if (!before) {
        return tl::unexpected(before.error());
    }
    const Count account = inTime(*before, attempt.atMs);
    auto address = count(db, addressKey(attempt.address));
    if (!address) {
        return tl::unexpected(address.error());
    }
    if (attempt.atMs - address->sinceMs >= kAddressWindowMs || attempt.atMs < address->sinceMs) {
        *address = {0, attempt.atMs, 0};
    }
    if (address->tries >= kMostTriesPerAddress) {
        return secondsUntil(address->sinceMs + kAddressWindowMs, attempt.atMs);
    }
    if (const qint64 wait = secondsUntil(account.untilMs, attempt.atMs); wait > 0) {
        const bool moved = account.sinceMs != before->sinceMs;
        return (moved ? put(db, accountKey(attempt.account), account) : Result<>()).map([&] { return std::min(wait, kMostDelayS); });
    }
    ++address->tries;
    return put(db, accountKey(attempt.account), afterTry(account, attempt.atMs))
        .and_then([&] { return put(db, addressKey(attempt.address), *address); })
        .and_then([&] { return db.prepare("DELETE FROM throttle WHERE since_ms < ?").bindAll(attempt.atMs - kTriesForgottenMs).run(); })
        .map([] { return qint64(0); });
}

Result<> ThrottleTable::takeBack(store::Db &db, const Try &attempt)
{
    auto account = count(db, accountKey(attempt.account));
    if (!account) {
        return tl::unexpected(account.error());
    }
    account->tries = std::max<qint64>(0, account->tries - 1);
    if (account->tries < kFreeTries || account->sinceMs == attempt.atMs) {
        account->untilMs = 0; // the wait was this one's: whatever those before it made had passed
    }
    return put(db, accountKey(attempt.account), *account).and_then([&] { return uncharge(db, attempt); });
}

Result<> ThrottleTable::succeeded(store::Db &db, const Try &attempt)
{
    return db.prepare("DELETE FROM throttle WHERE subject = ?").bindAll(accountKey(attempt.account)).run().and_then([&] {
        return uncharge(db, attempt);
    });
}

} // namespace comptoir::central
