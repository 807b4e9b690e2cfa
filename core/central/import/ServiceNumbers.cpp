// SPDX-License-Identifier: GPL-3.0-or-later
#include "ServiceNumbers.h"

#include "DeviceTable.h"

namespace comptoir::central {

namespace {

constexpr qint64 kOwnDevice = 0;

}

base::Result<QString> ServiceNumbers::next()
{
    const QString code = domain::deviceCode(kOwnDevice);
    if (m_counter < 0) {
        const auto highest = DeviceTable::highest(m_db, code);
        if (!highest) {
            return tl::unexpected(highest.error());
        }
        m_counter = *highest;
    }
    return domain::TicketNumber{code, ++m_counter}.toString();
}

base::Result<> ServiceNumbers::save()
{
    if (m_counter < 0) {
        return {};
    }
    return m_db
        .prepare("INSERT INTO device_code(code, n, device, highest) VALUES(?, ?, ?, ?) ON CONFLICT(code) DO UPDATE SET highest "
                 "= excluded.highest")
        .bindAll(domain::deviceCode(kOwnDevice), kOwnDevice, base::Uuid().toBytes(), m_counter)
        .run();
}

} // namespace comptoir::central
