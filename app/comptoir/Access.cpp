// SPDX-License-Identifier: GPL-3.0-or-later
#include "Access.h"

#include "ServiceAddress.h"

namespace comptoir::console {

using base::Result;

Access::Access(net::Profile profile) : m_profile(std::move(profile)), m_session(m_profile.device()) {}

Result<std::unique_ptr<Access>> Access::open(const QString &root, const QString &service, const QString &login, const QString &authorities,
                                             SystemParts &system)
{
    const auto url = net::serviceUrl(service);
    if (!url) {
        return tl::unexpected(url.error());
    }
    auto profile = net::Profile::open(root, *url, login, system.ids);
    if (!profile) {
        return tl::unexpected(profile.error());
    }
    auto access = std::unique_ptr<Access>(new Access(std::move(*profile)));
    auto transport = net::HttpTransport::open({*url, authorities}, access->m_session, system.clock);
    if (!transport) {
        return tl::unexpected(transport.error());
    }
    access->m_transport = std::move(*transport);
    const net::SignIn::Parts parts{access->m_session, *access->m_transport, system.keyring, system.clock, system.random};
    access->m_signIn = std::make_unique<net::SignIn>(parts, access->m_profile);
    return access;
}

} // namespace comptoir::console
