// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Planted.h"

#include <QByteArray>

namespace comptoir::sim {

/// The bug of this name is committed from now on; false where there is none, or where this build can plant none. An empty name plants nothing.
[[nodiscard]] inline bool plantNamed([[maybe_unused]] const QByteArray &name)
{
#ifdef COMPTOIR_PLANTS
    for (const auto &[bug, code] : base::kPlants) {
        if (code == name.toStdString()) {
            base::plant(bug);
            return true;
        }
    }
#endif
    return name.isEmpty();
}

#ifdef COMPTOIR_PLANTS
/// A bug that is committed as long as this lives.
class Planted
{
public:
    explicit Planted(base::Plant bug) { base::plant(bug); }
    ~Planted() { base::plant(base::Plant::None); }
    Planted(const Planted &) = delete;
    Planted &operator=(const Planted &) = delete;
};
#endif

} // namespace comptoir::sim
