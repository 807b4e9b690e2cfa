// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Ids.h"
#include "Transport.h"

namespace comptoir::tests {

/// What a simulated network leads to: a service, made for the tests or the real one.
class Answering
{
public:
    virtual ~Answering() = default;
    /// The answer to a request of a device; an Error where the service ended before it answered.
    [[nodiscard]] virtual base::Result<sync::Response> answer(const sync::Request &request, domain::DeviceId device, qint64 nowMs) = 0;
};

} // namespace comptoir::tests
