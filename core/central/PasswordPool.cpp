// SPDX-License-Identifier: GPL-3.0-or-later
#include "PasswordPool.h"

#include "PasswordHash.h"
#include "Tuning.h"

#include <QPromise>

namespace comptoir::central {

using base::Result;

PasswordPool::PasswordPool(base::Random &random, PasswordCost cost, bool threads, store::Store::Post post)
    : m_random(random)
    , m_cost(cost)
    , m_threads(threads)
    , m_post(std::move(post))
{
    m_pool.setMaxThreadCount(kPasswordThreads);
}

PasswordPool::~PasswordPool()
{
    m_pool.waitForDone();
}

template <class T>
QFuture<Result<T>> PasswordPool::enqueue(std::function<Result<T>()> work)
{
    const auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    QFuture<Result<T>> future = promise->future();
    const auto settle = [promise](Result<T> answer) {
        promise->addResult(std::move(answer));
        promise->finish();
    };
    if (!m_threads) {
        settle(work());
    } else if (m_waiting.fetch_add(1) >= kPasswordQueue + kPasswordThreads) {
        m_waiting.fetch_sub(1);
        settle(base::fail(base::Error::Kind::Busy, QStringLiteral("too many sign-ins at once")));
    } else {
        m_pool.start([this, settle, task = std::move(work)] {
            auto answer = std::make_shared<Result<T>>(task());
            m_waiting.fetch_sub(1);
            if (m_post) {
                m_post([settle, answer] { settle(std::move(*answer)); });
            } else {
                settle(std::move(*answer));
            }
        });
    }
    return future;
}

QFuture<Result<bool>> PasswordPool::verify(const QString &password, const QByteArray &encoded)
{
    return enqueue<bool>([this, password, encoded] {
        ++m_hashes;
        return secret::verifyPassword(password, encoded);
    });
}

QFuture<Result<QByteArray>> PasswordPool::hash(const QString &password)
{
    return enqueue<QByteArray>([this, password] {
        ++m_hashes;
        return secret::hashPassword(password, m_random, {m_cost.passes, m_cost.memoryKib, m_cost.lanes});
    });
}

bool PasswordPool::isOutdated(const QByteArray &encoded) const
{
    return secret::needsRehash(encoded, {m_cost.passes, m_cost.memoryKib, m_cost.lanes});
}

} // namespace comptoir::central
