// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Db.h"
#include "Directory.h"
#include "Organisation.h"

namespace comptoir::central {

// What an administrator calls by name, found in the database. NotFound with the name where there is none.

/// The operator who signs in under `login`.
[[nodiscard]] base::Result<domain::Operator> operatorNamed(store::Db &db, const QString &login);
[[nodiscard]] base::Result<domain::IdList<domain::GroupId>> groupsNamed(store::Db &db, const QStringList &names);
/// Organisations named by id, code, short name or name (any case); `all` means every one.
[[nodiscard]] base::Result<std::vector<domain::Organisation>> organisationsNamed(store::Db &db, const QStringList &names);
/// The scopes of organisations named as for organisationsNamed(); `NAME/restricted` is the restricted part of one. To grant, the restricted
/// part comes with the common one; to revoke, the common part takes the restricted one along.
[[nodiscard]] base::Result<std::vector<domain::ScopeId>> scopesNamed(store::Db &db, const QStringList &names, bool forGrant);
/// Short names (or names) of the organisations granted to an operator, `NAME/restricted` for restricted parts.
[[nodiscard]] base::Result<QStringList> grantedNames(store::Db &db, domain::OperatorId operatorId);

} // namespace comptoir::central
