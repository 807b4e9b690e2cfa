// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ControlServer.h"
#include "Executors.h"

namespace comptoir::service {

/// Imports while the service runs: one after the other, on a thread of their own that waits for the store between its batches, so that the
/// consoles' changes go in between. Belongs to the service's one thread, which is told everything through `post`.
class ImportJobs
{
public:
    /// `moved` is called after each batch, on the service's thread.
    ImportJobs(store::Store &store, store::Store::Post post, std::function<void()> moved)
        : m_store(store)
        , m_post(std::move(post))
        , m_moved(std::move(moved))
    {}

    /// Whether the action is an import's.
    [[nodiscard]] static bool isOne(const AdminRequest &request);
    void start(const AdminRequest &request, const ControlServer::Asker &asker);
    /// Those under way end after the batch they are at.
    void stop() { m_stopping = true; }
    /// How many are not answered yet. Their thread waits for what is posted: let it run until there is none.
    [[nodiscard]] int underWay() const { return m_underWay; }

private:
    [[nodiscard]] AdminReply run(const AdminRequest &request, const ControlServer::Asker &asker);

    store::Store &m_store;
    store::Store::Post m_post;
    std::function<void()> m_moved;
    std::atomic<bool> m_stopping = false;
    int m_underWay = 0;
    store::ThreadExecutor m_thread{QStringLiteral("import")};
};

} // namespace comptoir::service
