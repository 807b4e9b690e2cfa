// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace comptoir::wire {

/// The version of the protocol these messages speak. A service answers 426 to a lower one it no longer understands.
inline constexpr int kProtocol = 1;

/// One batch of operations (SYNC.md): a phone line's worth of work, small enough to be sent again whole.
inline constexpr int kMostOps = 50;
inline constexpr qsizetype kMostOpsBytes = 256 * 1024;
/// Dependencies of one operation.
inline constexpr int kMostDeps = 64;
/// Longest raw payload of one operation; half a batch, so that a batch of one always passes.
inline constexpr qsizetype kMostPayloadBytes = 128 * 1024;
/// Any request that is no batch of operations.
inline constexpr qsizetype kMostRequestBytes = 64 * 1024;
/// Scopes in one request for changes.
inline constexpr int kMostScopes = 2000;
/// A decoded (decompressed) answer of the service: far above any page, far below what would hurt.
inline constexpr qsizetype kMostReplyBytes = 128 * 1024 * 1024;
/// One server-sent event.
inline constexpr qsizetype kMostEventBytes = 1024 * 1024;
/// Longest epoch or digest.
inline constexpr qsizetype kMostToken = 128;
/// Longest access or refresh token.
inline constexpr qsizetype kMostSecret = 512;
/// Nesting of any message.
inline constexpr int kMostDepth = 16;

} // namespace comptoir::wire
