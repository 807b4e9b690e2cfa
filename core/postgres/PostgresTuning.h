// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace comptoir::postgres {

/// Connections of an instance that write: so many scopes are written at the same time.
inline constexpr int kWriters = 4;
/// Connections that read.
inline constexpr int kReaders = 4;
/// Between tries to connect to a database that is away: doubled from the first to the most.
inline constexpr std::chrono::milliseconds kFirstWait{100};
inline constexpr std::chrono::milliseconds kMostWait{2000};

/// A service that hangs in a transaction holds the counters of its scopes: after 30 s the server ends it. A lock is waited for 10 s, then the
/// console is told to come again.
inline constexpr const char *kSessionSettings = "SET client_min_messages = warning; SET idle_in_transaction_session_timeout = '30s';"
                                                "SET lock_timeout = '10s'; SET extra_float_digits = 1";

/// libpq's own: 5 s to connect; a server that is gone without a word is noticed within 20 s.
inline constexpr const char
    *kConnectOptions = "connect_timeout=5;keepalives_idle=10;keepalives_interval=5;keepalives_count=2;tcp_user_timeout=20000;"
                       "application_name=comptoird";

/// The channel instances tell each other on, and how long what is told waits to be told with more.
inline constexpr const char *kChannel = "comptoir";
/// PostgreSQL takes 8,000 bytes of a notification.
inline constexpr int kMostNoticeBytes = 7800;

/// Held while the schema is brought up to date; the number tells this lock apart from others. Waiting long for it is no failure.
inline constexpr const char *kMigrationLock = "SET lock_timeout = '10min'; SELECT pg_advisory_lock(7165065860804407666)";

} // namespace comptoir::postgres
