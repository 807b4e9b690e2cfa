// SPDX-License-Identifier: GPL-3.0-or-later
#include "MetaTable.h"

namespace comptoir::central {

using base::Result;

Result<QByteArray> MetaTable::epoch(store::Db &db)
{
    store::Statement query = db.prepare("SELECT epoch FROM meta");
    return query.step().map([&](bool) { return query.text(0).toLatin1(); });
}

Result<> MetaTable::hold(store::Db &db)
{
    return db.isShared() ? db.prepare("SELECT one FROM meta FOR UPDATE").step().map([](bool) {}) : Result<>();
}

Result<> MetaTable::setEpoch(store::Db &db, const QByteArray &epoch)
{
    return db.prepare("UPDATE meta SET epoch = ?").bindAll(QString::fromLatin1(epoch)).run();
}

Result<bool> MetaTable::isPastEpoch(store::Db &db, const QByteArray &epoch)
{
    store::Statement query = db.prepare("SELECT 1 FROM past_epoch WHERE epoch = ?");
    query.bindAll(QString::fromLatin1(epoch));
    return query.step();
}

Result<> MetaTable::addPastEpoch(store::Db &db, const QByteArray &epoch)
{
    return db.prepare("INSERT INTO past_epoch(epoch) VALUES(?) ON CONFLICT(epoch) DO NOTHING").bindAll(QString::fromLatin1(epoch)).run();
}

Result<qint64> MetaTable::takeDevice(store::Db &db)
{
    // One statement: two services that give codes at the same time give two.
    store::Statement take = db.prepare("UPDATE meta SET next_device = next_device + 1 RETURNING next_device - 1");
    const auto row = take.step();
    if (!row) {
        return tl::unexpected(row.error());
    }
    const qint64 taken = take.integer(0);
    return take.step().map([&](bool) { return taken; });
}

Result<qint64> MetaTable::nextDevice(store::Db &db)
{
    store::Statement query = db.prepare("SELECT next_device FROM meta");
    return query.step().map([&](bool) { return query.integer(0); });
}

Result<> MetaTable::raiseDevice(store::Db &db, qint64 least)
{
    return db.prepare("UPDATE meta SET next_device = ?1 WHERE next_device < ?1").bindAll(least).run();
}

Result<int> MetaTable::auditMonths(store::Db &db)
{
    store::Statement query = db.prepare("SELECT audit_months FROM meta");
    return query.step().map([&](bool) { return int(query.integer(0)); });
}

Result<> MetaTable::setAuditMonths(store::Db &db, int months)
{
    return db.prepare("UPDATE meta SET audit_months = ?").bindAll(qint64(months)).run();
}

} // namespace comptoir::central
