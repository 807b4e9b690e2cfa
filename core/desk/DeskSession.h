// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Directory.h"

namespace comptoir::desk {

/// Who sits at this desk, on which device.
struct DeskSession
{
    domain::OperatorId operatorId;
    QString login;
    QString name;
    domain::Role role = domain::Role::Operator;
    std::vector<domain::GroupId> groups; ///< as the service told at the last sign-in or renewal, their own first
    domain::DeviceId device;
    QString deviceCode; ///< `7K`

    [[nodiscard]] bool supervises() const { return role == domain::Role::Supervisor || role == domain::Role::Administrator; }
};

} // namespace comptoir::desk
