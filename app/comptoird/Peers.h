// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "EventHub.h"
#include "Store.h"

#include <functional>
#include <memory>

namespace comptoir::service {

/// Tells the services on a server's database what a command did there, from a process of its own; nothing to do for a file.
void tellServices(const std::shared_ptr<store::Backend> &backend, const central::PeerNotice &notice);

/// The other instances on the same database. Belongs to the service's one thread, which is told everything through `post`.
class Peers
{
public:
    struct Parts
    {
        std::shared_ptr<store::Backend> backend; ///< none, or a file: there are no others
        std::function<void(std::function<void()>)> post;
        std::function<void(const central::PeerNotice &)> heard;
        std::function<void()> connected; ///< what others told before may have been missed
    };

    explicit Peers(const Parts &parts);
    ~Peers();

    /// Whether there may be others at all.
    [[nodiscard]] bool areThere() const { return m_line != nullptr; }
    /// Told soon, with what else there is by then.
    void tell(const central::PeerNotice &notice);

private:
    struct Line;
    std::unique_ptr<Line> m_line;
};

} // namespace comptoir::service
