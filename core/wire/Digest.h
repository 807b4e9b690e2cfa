// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Id.h"

namespace comptoir::wire {

/// The part one row has in its scope's digest: the digest is the sum (mod 2⁶⁴) over all rows, so rows may come in any order.
[[nodiscard]] quint64 rowHash(const base::Uuid &id, qint64 seq);

/// 16 hexadecimal digits.
[[nodiscard]] QByteArray digestText(quint64 sum);

} // namespace comptoir::wire
