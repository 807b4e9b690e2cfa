// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Db.h"
#include "Ids.h"

#include <vector>

namespace comptoir::store {

/// The reading side of the phone index.
class PhoneIndex
{
public:
    /// Who has a number whose key begins so; at most `limit`.
    [[nodiscard]] static base::Result<std::vector<domain::PersonId>> startingWith(Db &db, const QString &keyStart, int limit);
    /// Who spoke with this number before a call rang, that call apart: person and when last, latest first.
    struct Spoken
    {
        domain::PersonId person;
        qint64 lastMs = 0;
        QString ticket; ///< number of a ticket of that contact for that person, written before the call rang; empty = none
    };
    [[nodiscard]] static base::Result<std::vector<Spoken>> spokenFrom(Db &db, const QString &key, domain::ContactId call, qint64 rangMs,
                                                                      int limit);
};

} // namespace comptoir::store
