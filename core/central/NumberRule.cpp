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

base::Result<bool> NumberRule::owns(const QString &code)
{
    const auto known = m_owned.find(code);
    return known != m_owned.end() ? known->second
                                  : DeviceTable::owns(m_db, m_device, code).map([&](bool own) { return m_owned[code] = own; });
}

Checked NumberRule::check(const QString &number)
{
    const auto read = domain::TicketNumber::fromString(number);
    if (!read) {
        return refused({}, QStringLiteral("not a ticket number"));
    }
    const auto own = owns(read->device);
    if (!own) {
        return tl::unexpected(own.error());
    }
    if (!*own) {
        return refused({}, QStringLiteral("the number bears the code of another device"));
    }
    const auto taken = m_taken.contains(read->toString()) ? base::Result<bool>(true) : DeviceTable::isTaken(m_db, *read);
    if (!taken) {
        return tl::unexpected(taken.error());
    }
    if (!*taken) {
        return std::optional<domain::Refusal>();
    }
    return DeviceTable::highest(m_db, read->device).and_then([&](qint64 highest) {
        return refused(QString::number(std::max(highest, m_highest[read->device])), QStringLiteral("another ticket has this number"));
    });
}

Checked NumberRule::checkAliases(const QStringList &aliases)
{
    for (const QString &alias : aliases) {
        const auto read = domain::TicketNumber::fromString(alias);
        const auto own = read ? owns(read->device) : base::Result<bool>(true);
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

void NumberRule::take(const QString &number, const QStringList &aliases)
{
    const auto takeAlias = [&](const domain::TicketNumber &alias) {
        m_aliases.insert(alias.toString());
        m_taken.insert(alias.toString());
    };
    for (const QString &alias : aliases) {
        if (const auto older = domain::TicketNumber::fromString(alias)) {
            takeAlias(*older);
        }
    }
    const auto read = domain::TicketNumber::fromString(number);
    if (!read) {
        return;
    }
    if (m_db.isShared()) {
        // Where the database shows an operator the tickets of their scopes alone, isTaken() finds the number of any other one here.
        takeAlias(*read);
    }
    m_taken.insert(read->toString());
    m_highest[read->device] = std::max(m_highest[read->device], read->counter);
}

base::Result<> NumberRule::write()
{
    const std::set<QString> aliases = std::exchange(m_aliases, {});
    const std::map<QString, qint64> counters = std::exchange(m_highest, {});
    if (auto kept = DeviceTable::takeAliases(m_db, {aliases.begin(), aliases.end()}); !kept) {
        return kept;
    }
    for (const auto &[device, counter] : counters) {
        if (auto raised = DeviceTable::raiseHighest(m_db, {device, counter}); !raised) {
            return raised;
        }
    }
    return {};
}

} // namespace comptoir::central
