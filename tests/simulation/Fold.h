// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Apply.h"
#include "CentralMachine.h"
#include "Db.h"

#include <map>
#include <string>

namespace comptoir::sim {

/// Invariant 3 from outside the service: the reducer folded over the operations it accepted, in the order of their scope.
class Fold
{
public:
    struct Actor
    {
        QString name;
        bool mayDeclareMajor = false;
    };

    Fold(const std::map<domain::OperationId, domain::Operation> &made, const std::map<domain::OperatorId, Actor> &actors,
         const CentralMachine &machine)
        : m_made(made)
        , m_actors(actors)
        , m_machine(machine)
    {}

    /// The first row of the scope that is not what the fold makes it; empty where all are.
    [[nodiscard]] base::Result<std::string> difference(store::Db &service, domain::ScopeId scope);

private:
    template <class T>
    [[nodiscard]] bool step(std::map<base::Uuid, T> &states, const domain::Operation &op, const domain::ApplyContext &context);
    /// As the service saw it: those erased by then are taken out. Nothing where nothing is left of it in the end.
    [[nodiscard]] std::optional<domain::Operation> seen(domain::Operation op);
    /// Nothing is left of them in what was made so far.
    void erase(const domain::Person &person);
    template <class T>
    [[nodiscard]] base::Result<std::string> compare(store::Db &service, domain::ScopeId scope, const std::map<base::Uuid, T> &states);

    const std::map<domain::OperationId, domain::Operation> &m_made;
    const std::map<domain::OperatorId, Actor> &m_actors;
    const CentralMachine &m_machine; ///< knows who was erased, and when
    std::set<domain::PersonId> m_gone; ///< erased at this place of the order
    std::map<base::Uuid, domain::Ticket> m_tickets;
    std::map<base::Uuid, domain::Person> m_people;
    std::map<base::Uuid, domain::Contact> m_contacts;
};

} // namespace comptoir::sim
