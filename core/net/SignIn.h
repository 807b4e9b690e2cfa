// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "DeskSession.h"
#include "Profile.h"
#include "SessionMessages.h"

#include <QObject>

#include <memory>

namespace comptoir::base {
class Clock;
class Random;
} // namespace comptoir::base

namespace comptoir::sync {
class Transport;
}

namespace comptoir::net {

class Keyring;
class Session;

/// Lets an operator in: by the service, or, where it is not reached or takes no sign-in now, by the password that let them in the last
/// time (within the lease).
class SignIn : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        Session &session;
        sync::Transport &transport;
        Keyring &keyring;
        const base::Clock &clock;
        base::Random &random;
    };

    SignIn(const Parts &parts, const Profile &profile, QObject *parent = nullptr);
    ~SignIn() override;

    /// Whether the next start may do without the password.
    enum class Keep {
        Token, ///< in the system keyring
        Nothing, ///< the keyring is not touched
    };

    /// `done`, `failed`, `mustWait` or `withdrawn` follows, once.
    void withPassword(const QString &login, const QString &password, Keep keep = Keep::Token);
    /// With the token of the last time. NotFound follows where the keyring has none, Network where the service is away:
    /// then the password is needed.
    void withKeyring();
    /// Takes the token out of the keyring, if this sign-in has put one there, and keeps nothing from now on, whatever is still renewed.
    void signOut();
    /// When the service last answered for this operator, as the copy's lease counts it; 0 before a sign-in.
    [[nodiscard]] qint64 leaseFromMs() const;

Q_SIGNALS:
    /// `online` is false where the service was not reached: the session then asks it again by itself.
    void done(const comptoir::desk::DeskSession &session, qint64 highestCounter, bool online);
    /// Auth: wrong password. Network: no service, and this operator has not signed in here yet. Forbidden: the lease has run out.
    /// Busy: too many tries, and no copy here yet.
    void failed(const comptoir::base::Error &error);
    /// The service has withdrawn this account, now or at the time of the copy here: noted in the profile, and the keyring's token is gone.
    void withdrawn();
    /// Several wrong passwords without the service: this one was not looked at; one is again after so long. Only the copy makes wait.
    void mustWait(qint64 ms);

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace comptoir::net
