// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CallerCard.h"
#include "Choice.h"
#include "Lookup.h"

#include <QWidget>

class QVBoxLayout;

namespace comptoir::ui {

class CandidateList;
class Chip;
class EquipmentList;
class IdentityLine;
class KeyButton;
class LearnedNumbers;
class LineList;
class Notice;
class PersonForm;
class PlainLabel;
class TicketLines;

/// Who calls and what stands around them. Known, several may be it, unknown, withheld, or opened by search: each state says what to do next.
class CallerCardView : public QWidget
{
    Q_OBJECT

public:
    explicit CallerCardView(QWidget *parent = nullptr);

    void show(const desk::CallerCard &card, qint64 nowMs);
    using QWidget::show;
    /// The answer to `searchWanted`.
    void showHits(const QString &text, const std::vector<desk::PersonHit> &hits);
    /// The numbers of the person on the card as they are now.
    void showNumbers(const domain::Person &person);
    void showOrganisations(const Choices &organisations);
    void showFailure(const QString &text);
    /// F4: the keyboard goes to where the caller is found or made.
    void correct();
    /// The ages of tickets and contacts, as of now.
    void showTimes(qint64 nowMs);
    [[nodiscard]] const desk::CallerCard &card() const { return m_card; }
    /// The person shown; nil while nobody is known.
    [[nodiscard]] domain::PersonId person() const;

Q_SIGNALS:
    void searchWanted(const QString &text);
    /// The operator says it is this person; the number is to be learned where it is new.
    void identified(comptoir::domain::PersonId person, bool learn);
    void forgetWanted(comptoir::domain::PersonId person, const comptoir::domain::PhoneNumber &number);
    void learnWanted(comptoir::domain::PersonId person, const comptoir::domain::PhoneNumber &number);
    void personWritten(const comptoir::domain::Person &person);
    void ticketWanted(comptoir::domain::TicketId ticket);
    /// Ctrl+M: the current ticket is to hang on that major incident.
    void attachWanted(comptoir::domain::TicketId major);
    /// The keyboard came to a part of the card that may be out of sight.
    void keyboardCame();
    /// F7 or the button of that machine.
    void assistWanted(const comptoir::domain::Asset &asset);

private:
    void build();
    void showKnown();
    void showUnknown();
    void showMajor();
    void showContacts();
    void openCandidates(bool open);

    desk::CallerCard m_card;
    qint64 m_nowMs = 0;
    PlainLabel *m_name;
    Chip *m_vip;
    KeyButton *m_correct;
    PlainLabel *m_place;
    IdentityLine *m_identity;
    LearnedNumbers *m_numbers;
    Notice *m_major;
    KeyButton *m_attach;
    Notice *m_failure;
    CandidateList *m_candidates;
    PersonForm *m_form;
    EquipmentList *m_equipment;
    TicketLines *m_tickets;
    PlainLabel *m_contactsTitle;
    LineList *m_contacts;
    QVBoxLayout *m_column;
};

} // namespace comptoir::ui
