// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "HttpTransport.h"
#include "Profile.h"
#include "Session.h"
#include "SignIn.h"
#include "SystemParts.h"

#include <memory>

namespace comptoir::console {

/// One operator's way in at one service: profile, tokens, transport, sign-in.
class Access
{
public:
    /// Invalid for an address that cannot be used, Io where the profile cannot be made.
    [[nodiscard]] static base::Result<std::unique_ptr<Access>> open(const QString &root, const QString &service, const QString &login,
                                                                    const QString &authorities, SystemParts &system);

    [[nodiscard]] const net::Profile &profile() const { return m_profile; }
    [[nodiscard]] net::Session &session() { return m_session; }
    [[nodiscard]] net::HttpTransport &transport() { return *m_transport; }
    [[nodiscard]] net::SignIn &signIn() { return *m_signIn; }

private:
    explicit Access(net::Profile profile);

    net::Profile m_profile;
    net::Session m_session;
    std::unique_ptr<net::HttpTransport> m_transport;
    std::unique_ptr<net::SignIn> m_signIn;
};

} // namespace comptoir::console
