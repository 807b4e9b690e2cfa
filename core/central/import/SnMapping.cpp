// SPDX-License-Identifier: GPL-3.0-or-later
#include "SnMapping.h"

#include "FieldText.h"
#include "LocalTime.h"
#include "SnWords.h"

#include <QSet>

#include <array>

namespace comptoir::central {

using domain::EntryKind;
using domain::FieldChanges;
using domain::GuardedField;
using domain::Ticket;
using domain::TicketState;

namespace {

constexpr QChar kLevel(u'/');

template <class M>
void compare(const char *field, const M &before, const M &after, FieldChanges &out)
{
    if (!(before == after)) {
        out.list.push_back({QLatin1String(field), domain::textOf(before), domain::textOf(after)});
    }
}

FieldChanges differences(const Ticket &before, const Ticket &after)
{
    FieldChanges out;
    compare("state", before.state, after.state, out);
    compare("wait_reason", before.waitReason, after.waitReason, out);
    compare("impact", before.impact, after.impact, out);
    compare("urgency", before.urgency, after.urgency, out);
    compare("priority", before.priority, after.priority, out);
    compare("requester", before.requester, after.requester, out);
    compare("site", before.site, after.site, out);
    compare("category", before.category, after.category, out);
    compare("support_group", before.group, after.group, out);
    compare("assignee", before.assignee, after.assignee, out);
    return out;
}

EntryKind kindOf(const Ticket &before, const Ticket &after)
{
    if (before.state == after.state) {
        return before.assignee == after.assignee && before.group == after.group ? EntryKind::Edited : EntryKind::Assigned;
    }
    switch (after.state) {
    case TicketState::Waiting: return EntryKind::Waiting;
    case TicketState::Resolved: return EntryKind::Resolved;
    case TicketState::Closed: return EntryKind::Closed;
    case TicketState::Cancelled: return EntryKind::Cancelled;
    case TicketState::New:
    case TicketState::InProgress: break;
    }
    return before.state == TicketState::Waiting ? EntryKind::Resumed
        : domain::isOpen(before.state)          ? EntryKind::Assigned
                                                : EntryKind::Reopened;
}

void own(const FieldChanges &changes, domain::OperationId setter, Ticket &ticket)
{
    for (const domain::FieldChange &change : changes.list) {
        const QString name = change.field == u"support_group" ? QString(domain::codeOf(GuardedField::Group)) : change.field;
        if (const auto field = domain::fromCode<GuardedField>(name)) {
            ticket.versions.set(*field, setter);
        }
    }
}

/// Adds one row for each name not seen yet.
template <class Row, class Make>
void addOnce(const QString &name, QSet<QString> &seen, std::vector<Row> &rows, Make &&make)
{
    if (!name.isEmpty() && !seen.contains(name)) {
        seen.insert(name);
        rows.push_back(make());
    }
}

} // namespace

SnMapping::SnMapping(const ServiceNowLog &log, const domain::Organisation &organisation)
    : m_log(log)
    , m_organisation(organisation)
    , m_scope(domain::scopeOf(organisation.id))
    , m_key(organisation.id.value.toText())
{}

template <class IdType>
IdType SnMapping::idOf(const char *kind, const QString &name, bool shared) const
{
    return name.isEmpty() ? IdType{}
                          : IdType::fromName(QByteArray("servicenow:")
                                                 .append(shared ? QByteArray("shared") : m_key)
                                                 .append(':')
                                                 .append(kind)
                                                 .append(':')
                                                 .append(name.toUtf8()));
}

domain::TicketId SnMapping::ticketId(const SnIncident &incident) const
{
    return domain::TicketId::fromName(QByteArray("servicenow:").append(m_key).append(':').append(incident.number));
}

QString SnMapping::categoryPath(const SnEvent &event) const
{
    QString out;
    for (const SnColumn column : {SnColumn::Category, SnColumn::Subcategory, SnColumn::Symptom}) {
        const QString &name = m_log.text(event, column);
        if (name.isEmpty()) {
            break;
        }
        out += (out.isEmpty() ? QString() : QString(kLevel)) + name;
    }
    return out;
}

SnMapping::Directory SnMapping::directory() const
{
    Directory out;
    QSet<QString> people, sites, groups, operators, categories;
    for (const SnIncident &incident : m_log.incidents()) {
        for (const SnEvent &event : incident.events) {
            const QString &caller = m_log.text(event, SnColumn::Caller);
            addOnce(caller, people, out.people, [&] {
                domain::Person person;
                person.id = idOf<domain::PersonId>("caller", caller);
                person.scope = m_scope;
                person.organisation = m_organisation.id;
                person.familyName = caller.left(250);
                return person;
            });
            const QString &location = m_log.text(event, SnColumn::Location);
            addOnce(location, sites, out.sites,
                    [&] { return domain::Site{idOf<domain::SiteId>("location", location), m_scope, m_organisation.id, location, {}, {}}; });
            const QString &group = m_log.text(event, SnColumn::Group);
            addOnce(group, groups, out.groups, [&] { return domain::Group{idOf<domain::GroupId>("group", group, true), {}, group}; });
            const QString &assignee = m_log.text(event, SnColumn::Assignee);
            addOnce(assignee, operators, out.operators, [&] {
                return domain::Operator{idOf<domain::OperatorId>("operator", assignee, true),
                                        {},
                                        QStringLiteral("imported:") + assignee,
                                        assignee,
                                        domain::Role::Operator,
                                        {},
                                        {},
                                        false};
            });
            const QString path = categoryPath(event);
            for (qsizetype end = path.indexOf(kLevel); !path.isEmpty(); end = path.indexOf(kLevel, end + 1)) {
                const QString part = end < 0 ? path : path.left(end);
                addOnce(part, categories, out.categories, [&] {
                    const qsizetype cut = part.lastIndexOf(kLevel);
                    const auto parent = idOf<domain::CategoryId>("category", cut < 0 ? QString() : part.left(cut), true);
                    return domain::Category{idOf<domain::CategoryId>("category", part, true), {}, parent, part.mid(cut + 1), {}};
                });
                if (end < 0) {
                    break;
                }
            }
        }
    }
    return out;
}

Ticket SnMapping::begun(const SnIncident &incident) const
{
    const SnEvent &first = incident.events.front();
    Ticket out;
    out.id = ticketId(incident);
    out.scope = m_scope;
    out.aliases.list = {QString::fromUtf8(incident.number).left(60)};
    out.organisation = m_organisation.id;
    out.channel = snChannel(m_log.text(first, SnColumn::ContactType));
    out.openedMs = first.openedMs;
    out.updatedMs = first.updatedMs;
    return out;
}

Ticket SnMapping::after(const Ticket &before, const SnEvent &event) const
{
    Ticket out = before;
    if (const auto state = snState(m_log.text(event, SnColumn::State)); state && state->known) {
        out.state = state->state;
        out.waitReason = state->reason;
    }
    out.impact = snLevel(m_log.text(event, SnColumn::Impact)).value_or(out.impact);
    out.urgency = snLevel(m_log.text(event, SnColumn::Urgency)).value_or(out.urgency);
    out.priority = snPriority(m_log.text(event, SnColumn::Priority)).value_or(out.priority);
    out.requesterName = m_log.text(event, SnColumn::Caller).left(250);
    out.requester = idOf<domain::PersonId>("caller", m_log.text(event, SnColumn::Caller));
    out.beneficiary = out.requester;
    out.beneficiaryName = out.requesterName;
    out.site = idOf<domain::SiteId>("location", m_log.text(event, SnColumn::Location));
    out.group = idOf<domain::GroupId>("group", m_log.text(event, SnColumn::Group), true);
    out.assignee = idOf<domain::OperatorId>("operator", m_log.text(event, SnColumn::Assignee), true);
    out.category = idOf<domain::CategoryId>("category", categoryPath(event), true);
    out.updatedMs = event.updatedMs;
    if (out.respondedMs == 0 && (out.state != TicketState::New || !out.assignee.isNull())) {
        out.respondedMs = event.updatedMs;
    }
    return out;
}

/// What changed in columns a ticket has no field for, one line each.
QString SnMapping::otherChanges(const SnEvent &before, const SnEvent &event) const
{
    constexpr std::array<std::pair<SnColumn, const char *>, 8> columns{{{SnColumn::ReassignmentCount, "reassignment_count"},
                                                                        {SnColumn::ReopenCount, "reopen_count"},
                                                                        {SnColumn::MadeSla, "made_sla"},
                                                                        {SnColumn::Item, "cmdb_ci"},
                                                                        {SnColumn::Problem, "problem_id"},
                                                                        {SnColumn::Change, "rfc"},
                                                                        {SnColumn::Vendor, "vendor"},
                                                                        {SnColumn::CausedBy, "caused_by"}}};
    QStringList out;
    for (const auto &[column, name] : columns) {
        const QString &was = m_log.text(before, column);
        const QString &is = m_log.text(event, column);
        if (was != is) {
            out += QLatin1String(name) + QStringLiteral(": ") + (was.isEmpty() ? QStringLiteral("?") : was) + QStringLiteral(" → ")
                + (is.isEmpty() ? QStringLiteral("?") : is);
        }
    }
    return out.join(u'\n');
}

void SnMapping::finish(const SnIncident &incident, Ticket &ticket) const
{
    const SnEvent &last = incident.events.back();
    const auto time = [&](SnColumn column) { return readFrenchTime(m_log.text(last, column).toStdString()).value_or(last.updatedMs); };
    if (!domain::isOpen(ticket.state)) {
        ticket.resolvedMs = ticket.state == TicketState::Cancelled ? 0 : time(SnColumn::ResolvedAt);
        ticket.closedMs = ticket.state == TicketState::Resolved ? 0 : time(SnColumn::ClosedAt);
        const auto resolution = snResolution(m_log.text(last, SnColumn::ClosedCode));
        ticket.resolutionCode = resolution ? QString(domain::codeOf(*resolution)) : QString();
    }
    ticket.reopenCount = m_log.text(last, SnColumn::ReopenCount).toInt();
    const auto &target = m_organisation.rules.target(ticket.priority);
    ticket.respondDueMs = ticket.openedMs + qint64{target.respondMinutes} * 60'000;
    ticket.resolveDueMs = ticket.openedMs + qint64{target.resolveMinutes} * 60'000;
    const QString path = categoryPath(last);
    ticket.summary = path.isEmpty() ? ticket.aliases.list.front() : QString(path).replace(kLevel, QStringLiteral(" › ")).left(400);
    ticket.tags.list = {QStringLiteral("servicenow")};
    if (m_log.text(last, SnColumn::MadeSla) == u"false") {
        ticket.tags.list += QStringLiteral("sla-missed");
    }
    QStringList lines;
    for (const auto &[column, name] : {std::pair{SnColumn::OpenedBy, "opened_by"}, std::pair{SnColumn::ResolvedBy, "resolved_by"},
                                       std::pair{SnColumn::ContactType, "contact_type"}, std::pair{SnColumn::MadeSla, "made_sla"},
                                       std::pair{SnColumn::ReassignmentCount, "reassignment_count"}, std::pair{SnColumn::Item, "cmdb_ci"},
                                       std::pair{SnColumn::Problem, "problem_id"}, std::pair{SnColumn::Change, "rfc"},
                                       std::pair{SnColumn::Vendor, "vendor"}, std::pair{SnColumn::ClosedCode, "closed_code"}}) {
        if (const QString &text = m_log.text(last, column); !text.isEmpty()) {
            lines += QLatin1String(name) + QStringLiteral(": ") + text;
        }
    }
    ticket.description = QString(QStringLiteral("ServiceNow ") + ticket.aliases.list.front() + u'\n' + lines.join(u'\n')).left(20'000);
}

/// The same event has the same id in every export; `used` tells apart events the log gives the same name.
domain::OperationId SnMapping::entryId(const SnIncident &incident, const SnEvent &event, QSet<QByteArray> &used) const
{
    QByteArray name = "servicenow:" + m_key + ':' + incident.number;
    for (const SnColumn column : {SnColumn::ModCount, SnColumn::UpdatedAt, SnColumn::State}) {
        name += ':' + m_log.text(event, column).toUtf8();
    }
    while (used.contains(name)) {
        name += '+';
    }
    used.insert(name);
    return domain::OperationId::fromName(name);
}

SnMapping::History SnMapping::history(const SnIncident &incident) const
{
    History out;
    out.ticket = begun(incident);
    const SnEvent *before = nullptr;
    QSet<QByteArray> names;
    for (const SnEvent &event : incident.events) {
        const QString &word = m_log.text(event, SnColumn::State);
        const bool known = snState(word)->known;
        const Ticket next = after(out.ticket, event);
        FieldChanges changes = differences(out.ticket, next);
        const QString text = before ? otherChanges(*before, event) : QString();
        if (before && known && changes.list.empty() && text.isEmpty()) {
            ++out.merged;
            out.ticket = next;
            before = &event;
            continue;
        }
        domain::TimelineEntry entry;
        entry.id = entryId(incident, event, names);
        entry.scope = m_scope;
        entry.ticket = out.ticket.id;
        entry.atMs = before ? event.updatedMs : event.openedMs;
        entry.actorName = m_log.text(event, before ? SnColumn::UpdatedBy : SnColumn::OpenedBy).left(250);
        entry.kind = !known ? EntryKind::Imported : before ? kindOf(out.ticket, next) : EntryKind::Opened;
        if (!known) {
            changes.list.push_back({QStringLiteral("state"), domain::codeOf(out.ticket.state), word});
        }
        entry.text = text.left(20'000);
        out.ticket = next;
        if (before) {
            own(changes, entry.id, out.ticket);
        }
        entry.changes = std::move(changes);
        out.entries.push_back(std::move(entry));
        before = &event;
    }
    finish(incident, out.ticket);
    return out;
}

} // namespace comptoir::central
