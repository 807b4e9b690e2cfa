// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Profile.h"
#include "Tuning.h"

#include <QFuture>
#include <QObject>
#include <QThreadPool>

#include <functional>

namespace comptoir::net {

/// Whether a copy that the service last answered at `fromMs` has been without it for too long.
[[nodiscard]] bool leaseIsOver(qint64 fromMs, qint64 nowMs);
/// The same, or the account was withdrawn.
[[nodiscard]] bool leaseIsOver(const Profile::Kept &kept, qint64 nowMs);

/// The copies on this machine whose lease is over: theirs is to be wiped, whoever signs in.
class Leases : public QObject
{
    Q_OBJECT

public:
    explicit Leases(QObject *parent = nullptr);
    ~Leases() override;

    using Marked = std::function<bool(const Profile &)>;

    /// The profiles below `root` whose lease is over and not noted as ended, and those `marked` (called on that thread) says yes to. Read on
    /// a thread of its own; finishes at home.
    [[nodiscard]] QFuture<std::vector<Profile>> expired(const QString &root, qint64 nowMs, Marked marked = {});
    /// Notes that the copy was wiped, so that it is not found again; not where the service has answered meanwhile.
    void end(const Profile &profile, qint64 nowMs);

private:
    QThreadPool m_pool;
};

} // namespace comptoir::net
