// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Fault.h"

namespace comptoir::central {

/// The body of an answer that may be large.
struct PackedPage
{
    QByteArray body;
    bool packed = false; ///< one zstd frame

    /// Packed where who asks takes that (`mayPack`) and it pays.
    [[nodiscard]] static PackedPage of(const QByteArray &plain, bool mayPack);
};

} // namespace comptoir::central
