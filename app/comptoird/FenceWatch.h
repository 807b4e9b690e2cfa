// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Fence.h"
#include "Store.h"

#include <functional>
#include <memory>

namespace comptoir::base {
class Clock;
} // namespace comptoir::base

namespace comptoir::service {

/// Keeps the fence of a running service up with its database, and begins a new life where the database went back under it. Belongs to the
/// service's one thread; file and database are the store's.
class FenceWatch
{
public:
    struct Parts
    {
        store::Store &store;
        const base::Clock &clock;
        base::Random &random;
        std::function<void()> newLife; ///< has begun, here or by another instance: nobody is signed in
    };

    FenceWatch(const Parts &parts, const QString &path);
    /// Where the look before has not ended, once more when it has.
    void look();

private:
    struct State;

    enum class Seen { Same, NewLife, Older };
    [[nodiscard]] static base::Result<Seen> look(store::Db &db, State &state);
    void looked(const base::Result<Seen> &seen);
    void settle();

    Parts m_parts;
    std::shared_ptr<State> m_state; ///< the store's as long as it works
    bool m_looking = false;
    bool m_again = false;
};

} // namespace comptoir::service
