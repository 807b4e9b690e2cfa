// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "TicketActions.h"
#include "Tickets.h"

#include <QObject>

namespace comptoir::ui {

class ActionPanel;

/// Keeps what is written in the questions of one ticket or draft, and brings back what was kept before.
class AnswerKeeping : public QObject
{
    Q_OBJECT

public:
    using Questions = QMap<TicketAct, ActionPanel *>;

    AnswerKeeping(desk::Tickets &tickets, const base::Uuid &beside, const Questions &questions, QObject *parent = nullptr);

    /// Shows what was kept before.
    void read();
    /// While it stands nothing is kept: the draft was discarded, or is a ticket by now.
    void suspend(bool suspended);

Q_SIGNALS:
    /// What was kept before stands in the questions.
    void shown();
    /// The disk is asked; kept() or failed() follows.
    void asked();
    void kept();
    void failed(const comptoir::base::Error &why);

private:
    void keep(TicketAct act, const QString &text);

    desk::Tickets &m_tickets;
    domain::TicketId m_beside;
    Questions m_questions;
    bool m_suspended = false;
};

} // namespace comptoir::ui
