// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Assist.h"

#include <QObject>

class QTimer;

namespace comptoir::ui {

class AssistPanel;
struct Parts;

/// Between the panel of remote help and the desk: one session at a time, always written in a ticket.
class AssistController : public QObject
{
    Q_OBJECT

public:
    AssistController(const Parts &parts, AssistPanel *panel, QObject *parent = nullptr);

    void ask(const domain::Asset &asset);
    /// The answer to `ticketWanted`: the session is written there.
    void go(domain::TicketId ticket);

Q_SIGNALS:
    /// Before it starts (or is declined): which ticket will it be written in?
    void ticketWanted();
    void noteWanted(const QString &text);

private:
    enum class Next { None, Start, Decline };

    const Parts &m_parts;
    AssistPanel *m_panel;
    QTimer *m_second;
    desk::Assist::Offer m_offer;
    domain::Asset m_asset;
    qint64 m_agreedMs = 0;
    Next m_next = Next::None;
};

} // namespace comptoir::ui
