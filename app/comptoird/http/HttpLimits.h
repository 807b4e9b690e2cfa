// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>

namespace comptoir::service {

using namespace std::chrono_literals;

/// No console sends more header than 1 KiB; a proxy adds some.
inline constexpr std::uint32_t kMostHeaderBytes = 8 * 1024;
/// Above every message of the protocol; attachments have a way of their own.
inline constexpr std::uint64_t kMostBodyBytes = 1024 * 1024;
/// Bytes read ahead of the request that stands (pipelining).
inline constexpr std::size_t kReadAheadBytes = 64 * 1024;

/// A kept connection without a request.
inline constexpr auto kIdleTime = 75s;
/// From the first byte of a request to the end of its header; then to the end of its body. Total times, not pauses.
inline constexpr auto kHeaderTime = 10s;
inline constexpr auto kBodyTime = 30s;
/// For a client to take an answer, or one event.
inline constexpr auto kWriteTime = 30s;
inline constexpr auto kHandshakeTime = 10s;
/// A client that is refused may go on sending for so long, so that it sees the answer and no reset.
inline constexpr auto kLingerTime = 2s;
/// For the requests that stand when the service is told to stop.
inline constexpr auto kStopTime = 10s;

/// Proxies drop streams that are silent for a minute; consoles give up after three heartbeats.
inline constexpr auto kHeartbeat = 15s;

/// Requests at the database at once; beyond it the answer is 503 at once.
inline constexpr int kMostInFlight = 512;
inline constexpr int kMostConnections = 12000;
/// One workstation keeps three; a terminal server some more.
inline constexpr int kMostConnectionsPerAddress = 256;

} // namespace comptoir::service
