// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Error.h"

namespace comptoir::service {

/// What the exit code of comptoird says; `comptoird --help` lists them.
enum ExitCode : int {
    kDone = 0,
    kFailed = 1, ///< the sentence on standard error says why
    kUsage = 2, ///< the command line is not understood
    kLocked = 3, ///< another process works on the data folder
    kBadInput = 4, ///< a file or a value is not what was asked for, or what was written
    kNotFound = 5, ///< the account, organisation or file is not there
};

[[nodiscard]] inline ExitCode exitCodeOf(base::Error::Kind kind)
{
    switch (kind) {
    case base::Error::Kind::Locked: return kLocked;
    case base::Error::Kind::Invalid:
    case base::Error::Kind::TooNew:
    case base::Error::Kind::Corrupt: return kBadInput;
    case base::Error::Kind::NotFound: return kNotFound;
    default: return kFailed;
    }
}

} // namespace comptoir::service
