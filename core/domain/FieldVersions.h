// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Codes.h"
#include "Ids.h"

#include <map>
#include <optional>

namespace comptoir::domain {

/// The fields of a ticket changed by compare-and-set (SYNC.md, invariant 7). Organisation is guarded by being immutable.
enum class GuardedField { State, Assignee, Group, Impact, Urgency, Requester, Parent };

template <>
struct CodesOf<GuardedField>
{
    static constexpr std::array list{std::pair{GuardedField::State, "state"},     std::pair{GuardedField::Assignee, "assignee"},
                                     std::pair{GuardedField::Group, "group"},     std::pair{GuardedField::Impact, "impact"},
                                     std::pair{GuardedField::Urgency, "urgency"}, std::pair{GuardedField::Requester, "requester"},
                                     std::pair{GuardedField::Parent, "parent"}};
};

/// The version of each guarded field: the operation that last set it; none while nothing has set it since the opening.
/// Text form: a JSON object from field code to UUID, keys in the order of the enumeration; empty is the empty text.
class FieldVersions
{
public:
    [[nodiscard]] std::optional<OperationId> of(GuardedField field) const;
    void set(GuardedField field, OperationId setter) { m_setters[field] = setter; }

    [[nodiscard]] QString toText() const;
    [[nodiscard]] static std::optional<FieldVersions> fromText(QStringView text);
    bool operator==(const FieldVersions &) const = default;

private:
    std::map<GuardedField, OperationId> m_setters;
};

} // namespace comptoir::domain
