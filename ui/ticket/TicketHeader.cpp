// SPDX-License-Identifier: GPL-3.0-or-later
#include "TicketHeader.h"

#include "Chip.h"
#include "KeyButton.h"
#include "PlainLabel.h"
#include "PriorityMark.h"
#include "Scopes.h"
#include "Words.h"

#include <QBoxLayout>

namespace comptoir::ui {

namespace {

Tone toneOf(domain::TicketState state)
{
    switch (state) {
    case domain::TicketState::Waiting: return Tone::Warn;
    case domain::TicketState::Resolved: return Tone::Ok;
    default: return Tone::Accent;
    }
}

/// "échéance 42 min", or how far past it is; nothing for a ticket that is done.
QString dueWords(const domain::Ticket &ticket, qint64 nowMs)
{
    const qint64 dueMs = ticket.respondedMs == 0 && ticket.respondDueMs != 0 ? ticket.respondDueMs : ticket.resolveDueMs;
    if (!domain::isOpen(ticket.state) || dueMs == 0) {
        return {};
    }
    return dueMs < nowMs ? TicketHeader::tr("overdue by %1").arg(Times::span(nowMs - dueMs))
                         : TicketHeader::tr("due %1").arg(Times::due(dueMs, nowMs));
}

} // namespace

TicketHeader::TicketHeader(QWidget *parent)
    : QWidget(parent)
    , m_number(new PlainLabel({}, FontRole::PaneTitle, Tone::Text, this))
    , m_state(new Chip({}, Tone::Accent, this))
    , m_major(new Chip(tr("Major incident"), Tone::Warn, this))
    , m_restricted(new Chip(tr("Restricted"), Tone::Warn, this))
    , m_newer(new Chip(tr("Newer version"), Tone::Warn, this))
    , m_priority(new PriorityMark(this))
    , m_pending(new PlainLabel(tr("not sent yet"), FontRole::Secondary, Tone::Warn, this))
    , m_line(new PlainLabel({}, FontRole::Secondary, Tone::Muted, this))
    , m_parent(new KeyButton({}, u"siren"_qs, KeyButton::Look::Link, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    auto *first = new QHBoxLayout;
    first->setSpacing(8);
    m_number->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_major->setIconName(u"siren"_qs);
    m_restricted->setIconName(u"lock"_qs);
    m_restricted->setToolTip(tr("Read by those alone to whom the restricted part of the organisation is granted"));
    m_newer->setIconName(u"circle-help"_qs);
    m_newer->setToolTip(tr("Some of its values come from a newer version of the service: this console cannot show them"));
    first->addWidget(m_number);
    first->addWidget(m_state);
    first->addWidget(m_priority);
    first->addWidget(m_major);
    first->addWidget(m_restricted);
    first->addWidget(m_newer);
    first->addStretch(1);
    first->addWidget(m_pending);
    column->addLayout(first);
    m_line->setElided(true);
    column->addWidget(m_line);
    m_parent->setSmall(true);
    m_parent->setLeftAligned(true);
    column->addWidget(m_parent, 0, Qt::AlignLeft);
    connect(m_parent, &KeyButton::clicked, this, [this] { Q_EMIT ticketWanted(m_parentId); });
}

void TicketHeader::show(const desk::TicketPage &page, const TicketNames &names)
{
    const domain::Ticket &ticket = page.ticket;
    m_number->setText(ticket.number);
    m_number->setAccessibleName(tr("Ticket %1").arg(ticket.number));
    const bool unknown = page.unknown.contains(u"state"_qs);
    m_state->setText(unknown ? tr("unknown state") : Words::stateOf(ticket.state, ticket.waitReason));
    m_state->setTone(unknown ? Tone::Warn : toneOf(ticket.state));
    m_state->setAccessibleName(tr("State: %1").arg(m_state->text()));
    m_priority->setPriority(ticket.priority);
    m_major->setVisible(ticket.major);
    m_restricted->setVisible(domain::isRestricted(ticket.scope, ticket.organisation));
    m_newer->setVisible(!page.unknown.isEmpty());
    m_pending->setText(page.unopened ? tr("refused, not on record") : tr("not sent yet"));
    m_pending->setTone(page.unopened ? Tone::Bad : Tone::Warn);
    m_pending->setVisible(page.pending || page.unopened);

    QStringList line{names.assignee.isEmpty() ? tr("nobody has it yet") : names.assignee, names.group, dueWords(ticket, names.nowMs)};
    if (ticket.state == domain::TicketState::Waiting && ticket.waitUntilMs != 0) {
        line << tr("until %1").arg(Times::moment(ticket.waitUntilMs, names.nowMs));
    }
    line << tr("opened %1").arg(Times::ago(ticket.openedMs, names.nowMs));
    if (!page.children.empty()) {
        line << tr("%n ticket(s) attached", nullptr, int(page.children.size()));
    }
    line.removeAll(QString());
    m_line->setText(line.join(u" · "_qs));

    m_parent->setVisible(page.parent.has_value());
    if (page.parent) {
        m_parentId = page.parent->id;
        m_parent->setText(tr("Attached to %1 · %2").arg(page.parent->number, page.parent->summary.left(80)));
    }
}

} // namespace comptoir::ui
