// SPDX-License-Identifier: GPL-3.0-or-later
#include "PendingRows.h"

namespace comptoir::central {

using base::Result;

template <class T>
Result<> PendingRows::writeRows()
{
    std::vector<const Stored<T> *> rows;
    for (const base::Uuid &id : kept<T>().changed) {
        rows.push_back(&*kept<T>().known.at(id));
    }
    kept<T>().changed.clear();
    return store::EntityTable<T>::putAll(m_db, rows);
}

Result<> PendingRows::write()
{
    return m_counters.write()
        .and_then([&] { return writeRows<domain::TimelineEntry>(); })
        .and_then([&] { return writeRows<domain::Attachment>(); })
        .and_then([&] { return writeRows<domain::Ticket>(); })
        .and_then([&] { return writeRows<domain::Person>(); })
        .and_then([&] { return writeRows<domain::Contact>(); })
        .and_then([&] { return m_sums.write(m_db); });
}

Result<> PendingRows::handOver()
{
    return write().map([&] {
        m_counters.forget();
        m_kept = {};
    });
}

} // namespace comptoir::central
