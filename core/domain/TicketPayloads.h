// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Ticket.h"

#include <optional>

namespace comptoir::domain {

/// What a guarded field's version must be for the operation to hold; nothing = never set since the opening.
using Expected = std::optional<OperationId>;

/// Opens a ticket. Of `ticket` counts what an operator writes; id, scope, state, times, priority and versions are the reducer's.
struct TicketOpen
{
    Ticket ticket;

    bool operator==(const TicketOpen &) const = default;
};

/// Sets one field (column name) to a value in its text form. Guarded fields carry the version they build on; others are last-writer-wins.
/// Editable: kind, impact, urgency, major, requester, beneficiary, site, asset, category, support_group, channel, summary, description.
struct TicketEdit
{
    QString field;
    QString value;
    QString display; ///< display name beside a person's id
    Expected expected;

    bool operator==(const TicketEdit &) const = default;
};

/// Removes, then adds; a tag is there once.
struct TicketTag
{
    QStringList add;
    QStringList remove;

    bool operator==(const TicketTag &) const = default;
};

/// The actor takes the ticket; a new one is in progress from then on.
struct TicketClaim
{
    Expected expected; ///< version of assignee

    bool operator==(const TicketClaim &) const = default;
};

/// To a group, an operator, or both; both none gives the ticket back to nobody.
struct TicketAssign
{
    GroupId group;
    OperatorId assignee;
    Expected expectedGroup;
    Expected expectedAssignee;
    QString note;

    bool operator==(const TicketAssign &) const = default;
};

struct TicketNote
{
    QString text;
    bool toRequester = false; ///< otherwise for the desk alone

    bool operator==(const TicketNote &) const = default;
};

struct TicketWait
{
    WaitReason reason = WaitReason::Requester;
    qint64 untilMs = 0; ///< 0 = no date
    QString text;
    Expected expected; ///< version of state, here and below

    bool operator==(const TicketWait &) const = default;
};

struct TicketResume
{
    Expected expected;

    bool operator==(const TicketResume &) const = default;
};

/// Needs a code or a text.
struct TicketResolve
{
    QString code;
    QString text;
    Expected expected;

    bool operator==(const TicketResolve &) const = default;
};

struct TicketReopen
{
    QString text;
    Expected expected;

    bool operator==(const TicketReopen &) const = default;
};

struct TicketClose
{
    Expected expected;

    bool operator==(const TicketClose &) const = default;
};

struct TicketCancel
{
    QString text;
    Expected expected;

    bool operator==(const TicketCancel &) const = default;
};

/// Hangs the ticket on a parent (a major incident, say); a nil parent unlinks.
struct TicketLink
{
    TicketId parent;
    QString parentNumber; ///< for the timeline
    Expected expected; ///< version of parent

    bool operator==(const TicketLink &) const = default;
};

/// One remote-assistance session, or a try at one: who agreed, how it went.
struct TicketAssist
{
    AssetId asset;
    QString assetName;
    QString tool;
    QString target;
    bool agreed = false; ///< the caller said yes
    qint64 agreedMs = 0; ///< when, by the console's clock; informative
    bool started = false;
    qint64 durationMs = 0;
    QString outcome; ///< `closed`, `refused`, `unreachable`, `auth_failed`, `not_agreed`, `lost`, `not_installed`

    bool operator==(const TicketAssist &) const = default;
};

/// Attaches a file, whose bytes travel apart: the console that attaches has them (`holder`), until the service has them too.
struct TicketAttach
{
    AttachmentId attachment; ///< the file's own id, made by the console
    QString name; ///< attachmentName()
    qint64 size = 0; ///< bytes, 1 to kMostAttachmentBytes
    QString sha256; ///< of the content, 64 hexadecimal digits
    QString mediaType; ///< by content
    DeviceId holder;
    QString holderName;
    bool erased = false; ///< the erasure of a person has taken the file, before the service knew of it: name, size and digest are blank

    bool operator==(const TicketAttach &) const = default;
};

} // namespace comptoir::domain
