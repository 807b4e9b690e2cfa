// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Db.h"

#include <deque>
#include <functional>
#include <vector>

namespace comptoir::store {

/// Where the work of a store runs: on a thread of its own in the programs, at once under simulation and in tests.
class Executor
{
public:
    virtual ~Executor() = default;
    virtual void run(std::function<void()> work) = 0;
};

/// Connections of one kind, each alone on its thread, and the work that waits for the next one that is free. With one connection the work is
/// done in the order it came; without threads at once, on the caller's.
class Lane
{
public:
    using Open = std::function<base::Result<std::unique_ptr<Db>>()>;
    using Work = std::function<void(Db &)>;

    Lane(bool threads, const QString &name, int connections);
    ~Lane();
    Lane(const Lane &) = delete;
    Lane &operator=(const Lane &) = delete;

    /// Opens the connections, each on its thread.
    [[nodiscard]] base::Result<> open(const Open &open);
    void run(Work work);
    /// Waits until everything given so far is done.
    void drain();
    struct End
    {
        bool wasOpen = false; ///< all of them
        bool metDamage = false; ///< any of them
    };
    /// Does what waits, then closes the connections.
    End close();

private:
    struct Place;
    void serve(Place &place, Work work);

    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace comptoir::store
