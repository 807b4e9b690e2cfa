// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Resolution.h"

#include <optional>

namespace comptoir::central {

// What ServiceNow's words mean here.

/// A state of the log. `known` is false for `-100`, which ServiceNow writes where it lost the state.
struct SnState
{
    domain::TicketState state = domain::TicketState::New;
    domain::WaitReason reason = domain::WaitReason::None;
    bool known = true;
};

/// Nothing for a word that is none of the log's states.
[[nodiscard]] std::optional<SnState> snState(QStringView word);
/// `1 - High`, `2 - Medium`, `3 - Low`, for impact and urgency.
[[nodiscard]] std::optional<domain::Level> snLevel(QStringView word);
/// `1 - Critical` … `5 - Planning`.
[[nodiscard]] std::optional<domain::Priority> snPriority(QStringView word);
[[nodiscard]] domain::Channel snChannel(QStringView word);
/// The resolution behind a closed_code; nothing for a code of somebody's own.
[[nodiscard]] std::optional<domain::Resolution> snResolution(QStringView word);

/// Which of these words is not known, as a sentence; empty where all are.
[[nodiscard]] QString unknownWord(const QString &state, const QString &impact, const QString &urgency, const QString &priority);

} // namespace comptoir::central
