// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Error.h"

#include <tl/expected.hpp>

namespace comptoir::base {

/// A value, or the Error that says why there is none. Expected failures travel this way; nothing throws.
template <class T = void>
using Result = tl::expected<T, Error>;

/// Shorthand for the failing side: `return fail(Error::Kind::Invalid, u"…"_qs)`.
[[nodiscard]] inline tl::unexpected<Error> fail(Error::Kind kind, QString message)
{
    return tl::unexpected<Error>(Error{kind, std::move(message)});
}

} // namespace comptoir::base
