// SPDX-License-Identifier: GPL-3.0-or-later
#include "Session.h"

#include "Problem.h"

#include <QSysInfo>

namespace comptoir::net {

using base::Error;
using base::fail;

namespace {

bool tellsWithdrawal(const sync::Response &response)
{
    const auto problem = response.status == 401 ? wire::Problem::decode(response.body) : base::Result<wire::Problem>();
    return problem && problem->extension(QStringLiteral("code")) == u"withdrawn";
}

} // namespace

Session::Session(domain::DeviceId device, QObject *parent) : QObject(parent), m_device(device) {}

Session::~Session()
{
    forgetPassword();
}

bool Session::canRenew() const
{
    return !m_refreshToken.isEmpty() || !m_password.isEmpty();
}

sync::Request Session::signInRequest(const QString &login, const QString &password, domain::DeviceId device)
{
    wire::SignInRequest message;
    message.login = login;
    message.password = password;
    message.device = device;
    message.deviceName = QSysInfo::machineHostName().left(64);
    return {QByteArrayLiteral("POST"), QStringLiteral("/v1/session"), message.encode(), false};
}

sync::Request Session::renewal() const
{
    if (m_refreshToken.isEmpty()) {
        return signInRequest(m_login, m_password, m_device);
    }
    wire::RefreshRequest message;
    message.refreshToken = m_refreshToken;
    message.device = m_device;
    return {QByteArrayLiteral("POST"), QStringLiteral("/v1/session/refresh"), message.encode(), false};
}

base::Result<wire::SessionReply> Session::take(const sync::Response &response)
{
    if (m_closed) {
        return fail(Error::Kind::Cancelled, QStringLiteral("this session has ended"));
    }
    if (response.status >= 200 && response.status < 300) {
        auto reply = wire::SessionReply::decode(response.body);
        if (!reply) {
            return reply;
        }
        m_accessToken = reply->accessToken;
        m_refreshToken = reply->refreshToken;
        forgetPassword();
        Q_EMIT renewed(*reply);
        return reply;
    }
    if (response.status == 429 || response.status >= 500) {
        return fail(
            Error::Kind::Busy,
            QStringLiteral("the service is busy (%1); it may be tried again in %2 s").arg(response.status).arg(response.retryAfterS));
    }
    if (tellsWithdrawal(response)) {
        close();
        Q_EMIT withdrawn();
        return fail(Error::Kind::Forbidden, QStringLiteral("this account was withdrawn"));
    }
    if (response.status == 400 || response.status == 401 || response.status == 403) {
        // A refresh token that is no longer taken leaves the password, if there is one, for the next try.
        if (!m_refreshToken.isEmpty()) {
            m_refreshToken.clear();
        } else {
            forgetPassword();
        }
        m_accessToken.clear();
        return fail(Error::Kind::Auth, QStringLiteral("the service does not accept this sign-in (%1)").arg(response.status));
    }
    if (response.status == 426) {
        return tl::unexpected(Error{Error::Kind::TooNew, QStringLiteral("the service needs a newer console"), kTooOld});
    }
    return fail(Error::Kind::Protocol, QStringLiteral("the service answered a sign-in with %1").arg(response.status));
}

void Session::useRefreshToken(const QByteArray &token)
{
    m_refreshToken = token;
}

void Session::keepPassword(const QString &login, const QString &password)
{
    m_login = login;
    m_password = password;
}

void Session::close()
{
    m_closed = true;
    m_accessToken.clear();
    m_refreshToken.clear();
    forgetPassword();
}

void Session::forgetPassword()
{
    m_password.fill(u'\0');
    m_password.clear();
}

} // namespace comptoir::net
