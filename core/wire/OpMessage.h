// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Operation.h"
#include "Result.h"

#include <vector>

namespace comptoir::wire {

/// An operation as it travels and as the outbox and the service keep it: the payload stays the very bytes its console wrote.
struct OpMessage
{
    domain::OperationId id;
    domain::ScopeId scope;
    domain::EntityId entity;
    QByteArray kind; ///< code; may be one this program does not know
    int version = 1;
    std::vector<domain::OperationId> deps;
    qint64 ageMs = 0; ///< how long ago it was done, worked out anew at each send; outside the hash
    QByteArray payload; ///< raw JSON object
    /// Where the erasure of a person has blanked the payload since: the hash the operation had, 32 bytes. Empty in all others.
    QByteArray formerHash = {};

    /// SHA-256 over everything but the age, each part behind its length (docs/protocol.md), as the operation was made: a blanked one is still
    /// the same operation. 32 bytes.
    [[nodiscard]] QByteArray hash() const;
    /// Reads the payload. TooNew for an unknown kind or version (verdict `unknown`), Invalid for a payload that breaks a rule.
    [[nodiscard]] base::Result<domain::Operation> toOperation() const;
    [[nodiscard]] static OpMessage from(const domain::Operation &op, qint64 ageMs);

    bool operator==(const OpMessage &) const = default;
};

/// `shared` or the UUID: how a scope is written outside rows.
[[nodiscard]] QByteArray scopeText(domain::ScopeId scope);
[[nodiscard]] std::optional<domain::ScopeId> scopeFromText(QByteArrayView text);

} // namespace comptoir::wire
