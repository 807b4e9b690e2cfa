// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Directory.h"
#include "Organisation.h"
#include "Store.h"

namespace comptoir::base {
class Clock;
class Random;
} // namespace comptoir::base

namespace comptoir::central {

/// The organisations served and the support groups that serve them: what an administrator decides at the machine.
class Organisations
{
public:
    struct Parts
    {
        store::Store &store;
        const base::Clock &clock;
        base::Random &random;
    };

    explicit Organisations(const Parts &parts) : m_parts(parts) {}

    /// A new organisation under `parent` (named by id, code, short name or name; empty = none). An empty short name is the name's beginning.
    /// Invalid for a name, short name or code that another one bears, or a numbering plan that is not sound; NotFound for the parent
    /// where none is called so, Invalid where several are.
    [[nodiscard]] QFuture<base::Result<domain::OrganisationId>> add(const domain::Organisation &wanted, const QString &parent);
    /// Replaces the numbering plan of the organisation named so.
    [[nodiscard]] QFuture<base::Result<domain::OrganisationId>> renumber(const QString &name, const domain::NumberingPlan &plan);
    /// By name.
    [[nodiscard]] QFuture<base::Result<std::vector<domain::Organisation>>> list();

    /// A new support group. Invalid for a name that is empty or taken.
    [[nodiscard]] QFuture<base::Result<domain::GroupId>> addGroup(const QString &name);
    /// By name.
    [[nodiscard]] QFuture<base::Result<std::vector<domain::Group>>> groups();

private:
    Parts m_parts;
};

} // namespace comptoir::central
