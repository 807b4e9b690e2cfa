// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace comptoir::net {

// The limits of everything this module waits for or reads, each with its reason.

/// A service that does not take a connection in this time is away: an operator must not notice longer than one breath.
inline constexpr int kConnectMs = 5'000;
/// Nothing sent or received for so long: the other end is gone without a word (half-open connection).
inline constexpr int kIdleMs = 15'000;
/// The heartbeat on `events` comes every 15 s: two lost ones are bad luck, three are a dead line.
inline constexpr int kEventsIdleMs = 45'000;
/// The longest a request may take in all.
inline constexpr int kTotalMs = 60'000;
/// The watchdog counts suspended time too: whatever is older ends, its timers may have slept.
inline constexpr int kWatchdogMs = 90'000;
inline constexpr int kWatchdogEveryMs = 5'000;

/// A locked keyring was seen to hang for over 20 s; signing in must not.
inline constexpr int kKeyringMs = 3'000;
/// A keyring says in some 20 ms that it has no such entry; longer than this, and somebody was asked to unlock it.
inline constexpr int kKeyringPromptMs = 1'000;

/// Wrong passwords without the service: so many are free, then the next try waits, twice as long each time. Nobody is locked out. As at the
/// service (SECURITY.md); it stays across restarts.
inline constexpr int kFreeTries = 5;
inline constexpr qint64 kFirstTryWaitMs = 1'000;
inline constexpr qint64 kMostTryWaitMs = 900'000;

/// Without the service for so long a copy locks and is wiped: that bounds erasure and a lost laptop.
inline constexpr qint64 kLeaseMs = qint64(14) * 24 * 3600 * 1000;
/// How often a console that runs looks whether its lease is over.
inline constexpr qint64 kLeaseLookMs = qint64(3600) * 1000;

/// A softphone's message: real ones are under 1 KiB, `reginfo` a few. Longer is not baresip.
inline constexpr int kMostSoftphoneBytes = 64 * 1024;
inline constexpr int kSoftphoneReplyMs = 3'000;
inline constexpr int kSoftphoneRetryMs = 1'000;
inline constexpr int kSoftphoneRetryMostMs = 15'000;

/// A navigation URI or a call event given on the command line (SECURITY.md).
inline constexpr int kMostUriBytes = 256;
inline constexpr int kMostLocalMessageBytes = 1'024;
inline constexpr int kLocalAnswerMs = 2'000;

} // namespace comptoir::net
