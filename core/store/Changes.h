// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Id.h"

#include <QMetaType>
#include <QSet>

namespace comptoir::store {

/// What a committed transaction changed.
enum class Entity {
    Organisation,
    Site,
    Person,
    Asset,
    Operator,
    Group,
    Category,
    Contact,
    Ticket,
    Timeline,
    Attachment,
    Draft,
    Outbox,
    Notice,
    Cursor,
    Setting,
    Device ///< this installation's code
};

struct Changes
{
    /// Beyond this many touched entities listeners are told `everything` instead.
    static constexpr int kMostIds = 1000;

    bool everything = false;
    QSet<Entity> kinds;
    QSet<base::Uuid> ids;

    [[nodiscard]] bool touches(Entity kind) const { return everything || kinds.contains(kind); }
    [[nodiscard]] bool isEmpty() const { return !everything && kinds.isEmpty(); }
};

[[nodiscard]] inline size_t qHash(Entity kind, size_t seed = 0)
{
    return ::qHash(static_cast<int>(kind), seed);
}

} // namespace comptoir::store

Q_DECLARE_METATYPE(comptoir::store::Changes)
