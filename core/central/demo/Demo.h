// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Batch.h"
#include "DemoPlan.h"
#include "Random.h"

#include <QStringList>

namespace comptoir::central {

/// The password of every demonstration account.
inline constexpr QLatin1String kDemoPassword("comptoir-demo");

/// How much was made.
struct DemoTotals
{
    qint64 organisations = 0;
    qint64 sites = 0;
    qint64 people = 0;
    qint64 assets = 0;
    qint64 tickets = 0;
    qint64 openTickets = 0;
    qint64 entries = 0;
    qint64 contacts = 0;
    QStringList logins; ///< the accounts that can sign in
};

/// Fills an empty database with a métropole and its help desk. The same plan gives the same rows (but for the salt of the passwords, drawn
/// from `salt`). Refuses (Kind::Invalid) where anything is there already.
[[nodiscard]] base::Result<DemoTotals> fillDemo(store::Store &store, const DemoPlan &plan, base::Random &salt, const Progress &progress);

} // namespace comptoir::central
