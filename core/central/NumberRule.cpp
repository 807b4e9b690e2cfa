// SPDX-License-Identifier: GPL-3.0-or-later
#include "NumberRule.h"

#include "DeviceTable.h"

namespace comptoir::central {

namespace {

using Checked = base::Result<std::optional<domain::Refusal>>;

Checked refused(const QString &current, const QString &reason)
{
    return domain::Refusal{domain::Refusal::Code::Invalid, QStringLiteral("number"), current, {}, reason};
}

} // namespace

Checked NumberRule::check(store::Db &db, domain::DeviceId device, const QString &number)
{
    const auto read = domain::TicketNumber::fromString(number);
    if (!read) {
        return refused({}, QStringLiteral("not a ticket number"));
    }
    const auto own = DeviceTable::owns(db, device, read->device);
    if (!own) {
        return tl::unexpected(own.error());
    }
    if (!*own) {
        return refused({}, QStringLiteral("the number bears the code of another device"));
    }
    const auto taken = DeviceTable::isTaken(db, *read);
    const auto highest = DeviceTable::highest(db, read->device);
    if (!taken || !highest) {
        return tl::unexpected(!taken ? taken.error() : highest.error());
    }
    if (*taken) {
        return refused(QString::number(*highest), QStringLiteral("another ticket has this number"));
    }
    return std::optional<domain::Refusal>();
}

Checked NumberRule::checkAliases(store::Db &db, domain::DeviceId device, const QStringList &aliases)
{
    for (const QString &alias : aliases) {
        const auto read = domain::TicketNumber::fromString(alias);
        const auto own = read ? DeviceTable::owns(db, device, read->device) : base::Result<bool>(true);
        if (!own) {
            return tl::unexpected(own.error());
        }
        if (!*own) {
            return domain::Refusal{domain::Refusal::Code::Invalid,
                                   QStringLiteral("aliases"),
                                   {},
                                   {},
                                   QStringLiteral("an alias bears the code of another device")};
        }
    }
    return std::optional<domain::Refusal>();
}

base::Result<> NumberRule::taken(store::Db &db, const QString &number, const QStringList &aliases)
{
    for (const QString &alias : aliases) {
        if (const auto older = domain::TicketNumber::fromString(alias)) {
            if (auto kept = DeviceTable::takeAlias(db, *older); !kept) {
                return kept;
            }
        }
    }
    const auto read = domain::TicketNumber::fromString(number);
    if (!read) {
        return {};
    }
    // Where the database shows an operator the tickets of their scopes alone, isTaken() finds the number of any other one here.
    return (db.isShared() ? DeviceTable::takeAlias(db, *read) : base::Result<>()).and_then([&] {
        return DeviceTable::raiseHighest(db, *read);
    });
}

} // namespace comptoir::central
