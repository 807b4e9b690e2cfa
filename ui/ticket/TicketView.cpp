// SPDX-License-Identifier: GPL-3.0-or-later
#include "TicketView.h"

#include "ActionPanel.h"
#include "AttachmentStrip.h"
#include "FitScroll.h"
#include "KeyButton.h"
#include "NoteBox.h"
#include "Notice.h"
#include "RefusedList.h"
#include "TimelineView.h"
#include "Words.h"

#include <QApplication>
#include <QBoxLayout>
#include <QShortcut>

namespace comptoir::ui {

namespace {

constexpr int kLeastHistory = 96;
constexpr int kHistoryPercent = 55; // at most, of the height that fields and history share where they do not both fit
constexpr int kViewMargin = 12;
constexpr int kHistoryGap = 8; // between history, files and note

} // namespace

TicketView::TicketView(QWidget *parent)
    : QWidget(parent)
    , m_header(new TicketHeader(this))
    , m_actions(new TicketActions(this))
    , m_refused(new RefusedList(this))
    , m_failure(new Notice(Tone::Bad, this))
    , m_left(new Notice(Tone::Accent, this))
    , m_form(new TicketForm(TicketForm::Use::Ticket, this))
    , m_fields(new FitScroll(m_form, this))
    , m_timeline(new TimelineView(this))
    , m_files(new AttachmentStrip(this))
    , m_note(new NoteBox(this))
    , m_body(new QBoxLayout(QBoxLayout::TopToBottom))
{
    build();
    connect(m_header, &TicketHeader::ticketWanted, this, &TicketView::ticketWanted);
    connect(m_actions, &TicketActions::wanted, this, &TicketView::ask);
    connect(m_refused, &RefusedList::dismissed, this, &TicketView::dismissed);
    connect(m_refused, &RefusedList::insisted, this, &TicketView::insisted);
    connect(m_refused, &RefusedList::changeWanted, this, &TicketView::changeRefused);
    connect(m_refused, &RefusedList::redraftWanted, this, &TicketView::redraftWanted);
    connect(m_refused, &RefusedList::textWanted, m_note, &NoteBox::append);
    connect(m_form, &TicketForm::typed, this, &TicketView::onTyped);
    connect(m_note, &NoteBox::typed, this, &TicketView::onTyped);
    connect(new QShortcut(Qt::CTRL | Qt::Key_S, this), &QShortcut::activated, this, &TicketView::saveWanted);
    connect(m_form, &TicketForm::committed, this, &TicketView::edited);
    connect(m_form, &TicketForm::tagsCommitted, this, &TicketView::tagged);
    connect(m_form, &TicketForm::peopleWanted, this, &TicketView::peopleWanted);
    connect(m_form, &TicketForm::insisted, this, [this](const QString &column) { settleRefused(column, true); });
    connect(m_form, &TicketForm::yielded, this, [this](const QString &column) { settleRefused(column, false); });
    connect(m_note, &NoteBox::noted, this, &TicketView::noted);
    connect(m_note, &NoteBox::kept, this, &TicketView::noteKept);
    connect(m_note, &NoteBox::attachWanted, this, &TicketView::attachWanted);
}

void TicketView::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kViewMargin, 12, kViewMargin, kViewMargin);
    column->setSpacing(10);
    column->addWidget(m_header);
    column->addWidget(m_actions);
    buildPanels();
    for (ActionPanel *panel : std::as_const(m_panels)) {
        column->addWidget(panel);
    }
    connect(m_left->addAction(tr("Read from the service"), u"archive"_qs), &KeyButton::clicked, this, &TicketView::archiveWanted);
    m_left->hide();
    column->addWidget(m_left);
    m_failure->setDismissable(true);
    m_failure->hide();
    column->addWidget(m_failure);
    column->addWidget(m_refused);

    auto *history = new QWidget(this);
    auto *inside = new QVBoxLayout(history);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(kHistoryGap);
    m_timeline->setMinimumHeight(kLeastHistory);
    m_timeline->viewport()->setAutoFillBackground(false);
    inside->addWidget(m_timeline, 1);
    inside->addWidget(m_files);
    inside->addWidget(m_note);
    m_body->setSpacing(10);
    m_body->addWidget(m_fields);
    m_body->addWidget(history, 1);
    column->addLayout(m_body, 1);
}

void TicketView::buildPanels()
{
    auto *assign = new ActionPanel(tr("Hand the ticket over"), tr("Hand over"), this);
    assign->addChoice(u"group"_qs, tr("Group"), {}, tr("No group"));
    assign->addChoice(u"assignee"_qs, tr("Assignee"), {}, tr("Nobody"));
    assign->addText(u"text"_qs, tr("Word for them"), tr("What was done, what is missing"));
    auto *wait = new ActionPanel(tr("Put the ticket on hold"), tr("Put on hold"), this);
    wait->addChoice(u"code"_qs, tr("Waits for"), TicketWords::waitReasons());
    wait->addMoment(u"until"_qs, tr("Until"));
    wait->addText(u"text"_qs, tr("Why"));
    auto *resolve = new ActionPanel(tr("Resolve the ticket"), tr("Resolve"), this);
    resolve->addChoice(u"code"_qs, tr("Outcome"), TicketWords::resolutionCodes());
    resolve->addText(u"text"_qs, tr("What was done"), tr("What helped, for the requester and for the next time"));
    auto *reopen = new ActionPanel(tr("Reopen the ticket"), tr("Reopen"), this);
    reopen->addText(u"text"_qs, tr("Why"));
    auto *cancel = new ActionPanel(tr("Cancel the ticket"), tr("Cancel the ticket"), this);
    cancel->addText(u"text"_qs, tr("Why"));
    auto *link = new ActionPanel(tr("Attach to another ticket"), tr("Attach"), this);
    link->addLine(u"text"_qs, tr("Number"), tr("7K-141"));
    m_panels = {{TicketAct::Assign, assign}, {TicketAct::Wait, wait},     {TicketAct::Resolve, resolve},
                {TicketAct::Reopen, reopen}, {TicketAct::Cancel, cancel}, {TicketAct::Link, link}};
    for (auto it = m_panels.cbegin(); it != m_panels.cend(); ++it) {
        connect(it.value(), &ActionPanel::confirmed, this, [this, act = it.key()] { confirm(act); });
        connect(it.value(), &ActionPanel::typed, this, &TicketView::onTyped);
        connect(it.value(), &ActionPanel::left, this, &TicketView::closePanels);
    }
}

void TicketView::show(const desk::TicketPage &page, const TicketNames &names, const TicketWords::NameOf &nameOf)
{
    const bool other = page.ticket.id != m_page.ticket.id;
    const bool moved = other || page.ticket.state != m_page.ticket.state;
    if (page.unopened && !m_page.unopened && !other) {
        keepWritten();
    }
    m_page = page;
    m_nowMs = names.nowMs;
    m_header->show(page, names);
    m_actions->show(page.ticket.state, names.mine, page.parent.has_value());
    if (moved) {
        if (other) {
            closePanels();
        }
        closeStale();
    }
    m_form->show(page.ticket);
    m_left->hide();
    lockUnopened();
    m_timeline->show(page.timeline, nameOf);
    shareHeight();
    showRefusals(nameOf);
    if (other) {
        m_timeline->scrollToBottom();
    }
    if (!m_goTo.isEmpty()) {
        m_form->focusField(std::exchange(m_goTo, {}));
    }
}

void TicketView::goTo(const QString &column)
{
    if (m_page.ticket.id.isNull()) {
        m_goTo = column;
    } else {
        m_form->focusField(column);
    }
}

void TicketView::keepWritten()
{
    for (const ActionPanel *panel : std::as_const(m_panels)) {
        if (const QString text = panel->value(u"text"_qs); !text.isEmpty()) {
            m_note->append(text);
        }
    }
    for (const QString &text : m_form->unsavedTexts(TicketForm::Unsaved::All)) {
        m_note->append(text);
    }
    m_form->giveUp();
    m_note->flush();
    for (ActionPanel *panel : std::as_const(m_panels)) {
        panel->clear(); // once it stands in the note
    }
}

void TicketView::lockUnopened()
{
    if (m_page.unopened != m_actions->isHidden()) {
        lock(m_page.unopened);
    }
}

void TicketView::lock(bool locked)
{
    closePanels();
    if (locked && isAncestorOf(QApplication::focusWidget())) {
        m_timeline->setFocus(Qt::OtherFocusReason); // the rest of a word must not reach a button
    }
    m_actions->suspend(locked);
    m_actions->setVisible(!locked);
    m_form->setEnabled(!locked);
    m_note->setVisible(!locked);
}

void TicketView::showLeft()
{
    if (m_left->isVisibleTo(this)) {
        return;
    }
    keepWritten();
    lock(true);
    m_left->show(Tone::Accent,
                 tr("This ticket has just left this desk: closed long ago, it stands at the service alone. What was written here is kept."),
                 u"archive"_qs);
}

void TicketView::showLists(const FormLists &lists, const Choices &operators)
{
    m_form->showLists(lists);
    m_panels[TicketAct::Assign]->setChoices(u"group"_qs, lists.groups);
    m_panels[TicketAct::Assign]->setChoices(u"assignee"_qs, operators);
}

void TicketView::showPeople(const QString &text, const std::vector<desk::PersonHit> &hits)
{
    m_form->showPeople(text, hits);
}

void TicketView::showKeptNote(const QString &text)
{
    m_note->showKept(text);
}

void TicketView::showFailure(const QString &column, const base::Error &error)
{
    if (column.isEmpty()) {
        m_confirmed.reset();
        m_note->release();
    }
    // At the field in any case: its value waits there, even where a question stands before it.
    const bool atField = !column.isEmpty() && m_form->showFailed(column, Words::of(error));
    for (ActionPanel *panel : std::as_const(m_panels)) {
        if (panel->isVisibleTo(this)) {
            panel->complain(Words::of(error), Words::isOfDisk(error));
            return;
        }
    }
    if (!atField) {
        m_failure->show(Tone::Bad, Words::of(error));
    }
}

void TicketView::taken(const QString &column)
{
    m_form->taken(column);
}

void TicketView::hideFailure()
{
    m_failure->hide();
}

void TicketView::ask(TicketAct act)
{
    m_changing = {};
    if (ActionPanel *panel = m_panels.value(act)) {
        closePanels();
        m_actions->suspend(true);
        // A narrow pane has room for the question or for the fields, and the question is asked now.
        m_fields->setVisible(m_body->direction() == QBoxLayout::LeftToRight);
        panel->open(m_nowMs);
        return;
    }
    Q_EMIT wanted({.act = act, .code = {}, .text = {}, .group = {}, .assignee = {}, .untilMs = 0});
}

void TicketView::confirm(TicketAct act)
{
    const ActionPanel *panel = m_panels.value(act);
    TicketDeed deed{
        .act = act, .code = panel->value(u"code"_qs), .text = panel->value(u"text"_qs), .group = {}, .assignee = {}, .untilMs = 0};
    if (act == TicketAct::Assign) {
        deed.group = domain::GroupId{base::Uuid::fromString(panel->value(u"group"_qs)).value_or(base::Uuid{})};
        deed.assignee = domain::OperatorId{base::Uuid::fromString(panel->value(u"assignee"_qs)).value_or(base::Uuid{})};
    } else if (act == TicketAct::Wait) {
        deed.untilMs = panel->moment(u"until"_qs, m_nowMs);
    }
    m_confirmed = act;
    m_words = deed.text;
    Q_EMIT wanted(deed);
}

void TicketView::closePanels()
{
    for (ActionPanel *panel : std::as_const(m_panels)) {
        panel->hide();
    }
    m_fields->show();
    m_actions->suspend(false);
}

void TicketView::done(TicketAct act)
{
    const bool answered = std::exchange(m_confirmed, std::nullopt) == act;
    if (ActionPanel *panel = m_panels.value(act)) {
        const QString text = panel->value(u"text"_qs);
        if (answered && text.size() > m_words.size() && text.startsWith(m_words)) {
            takeIntoNote(text.mid(m_words.size()).trimmed()); // struck before the answer
        }
        panel->clear();
    }
    const auto [changed, refused] = std::exchange(m_changing, {});
    if (answered && changed == act && !refused.isNull()) {
        Q_EMIT dismissed(refused); // said anew, in other words
    }
    m_failure->hide();
    closePanels();
}

void TicketView::noteTaken(const QString &text)
{
    m_noteSafe = true;
    m_note->taken(text);
    m_saidNotSaved = false;
    m_failure->hide();
}

void TicketView::appendNote(const QString &text)
{
    m_note->append(text);
}

void TicketView::shareHeight()
{
    const bool beside = m_body->direction() == QBoxLayout::LeftToRight;
    const int files = m_files->isHidden() ? 0 : m_files->sizeHint().height() + kHistoryGap;
    const int room = m_body->geometry().height() - m_body->spacing() - m_note->height() - files;
    const int history = std::clamp(m_timeline->contentHeight(), kLeastHistory, std::max(kLeastHistory, room * kHistoryPercent / 100));
    const int fields = beside ? QWIDGETSIZE_MAX : std::max(m_fields->minimumSizeHint().height(), room - history);
    if (room > 0 && fields != m_fields->maximumHeight()) {
        m_fields->setMaximumHeight(fields);
    }
}

bool TicketView::event(QEvent *event)
{
    const bool handled = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest) {
        shareHeight();
    }
    return handled;
}

void TicketView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool beside = width() >= kBesideWidth;
    const auto direction = beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom;
    if (m_body->direction() != direction) {
        m_body->setDirection(direction);
        m_body->setSpacing(beside ? 24 : 10);
        m_fields->setSizePolicy(QSizePolicy::Preferred, beside ? QSizePolicy::Expanding : QSizePolicy::Maximum);
        m_body->setStretch(0, beside ? 1 : 0);
        m_form->unfold(beside);
        m_fields->show();
    }
    shareHeight();
}

} // namespace comptoir::ui
