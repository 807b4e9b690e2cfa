// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Db.h"

namespace comptoir::central {

/// Ticket numbers under the service's own device code (device 0), for tickets no console opened. Lives inside one transaction;
/// save() before its end, or the numbers are given again.
class ServiceNumbers
{
public:
    explicit ServiceNumbers(store::Db &db) : m_db(db) {}
    [[nodiscard]] base::Result<QString> next();
    [[nodiscard]] base::Result<> save();

private:
    store::Db &m_db;
    qint64 m_counter = -1; ///< the last one given; below 0 = not read yet
};

} // namespace comptoir::central
