// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Random.h"

namespace comptoir::central {

/// 256 random bits in base64url: 43 characters. What a console holds; the service keeps its digest alone.
[[nodiscard]] QByteArray newToken(base::Random &random);
/// SHA-256 of a token: 32 bytes.
[[nodiscard]] QByteArray tokenDigest(QByteArrayView token);

} // namespace comptoir::central
