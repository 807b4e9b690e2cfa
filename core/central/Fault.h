// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Problem.h"

namespace comptoir::central {

/// Why the service did not do what was asked, as the console is told (RFC 9457).
struct Fault
{
    wire::Problem problem;
    int retryAfterS = 0; ///< of 429 and 503
    bool unusual = false; ///< something in the service broke: log `cause`
    QString cause; ///< for the log; never sent

    Fault(const base::Error &error); // NOLINT(google-explicit-constructor): store transactions fail with an Error
    Fault(int status, const QString &code, const QString &detail);
};

/// What an endpoint gives: its answer, or the fault.
template <class T = void>
using Answer = tl::expected<T, Fault>;

[[nodiscard]] inline tl::unexpected<Fault> fault(int status, const QString &code, const QString &detail)
{
    return tl::unexpected<Fault>(Fault(status, code, detail));
}

/// 401: no token, or one that is not valid (any more).
[[nodiscard]] tl::unexpected<Fault> signInNeeded();
/// 429 or 503 with Retry-After.
[[nodiscard]] tl::unexpected<Fault> tryLater(int status, int seconds, const QString &detail);
/// 409: the database has another life by now; the epoch that holds is told.
[[nodiscard]] tl::unexpected<Fault> epochFault(const QByteArray &epoch);
/// The answer to JSON that cannot be read: 413 beyond a limit, 400 otherwise.
[[nodiscard]] tl::unexpected<Fault> unreadable(const base::Error &error);

} // namespace comptoir::central
