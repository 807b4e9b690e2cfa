// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Fields.h"

#include <vector>

namespace comptoir::domain {

enum class EntryKind {
    Opened,
    Edited,
    Claimed,
    Assigned,
    Note,
    PublicNote,
    Waiting,
    Resumed,
    Resolved,
    Reopened,
    Closed,
    Cancelled,
    Linked,
    Assist,
    Attached, ///< the changes name the file: `attachment` (its id), `name`, `size`
    Imported,
    Unknown ///< of a newer service: read only, it has no code
};

template <>
struct CodesOf<EntryKind>
{
    static constexpr std::array list{std::pair{EntryKind::Opened, "opened"},     std::pair{EntryKind::Edited, "edited"},
                                     std::pair{EntryKind::Claimed, "claimed"},   std::pair{EntryKind::Assigned, "assigned"},
                                     std::pair{EntryKind::Note, "note"},         std::pair{EntryKind::PublicNote, "public_note"},
                                     std::pair{EntryKind::Waiting, "waiting"},   std::pair{EntryKind::Resumed, "resumed"},
                                     std::pair{EntryKind::Resolved, "resolved"}, std::pair{EntryKind::Reopened, "reopened"},
                                     std::pair{EntryKind::Closed, "closed"},     std::pair{EntryKind::Cancelled, "cancelled"},
                                     std::pair{EntryKind::Linked, "linked"},     std::pair{EntryKind::Assist, "assist"},
                                     std::pair{EntryKind::Attached, "attached"}, std::pair{EntryKind::Imported, "imported"}};
};

/// One field's change as history keeps it; values in their text form (ids as UUIDs, enumerations as codes).
struct FieldChange
{
    QString field; ///< column name
    QString before;
    QString after;

    bool operator==(const FieldChange &) const = default;
};

/// Text form: a JSON array of `[field, before, after]`; empty is the empty text.
struct FieldChanges
{
    std::vector<FieldChange> list;

    [[nodiscard]] QString toText() const;
    [[nodiscard]] static std::optional<FieldChanges> fromText(QStringView text);
    bool operator==(const FieldChanges &) const = default;
};

/// One line of a ticket's append-only history. Its id is the operation's (or, imported, made from the event's name).
struct TimelineEntry
{
    OperationId id;
    ScopeId scope;
    TicketId ticket;
    qint64 atMs = 0; ///< when it was done: the service's time less the operation's age
    OperatorId actor;
    QString actorName;
    EntryKind kind = EntryKind::Note;
    QString text; ///< the note, the reason, the resolution; plain text
    FieldChanges changes;

    bool operator==(const TimelineEntry &) const = default;
};

template <>
struct FieldsOf<TimelineEntry>
{
    static constexpr const char *kind = "timeline";
    static constexpr auto list = std::tuple{
        Field{"id", &TimelineEntry::id},      Field{"scope", &TimelineEntry::scope}, Field{"ticket", &TimelineEntry::ticket},
        Field{"at_ms", &TimelineEntry::atMs}, Field{"actor", &TimelineEntry::actor}, Field{"actor_name", &TimelineEntry::actorName},
        Field{"kind", &TimelineEntry::kind},  Field{"text", &TimelineEntry::text},   Field{"changes", &TimelineEntry::changes},
    };
};

} // namespace comptoir::domain
