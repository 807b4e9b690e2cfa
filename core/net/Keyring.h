// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Result.h"

#include <QFuture>

#include <memory>

namespace comptoir::base {
class Clock;
}

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

/// A keyring that is not asked a second time: once it was declined, failed or did not answer in time, it holds nothing and takes nothing for
/// the rest of this run, so that no prompt comes up in the middle of work. Only what is to be taken out of it is still told to it.
class KeyringOnce final : public Keyring
{
public:
    /// Both outlive this.
    KeyringOnce(Keyring &keyring, const base::Clock &clock) : m_keyring(keyring), m_clock(clock) {}

    [[nodiscard]] QFuture<base::Result<QByteArray>> read(const QString &key) override;
    QFuture<base::Result<>> write(const QString &key, const QByteArray &secret) override;
    QFuture<base::Result<>> remove(const QString &key) override;

private:
    template <class Value>
    QFuture<base::Result<Value>> watched(QFuture<base::Result<Value>> answer);

    Keyring &m_keyring;
    const base::Clock &m_clock;
    std::shared_ptr<bool> m_over = std::make_shared<bool>(false); ///< an answer may come after this is gone
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
