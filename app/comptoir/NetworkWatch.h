// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace comptoir::console {

/// Says when this machine has a network again, where the system tells (NetworkManager on Debian); else never.
class NetworkWatch : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// From now on; further calls do nothing. Not at the start of the program, which has no need of it: only once the service is lost.
    void begin();

Q_SIGNALS:
    void cameUp();

private:
    bool m_begun = false;
};

} // namespace comptoir::console
