// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Db.h"
#include "Directory.h"

#include <optional>

namespace comptoir::central {

using FamilyId = base::Id<struct FamilyTag>;

/// Who speaks: the bearer of a valid access token, with the rights they have at this moment.
struct Session
{
    FamilyId family;
    domain::OperatorId operatorId;
    QString name;
    domain::Role role = domain::Role::Operator;
    domain::DeviceId device;
    qint64 expiresMs = 0; ///< of the access token
};

/// Sign-ins and the tokens that follow from them.
class SessionTable
{
public:
    struct Family
    {
        FamilyId id;
        domain::OperatorId operatorId;
        domain::DeviceId device;
        qint64 rotatedMs = 0;
        qint64 rotation = 0; ///< of the newest refresh token
        bool ended = false;
        qint64 tokenRotation = 0; ///< of the refresh token it was found by
    };

    [[nodiscard]] static base::Result<> begin(store::Db &db, const Family &family, qint64 nowMs);
    [[nodiscard]] static base::Result<std::optional<Family>> byRefreshToken(store::Db &db, const QByteArray &digest);
    [[nodiscard]] static base::Result<> rotate(store::Db &db, FamilyId family, qint64 rotation, qint64 nowMs);
    [[nodiscard]] static base::Result<> addRefreshToken(store::Db &db, FamilyId family, qint64 rotation, const QByteArray &digest);
    [[nodiscard]] static base::Result<> addAccessToken(store::Db &db, FamilyId family, qint64 expiresMs, const QByteArray &digest);
    /// Nothing where the token is unknown, has expired, its family ended, or its operator is no longer active.
    [[nodiscard]] static base::Result<std::optional<Session>> byAccessToken(store::Db &db, const QByteArray &digest, qint64 nowMs);

    [[nodiscard]] static base::Result<> end(store::Db &db, FamilyId family, qint64 nowMs);
    [[nodiscard]] static base::Result<> endAllOf(store::Db &db, domain::OperatorId operatorId, qint64 nowMs);
    [[nodiscard]] static base::Result<> endAll(store::Db &db, qint64 nowMs);
    /// Drops tokens that are of no use any more.
    [[nodiscard]] static base::Result<> sweep(store::Db &db, qint64 nowMs);
};

} // namespace comptoir::central
