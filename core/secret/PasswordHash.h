// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Random.h"
#include "Result.h"

#include <QByteArray>
#include <QString>

namespace comptoir::secret {

/// The cost of one hash (RFC 9106). Only tests take less than the default.
struct HashCost
{
    quint32 passes = 3;
    quint32 memoryKib = 64 * 1024;
    quint32 lanes = 1;
};

/// Longer passwords are refused, so that nobody makes the service chew on megabytes.
inline constexpr qsizetype kPasswordMaxBytes = 1024;

/// argon2id of the password in Unicode normal form C, as `$argon2id$v=19$…`, with a fresh salt of 16 bytes.
/// Blocks for about 60 ms and 64 MiB: call it on a pool. Fails with Invalid (empty, too long) or Busy (no memory).
[[nodiscard]] base::Result<QByteArray> hashPassword(const QString &password, base::Random &random, HashCost cost = {});

/// Whether the password is the one behind `encoded`; the comparison takes the same time wherever they differ.
/// As slow as hashPassword. Fails with Corrupt when `encoded` is not an argon2id hash, with Busy when memory is short.
[[nodiscard]] base::Result<bool> verifyPassword(const QString &password, const QByteArray &encoded);

/// Whether `encoded` was made with another cost than `cost` and should be made anew at the next sign-in.
[[nodiscard]] bool needsRehash(const QByteArray &encoded, HashCost cost = {});

/// A hash of the default cost that no password matches: verified for unknown accounts, so that they take as long.
[[nodiscard]] QByteArray dummyHash();

} // namespace comptoir::secret
