// SPDX-License-Identifier: GPL-3.0-or-later
#include "SettingTable.h"

#include "Rows.h"

namespace comptoir::store {

base::Result<QHash<QString, QString>> SettingTable::all(Db &db)
{
    Statement query = db.prepare("SELECT key,value FROM setting");
    QHash<QString, QString> out;
    return eachRow(query, [&](const Statement &row) { out.insert(row.text(0), row.text(1)); }).map([&] { return std::move(out); });
}

base::Result<QString> SettingTable::find(Db &db, const QString &key)
{
    Statement query = db.prepare("SELECT value FROM setting WHERE key=?");
    return query.bindAll(key).step().map([&](bool found) { return found ? query.text(0) : QString(); });
}

base::Result<> SettingTable::put(Db &db, const QString &key, const QString &value)
{
    db.touch(Entity::Setting, {});
    return db.prepare("INSERT OR REPLACE INTO setting(key,value) VALUES(?,?)").bindAll(key, value).run();
}

base::Result<> SettingTable::remove(Db &db, const QString &key)
{
    db.touch(Entity::Setting, {});
    return db.prepare("DELETE FROM setting WHERE key=?").bindAll(key).run();
}

base::Result<DeviceRow> DeviceTable::read(Db &db)
{
    Statement query = db.prepare("SELECT id,code,counter,epoch FROM device");
    const auto found = query.step();
    if (!found) {
        return tl::unexpected(found.error());
    }
    return *found ? DeviceRow{query.id<domain::DeviceId>(0), query.text(1), query.integer(2), query.text(3).toUtf8()} : DeviceRow{};
}

base::Result<> DeviceTable::setEpoch(Db &db, const QByteArray &epoch)
{
    return db.prepare("UPDATE device SET epoch=?").bind(0, QString::fromUtf8(epoch)).run();
}

base::Result<> DeviceTable::learn(Db &db, domain::DeviceId id, const QString &code, qint64 highestCounter)
{
    const auto before = read(db);
    if (before && before->code != code) {
        db.touch(Entity::Device, {});
    }
    // Where nothing is new nothing is written: the start of the console waits for this.
    return db
        .prepare("UPDATE device SET id=?1, counter=CASE WHEN code=?2 THEN max(counter,?3) ELSE ?3 END, code=?2"
                 " WHERE id IS NOT ?1 OR code IS NOT ?2 OR counter<?3")
        .bindAll(id, code, highestCounter)
        .run();
}

base::Result<domain::TicketNumber> DeviceTable::reserve(Db &db)
{
    Statement next = db.prepare("UPDATE device SET counter=counter+1 WHERE code<>'' RETURNING code,counter");
    const auto given = next.step();
    if (!given) {
        return tl::unexpected(given.error());
    }
    if (!*given) {
        return base::fail(base::Error::Kind::Refused,
                          QStringLiteral("this device has no code yet: sign in once with the service in reach"));
    }
    domain::TicketNumber number{next.text(0), next.integer(1)};
    return next.run().map([&] { return number; }); // to its end: an UPDATE … RETURNING is done only then
}

} // namespace comptoir::store
