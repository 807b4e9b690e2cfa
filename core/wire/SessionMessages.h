// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Codes.h"
#include "EventMessages.h"
#include "IdList.h"
#include "Ids.h"
#include "Limits.h"
#include "Result.h"

namespace comptoir::wire {

/// `POST /v1/session`.
struct SignInRequest
{
    QString login;
    QString password;
    domain::DeviceId device;
    QString deviceName; ///< how the workstation calls itself
    int protocol = kProtocol;

    [[nodiscard]] QByteArray encode() const;
    [[nodiscard]] static base::Result<SignInRequest> decode(QByteArrayView json);
};

/// `POST /v1/session/refresh`.
struct RefreshRequest
{
    QByteArray refreshToken;
    domain::DeviceId device;
    int protocol = kProtocol;

    [[nodiscard]] QByteArray encode() const;
    [[nodiscard]] static base::Result<RefreshRequest> decode(QByteArrayView json);
};

/// The answer to both.
struct SessionReply
{
    QByteArray accessToken;
    qint64 accessExpiresInS = 0;
    QByteArray refreshToken;
    domain::OperatorId operatorId;
    QString operatorName;
    domain::Role role = domain::Role::Operator;
    domain::IdList<domain::GroupId> groups; ///< the operator's, the first one their own; a service of before tells none
    QString deviceCode; ///< of this device, for ticket numbers
    qint64 highestCounter = 0; ///< of this device's ticket numbers, as the service knows it
    QByteArray epoch;
    qint64 serviceTimeMs = 0;

    [[nodiscard]] QByteArray encode() const;
    [[nodiscard]] static base::Result<SessionReply> decode(QByteArrayView json);
};

} // namespace comptoir::wire
