// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Apply.h"

#include <vector>

namespace comptoir::domain {

/// What a field of a ticket or a person names.
enum class Referent { Person, Site, Asset, Category, Group, Operator, Ticket };

/// One thing an entity names by its id.
struct Reference
{
    const char *column; ///< of the field that names it
    Referent referent;
    base::Uuid id;
};

/// What `after` names that `before` did not: what an accepted operation must find in its place. What stood before is nobody's fault now.
[[nodiscard]] std::vector<Reference> namedAnew(const std::optional<Ticket> &before, const Ticket &after);
[[nodiscard]] std::vector<Reference> namedAnew(const std::optional<Person> &before, const Person &after);
[[nodiscard]] std::vector<Reference> namedAnew(const std::optional<Contact> &before, const Contact &after);

/// Gone: what the field names is not there. The same words whether it is nowhere or where nobody may look.
[[nodiscard]] Refusal notThere(const Reference &reference);
/// Invalid: the parent hangs, over however many others, on the ticket itself.
[[nodiscard]] Refusal circularParent();

} // namespace comptoir::domain
