// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Db.h"
#include "Ids.h"
#include "TicketNumber.h"

#include <QHash>

namespace comptoir::store {

/// What this operator prefers on this machine.
class SettingTable
{
public:
    [[nodiscard]] static base::Result<QHash<QString, QString>> all(Db &db);
    /// Empty where nothing is set.
    [[nodiscard]] static base::Result<QString> find(Db &db, const QString &key);
    [[nodiscard]] static base::Result<> put(Db &db, const QString &key, const QString &value);
    [[nodiscard]] static base::Result<> remove(Db &db, const QString &key);
};

/// This installation, as the service knows it.
struct DeviceRow
{
    domain::DeviceId id; ///< nil before the first sign-in
    QString code; ///< `7K`
    qint64 counter = 0; ///< last one given out
    QByteArray epoch; ///< of the service, as last known
};

/// Who this console is to the service, and the next ticket number it may give.
class DeviceTable
{
public:
    [[nodiscard]] static base::Result<DeviceRow> read(Db &db);
    [[nodiscard]] static base::Result<> setEpoch(Db &db, const QByteArray &epoch);
    /// What a sign-in told. The counter never goes back; a new code starts at what the service knows of it.
    [[nodiscard]] static base::Result<> learn(Db &db, domain::DeviceId id, const QString &code, qint64 highestCounter);
    /// The next number; given out once, whatever happens to the draft it is for. Refused before the first sign-in.
    [[nodiscard]] static base::Result<domain::TicketNumber> reserve(Db &db);
};

} // namespace comptoir::store
