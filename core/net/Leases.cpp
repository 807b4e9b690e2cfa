// SPDX-License-Identifier: GPL-3.0-or-later
#include "Leases.h"

#include "Log.h"

#include <QPromise>

namespace comptoir::net {

namespace {

std::vector<Profile> expiredBelow(const QString &root, qint64 nowMs, const Leases::Marked &marked)
{
    std::vector<Profile> out = Profile::all(root);
    std::erase_if(out, [&](const Profile &profile) {
        if (marked && marked(profile)) {
            return false;
        }
        const auto kept = profile.read();
        return !kept || !*kept || (*kept)->leaseFromMs == 0 || !leaseIsOver(**kept, nowMs);
    });
    return out;
}

base::Result<> noteEnd(const Profile &profile, qint64 nowMs)
{
    return profile
        .change([nowMs](Profile::Kept &kept) {
            if (leaseIsOver(kept, nowMs)) {
                kept.leaseFromMs = 0;
            }
        })
        .map([](const auto &) {});
}

} // namespace

bool leaseIsOver(qint64 fromMs, qint64 nowMs)
{
    return nowMs - fromMs > kLeaseMs;
}

bool leaseIsOver(const Profile::Kept &kept, qint64 nowMs)
{
    return kept.withdrawn || leaseIsOver(kept.leaseFromMs, nowMs);
}

Leases::Leases(QObject *parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

Leases::~Leases() = default;

QFuture<std::vector<Profile>> Leases::expired(const QString &root, qint64 nowMs, Marked marked)
{
    const auto promise = std::make_shared<QPromise<std::vector<Profile>>>();
    promise->start();
    m_pool.start([this, promise, root, nowMs, marked = std::move(marked)] {
        const auto tell = [promise, found = expiredBelow(root, nowMs, marked)] {
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
