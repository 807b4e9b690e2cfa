// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "TicketPage.h"

#include <QWidget>

namespace comptoir::ui {

class Chip;
class KeyButton;
class PlainLabel;
class PriorityMark;

/// What the ticket view cannot read from the page itself.
struct TicketNames
{
    QString assignee; ///< empty = nobody
    QString group;
    bool mine = false;
    qint64 nowMs = 0;
};

/// The ticket's first lines: number, state, priority; who has it, until when; what it hangs on.
class TicketHeader : public QWidget
{
    Q_OBJECT

public:
    explicit TicketHeader(QWidget *parent = nullptr);

    void show(const desk::TicketPage &page, const TicketNames &names);
    using QWidget::show;

Q_SIGNALS:
    /// The parent's line was pressed.
    void ticketWanted(comptoir::domain::TicketId ticket);

private:
    PlainLabel *m_number;
    Chip *m_state;
    Chip *m_major;
    Chip *m_restricted;
    Chip *m_newer;
    PriorityMark *m_priority;
    PlainLabel *m_pending;
    PlainLabel *m_line;
    KeyButton *m_parent;
    domain::TicketId m_parentId;
};

} // namespace comptoir::ui
