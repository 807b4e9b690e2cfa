// SPDX-License-Identifier: GPL-3.0-or-later
#include "MetaTable.h"

namespace comptoir::central {

using base::Result;

Result<QByteArray> MetaTable::epoch(store::Db &db)
{
    store::Statement query = db.prepare("SELECT epoch FROM meta");
    return query.step().map([&](bool) { return query.text(0).toLatin1(); });
}

Result<> MetaTable::setEpoch(store::Db &db, const QByteArray &epoch)
{
    return db.prepare("UPDATE meta SET epoch = ?").bindAll(QString::fromLatin1(epoch)).run();
}

Result<qint64> MetaTable::takeDevice(store::Db &db)
{
    return nextDevice(db).and_then([&](qint64 next) { return raiseDevice(db, next + 1).map([next] { return next; }); });
}

Result<qint64> MetaTable::nextDevice(store::Db &db)
{
    store::Statement query = db.prepare("SELECT next_device FROM meta");
    return query.step().map([&](bool) { return query.integer(0); });
}

Result<> MetaTable::raiseDevice(store::Db &db, qint64 least)
{
    return db.prepare("UPDATE meta SET next_device = max(next_device, ?)").bindAll(least).run();
}

} // namespace comptoir::central
