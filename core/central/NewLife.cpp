// SPDX-License-Identifier: GPL-3.0-or-later
#include "NewLife.h"

#include "AuditTable.h"
#include "MetaTable.h"
#include "Planted.h"
#include "Random.h"
#include "SessionTable.h"

namespace comptoir::central {

namespace {

/// Device codes given after the backup was made are not known to it: so many are skipped.
constexpr qint64 kDeviceGap = 200;

} // namespace

base::Result<> beginNewLife(store::Db &db, qint64 leastDevice, qint64 nowMs, base::Random &random)
{
    const QByteArray epoch = random.bytes(16).toHex();
    return MetaTable::epoch(db)
        .and_then([&](const QByteArray &before) { return MetaTable::addPastEpoch(db, before); })
        .and_then([&] { return base::isPlanted(base::Plant::SameEpoch) ? base::Result<>() : MetaTable::setEpoch(db, epoch); })
        .and_then([&] { return MetaTable::nextDevice(db); })
        .and_then([&](qint64 next) { return MetaTable::raiseDevice(db, std::max(leastDevice, next + kDeviceGap)); })
        .and_then([&] { return SessionTable::endAll(db, nowMs); })
        .and_then([&] {
            return AuditTable::append(db, {nowMs, {}, QStringLiteral("restore"), {}, QString::fromLatin1("epoch=" + epoch)});
        });
}

} // namespace comptoir::central
