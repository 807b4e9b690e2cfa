// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Durations.h"

namespace comptoir::central {

// Every limit of the service's logic, with its reason.

/// Operations whose id is older are refused, never applied twice: their verdict may be forgotten by then.
inline constexpr qint64 kDedupeHorizonMs = 180 * base::kDayMs;
/// An operation is at most this old; a console offline for longer has lost its lease anyway.
inline constexpr qint64 kMostAgeMs = 30 * base::kDayMs;
/// How far the clock of a console may be ahead of the service's, as the ids of its operations tell. A wrong day or month passes, since clocks
/// order nothing; a wrong year does not: a verdict is remembered until its operation's id is past the horizon. Where the two clocks are
/// further apart even now, none is given: the wrong one may be ours.
inline constexpr qint64 kMostAheadMs = 30 * base::kDayMs;
/// Somebody has to set a clock first.
inline constexpr int kClockRetryS = 60;

/// What became a tombstone longer ago than this is forgotten: a console that did not ask for so long fetches its scopes anew, and its lease
/// was over long before.
inline constexpr qint64 kTombstoneMs = 180 * base::kDayMs;
/// How far scopes have come is noted about so often, for that.
inline constexpr qint64 kScopeMarkMs = base::kDayMs;

/// A stolen access token is of use for so long at most.
inline constexpr qint64 kAccessTokenMs = 15 * 60 * base::kSecondMs;
/// A refresh token not used for the console's lease is of no use to anybody.
inline constexpr qint64 kRefreshTokenMs = 14 * base::kDayMs;
/// Older refresh tokens of a sign-in are forgotten: ten days of one every quarter of an hour.
inline constexpr qint64 kKnownRotations = 1000;
/// A refresh whose reply was lost may be asked again within this.
inline constexpr qint64 kRefreshGraceMs = 60 * base::kSecondMs;

/// Wrong passwords of an account before each further try has to wait 1, 2, 4 … kMostDelayS seconds.
inline constexpr int kFreeTries = 5;
inline constexpr qint64 kMostDelayS = 900;
/// An account nobody tried for so long starts anew.
inline constexpr qint64 kTriesForgottenMs = base::kDayMs;
/// Sign-ins from one address within a minute that failed or are not answered yet: a right password, or a queue too full to look at it, takes
/// its own back.
inline constexpr int kMostTriesPerAddress = 20;
inline constexpr qint64 kAddressWindowMs = 60 * base::kSecondMs;

/// argon2id takes 64 MiB each: two at a time bound the memory, the queue bounds the wait (about 2 s).
inline constexpr int kPasswordThreads = 2;
inline constexpr int kPasswordQueue = 64;
inline constexpr int kLeastPasswordLength = 12;

/// Rows of one answer where the console asks for none in particular, and at most.
inline constexpr int kPageRows = 5000;
inline constexpr int kMostPageRows = 20000;
/// An answer grows to about this before it is cut.
inline constexpr qsizetype kPageBytes = 8 * 1024 * 1024;
/// Answers smaller than this travel as they are: packing them would not save a packet.
inline constexpr qsizetype kLeastPackedBytes = 1024;

/// Rows an import writes at once: other work waits for no more (about 30 ms), and a broken import has lost no more.
inline constexpr std::size_t kImportBatch = 400;

/// Files of one scope, where `comptoird serve --attachment-quota` says nothing else.
inline constexpr qint64 kAttachmentQuota = qint64(10) * 1024 * 1024 * 1024;
/// A file whose bytes stopped coming is dropped: the console that has it begins anew.
inline constexpr qint64 kUploadMs = 7 * base::kDayMs;
/// Bytes of a file read for its digest in one turn: a reader is held for a few milliseconds.
inline constexpr qint64 kCheckedAtOnce = 1024 * 1024;

/// Tickets put away in one transaction: a writer is held for some 30 ms.
inline constexpr int kArchiveBatch = 100;

/// Tickets that were put away and are looked through for words in one turn (some 20 ms), and turns of one search.
inline constexpr int kSearchedAtOnce = 20'000;
inline constexpr int kMostSearchTurns = 50;
/// Months a closed ticket stays with the consoles, where `comptoird serve --window` says nothing else.
inline constexpr int kWindowMonths = 24;

/// An operator whose console was not heard for so long is away.
inline constexpr qint64 kPresenceMs = 90 * base::kSecondMs;

} // namespace comptoir::central
