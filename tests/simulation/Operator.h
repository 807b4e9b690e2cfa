// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Random.h"
#include "SimConsole.h"

namespace comptoir::sim {

/// Somebody who works at a console: opens tickets, changes what they see, adds people, takes calls. All of it drawn.
class Operator
{
public:
    Operator(tests::SimConsole &console, const std::vector<domain::OrganisationId> &towns) : m_console(console), m_towns(towns) {}

    /// Does one thing; which, and how, is drawn.
    void act(base::Random &draw);
    /// Writes one note.
    void note(const domain::Ticket &ticket, base::Random &draw);
    [[nodiscard]] tests::SimConsole &console() { return m_console; }

private:
    [[nodiscard]] bool happens(int percent) { return int(m_draw->below(100)) < percent; }
    [[nodiscard]] QString text(const char *what) { return QStringLiteral("%1 %2").arg(QLatin1String(what)).arg(m_draw->below(100000)); }
    [[nodiscard]] domain::OrganisationId town() { return m_towns[m_draw->below(m_towns.size())]; }

    void openTicket();
    /// Somebody on this console; a nil id where it knows nobody.
    [[nodiscard]] domain::Person somebody();
    void changeTicket(const std::vector<domain::Ticket> &tickets);
    [[nodiscard]] domain::Payload moved(const domain::Ticket &ticket);
    [[nodiscard]] domain::Payload written(const domain::Ticket &ticket, const std::vector<domain::Ticket> &tickets);
    [[nodiscard]] QString name(const char *begin);
    void addPerson();
    void changePerson();
    void takeCall();
    bool perform(domain::ScopeId scope, domain::EntityId entity, domain::Payload payload);

    tests::SimConsole &m_console;
    base::Random *m_draw = nullptr; ///< of the act under way
    const std::vector<domain::OrganisationId> &m_towns;
    std::optional<domain::Contact> m_call; ///< not wrapped up yet
};

} // namespace comptoir::sim
