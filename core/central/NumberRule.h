// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Apply.h"
#include "Db.h"
#include "Ids.h"

#include <map>
#include <set>

namespace comptoir::central {

/// A number told to a caller never means another ticket (SYNC.md, invariant 12). Of one device, in one transaction: what is taken is written
/// together at its end.
class NumberRule
{
public:
    NumberRule(store::Db &db, domain::DeviceId device) : m_db(db), m_device(device) {}

    /// Nothing where the device may open a ticket under `number`. Otherwise a refusal about the field `number`: with the counter to go on from
    /// in `current` where the number was met twice, be it as another's alias (the operator takes the ticket up again under a new one), empty
    /// where the code is not the device's own.
    [[nodiscard]] base::Result<std::optional<domain::Refusal>> check(const QString &number);
    /// Nothing where none of the aliases is a number of another device: whoever opens a ticket takes no numbers away from others.
    [[nodiscard]] base::Result<std::optional<domain::Refusal>> checkAliases(const QStringList &aliases);
    /// A ticket was opened under `number`, which check() found right: the next one is higher, and none is opened under its aliases.
    void take(const QString &number, const QStringList &aliases = {});
    /// Writes what was taken since the last time. An Error means that the transaction cannot go on.
    [[nodiscard]] base::Result<> write();

private:
    [[nodiscard]] base::Result<bool> owns(const QString &code);

    store::Db &m_db;
    domain::DeviceId m_device;
    std::map<QString, bool> m_owned; ///< by code
    std::set<QString> m_taken; ///< numbers and aliases
    std::set<QString> m_aliases; ///< not written yet
    std::map<QString, qint64> m_highest; ///< by code; not written yet
};

} // namespace comptoir::central
