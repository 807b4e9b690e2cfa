// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Result.h"

#include <QFuture>

namespace comptoir::net {

/// Where the refresh token is kept between two starts. A keyring that is locked, broken or absent answers with an Error in time, never late.
class Keyring
{
public:
    virtual ~Keyring() = default;
    /// NotFound where there is no such entry.
    [[nodiscard]] virtual QFuture<base::Result<QByteArray>> read(const QString &key) = 0;
    virtual QFuture<base::Result<>> write(const QString &key, const QByteArray &secret) = 0;
    virtual QFuture<base::Result<>> remove(const QString &key) = 0;
};

/// The desktop's keyring, through QtKeychain; three seconds at most. Nothing is ever kept in the clear instead.
class SystemKeyring final : public Keyring
{
public:
    [[nodiscard]] QFuture<base::Result<QByteArray>> read(const QString &key) override;
    QFuture<base::Result<>> write(const QString &key, const QByteArray &secret) override;
    QFuture<base::Result<>> remove(const QString &key) override;
};

} // namespace comptoir::net
