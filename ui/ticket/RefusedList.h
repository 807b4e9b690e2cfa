// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "TicketPage.h"
#include "TicketWords.h"

#include <QWidget>

class QVBoxLayout;

namespace comptoir::ui {

class Notice;

/// Own operations on a ticket that the service refused: what was meant, what stands instead, why; each is dismissed by itself. Where the
/// opening itself was refused there is a way back to a draft.
class RefusedList : public QWidget
{
    Q_OBJECT

public:
    explicit RefusedList(QWidget *parent = nullptr);

    /// On an `unopened` ticket no note can be written.
    void show(const std::vector<desk::TicketPage::Refused> &refused, const TicketWords::NameOf &nameOf, bool unopened = false);
    using QWidget::show;

Q_SIGNALS:
    void dismissed(comptoir::domain::OperationId op);
    /// The refused text is wanted in the note box, so that it is not lost.
    void textWanted(const QString &text);
    void redraftWanted();

private:
    void add(const desk::TicketPage::Refused &refused, const TicketWords::NameOf &nameOf);
    [[nodiscard]] bool opensIt(const desk::TicketPage::Refused &refused) const;
    /// A whole ticket goes at the second press alone.
    void addLetGo(Notice &notice);
    void addWaysOut(Notice &notice, const desk::TicketPage::Refused &refused);

    QVBoxLayout *m_column;
    std::vector<desk::TicketPage::Refused> m_shown;
    bool m_unopened = false;
};

/// The value a refused operation meant and the one that stands, in words.
[[nodiscard]] QString refusedMine(const desk::TicketPage::Refused &refused, const TicketWords::NameOf &nameOf);
[[nodiscard]] QString refusedStands(const desk::TicketPage::Refused &refused, const TicketWords::NameOf &nameOf);

} // namespace comptoir::ui
