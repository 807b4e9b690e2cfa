// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Db.h"

namespace comptoir::central {

/// Slows guessing down, per account and per address. A try is counted before the password is looked at, and taken back where it was right.
class ThrottleTable
{
public:
    struct Try
    {
        QString account; ///< the login as it is compared; kept as its digest
        QString address;
        qint64 atMs = 0;
    };

    /// Counts the try. Seconds to wait where it may not be made now (then it is not counted), 0 otherwise.
    [[nodiscard]] static base::Result<qint64> begin(store::Db &db, const Try &attempt);
    /// The try came to nothing: the password was not looked at. That one is not counted any more, all others are.
    [[nodiscard]] static base::Result<> takeBack(store::Db &db, const Try &attempt);
    /// The password was right: the account starts anew, the address is not charged.
    [[nodiscard]] static base::Result<> succeeded(store::Db &db, const Try &attempt);
};

} // namespace comptoir::central
