// SPDX-License-Identifier: GPL-3.0-or-later
#include "Words.h"

#include "Refusals.h"

#include <QLocale>

namespace comptoir::ui {

namespace {

/// Where a refusal is about something the entry names; empty for any other.
QString ofWhatItNames(const domain::Refusal &refusal)
{
    using Code = domain::Refusal::Code;
    const bool parent = refusal.field == u"parent"_qs;
    if (refusal.code == Code::Invalid && parent) {
        return Words::tr("A ticket cannot hang on one that hangs on it.");
    }
    if (refusal.code == Code::Invalid && refusal.field == u"id"_qs) {
        return Words::tr("The clock of this computer is wrong: set it right, then do it again.");
    }
    if (refusal.code != Code::Gone || refusal.field.isEmpty()) {
        return {};
    }
    return parent ? Words::tr("The parent incident is no longer there, or is of another organisation.")
                  : Words::tr("%1: what was chosen is no longer there.").arg(Words::field(refusal.field));
}

} // namespace

QString Words::of(const base::Error &error)
{
    using Kind = base::Error::Kind;
    switch (error.kind) {
    case Kind::Invalid: return tr("Something in this entry does not hold. Nothing was changed; correct it and try again.");
    case Kind::NotFound: return tr("This is not here, or not within your rights. Nothing was changed.");
    case Kind::Refused:
        if (const auto refusal = domain::refusalIn(error)) {
            if (const QString text = ofWhatItNames(*refusal); !text.isEmpty()) {
                return tr("%1 Nothing was changed; choose another.").arg(text);
            }
        }
        return tr("This cannot be done in the ticket's present state. Nothing was changed; look at its history.");
    case Kind::Forbidden: return tr("Your rights do not reach this far. Nothing was changed; a supervisor can grant them.");
    case Kind::Auth: return tr("Login or password is not right. Nothing is lost; try again.");
    case Kind::Io: return tr("The disk could not be read or written. What was saved before is kept; check the disk, then try again.");
    case Kind::Full: return tr("The disk is full. What was saved before is kept; free some space, then try again.");
    case Kind::Corrupt: return tr("The local copy is damaged. Unsent changes are kept apart; the copy will be fetched anew.");
    case Kind::TooNew: return tr("The local copy was written by a newer version. It is kept as it is; install the newer version.");
    case Kind::Locked: return tr("Another window already uses this desk's copy. It is kept as it is; use that window or close it.");
    case Kind::Network: return tr("The service was not reached. Everything is kept here and sent when it is back.");
    case Kind::Timeout: return tr("The answer took too long. Everything is kept here; it will be tried again.");
    case Kind::Busy: return tr("This is busy just now. Nothing is lost; try again in a moment.");
    case Kind::Protocol: return tr("The service answered something unexpected. Everything is kept here; tell your administrator.");
    case Kind::Cancelled: return tr("This was cancelled. Nothing was changed.");
    }
    return {};
}

QString Words::of(const domain::Refusal &refusal)
{
    using Code = domain::Refusal::Code;
    if (const QString text = ofWhatItNames(refusal); !text.isEmpty()) {
        return tr("%1 What you wrote is kept here.").arg(text);
    }
    if (domain::isDamagedHere(refusal)) {
        return tr("It was damaged on the disk of this computer and was not sent. What can be read of it is kept here: write it anew.");
    }
    switch (refusal.code) {
    case Code::Taken: return tr("Somebody else took it first.");
    case Code::Stale: return tr("It was changed elsewhere in the meantime: both versions are kept, choose one.");
    case Code::Gone: return tr("It is no longer there. What you wrote is kept here.");
    case Code::Forbidden: return tr("Your rights do not reach this far. What you wrote is kept here.");
    case Code::Invalid: return tr("The service could not accept it. What you wrote is kept here.");
    }
    return {};
}

bool Words::isOfDisk(const base::Error &error)
{
    return error.kind == base::Error::Kind::Full || error.kind == base::Error::Kind::Io;
}

QString Words::whyNotKept(const base::Error &error)
{
    return error.kind == base::Error::Kind::Full ? tr("the disk is full", "why something is not kept")
        : isOfDisk(error)                        ? tr("the disk cannot be written", "why something is not kept")
                                                 : tr("the copy here does not take it", "why something is not kept");
}

QString Words::tooLong(qsizetype length, qsizetype most)
{
    const QLocale locale;
    return tr("The text has %1 characters, %2 at most are taken. Nothing was sent, the text is kept: shorten it and try again.")
        .arg(locale.toString(length), locale.toString(most));
}

QString Words::operation(const QString &code)
{
    using domain::OpKind;
    const auto kind = domain::fromCode<OpKind>(code);
    if (!kind) {
        return code;
    }
    switch (*kind) {
    case OpKind::TicketOpen: return tr("New ticket");
    case OpKind::TicketEdit: return tr("Change of a field");
    case OpKind::TicketTag: return tr("Tags");
    case OpKind::TicketClaim: return tr("Taking in charge");
    case OpKind::TicketAssign: return tr("Assignment");
    case OpKind::TicketNote: return tr("Note");
    case OpKind::TicketWait: return tr("Putting on hold");
    case OpKind::TicketResume: return tr("Resumption");
    case OpKind::TicketResolve: return tr("Resolution");
    case OpKind::TicketReopen: return tr("Reopening");
    case OpKind::TicketClose: return tr("Closing");
    case OpKind::TicketCancel: return tr("Cancellation");
    case OpKind::TicketLink: return tr("Link to an incident");
    case OpKind::TicketAssist: return tr("Remote help");
    case OpKind::TicketAttach: return tr("File attached");
    case OpKind::PersonAdd: return tr("New person");
    case OpKind::PersonEdit: return tr("Change of a person");
    case OpKind::PersonLearnNumber: return tr("Number learned");
    case OpKind::PersonUnlearnNumber: return tr("Number removed");
    case OpKind::ContactLog: return tr("Call log");
    case OpKind::ContactWrapUp: return tr("Wrap-up");
    }
    return code;
}

QString Words::field(const QString &name)
{
    static const auto list = std::to_array<std::pair<const char *, const char *>>({
        {"kind", QT_TR_NOOP("Kind")},
        {"state", QT_TR_NOOP("State")},
        {"wait_reason", QT_TR_NOOP("Reason for waiting")},
        {"wait_until_ms", QT_TR_NOOP("Waiting until")},
        {"impact", QT_TR_NOOP("Impact")},
        {"urgency", QT_TR_NOOP("Urgency")},
        {"priority", QT_TR_NOOP("Priority")},
        {"major", QT_TR_NOOP("Major incident")},
        {"requester", QT_TR_NOOP("Requester")},
        {"beneficiary", QT_TR_NOOP("Beneficiary")},
        {"organisation", QT_TR_NOOP("Organisation")},
        {"site", QT_TR_NOOP("Site")},
        {"asset", QT_TR_NOOP("Equipment")},
        {"category", QT_TR_NOOP("Service")},
        {"support_group", QT_TR_NOOP("Group")},
        {"assignee", QT_TR_NOOP("Assignee")},
        {"channel", QT_TR_NOOP("Channel")},
        {"summary", QT_TR_NOOP("Summary")},
        {"description", QT_TR_NOOP("Description")},
        {"tags", QT_TR_NOOP("Labels")},
        {"parent", QT_TR_NOOP("Parent incident")},
        {"resolution", QT_TR_NOOP("Resolution")},
        {"resolution_code", QT_TR_NOOP("Resolution code")},
        {"given_name", QT_TR_NOOP("First name")},
        {"family_name", QT_TR_NOOP("Last name")},
        {"title", QT_TR_NOOP("Function")},
        {"service", QT_TR_NOOP("Department")},
        {"email", QT_TR_NOOP("E-mail address")},
        {"login", QT_TR_NOOP("Login")},
        {"numbers", QT_TR_NOOP("Numbers")},
        {"language", QT_TR_NOOP("Language")},
        {"vip", QT_TR_NOOP("VIP")},
        {"note", QT_TR_NOOP("Remark")},
    });
    for (const auto &[column, label] : list) {
        if (name == QLatin1String(column)) {
            return tr(label);
        }
    }
    return name;
}

} // namespace comptoir::ui
