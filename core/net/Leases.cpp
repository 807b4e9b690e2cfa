// SPDX-License-Identifier: GPL-3.0-or-later
#include "Leases.h"

#include "Log.h"

#include <QPromise>

namespace comptoir::net {

namespace {

std::vector<Profile> expiredBelow(const QString &root, qint64 nowMs)
{
    std::vector<Profile> out = Profile::all(root);
    std::erase_if(out, [nowMs](const Profile &profile) {
        const auto kept = profile.read();
        return !kept || !*kept || (*kept)->leaseFromMs == 0 || !leaseIsOver((*kept)->leaseFromMs, nowMs);
    });
    return out;
}

base::Result<> noteEnd(const Profile &profile, qint64 nowMs)
{
    return profile.read().and_then([&](const std::optional<Profile::Kept> &kept) -> base::Result<> {
        if (!kept || !leaseIsOver(kept->leaseFromMs, nowMs)) {
            return {};
        }
        Profile::Kept ended = *kept;
        ended.leaseFromMs = 0;
        return profile.write(ended);
    });
}

} // namespace

bool leaseIsOver(qint64 fromMs, qint64 nowMs)
{
    return nowMs - fromMs > kLeaseMs;
}

Leases::Leases(QObject *parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

Leases::~Leases() = default;

QFuture<std::vector<Profile>> Leases::expired(const QString &root, qint64 nowMs)
{
    const auto promise = std::make_shared<QPromise<std::vector<Profile>>>();
    promise->start();
    m_pool.start([this, promise, root, nowMs] {
        const auto tell = [promise, found = expiredBelow(root, nowMs)] {
            promise->addResult(found);
            promise->finish();
        };
        QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
    });
    return promise->future();
}

void Leases::end(const Profile &profile, qint64 nowMs)
{
    m_pool.start([profile, nowMs] {
        if (auto noted = noteEnd(profile, nowMs); !noted) {
            qCWarning(base::lcNet, "the end of a lease could not be noted: %s", qUtf8Printable(noted.error().message));
        }
    });
}

} // namespace comptoir::net
