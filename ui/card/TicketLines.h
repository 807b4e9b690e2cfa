// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CallerCard.h"

#include <QWidget>

namespace comptoir::ui {

class LineList;
class PlainLabel;

/// A caller's open tickets, one line each; Enter opens.
class TicketLines : public QWidget
{
    Q_OBJECT

public:
    explicit TicketLines(QWidget *parent = nullptr);

    void show(const std::vector<desk::CardTicket> &tickets, qint64 nowMs);
    using QWidget::show;

Q_SIGNALS:
    void ticketWanted(comptoir::domain::TicketId ticket);

private:
    LineList *m_lines;
    PlainLabel *m_more;
};

} // namespace comptoir::ui
