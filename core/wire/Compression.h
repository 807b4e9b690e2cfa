// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Result.h"

#include <QByteArray>

namespace comptoir::wire {

/// One zstd frame, level 1.
[[nodiscard]] QByteArray compress(QByteArrayView plain);

/// Undoes compress(). Full beyond `most` bytes (nothing larger is ever allocated), Protocol for damaged input.
[[nodiscard]] base::Result<QByteArray> decompress(QByteArrayView packed, qsizetype most);

} // namespace comptoir::wire
