// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Db.h"
#include "Ids.h"
#include "TicketNumber.h"

namespace comptoir::central {

/// Installed consoles and the codes their ticket numbers bear. A code belongs to one device for ever.
class DeviceTable
{
public:
    struct Code
    {
        QString code;
        qint64 highest = 0; ///< counter of the newest ticket number seen under it
    };

    /// The device's code in this epoch; a new device, or a new epoch, gets a new one.
    [[nodiscard]] static base::Result<Code> signedIn(store::Db &db, domain::DeviceId device, domain::OperatorId operatorId,
                                                     const QString &name, const QByteArray &epoch, qint64 nowMs);
    /// Whether the code was ever given to this device.
    [[nodiscard]] static base::Result<bool> owns(store::Db &db, domain::DeviceId device, const QString &code);
    [[nodiscard]] static base::Result<> raiseHighest(store::Db &db, const domain::TicketNumber &number);
    [[nodiscard]] static base::Result<qint64> highest(store::Db &db, const QString &code);
    /// Whether a ticket bears this number, or bore it (an alias), in any scope.
    [[nodiscard]] static base::Result<bool> isTaken(store::Db &db, const domain::TicketNumber &number);
    /// Older numbers of tickets: no other is opened under them.
    [[nodiscard]] static base::Result<> takeAliases(store::Db &db, const std::vector<QString> &numbers);
};

} // namespace comptoir::central
