// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "PgAddress.h"

#include <atomic>
#include <functional>
#include <memory>
#include <vector>

class QThread;

namespace comptoir::postgres {

class PgConnection;

/// The line between services on one database: LISTEN and NOTIFY, on a connection and a thread of their own. What is told is sent after the
/// commit that it is about, not within it: PostgreSQL commits one notifying transaction at a time, which would make all scopes wait for one
/// another, and what waits meanwhile goes out together. A notice that is lost with a process costs time, never data.
class PgPeers
{
public:
    struct Calls
    {
        std::function<std::vector<QByteArray>()> next; ///< takes what is to be told, each of at most 7,800 bytes
        std::function<void(const QByteArray &)> heard; ///< what another service told
        std::function<void()> connected; ///< listening from here on; what was told before may have been missed
    };

    /// The calls come on the thread of this object's own.
    PgPeers(const PgAddress &address, Calls calls);
    /// Sends what waits, then ends.
    ~PgPeers();
    PgPeers(const PgPeers &) = delete;
    PgPeers &operator=(const PgPeers &) = delete;

    /// There is something to tell. From any thread.
    void wake();

private:
    void loop();
    void listen(PgConnection &connection);
    [[nodiscard]] bool send(PgConnection &connection);
    /// False once the connection is gone.
    [[nodiscard]] bool receive(PgConnection &connection);
    /// Waits for the server (where `descriptor` ≥ 0), a wake or the time.
    void wait(int descriptor, int mostMs) const;

    PgAddress m_address;
    Calls m_calls;
    int m_wake = -1; ///< an eventfd
    std::atomic<bool> m_ending{false};
    std::unique_ptr<QThread> m_thread;
};

} // namespace comptoir::postgres
