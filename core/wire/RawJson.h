// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <optional>
#include <string_view>
#include <vector>

namespace comptoir::wire {

// The bytes of parts of a JSON text that was found valid before (by simdjson); nothing of it is rewritten. Private to wire.

/// The value of the first member of that name, written without escapes; nothing where the object has none.
[[nodiscard]] std::optional<QByteArrayView> rawMember(QByteArrayView object, std::string_view name);

/// The elements of an array.
[[nodiscard]] std::vector<QByteArrayView> rawElements(QByteArrayView array);

} // namespace comptoir::wire
