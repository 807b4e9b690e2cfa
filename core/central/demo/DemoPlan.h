// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <algorithm>
#include <cmath>

namespace comptoir::central {

/// What decides every row of the demonstration: the same plan gives the same rows.
struct DemoPlan
{
    quint64 seed = 1;
    double scale = 1.0; ///< 1 = the size of Bordeaux Métropole and its communes
    int months = 12; ///< of tickets
    qint64 untilMs = 0; ///< the demonstration's "now"
    QString vncTarget = QStringLiteral("127.0.0.1::5971"); ///< of PC-04471

    /// `most` at scale 1, never less than `least`.
    [[nodiscard]] std::size_t scaled(double most, std::size_t least = 1) const
    {
        return std::max(static_cast<std::size_t>(std::llround(most * scale)), least);
    }
};

} // namespace comptoir::central
