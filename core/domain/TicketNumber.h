// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace comptoir::domain {

/// `7K-142`: the code of the device that opened it and that device's counter. Final at creation, offline or not.
struct TicketNumber
{
    QString device;
    qint64 counter = 0;

    [[nodiscard]] QString toString() const;
    /// Reads `7K-142` (any case; I→1, O→0 and the like are forgiven); nothing for anything else.
    [[nodiscard]] static std::optional<TicketNumber> fromString(QStringView text);
};

/// The n-th device code, n ≥ 0: two characters of an alphabet without look-alikes, then three, then four. Never the same twice.
[[nodiscard]] QString deviceCode(qint64 n);

} // namespace comptoir::domain
