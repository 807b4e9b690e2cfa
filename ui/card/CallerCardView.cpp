// SPDX-License-Identifier: GPL-3.0-or-later
#include "CallerCardView.h"

#include "CandidateList.h"
#include "Chip.h"
#include "EquipmentList.h"
#include "IdentityLine.h"
#include "KeyButton.h"
#include "LearnedNumbers.h"
#include "LineList.h"
#include "Notice.h"
#include "PersonForm.h"
#include "PlainLabel.h"
#include "TicketLines.h"
#include "Words.h"

#include <QBoxLayout>

namespace comptoir::ui {

namespace {

constexpr int kCardMargin = 12;
constexpr std::size_t kMostContacts = 3;

/// "Secrétariat général · Mairie de Mérignac · Hôtel de ville"
QString placeOf(const desk::Candidate &candidate)
{
    QStringList parts{candidate.person.title, candidate.person.service, candidate.organisationName, candidate.siteName};
    parts.removeAll(QString());
    return parts.join(u" · "_qs);
}

} // namespace

CallerCardView::CallerCardView(QWidget *parent)
    : QWidget(parent)
    , m_name(new PlainLabel({}, FontRole::Caller, Tone::Text, this))
    , m_vip(new Chip(tr("VIP"), Tone::Accent, this))
    , m_correct(new KeyButton(tr("Correct"), u"user-pen"_qs, KeyButton::Look::Normal, this))
    , m_place(new PlainLabel({}, FontRole::Body, Tone::Muted, this))
    , m_identity(new IdentityLine(this))
    , m_numbers(new LearnedNumbers(this))
    , m_major(new Notice(Tone::Warn, this))
    , m_attach(m_major->addAction(tr("Attach")))
    , m_failure(new Notice(Tone::Bad, this))
    , m_candidates(new CandidateList(this))
    , m_form(new PersonForm(this))
    , m_equipment(new EquipmentList(this))
    , m_tickets(new TicketLines(this))
    , m_contactsTitle(new SectionLabel(tr("Last contacts"), this))
    , m_contacts(new LineList(false, this))
    , m_column(new QVBoxLayout(this))
{
    build();
    m_attach->setShortcut(Qt::CTRL | Qt::Key_M);
    m_correct->setKeyHint(u"F4"_qs); // the window's: it opens a folded pane first
    connect(m_attach, &KeyButton::clicked, this, [this] { Q_EMIT attachWanted(m_card.majorIncidents.front().id); });
    connect(m_correct, &KeyButton::clicked, this, &CallerCardView::correct);
    connect(m_candidates, &CandidateList::searchWanted, this, &CallerCardView::searchWanted);
    connect(m_candidates, &CandidateList::left, this, [this] {
        openCandidates(m_card.candidates.empty());
        m_correct->setFocus(Qt::OtherFocusReason);
    });
    connect(m_candidates, &CandidateList::chosen, this, [this](domain::PersonId chosen, bool learn) {
        openCandidates(false);
        Q_EMIT identified(chosen, learn);
    });
    connect(m_candidates, &CandidateList::personMissing, this, [this] {
        m_candidates->hide();
        m_form->open(m_candidates->searched(), m_card.number, {});
    });
    connect(m_numbers, &LearnedNumbers::forgetWanted, this, &CallerCardView::forgetWanted);
    connect(m_numbers, &LearnedNumbers::learnWanted, this, &CallerCardView::learnWanted);
    connect(m_form, &PersonForm::left, this, [this] { openCandidates(true); });
    connect(m_form, &PersonForm::written, this, &CallerCardView::personWritten);
    connect(m_equipment, &EquipmentList::assistWanted, this, &CallerCardView::assistWanted);
    connect(m_tickets, &TicketLines::ticketWanted, this, &CallerCardView::ticketWanted);
}

void CallerCardView::build()
{
    m_column->setContentsMargins(kCardMargin, 12, kCardMargin, 12);
    m_column->setSpacing(10);
    auto *who = new QVBoxLayout;
    who->setSpacing(2);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    m_name->setElided(true);
    head->addWidget(m_name);
    head->addWidget(m_vip);
    head->addStretch(1);
    head->addWidget(m_correct);
    who->addLayout(head);
    m_place->setElided(true);
    who->addWidget(m_place);
    who->addWidget(m_identity);
    who->addWidget(m_numbers);
    m_column->addLayout(who);
    m_failure->setDismissable(true);
    m_failure->hide();
    for (QWidget *part : std::initializer_list<QWidget *>{m_failure, m_candidates, m_form, m_major, m_equipment, m_tickets}) {
        m_column->addWidget(part);
    }
    auto *last = new QVBoxLayout;
    last->setSpacing(2);
    last->addWidget(m_contactsTitle);
    last->addWidget(m_contacts);
    m_column->addLayout(last);
    m_column->addStretch(1);
}

domain::PersonId CallerCardView::person() const
{
    return m_card.candidates.empty() ? domain::PersonId{} : m_card.candidates.front().person.id;
}

void CallerCardView::show(const desk::CallerCard &card, qint64 nowMs)
{
    const bool other = card.contact != m_card.contact
        || (card.candidates.empty() ? domain::PersonId{} : card.candidates.front().person.id) != person();
    m_card = card;
    m_nowMs = nowMs;
    if (other) {
        m_failure->hide();
        m_form->hide();
    }
    m_candidates->show(card.candidates, card.number);
    if (card.candidates.empty()) {
        showUnknown();
    } else {
        showKnown();
    }
    if (other) {
        openCandidates(card.candidates.empty());
    }
    showMajor();
    m_equipment->show(card.assets);
    m_tickets->show(card.openTickets, nowMs);
    showContacts();
}

void CallerCardView::showKnown()
{
    const desk::Candidate &first = m_card.candidates.front();
    m_name->setText(first.person.displayName());
    m_vip->setVisible(first.person.vip);
    m_place->setText(placeOf(first));
    m_place->setVisible(!m_place->text().isEmpty());
    m_identity->show(first);
    // A card opened by search is nobody's guess.
    m_identity->setVisible(!m_card.contact.isNull());
    m_numbers->show(first.person);
    m_correct->setText(m_card.candidates.size() > 1 ? tr("Correct (%n)", nullptr, int(m_card.candidates.size())) : tr("Correct"));
}

void CallerCardView::showUnknown()
{
    m_name->setText(m_card.number.isEmpty() ? tr("Withheld number") : m_card.number);
    m_vip->hide();
    m_place->setText(m_card.number.isEmpty() ? tr("The number is not shown. Ask for the name, then search it here.")
                                             : tr("Nobody is known under this number. Ask for the name, then search it here."));
    m_place->show();
    m_identity->hide();
    m_numbers->show(domain::Person{});
    m_correct->setText(tr("Find"));
}

void CallerCardView::showMajor()
{
    if (m_card.majorIncidents.empty()) {
        m_major->hide();
        return;
    }
    const desk::CardTicket &major = m_card.majorIncidents.front();
    QString text = tr("Major incident %1 · %2").arg(major.number, major.summary.left(120));
    if (m_card.majorIncidents.size() > 1) {
        text += tr(" · and %n more", nullptr, int(m_card.majorIncidents.size()) - 1);
    }
    m_major->show(Tone::Warn, text, u"siren"_qs);
}

void CallerCardView::showContacts()
{
    std::vector<LineList::Line> lines;
    for (const domain::Contact &contact : m_card.lastContacts) {
        if (contact.id != m_card.contact && lines.size() < kMostContacts) {
            lines.push_back({contact.id.toString(), Words::iconOf(contact.outcome, contact.direction),
                             Words::of(contact.outcome, contact.direction), contact.note, Times::ago(contact.startedMs, m_nowMs)});
        }
    }
    m_contacts->show(lines);
    m_contactsTitle->setVisible(!lines.empty());
    m_contacts->setVisible(!lines.empty());
}

void CallerCardView::correct()
{
    if (m_form->isVisibleTo(this)) {
        m_form->setFocus(Qt::ShortcutFocusReason); // what is written of a new person stays
    } else {
        openCandidates(true);
        m_candidates->focusSearch();
    }
    QMetaObject::invokeMethod(this, &CallerCardView::keyboardCame, Qt::QueuedConnection); // once what opened has its place
}

void CallerCardView::openCandidates(bool open)
{
    m_candidates->setVisible(open);
    m_form->hide();
}

void CallerCardView::showTimes(qint64 nowMs)
{
    m_nowMs = nowMs;
    m_tickets->show(m_card.openTickets, nowMs);
    showContacts();
}

void CallerCardView::showHits(const QString &text, const std::vector<desk::PersonHit> &hits)
{
    m_candidates->showHits(text, hits);
}

void CallerCardView::showNumbers(const domain::Person &person)
{
    if (person.id == this->person()) {
        m_numbers->show(person);
    }
}

void CallerCardView::showOrganisations(const Choices &organisations)
{
    m_form->showOrganisations(organisations);
}

void CallerCardView::showFailure(const QString &text)
{
    if (m_form->isVisibleTo(this)) {
        m_form->complain(text);
    } else {
        m_failure->show(Tone::Bad, text);
    }
}

} // namespace comptoir::ui
