// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Apply.h"
#include "DemoDirectory.h"

namespace comptoir::central {

/// One ticket of the demonstration, lived through the same reducer as everybody's, up to the demonstration's "now".
class TicketLife
{
public:
    TicketLife(const DemoDirectory &directory, Dice &dice, qint64 untilMs) : m_directory(directory), m_dice(dice), m_untilMs(untilMs) {}

    /// Opens it at `ms`; of `asked` counts what an operator writes.
    void open(const domain::Ticket &asked, std::size_t operatorAt, qint64 ms);
    /// Performs one more operation; false where that lies beyond "now": the ticket stays as it is then.
    bool perform(domain::Payload payload, std::size_t operatorAt, qint64 ms);

    // Operations that build on what stands.
    bool claim(std::size_t operatorAt, qint64 ms);
    bool assign(std::size_t groupAt, std::size_t operatorAt, qint64 ms);
    bool wait(domain::WaitReason reason, const QString &text, std::size_t operatorAt, qint64 ms);
    bool resume(std::size_t operatorAt, qint64 ms);
    bool resolve(const QString &code, const QString &text, std::size_t operatorAt, qint64 ms);
    bool reopen(const QString &text, std::size_t operatorAt, qint64 ms);
    bool close(std::size_t operatorAt, qint64 ms);
    bool cancel(const QString &text, std::size_t operatorAt, qint64 ms);

    [[nodiscard]] const domain::Ticket &ticket() const { return m_ticket; }
    [[nodiscard]] const std::vector<domain::TimelineEntry> &entries() const { return m_entries; }
    /// What the reducer said no to, which would be a fault of the demonstration; empty = nothing.
    [[nodiscard]] const QString &refused() const { return m_refused; }

private:
    [[nodiscard]] domain::Expected stateVersion() const { return m_ticket.versions.of(domain::GuardedField::State); }
    [[nodiscard]] domain::ApplyContext context(std::size_t operatorAt, qint64 ms) const;
    void take(const domain::Applied<domain::Ticket> &applied);

    const DemoDirectory &m_directory;
    Dice &m_dice;
    qint64 m_untilMs;
    domain::Ticket m_ticket;
    std::vector<domain::TimelineEntry> m_entries;
    QString m_refused;
};

} // namespace comptoir::central
