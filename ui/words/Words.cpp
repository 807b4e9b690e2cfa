// SPDX-License-Identifier: GPL-3.0-or-later
#include "Words.h"

#include <algorithm>

namespace comptoir::ui {

QString Words::of(domain::TicketState state)
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

QString Words::of(domain::TicketKind kind)
{
    return kind == domain::TicketKind::Incident ? tr("Incident") : tr("Request");
}

QString Words::of(domain::Priority priority)
{
    return QStringLiteral("P%1").arg(int(priority) + 1);
}

QString Words::of(domain::WaitReason reason)
{
    switch (reason) {
    case domain::WaitReason::None: return {};
    case domain::WaitReason::Requester: return tr("requester", "what a ticket waits for");
    case domain::WaitReason::Supplier: return tr("supplier", "what a ticket waits for");
    case domain::WaitReason::Part: return tr("spare part", "what a ticket waits for");
    case domain::WaitReason::Appointment: return tr("appointment", "what a ticket waits for");
    case domain::WaitReason::Other: return tr("other reason", "what a ticket waits for");
    }
    return {};
}

QString Words::stateOf(domain::TicketState state, domain::WaitReason reason)
{
    if (state == domain::TicketState::Waiting && reason != domain::WaitReason::None) {
        return of(state) % u" · " % of(reason);
    }
    return of(state);
}

QString Words::of(domain::Channel channel)
{
    switch (channel) {
    case domain::Channel::Phone: return tr("Phone");
    case domain::Channel::WalkIn: return tr("At the counter");
    case domain::Channel::Portal: return tr("Portal");
    case domain::Channel::Mail: return tr("E-mail");
    case domain::Channel::Chat: return tr("Chat");
    case domain::Channel::Other: return tr("Other channel");
    }
    return {};
}

QString Words::of(domain::Role role)
{
    switch (role) {
    case domain::Role::Operator: return tr("Operator");
    case domain::Role::Supervisor: return tr("Supervisor");
    case domain::Role::Administrator: return tr("Administrator");
    case domain::Role::BusinessAgent: return tr("Business agent");
    }
    return {};
}

QString Words::of(domain::AssetKind kind)
{
    switch (kind) {
    case domain::AssetKind::Workstation: return tr("Workstation");
    case domain::AssetKind::Phone: return tr("Telephone");
    case domain::AssetKind::Printer: return tr("Printer");
    case domain::AssetKind::Server: return tr("Server");
    case domain::AssetKind::Application: return tr("Application");
    case domain::AssetKind::Other: return tr("Other equipment");
    }
    return {};
}

QString Words::of(domain::NumberKind kind)
{
    switch (kind) {
    case domain::NumberKind::Direct: return tr("direct line");
    case domain::NumberKind::Extension: return tr("extension");
    case domain::NumberKind::Mobile: return tr("mobile");
    case domain::NumberKind::Switchboard: return tr("switchboard");
    case domain::NumberKind::Learned: return tr("learned");
    }
    return {};
}

QString Words::of(domain::CallOutcome outcome, domain::Direction direction)
{
    const bool out = direction == domain::Direction::Out;
    switch (outcome) {
    case domain::CallOutcome::Ringing: return out ? tr("Dialling") : tr("Ringing");
    case domain::CallOutcome::Answered: return out ? tr("Outgoing call") : tr("Call taken");
    case domain::CallOutcome::Missed: return out ? tr("No answer") : tr("Missed call");
    case domain::CallOutcome::Rejected: return tr("Rejected");
    case domain::CallOutcome::Busy: return tr("Busy", "a telephone line");
    case domain::CallOutcome::Abandoned: return tr("Caller hung up");
    }
    return {};
}

QString Words::of(domain::OperatorState state)
{
    switch (state) {
    case domain::OperatorState::Available: return tr("Available");
    case domain::OperatorState::OnCall: return tr("On a call");
    case domain::OperatorState::WrapUp: return tr("Wrap-up");
    case domain::OperatorState::Pause: return tr("Break");
    case domain::OperatorState::Offline: return tr("Away");
    }
    return {};
}

QString Words::of(domain::EntryKind kind)
{
    switch (kind) {
    case domain::EntryKind::Opened: return tr("Opened");
    case domain::EntryKind::Edited: return tr("Changed");
    case domain::EntryKind::Claimed: return tr("Taken in charge");
    case domain::EntryKind::Assigned: return tr("Assigned");
    case domain::EntryKind::Note: return tr("Internal note");
    case domain::EntryKind::PublicNote: return tr("Note to the requester");
    case domain::EntryKind::Waiting: return tr("Put on hold");
    case domain::EntryKind::Resumed: return tr("Resumed");
    case domain::EntryKind::Resolved: return tr("Resolved");
    case domain::EntryKind::Reopened: return tr("Reopened");
    case domain::EntryKind::Closed: return tr("Closed");
    case domain::EntryKind::Cancelled: return tr("Cancelled");
    case domain::EntryKind::Linked: return tr("Linked");
    case domain::EntryKind::Assist: return tr("Remote help");
    case domain::EntryKind::Attached: return tr("File attached");
    case domain::EntryKind::Imported: return tr("Imported");
    case domain::EntryKind::Unknown: return tr("Done with a newer version");
    }
    return {};
}

QString Words::impact(domain::Level level)
{
    switch (level) {
    case domain::Level::High: return tr("Whole organisation");
    case domain::Level::Medium: return tr("Whole service");
    case domain::Level::Low: return tr("One person");
    }
    return {};
}

QString Words::urgency(domain::Level level)
{
    switch (level) {
    case domain::Level::High: return tr("High", "urgency");
    case domain::Level::Medium: return tr("Medium", "urgency");
    case domain::Level::Low: return tr("Low", "urgency");
    }
    return {};
}

QString Words::pauseReason(const QString &code)
{
    if (code == u"lunch") {
        return tr("lunch");
    }
    if (code == u"break") {
        return tr("short break");
    }
    if (code == u"training") {
        return tr("training");
    }
    return code == u"back_office" ? tr("desk work") : code;
}

QString Words::age(const QString &code)
{
    if (code == u"today") {
        return tr("today");
    }
    if (code == u"days_1_3") {
        return tr("1 to 3 days");
    }
    if (code == u"days_4_7") {
        return tr("4 to 7 days");
    }
    if (code == u"days_8_30") {
        return tr("8 to 30 days");
    }
    return code == u"older" ? tr("more than 30 days") : code;
}

QString Words::assistTool(const QString &code)
{
    static const QStringList names{u"VNC"_qs, u"RustDesk"_qs, u"AnyDesk"_qs, u"TeamViewer"_qs, u"MeshCentral"_qs};
    const auto known = std::find_if(names.begin(), names.end(),
                                    [&](const QString &name) { return name.compare(code, Qt::CaseInsensitive) == 0; });
    return known != names.end() ? *known : code;
}

QString Words::assistOutcome(const QString &code)
{
    if (code == u"closed") {
        return tr("The session is over.");
    }
    if (code == u"refused") {
        return tr("The machine refused the session.");
    }
    if (code == u"unreachable") {
        return tr("The machine does not answer.");
    }
    if (code == u"auth_failed") {
        return tr("The machine did not accept the password.");
    }
    if (code == u"not_agreed") {
        return tr("The caller did not agree.");
    }
    if (code == u"lost") {
        return tr("The connection was lost.");
    }
    return code == u"not_installed" ? tr("The program is not installed on this computer.") : code;
}

QString Words::iconOf(domain::Priority priority)
{
    switch (priority) {
    case domain::Priority::P1: return QStringLiteral("flame");
    case domain::Priority::P2: return QStringLiteral("chevron-up");
    case domain::Priority::P3: return QStringLiteral("minus");
    case domain::Priority::P4: return QStringLiteral("chevron-down");
    case domain::Priority::P5: return QStringLiteral("chevrons-down");
    }
    return {};
}

QString Words::iconOf(domain::OperatorState state)
{
    switch (state) {
    case domain::OperatorState::Available: return QStringLiteral("circle-check");
    case domain::OperatorState::OnCall: return QStringLiteral("phone-call");
    case domain::OperatorState::WrapUp: return QStringLiteral("pencil");
    case domain::OperatorState::Pause: return QStringLiteral("coffee");
    case domain::OperatorState::Offline: return QStringLiteral("wifi-off");
    }
    return {};
}

QString Words::iconOf(domain::AssetKind kind)
{
    switch (kind) {
    case domain::AssetKind::Workstation: return QStringLiteral("monitor");
    case domain::AssetKind::Phone: return QStringLiteral("smartphone");
    case domain::AssetKind::Printer: return QStringLiteral("printer");
    case domain::AssetKind::Server: return QStringLiteral("server");
    case domain::AssetKind::Application: return QStringLiteral("app-window");
    case domain::AssetKind::Other: return QStringLiteral("package");
    }
    return {};
}

QString Words::iconOf(domain::CallOutcome outcome, domain::Direction direction)
{
    if (direction == domain::Direction::Out) {
        return QStringLiteral("phone-outgoing");
    }
    switch (outcome) {
    case domain::CallOutcome::Ringing:
    case domain::CallOutcome::Answered: return QStringLiteral("phone-incoming");
    default: return QStringLiteral("phone-missed");
    }
}

QString Words::iconOf(domain::EntryKind kind)
{
    switch (kind) {
    case domain::EntryKind::Opened: return QStringLiteral("plus");
    case domain::EntryKind::Edited: return QStringLiteral("pencil");
    case domain::EntryKind::Claimed: return QStringLiteral("user-check");
    case domain::EntryKind::Assigned: return QStringLiteral("forward");
    case domain::EntryKind::Note: return QStringLiteral("sticky-note");
    case domain::EntryKind::PublicNote: return QStringLiteral("message-square-text");
    case domain::EntryKind::Waiting: return QStringLiteral("hourglass");
    case domain::EntryKind::Resumed: return QStringLiteral("play");
    case domain::EntryKind::Resolved: return QStringLiteral("check");
    case domain::EntryKind::Reopened: return QStringLiteral("rotate-ccw");
    case domain::EntryKind::Closed: return QStringLiteral("lock");
    case domain::EntryKind::Cancelled: return QStringLiteral("ban");
    case domain::EntryKind::Linked: return QStringLiteral("link");
    case domain::EntryKind::Assist: return QStringLiteral("monitor-up");
    case domain::EntryKind::Attached: return QStringLiteral("paperclip");
    case domain::EntryKind::Imported: return QStringLiteral("archive");
    case domain::EntryKind::Unknown: return QStringLiteral("circle-help");
    }
    return {};
}

} // namespace comptoir::ui
