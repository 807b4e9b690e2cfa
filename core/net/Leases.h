// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Profile.h"

#include <QFuture>
#include <QObject>
#include <QThreadPool>

namespace comptoir::net {

/// Without the service for so long a copy locks and is wiped: that bounds erasure and a lost laptop.
inline constexpr qint64 kLeaseMs = qint64(14) * 24 * 3600 * 1000;
/// How often a console that runs looks whether its lease is over.
inline constexpr qint64 kLeaseLookMs = qint64(3600) * 1000;

/// Whether a copy that the service last answered at `fromMs` has been without it for too long.
[[nodiscard]] bool leaseIsOver(qint64 fromMs, qint64 nowMs);

/// The copies on this machine whose lease is over: theirs is to be wiped, whoever signs in.
class Leases : public QObject
{
    Q_OBJECT

public:
    explicit Leases(QObject *parent = nullptr);
    ~Leases() override;

    /// The profiles below `root` whose lease is over and not noted as ended. Read on a thread of its own; finishes at home.
    [[nodiscard]] QFuture<std::vector<Profile>> expired(const QString &root, qint64 nowMs);
    /// Notes that the copy was wiped, so that it is not found again; not where the service has answered meanwhile.
    void end(const Profile &profile, qint64 nowMs);

private:
    QThreadPool m_pool;
};

} // namespace comptoir::net
