// SPDX-License-Identifier: GPL-3.0-or-later
#include "NetworkWatch.h"

#include "Log.h"

#include <QNetworkInformation>

namespace comptoir::console {

void NetworkWatch::begin()
{
    if (std::exchange(m_begun, true)) {
        return;
    }
    if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability)) {
        qCInfo(base::lcApp, "the system does not tell when a network comes up");
        return;
    }
    connect(QNetworkInformation::instance(), &QNetworkInformation::reachabilityChanged, this,
            [this](QNetworkInformation::Reachability now) {
                if (now != QNetworkInformation::Reachability::Disconnected && now != QNetworkInformation::Reachability::Unknown) {
                    Q_EMIT cameUp();
                }
            });
}

} // namespace comptoir::console
