// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Result.h"
#include "SessionMessages.h"
#include "Transport.h"

#include <QObject>

namespace comptoir::net {

/// The operator's standing with the service: the tokens in memory, and how new ones are asked for.
/// Where a start was made without the service, the password is kept here (in memory only) until the service has seen it once.
class Session : public QObject
{
    Q_OBJECT

public:
    /// The code of take()'s error TooNew: this console is too old for the service (426).
    static constexpr QLatin1String kTooOld{"min_protocol"};

    explicit Session(domain::DeviceId device, QObject *parent = nullptr);
    ~Session() override;

    [[nodiscard]] domain::DeviceId device() const { return m_device; }
    [[nodiscard]] const QByteArray &accessToken() const { return m_accessToken; }
    [[nodiscard]] const QByteArray &refreshToken() const { return m_refreshToken; }
    /// A token or a password is at hand that the service may take.
    [[nodiscard]] bool canRenew() const;

    /// The request that asks for new tokens: a refresh, else a sign-in with the kept password.
    [[nodiscard]] sync::Request renewal() const;
    /// Takes the answer to renewal() or to a sign-in. Auth where the service says no for good (the means are then forgotten), Forbidden
    /// where the account was withdrawn, Cancelled after close().
    [[nodiscard]] base::Result<wire::SessionReply> take(const sync::Response &response);

    void useRefreshToken(const QByteArray &token);
    void keepPassword(const QString &login, const QString &password);
    /// Forgets everything, for good: what a request under way still brings is not taken.
    void close();

    [[nodiscard]] static sync::Request signInRequest(const QString &login, const QString &password, domain::DeviceId device);

Q_SIGNALS:
    /// New tokens: whoever keeps the refresh token keeps this one.
    void renewed(const comptoir::wire::SessionReply &reply);
    /// The service says that this account was withdrawn; everything is forgotten by then.
    void withdrawn();

private:
    void forgetPassword();

    domain::DeviceId m_device;
    QByteArray m_accessToken;
    QByteArray m_refreshToken;
    QString m_login;
    QString m_password;
    bool m_closed = false;
};

} // namespace comptoir::net
