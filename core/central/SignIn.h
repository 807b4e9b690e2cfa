// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Fault.h"
#include "PasswordPool.h"
#include "SessionMessages.h"
#include "SessionTable.h"
#include "ThrottleTable.h"

#include "Store.h"

namespace comptoir::base {
class Clock;
}

namespace comptoir::central {

/// From a password to tokens, from a refresh token to the next ones, and out again.
class SignIn
{
public:
    struct Parts
    {
        store::Store &store;
        PasswordPool &passwords;
        const base::Clock &clock;
        base::Random &random;
    };

    explicit SignIn(const Parts &parts) : m_parts(parts) {}

    /// 401 for a wrong login or password alike and after the same work, 429 with the time to wait, 503 where the queue is full, 426 for a
    /// protocol no longer spoken. `address` is whom the tries are counted against.
    [[nodiscard]] QFuture<Answer<wire::SessionReply>> signIn(const wire::SignInRequest &request, const QString &address);
    /// Rotates. A token already rotated is honoured once more within the grace; after it the whole sign-in ends.
    [[nodiscard]] QFuture<Answer<wire::SessionReply>> refresh(const wire::RefreshRequest &request);
    /// Ends the sign-in behind an access token; tells whose it was.
    [[nodiscard]] QFuture<Answer<Session>> signOut(const QByteArray &accessToken);

private:
    [[nodiscard]] QFuture<Answer<wire::SessionReply>> admit(const wire::SignInRequest &request, const ThrottleTable::Try &attempt);

    Parts m_parts;
};

} // namespace comptoir::central
