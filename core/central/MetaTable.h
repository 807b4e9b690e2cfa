// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Db.h"

namespace comptoir::central {

/// Which life of the database this is, and what is set for all of it.
class MetaTable
{
public:
    [[nodiscard]] static base::Result<QByteArray> epoch(store::Db &db);
    /// Of several processes on one database one goes on at a time from here to the end of its transaction.
    [[nodiscard]] static base::Result<> hold(store::Db &db);
    [[nodiscard]] static base::Result<> setEpoch(store::Db &db, const QByteArray &epoch);
    /// Whether the database went on from that life, which is over.
    [[nodiscard]] static base::Result<bool> isPastEpoch(store::Db &db, const QByteArray &epoch);
    [[nodiscard]] static base::Result<> addPastEpoch(store::Db &db, const QByteArray &epoch);
    /// Takes the next device number (domain::deviceCode names it); 0 is the service's own.
    [[nodiscard]] static base::Result<qint64> takeDevice(store::Db &db);
    [[nodiscard]] static base::Result<qint64> nextDevice(store::Db &db);
    /// No device number below `least` will be given any more.
    [[nodiscard]] static base::Result<> raiseDevice(store::Db &db, qint64 least);
    /// How many months an entry of the audit is kept.
    [[nodiscard]] static base::Result<int> auditMonths(store::Db &db);
    [[nodiscard]] static base::Result<> setAuditMonths(store::Db &db, int months);
};

} // namespace comptoir::central
