// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Random.h"
#include "Store.h"

#include <QFuture>
#include <QThreadPool>

#include <atomic>
#include <functional>

namespace comptoir::central {

/// What one hash costs (argon2id); only tests take less.
struct PasswordCost
{
    quint32 passes = 3;
    quint32 memoryKib = 64 * 1024;
    quint32 lanes = 1;
};

/// Hashes passwords, two at a time, with a bounded queue: beyond it the answer is Busy at once.
class PasswordPool
{
public:
    /// Without threads everything runs at once on the caller's (tests, simulation). Futures finish through `post`, where there is one.
    PasswordPool(base::Random &random, PasswordCost cost, bool threads, store::Store::Post post = {});
    ~PasswordPool();

    [[nodiscard]] QFuture<base::Result<bool>> verify(const QString &password, const QByteArray &encoded);
    [[nodiscard]] QFuture<base::Result<QByteArray>> hash(const QString &password);
    /// Whether a hash was made with another cost than hash() takes.
    [[nodiscard]] bool isOutdated(const QByteArray &encoded) const;
    /// How often argon2id ran, right password or wrong, known login or not.
    [[nodiscard]] qint64 hashes() const { return m_hashes.load(); }

private:
    template <class T>
    QFuture<base::Result<T>> enqueue(std::function<base::Result<T>()> work);

    base::Random &m_random;
    PasswordCost m_cost;
    bool m_threads;
    store::Store::Post m_post;
    std::atomic<int> m_waiting{0};
    std::atomic<qint64> m_hashes{0};
    QThreadPool m_pool;
};

} // namespace comptoir::central
