// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Ids.h"
#include "Parts.h"

#include <QObject>

namespace comptoir::ui {

class DeskFrame;

/// Carries what is typed into the search to the look-up and the answers back.
class SearchFeed : public QObject
{
    Q_OBJECT

public:
    SearchFeed(const Parts &parts, DeskFrame &frame, QObject *parent = nullptr);

Q_SIGNALS:
    void personChosen(comptoir::domain::PersonId person);
    void ticketChosen(comptoir::domain::TicketId ticket);
    void archivedChosen(comptoir::domain::ScopeId scope, comptoir::domain::TicketId ticket);
    void numberChosen(const QString &number);

private:
    void look(const QString &text);
    void lookOlder(const QString &text);

    const Parts &m_parts;
    DeskFrame &m_frame;
};

} // namespace comptoir::ui
