// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CallSource.h"
#include "Ids.h"
#include "Result.h"

#include <QStringList>

#include <variant>

namespace comptoir::net {

// What a second start of the program may tell the running one. It navigates or reports a call; it never acts.

struct ShowTicket
{
    domain::TicketId ticket;
    bool operator==(const ShowTicket &) const = default;
};
struct ShowCall
{
    domain::ContactId contact;
    bool operator==(const ShowCall &) const = default;
};
/// `tel:`: the number is put where it can be dialled.
struct ShowNumber
{
    QString number;
    bool operator==(const ShowNumber &) const = default;
};
/// Brings the window to the front.
struct ShowWindow
{
    QString login = {}; ///< whose window is wanted; empty = whoever is in
    bool operator==(const ShowWindow &) const = default;
};

using LocalMessage = std::variant<ShowWindow, ShowTicket, ShowCall, ShowNumber, desk::CallEvent>;

/// Reads `comptoir://ticket/<id>`, `comptoir://call/<id>`, `tel:+33556…`, at most 256 bytes; Invalid for anything else.
[[nodiscard]] base::Result<LocalMessage> messageFromUri(const QString &uri);

/// The command line's `--call-event ring|answer|hangup --number N --call-id ID [--extension E]`.
[[nodiscard]] base::Result<LocalMessage> messageFromCallEvent(const QString &kind, const QString &number, const QString &callId,
                                                              const QString &extension);

/// One JSON line of at most 1 KiB, both ways. decode() checks all again: whoever connects may write anything.
[[nodiscard]] QByteArray encode(const LocalMessage &message);
[[nodiscard]] base::Result<LocalMessage> decode(const QByteArray &line);

} // namespace comptoir::net
