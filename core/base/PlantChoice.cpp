// SPDX-License-Identifier: GPL-3.0-or-later
#include "PlantChoice.h"

#ifdef COMPTOIR_PLANTS
#include "Planted.h"

#include <QByteArray>
#endif

namespace comptoir::base {

void plantChosen()
{
#ifdef COMPTOIR_PLANTS
    const QByteArray chosen = qgetenv("COMPTOIR_PLANT");
    for (const auto &[bug, name] : kPlants) {
        if (chosen == QByteArrayView(name.data(), qsizetype(name.size()))) {
            plant(bug);
        }
    }
#endif
}

} // namespace comptoir::base
