// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Db.h"
#include "Organisation.h"

namespace comptoir::central {

/// Of an organisation or a group.
inline constexpr qsizetype kLongestName = 256;

/// An organisation as it is to be stored: names tidied, an empty short name filled with the name's beginning. Invalid for a name that is
/// empty or too long and for a numbering plan that is not sound.
[[nodiscard]] base::Result<domain::Organisation> tidied(const domain::Organisation &wanted);
[[nodiscard]] base::Result<> mustBeSound(const domain::NumberingPlan &plan);

/// The one organisation called `name` by id, code, short name or name. Invalid where several are, or for `all`; NotFound for none.
[[nodiscard]] base::Result<domain::Organisation> organisationNamed(store::Db &db, const QString &name);

/// Writes a new organisation, tidied, under `parent` (named as for organisationNamed(); empty = none), and its line in the audit. Invalid for
/// a name, short name or code another one bears.
[[nodiscard]] base::Result<domain::Organisation> addOrganisation(store::Db &db, domain::Organisation made, const QString &parent,
                                                                 qint64 nowMs);

} // namespace comptoir::central
