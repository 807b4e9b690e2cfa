// SPDX-License-Identifier: GPL-3.0-or-later
#include "DeviceTable.h"

#include "ManyRows.h"
#include "MetaTable.h"
#include "Rows.h"

namespace comptoir::central {

namespace {

using base::Result;

Result<QString> newCode(store::Db &db, domain::DeviceId device)
{
    const auto n = MetaTable::takeDevice(db);
    if (!n) {
        return tl::unexpected(n.error());
    }
    const QString code = domain::deviceCode(*n);
    return db.prepare("INSERT INTO device_code(code, n, device) VALUES(?, ?, ?)").bindAll(code, *n, device).run().map([&] { return code; });
}

Result<std::optional<QString>> codeIn(store::Db &db, domain::DeviceId device, const QString &epoch)
{
    store::Statement query = db.prepare("SELECT code FROM device WHERE id = ? AND epoch = ?");
    query.bindAll(device, epoch);
    return firstRow(query, [](const store::Statement &row) { return row.text(0); });
}

} // namespace

Result<DeviceTable::Code> DeviceTable::signedIn(store::Db &db, domain::DeviceId device, domain::OperatorId operatorId, const QString &name,
                                                const QByteArray &epoch, qint64 nowMs)
{
    const QString epochText = QString::fromLatin1(epoch);
    const auto known = codeIn(db, device, epochText);
    if (!known) {
        return tl::unexpected(known.error());
    }
    const Result<QString> code = *known ? Result<QString>(**known) : newCode(db, device);
    if (!code) {
        return tl::unexpected(code.error());
    }
    store::Statement write = db.prepare(
        "INSERT INTO device(id, operator, name, code, epoch, seen_ms) VALUES(?, ?, ?, ?, ?, ?) ON CONFLICT(id) DO UPDATE SET "
        "operator = excluded.operator, name = CASE excluded.name WHEN '' THEN device.name ELSE excluded.name END, code = excluded.code, "
        "epoch = excluded.epoch, seen_ms = excluded.seen_ms");
    return write.bindAll(device, operatorId, name, *code, epochText, nowMs)
        .run()
        .and_then([&] { return highest(db, *code); })
        .map([&](qint64 counter) {
            return Code{*code, counter};
        });
}

Result<bool> DeviceTable::owns(store::Db &db, domain::DeviceId device, const QString &code)
{
    // Held to the end of the transaction where others write, too: a number is then looked up and taken by one at a time.
    store::Statement query = db.prepare(db.isShared() ? "SELECT 1 FROM device_code WHERE code = ? AND device = ? FOR UPDATE"
                                                      : "SELECT 1 FROM device_code WHERE code = ? AND device = ?");
    return query.bindAll(code, device).step();
}

Result<> DeviceTable::raiseHighest(store::Db &db, const domain::TicketNumber &number)
{
    return db.prepare("UPDATE device_code SET highest = ?2 WHERE code = ?1 AND highest < ?2").bindAll(number.device, number.counter).run();
}

Result<qint64> DeviceTable::highest(store::Db &db, const QString &code)
{
    store::Statement query = db.prepare("SELECT highest FROM device_code WHERE code = ?");
    query.bindAll(code);
    return firstRow(query, [](const store::Statement &row) { return row.integer(0); }).map([](const auto &found) {
        return found.value_or(0);
    });
}

Result<bool> DeviceTable::isTaken(store::Db &db, const domain::TicketNumber &number)
{
    store::Statement query = db.prepare("SELECT 1 FROM ticket WHERE number = ?1 UNION ALL SELECT 1 FROM ticket_alias WHERE alias = ?1");
    return query.bindAll(number.toString()).step();
}

Result<> DeviceTable::takeAliases(store::Db &db, const std::vector<QString> &numbers)
{
    static const store::ManyRows rows("INSERT INTO ticket_alias(alias)", 1, " ON CONFLICT DO NOTHING");
    return rows.write(db, numbers.size(), [&](store::Statement &write, int at, std::size_t row) { write.bind(at, numbers[row]); });
}

} // namespace comptoir::central
