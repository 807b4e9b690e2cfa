// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Fields.h"
#include "NumberingPlan.h"
#include "OrganisationRules.h"

namespace comptoir::domain {

/// A collectivity or establishment; a tree through `parent`. Lives in the shared scope; owns the scope of the same id.
struct Organisation
{
    OrganisationId id;
    ScopeId scope; ///< always shared
    OrganisationId parent;
    QString name;
    QString shortName; ///< for narrow columns
    QString code; ///< INSEE or SIREN
    NumberingPlan numbering;
    OrganisationRules rules;

    bool operator==(const Organisation &) const = default;
};

template <>
struct FieldsOf<Organisation>
{
    static constexpr const char *kind = "organisation";
    static constexpr auto list = std::tuple{
        Field{"id", &Organisation::id},
        Field{"scope", &Organisation::scope},
        Field{"parent", &Organisation::parent},
        Field{"name", &Organisation::name},
        Field{"short_name", &Organisation::shortName},
        Field{"code", &Organisation::code},
        Field{"numbering", &Organisation::numbering},
        Field{"rules", &Organisation::rules},
    };
};

} // namespace comptoir::domain
