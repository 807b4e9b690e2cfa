// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CallerCard.h"
#include "Result.h"

#include <QFuture>
#include <QObject>

class QTimer;

namespace comptoir::ui {

class CallerCardView;
struct Parts;

/// Between the caller's card and the desk: shows what the call brings, searches as one types, confirms and learns, adds people.
class CardController : public QObject
{
    Q_OBJECT

public:
    CardController(const Parts &parts, CallerCardView *view, QObject *parent = nullptr);

    /// A ticket's beginning for whoever is on the card.
    [[nodiscard]] domain::Ticket beginning() const;

Q_SIGNALS:
    /// A card came, for another person or another call than before.
    void shown();

private:
    void show(const desk::CallerCard &card);
    void search(const QString &text);
    void identify(domain::PersonId person, bool learn);
    void add(const domain::Person &person);
    /// Once a number was forgotten or learned again.
    void readNumbersAfter(QFuture<base::Result<>> change, domain::PersonId person);
    void refresh();

    const Parts &m_parts;
    CallerCardView *m_view;
    QTimer *m_refresh;
};

} // namespace comptoir::ui
