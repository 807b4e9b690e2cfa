// SPDX-License-Identifier: GPL-3.0-or-later
#include "WritesAside.h"

#include "Log.h"

namespace comptoir::net {

WritesAside::WritesAside()
{
    m_pool.setMaxThreadCount(1);
}

void WritesAside::add(std::function<base::Result<>()> write)
{
    m_pool.start([write = std::move(write)] {
        if (const auto written = write(); !written) {
            qCWarning(base::lcNet, "%s", qUtf8Printable(written.error().message));
        }
    });
}

} // namespace comptoir::net
