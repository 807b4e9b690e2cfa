// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Operation.h"
#include "Result.h"

namespace comptoir::wire {

/// The newest form of payloads this program writes and reads.
inline constexpr int kPayloadVersion = 1;

/// The JSON of a payload, the same bytes for the same value, always.
[[nodiscard]] QByteArray encodePayload(const domain::Payload &payload);

/// Reads a payload from outside. Unknown keys are ignored, absent ones take their default; a wrong type, an unknown code, or a text beyond
/// its limit is Invalid with the field named; a version above kPayloadVersion is TooNew.
[[nodiscard]] base::Result<domain::Payload> decodePayload(domain::OpKind kind, int version, QByteArrayView json);

} // namespace comptoir::wire
