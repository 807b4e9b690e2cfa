// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Db.h"
#include "Ids.h"

#include <vector>

namespace comptoir::store {

/// The reading side of outbox and notices: what was done here and is not settled.
class Outstanding
{
public:
    struct Row
    {
        enum class State { Waiting, Sent, Refused, Parked };

        domain::OperationId op;
        domain::EntityId entity;
        domain::ScopeId scope;
        QByteArray kind;
        int version = 1;
        QByteArray payload;
        QString label; ///< of refused ones, as it was; empty otherwise
        qint64 madeMs = 0;
        State state = State::Waiting;
        QByteArray code; ///< of refused ones: the verdict's
        QByteArray refusal; ///< of refused ones: JSON of the verdict
    };

    /// Refused and parked first, the newest of them before the others, then what waits, in the order it was made; at most `limit` in all.
    [[nodiscard]] static base::Result<std::vector<Row>> all(Db &db, int limit);
    /// Refused and parked operations on this entity that nobody has dismissed, in the order they were made; at most `limit`.
    [[nodiscard]] static base::Result<std::vector<Row>> noticesOf(Db &db, const base::Uuid &entity, int limit);
    /// Whether an own operation shows in this entity's row.
    [[nodiscard]] static base::Result<bool> shownOn(Db &db, const base::Uuid &entity);
};

} // namespace comptoir::store
