// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Codes.h"

namespace comptoir::domain {

/// What an organisation decides for its tickets: the priority matrix and the targets. Plain data, so that the reducer stays pure.
struct OrganisationRules
{
    /// First response and resolution, in minutes of plain (not business) time after the opening.
    struct Target
    {
        int respondMinutes = 0;
        int resolveMinutes = 0;

        bool operator==(const Target &) const = default;
    };

    /// Indexed [impact][urgency]. Default: the ITIL 3×3 as ServiceNow ships it (SERVICE-DESK.md).
    std::array<std::array<Priority, 3>, 3> matrix{{{Priority::P1, Priority::P2, Priority::P3},
                                                   {Priority::P2, Priority::P3, Priority::P4},
                                                   {Priority::P3, Priority::P4, Priority::P5}}};
    /// Indexed by priority.
    std::array<Target, 5> targets{{{15, 4 * 60}, {60, 8 * 60}, {4 * 60, 24 * 60}, {8 * 60, 3 * 24 * 60}, {24 * 60, 5 * 24 * 60}}};

    [[nodiscard]] Priority priority(Level impact, Level urgency, bool major) const;
    [[nodiscard]] const Target &target(Priority priority) const;

    /// JSON: `{"matrix":["p1","p2",…9],"targets":[[15,240],…5]}`; the defaults are the empty text.
    [[nodiscard]] QString toText() const;
    [[nodiscard]] static std::optional<OrganisationRules> fromText(QStringView text);
    bool operator==(const OrganisationRules &) const = default;
};

} // namespace comptoir::domain
