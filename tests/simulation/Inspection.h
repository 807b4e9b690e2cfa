// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CentralMachine.h"
#include "SimConsole.h"

namespace comptoir::sim {

/// SYNC.md's invariants, held against consoles and their service. What does not hold is thrown (tests::Broken).
class Inspection
{
public:
    struct Desk
    {
        QString login;
        tests::SimConsole *console = nullptr;
        bool supervises = false;
    };

    Inspection(CentralMachine &service, std::vector<Desk> desks, const std::vector<domain::OrganisationId> &towns)
        : m_service(service)
        , m_desks(std::move(desks))
        , m_towns(towns)
    {}

    /// At every moment: what was done here and is not refused shows.
    void underWay();
    /// Once all is quiet, who is granted what being what it may: nothing is left of what is not granted.
    void quiet();
    /// Once all is quiet and everybody is granted everything.
    void atTheEnd();
    /// Once all is quiet: nobody holds anything of those who were erased.
    void erased();
    /// Every console says it agrees, and has come as far as the service in each scope it may see.
    [[nodiscard]] bool isQuiet() { return unrest().empty(); }
    /// Which console does not, and why; empty where all is quiet.
    [[nodiscard]] std::string unrest();

private:
    void checkErased(const Desk &desk, const domain::Person &person);
    void checkOwnChangesShown(const Desk &desk);
    void checkPurged(const Desk &desk);
    void checkRefusals(const Desk &desk);
    void checkAgreement(const Desk &desk);
    void checkNothingOutstanding(const Desk &desk);
    void checkVerdicts(const Desk &desk);
    void checkNumbers(const Desk &desk);
    void checkClaims();
    void checkFold();
    void checkService();
    /// One number asked of the service's database.
    [[nodiscard]] qint64 counted(const char *sql);
    /// `shared`, then those of the organisations.
    [[nodiscard]] std::vector<domain::ScopeId> scopes() const;

    CentralMachine &m_service;
    std::vector<Desk> m_desks;
    const std::vector<domain::OrganisationId> &m_towns;
};

} // namespace comptoir::sim
