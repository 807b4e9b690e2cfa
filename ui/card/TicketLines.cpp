// SPDX-License-Identifier: GPL-3.0-or-later
#include "TicketLines.h"

#include "LineList.h"
#include "PlainLabel.h"
#include "Words.h"

#include <QBoxLayout>

namespace comptoir::ui {

namespace {

constexpr std::size_t kMostTickets = 4; // the card stays a card; the queue shows them all

} // namespace

TicketLines::TicketLines(QWidget *parent)
    : QWidget(parent)
    , m_lines(new LineList(true, this))
    , m_more(new PlainLabel({}, FontRole::Secondary, Tone::Muted, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(new SectionLabel(tr("Open tickets"), this));
    column->addWidget(m_lines);
    column->addWidget(m_more);
    connect(m_lines, &LineList::chosen, this, [this](const QString &key) {
        if (const auto id = base::Uuid::fromString(key)) {
            Q_EMIT ticketWanted(domain::TicketId{*id});
        }
    });
    hide();
}

void TicketLines::show(const std::vector<desk::CardTicket> &tickets, qint64 nowMs)
{
    const std::size_t shown = std::min(tickets.size(), kMostTickets);
    std::vector<LineList::Line> lines;
    for (std::size_t i = 0; i < shown; ++i) {
        const desk::CardTicket &ticket = tickets[i];
        lines.push_back({ticket.id.toString(), u"ticket"_qs, ticket.number, ticket.summary,
                         tr("%1 · %2").arg(Words::of(ticket.state).toLower(), Times::ago(ticket.openedMs, nowMs))});
    }
    m_lines->show(lines);
    const int rest = int(tickets.size() - shown);
    m_more->setVisible(rest > 0);
    m_more->setText(tr("and %n more", nullptr, rest));
    setVisible(!tickets.empty());
}

} // namespace comptoir::ui
