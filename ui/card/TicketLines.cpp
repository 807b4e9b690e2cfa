// SPDX-License-Identifier: GPL-3.0-or-later
#include "TicketLines.h"

#include "LineButton.h"
#include "Layouts.h"
#include "PlainLabel.h"
#include "Words.h"

#include <QBoxLayout>

namespace comptoir::ui {

namespace {

constexpr std::size_t kMostTickets = 4; // the card stays a card; the queue shows them all

} // namespace

TicketLines::TicketLines(QWidget *parent)
    : QWidget(parent)
    , m_lines(new QVBoxLayout)
    , m_more(new PlainLabel({}, FontRole::Secondary, Tone::Muted, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(new SectionLabel(tr("Open tickets"), this));
    m_lines->setSpacing(0);
    column->addLayout(m_lines);
    column->addWidget(m_more);
    hide();
}

void TicketLines::show(const std::vector<desk::CardTicket> &tickets, qint64 nowMs)
{
    emptyLayout(*m_lines);
    for (std::size_t i = 0; i < std::min(tickets.size(), kMostTickets); ++i) {
        const desk::CardTicket &ticket = tickets[i];
        auto *line = new LineButton(this);
        line->show(u"ticket"_qs, ticket.number, ticket.summary,
                   tr("%1 · %2").arg(Words::of(ticket.state).toLower(), Times::span(nowMs - ticket.openedMs)));
        connect(line, &LineButton::clicked, this, [this, id = ticket.id] { Q_EMIT ticketWanted(id); });
        m_lines->addWidget(line);
    }
    const int rest = int(tickets.size()) - int(std::min(tickets.size(), kMostTickets));
    m_more->setVisible(rest > 0);
    m_more->setText(tr("and %n more", nullptr, rest));
    setVisible(!tickets.empty());
}

} // namespace comptoir::ui
