// SPDX-License-Identifier: GPL-3.0-or-later
#include "TicketWords.h"

#include <QLocale>

namespace comptoir::ui {

using domain::EntryKind;

namespace {

struct Named
{
    const char *code;
    const char *text;
};

constexpr Named kFields[] = {
    {"kind", QT_TRANSLATE_NOOP("comptoir::ui::TicketWords", "Kind")},
    {"state", QT_TRANSLATE_NOOP("comptoir::ui::TicketWords", "State")},
    {"wait_reason", QT_TRANSLATE_NOOP("comptoir::ui::TicketWords", "Waits for")},
    {"wait_until_ms", QT_TRANSLATE_NOOP("comptoir::ui::TicketWords", "Until")},
    {"impact", QT_TRANSLATE_NOOP("comptoir::ui::TicketWords", "Impact")},
    {"urgency", QT_TRANSLATE_NOOP("comptoir::ui::TicketWords", "Urgency")},
    {"priority", QT_TRANSLATE_NOOP("comptoir::ui::TicketWords", "Priority")},
    {"major", QT_TRANSLATE_NOOP("comptoir::ui::TicketWords", "Major incident")},
    {"requester", QT_TRANSLATE_NOOP("comptoir::ui::TicketWords", "Requester")},
    {"requester_name", QT_TRANSLATE_NOOP("comptoir::ui::TicketWords", "Requester")},
    {"beneficiary", QT_TRANSLATE_NOOP("comptoir::ui::TicketWords", "Beneficiary")},
    {"beneficiary_name", QT_TRANSLATE_NOOP("comptoir::ui::TicketWords", "Beneficiary")},
    {"organisation", QT_TRANSLATE_NOOP("comptoir::ui::TicketWords", "Organisation")},
    {"site", QT_TRANSLATE_NOOP("comptoir::ui::TicketWords", "Site")},
    {"asset", QT_TRANSLATE_NOOP("comptoir::ui::TicketWords", "Equipment")},
    {"category", QT_TRANSLATE_NOOP("comptoir::ui::TicketWords", "Service")},
    {"support_group", QT_TRANSLATE_NOOP("comptoir::ui::TicketWords", "Group")},
    {"assignee", QT_TRANSLATE_NOOP("comptoir::ui::TicketWords", "Assignee")},
    {"channel", QT_TRANSLATE_NOOP("comptoir::ui::TicketWords", "Channel")},
    {"summary", QT_TRANSLATE_NOOP("comptoir::ui::TicketWords", "Summary")},
    {"description", QT_TRANSLATE_NOOP("comptoir::ui::TicketWords", "Description")},
    {"tags", QT_TRANSLATE_NOOP("comptoir::ui::TicketWords", "Tags")},
    {"parent", QT_TRANSLATE_NOOP("comptoir::ui::TicketWords", "Attached to")},
    {"resolution_code", QT_TRANSLATE_NOOP("comptoir::ui::TicketWords", "Outcome")},
    {"resolution", QT_TRANSLATE_NOOP("comptoir::ui::TicketWords", "Resolution")},
    {"reopen_count", QT_TRANSLATE_NOOP("comptoir::ui::TicketWords", "Reopened")},
    {"tool", QT_TRANSLATE_NOOP("comptoir::ui::TicketWords", "Tool")},
    {"target", QT_TRANSLATE_NOOP("comptoir::ui::TicketWords", "Target")},
    {"agreed", QT_TRANSLATE_NOOP("comptoir::ui::TicketWords", "Agreement")},
    {"duration_ms", QT_TRANSLATE_NOOP("comptoir::ui::TicketWords", "Duration")},
    {"outcome", QT_TRANSLATE_NOOP("comptoir::ui::TicketWords", "Outcome")},
};

constexpr Named kOperations[] = {
    {"ticket.open", QT_TRANSLATE_NOOP("comptoir::ui::TicketWords", "Open the ticket")},
    {"ticket.edit", QT_TRANSLATE_NOOP("comptoir::ui::TicketWords", "Change a field")},
    {"ticket.tag", QT_TRANSLATE_NOOP("comptoir::ui::TicketWords", "Change the tags")},
    {"ticket.claim", QT_TRANSLATE_NOOP("comptoir::ui::TicketWords", "Take")},
    {"ticket.assign", QT_TRANSLATE_NOOP("comptoir::ui::TicketWords", "Hand over")},
    {"ticket.note", QT_TRANSLATE_NOOP("comptoir::ui::TicketWords", "Note")},
    {"ticket.wait", QT_TRANSLATE_NOOP("comptoir::ui::TicketWords", "Put on hold")},
    {"ticket.resume", QT_TRANSLATE_NOOP("comptoir::ui::TicketWords", "Resume")},
    {"ticket.resolve", QT_TRANSLATE_NOOP("comptoir::ui::TicketWords", "Resolve")},
    {"ticket.reopen", QT_TRANSLATE_NOOP("comptoir::ui::TicketWords", "Reopen")},
    {"ticket.close", QT_TRANSLATE_NOOP("comptoir::ui::TicketWords", "Close")},
    {"ticket.cancel", QT_TRANSLATE_NOOP("comptoir::ui::TicketWords", "Cancel the ticket")},
    {"ticket.link", QT_TRANSLATE_NOOP("comptoir::ui::TicketWords", "Attach")},
    {"ticket.assist", QT_TRANSLATE_NOOP("comptoir::ui::TicketWords", "Take control")},
};

template <std::size_t n>
QString wordOf(const Named (&list)[n], const QString &code)
{
    for (const Named &named : list) {
        if (code == QLatin1String(named.code)) {
            return TicketWords::tr(named.text);
        }
    }
    return code;
}

QString dateWords(qint64 ms)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(ms), QLocale::ShortFormat);
}

QString durationWords(qint64 ms)
{
    const qint64 seconds = ms / 1000;
    return u"%1:%2"_qs.arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

} // namespace

QString TicketWords::field(const QString &column)
{
    return wordOf(kFields, column);
}

QString TicketWords::operation(const QString &code)
{
    return wordOf(kOperations, code);
}

QString TicketWords::labelIn(const Choices &choices, const QString &value)
{
    for (const Choice &choice : choices) {
        if (choice.value == value) {
            return choice.label;
        }
    }
    return value;
}

QString TicketWords::state(domain::TicketState state)
{
    switch (state) {
    case domain::TicketState::New: return tr("New");
    case domain::TicketState::InProgress: return tr("In progress");
    case domain::TicketState::Waiting: return tr("Waiting");
    case domain::TicketState::Resolved: return tr("Resolved");
    case domain::TicketState::Closed: return tr("Closed");
    case domain::TicketState::Cancelled: return tr("Cancelled");
    }
    return {};
}

QString TicketWords::value(const QString &column, const QString &text, const NameOf &nameOf)
{
    if (text.isEmpty() || (column.endsWith(u"_ms"_qs) && text == u"0"_qs)) {
        return u"—"_qs;
    }
    if (const auto id = base::Uuid::fromString(text)) {
        const QString name = nameOf ? nameOf(column, *id) : QString();
        return name.isEmpty() ? tr("somebody or something not known here") : name;
    }
    if (column == u"state"_qs) {
        const auto known = domain::fromCode<domain::TicketState>(text);
        return known ? state(*known) : text;
    }
    if (column == u"duration_ms"_qs) {
        return durationWords(text.toLongLong());
    }
    if (column.endsWith(u"_ms"_qs)) {
        return dateWords(text.toLongLong());
    }
    if (column == u"major"_qs || column == u"agreed"_qs || column == u"started"_qs) {
        return text == u"1"_qs || text == u"true"_qs ? tr("yes") : tr("no");
    }
    if (column == u"tags"_qs || column == u"aliases"_qs) {
        const auto list = domain::Texts::fromText(text);
        return list ? list->list.join(u", "_qs) : text;
    }
    const std::pair<QString, Choices (*)()> lists[] = {{u"kind"_qs, kinds}, {u"channel"_qs, channels}, {u"impact"_qs, impacts},
        {u"urgency"_qs, urgencies}, {u"wait_reason"_qs, waitReasons}, {u"resolution_code"_qs, resolutionCodes}};
    for (const auto &[name, choices] : lists) {
        if (column == name) {
            return labelIn(choices(), text);
        }
    }
    return column == u"priority"_qs ? text.toUpper() : text;
}

QString TicketWords::deed(EntryKind kind)
{
    switch (kind) {
    case EntryKind::Opened: return tr("opened the ticket");
    case EntryKind::Edited: return tr("changed a field");
    case EntryKind::Claimed: return tr("took the ticket");
    case EntryKind::Assigned: return tr("handed the ticket over");
    case EntryKind::Note: return tr("internal note");
    case EntryKind::PublicNote: return tr("note for the requester");
    case EntryKind::Waiting: return tr("put the ticket on hold");
    case EntryKind::Resumed: return tr("went on with the ticket");
    case EntryKind::Resolved: return tr("resolved the ticket");
    case EntryKind::Reopened: return tr("reopened the ticket");
    case EntryKind::Closed: return tr("closed the ticket");
    case EntryKind::Cancelled: return tr("cancelled the ticket");
    case EntryKind::Linked: return tr("attached the ticket");
    case EntryKind::Assist: return tr("remote control");
    case EntryKind::Imported: return tr("taken over from the former tool");
    }
    return {};
}

QString TicketWords::icon(EntryKind kind)
{
    switch (kind) {
    case EntryKind::Opened: return u"plus"_qs;
    case EntryKind::Edited: return u"pencil"_qs;
    case EntryKind::Claimed: return u"user"_qs;
    case EntryKind::Assigned: return u"forward"_qs;
    case EntryKind::Note: return u"sticky-note"_qs;
    case EntryKind::PublicNote: return u"message-square"_qs;
    case EntryKind::Waiting: return u"pause"_qs;
    case EntryKind::Resumed: return u"play"_qs;
    case EntryKind::Resolved: return u"check"_qs;
    case EntryKind::Reopened: return u"rotate-ccw"_qs;
    case EntryKind::Closed: return u"lock"_qs;
    case EntryKind::Cancelled: return u"x"_qs;
    case EntryKind::Linked: return u"link"_qs;
    case EntryKind::Assist: return u"monitor-up"_qs;
    case EntryKind::Imported: return u"history"_qs;
    }
    return {};
}

QString TicketWords::refusal(domain::Refusal::Code code)
{
    switch (code) {
    case domain::Refusal::Code::Taken: return tr("somebody else took it first");
    case domain::Refusal::Code::Stale: return tr("it was changed elsewhere in the meantime");
    case domain::Refusal::Code::Gone: return tr("it is no longer there");
    case domain::Refusal::Code::Forbidden: return tr("your rights do not reach this far");
    case domain::Refusal::Code::Invalid: return tr("the service does not accept it as it is");
    }
    return {};
}

} // namespace comptoir::ui
