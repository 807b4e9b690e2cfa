// SPDX-License-Identifier: GPL-3.0-or-later
#include "SessionTable.h"

#include "Rows.h"
#include "Tuning.h"

namespace comptoir::central {

using base::Result;

Result<> SessionTable::begin(store::Db &db, const Family &family, qint64 nowMs)
{
    return db.prepare("INSERT INTO session_family(id, operator, device, created_ms, rotated_ms, rotation) VALUES(?1, ?2, ?3, ?4, ?4, 0)")
        .bindAll(family.id, family.operatorId, family.device, nowMs)
        .run();
}

Result<std::optional<SessionTable::Family>> SessionTable::byRefreshToken(store::Db &db, const QByteArray &digest)
{
    const std::string sql = "SELECT f.id, f.operator, f.device, f.rotated_ms, f.rotation, f.ended_ms, t.rotation FROM refresh_token t "
                            "JOIN session_family f ON f.id = t.family WHERE t.digest = ?";
    store::Statement query = db.prepare(db.isShared() ? sql + " FOR UPDATE OF f"
                                                      : sql); // two that refresh at once do it one after the other
    query.bindAll(digest);
    return firstRow(query, [](const store::Statement &row) {
        return Family{row.id<FamilyId>(0),
                      row.id<domain::OperatorId>(1),
                      row.id<domain::DeviceId>(2),
                      row.integer(3),
                      row.integer(4),
                      row.integer(5) != 0,
                      row.integer(6)};
    });
}

Result<> SessionTable::rotate(store::Db &db, FamilyId family, qint64 rotation, qint64 nowMs)
{
    return db.prepare("UPDATE session_family SET rotation = ?2, rotated_ms = ?3 WHERE id = ?1")
        .bindAll(family, rotation, nowMs)
        .run()
        .and_then([&] {
            return db.prepare("DELETE FROM refresh_token WHERE family = ?1 AND rotation < ?2")
                .bindAll(family, rotation - kKnownRotations)
                .run();
        });
}

Result<> SessionTable::addRefreshToken(store::Db &db, FamilyId family, qint64 rotation, const QByteArray &digest)
{
    return db.prepare("INSERT INTO refresh_token(digest, family, rotation) VALUES(?, ?, ?)").bindAll(digest, family, rotation).run();
}

Result<> SessionTable::addAccessToken(store::Db &db, FamilyId family, qint64 expiresMs, const QByteArray &digest)
{
    return db.prepare("INSERT INTO access_token(digest, family, expires_ms) VALUES(?, ?, ?)").bindAll(digest, family, expiresMs).run();
}

Result<std::optional<Session>> SessionTable::byAccessToken(store::Db &db, const QByteArray &digest, qint64 nowMs)
{
    store::Statement query = db.prepare(
        "SELECT f.id, o.id, o.name, o.role, f.device, t.expires_ms FROM access_token t JOIN session_family f ON f.id = t.family "
        "JOIN operator o ON o.id = f.operator WHERE t.digest = ?1 AND t.expires_ms > ?2 AND f.ended_ms = 0 AND o.active = 1");
    query.bindAll(digest, nowMs);
    return firstRow(query, [](const store::Statement &row) {
        const auto role = domain::fromCode<domain::Role>(row.text(3));
        return Session{row.id<FamilyId>(0),
                       row.id<domain::OperatorId>(1),
                       row.text(2),
                       role.value_or(domain::Role::BusinessAgent),
                       row.id<domain::DeviceId>(4),
                       row.integer(5)};
    });
}

Result<> SessionTable::end(store::Db &db, FamilyId family, qint64 nowMs)
{
    return db.prepare("UPDATE session_family SET ended_ms = ?2 WHERE id = ?1 AND ended_ms = 0").bindAll(family, nowMs).run();
}

Result<> SessionTable::endAllOf(store::Db &db, domain::OperatorId operatorId, qint64 nowMs)
{
    return db.prepare("UPDATE session_family SET ended_ms = ?2 WHERE operator = ?1 AND ended_ms = 0").bindAll(operatorId, nowMs).run();
}

Result<> SessionTable::endAll(store::Db &db, qint64 nowMs)
{
    return db.prepare("UPDATE session_family SET ended_ms = ? WHERE ended_ms = 0").bindAll(nowMs).run();
}

Result<> SessionTable::sweep(store::Db &db, qint64 nowMs)
{
    return db.prepare("DELETE FROM access_token WHERE expires_ms < ?").bindAll(nowMs).run().and_then([&] {
        return db.prepare("DELETE FROM session_family WHERE rotated_ms < ?").bindAll(nowMs - kRefreshTokenMs).run();
    });
}

} // namespace comptoir::central
