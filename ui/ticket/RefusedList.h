// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "TicketPage.h"
#include "TicketWords.h"

#include <QWidget>

class QVBoxLayout;

namespace comptoir::ui {

class Notice;

/// Own operations on a ticket that the service refused: what was meant, what stands instead, who set it, when, why. Each can be done again
/// on what stands, be changed first, or be let go by itself. Where the opening itself was refused there is a way back to a draft.
class RefusedList : public QWidget
{
    Q_OBJECT

public:
    explicit RefusedList(QWidget *parent = nullptr);

    /// How what is shown is said, and when that is.
    struct Saying
    {
        TicketWords::NameOf nameOf;
        qint64 nowMs = 0;
    };
    /// On an `unopened` ticket no note can be written.
    void show(const std::vector<desk::TicketPage::Refused> &refused, const Saying &saying, bool unopened = false);
    using QWidget::show;

Q_SIGNALS:
    void dismissed(comptoir::domain::OperationId op);
    /// It is to be done again on what stands.
    void insisted(comptoir::domain::OperationId op);
    /// The same, but its question is asked first, with what was meant in it.
    void changeWanted(const comptoir::desk::TicketPage::Refused &refused);
    /// The refused text is wanted in the note box, so that it is not lost.
    void textWanted(const QString &text);
    void redraftWanted();

private:
    void add(const desk::TicketPage::Refused &refused, const Saying &saying);
    [[nodiscard]] bool opensIt(const desk::TicketPage::Refused &refused) const;
    /// A whole ticket goes at the second press alone.
    void addLetGo(Notice &notice);
    void addWaysOut(Notice &notice, const desk::TicketPage::Refused &refused);
    void addInsisting(Notice &notice, const desk::TicketPage::Refused &refused);

    QVBoxLayout *m_column;
    std::vector<desk::TicketPage::Refused> m_shown;
    bool m_unopened = false;
};

/// The value a refused operation meant and the one that stands, in words.
[[nodiscard]] QString refusedMine(const desk::TicketPage::Refused &refused, const TicketWords::NameOf &nameOf);
/// Why, and who set what stands, and when.
[[nodiscard]] QString refusedWhy(const desk::TicketPage::Refused &refused, qint64 nowMs);
[[nodiscard]] QString refusedStands(const desk::TicketPage::Refused &refused, const TicketWords::NameOf &nameOf);

} // namespace comptoir::ui
