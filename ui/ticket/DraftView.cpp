// SPDX-License-Identifier: GPL-3.0-or-later
#include "DraftView.h"

#include "ActionPanel.h"
#include "AttachmentStrip.h"
#include "FitScroll.h"
#include "KeyButton.h"
#include "LineList.h"
#include "Notice.h"
#include "PlainLabel.h"
#include "TextLimits.h"
#include "TicketWords.h"
#include "Words.h"

#include <QBoxLayout>
#include <QShortcut>

namespace comptoir::ui {

namespace {

base::Uuid idIn(const QString &text)
{
    return base::Uuid::fromString(text).value_or(base::Uuid{});
}

QString whyAlike(desk::LookAlike::Why why)
{
    switch (why) {
    case desk::LookAlike::Why::Requester: return DraftView::tr("same requester");
    case desk::LookAlike::Why::Asset: return DraftView::tr("same equipment");
    case desk::LookAlike::Why::Words: break;
    }
    return DraftView::tr("same words");
}

} // namespace

DraftView::DraftView(QWidget *parent)
    : QWidget(parent)
    , m_title(new PlainLabel(tr("New ticket"), FontRole::PaneTitle, Tone::Text, this))
    , m_line(new PlainLabel({}, FontRole::Secondary, Tone::Muted, this))
    , m_form(new TicketForm(TicketForm::Use::Draft, this))
    , m_fields(new FitScroll(m_form, this))
    , m_files(new AttachmentStrip(this))
    , m_notice(new Notice(Tone::Warn, this))
    , m_undo(m_notice->addAction(tr("Bring it back"), u"undo-2"_qs))
    , m_unkept(new Notice(Tone::Warn, this))
    , m_damaged(new Notice(Tone::Warn, this))
    , m_repeated(new Notice(Tone::Accent, this))
    , m_offer(new Notice(Tone::Accent, this))
    , m_alikeTitle(new SectionLabel(tr("Looks like"), this))
    , m_alike(new LineList(true, this))
    , m_resolvePanel(new ActionPanel(tr("Resolve now"), tr("Resolve"), this))
    , m_assignPanel(new ActionPanel(tr("Hand the ticket over"), tr("Hand over"), this))
    , m_buttons(new QWidget(this))
    , m_save(new QShortcut(Qt::CTRL | Qt::Key_S, this))
{
    m_save->setEnabled(false);
    connect(m_save, &QShortcut::activated, this, &DraftView::saveWanted);
    buildPanels();
    build();
    m_notice->hide();
    connect(m_form, &TicketForm::typed, this, &DraftView::typed);
    connect(m_form, &TicketForm::peopleWanted, this, &DraftView::peopleWanted);
    connect(m_form, &TicketForm::committed, this, [this](const QString &column, const QString &value) {
        if (column == u"organisation"_qs) {
            Q_EMIT organisationChanged(value);
        }
    });
    connect(m_undo, &KeyButton::clicked, this, &DraftView::undoWanted);
    connect(m_offer->addAction(tr("Undo"), u"undo-2"_qs), &KeyButton::clicked, this, [this] {
        m_offer->hide();
        focusSummary();
        Q_EMIT offerUndone();
    });
    m_unkept->hide();
    connect(m_repeated->addAction(tr("Open it only"), u"undo-2"_qs), &KeyButton::clicked, this, [this] {
        m_draft.ticket.state = domain::TicketState::New;
        m_draft.ticket.assignee = {};
        showRepeated();
        focusSummary();
        Q_EMIT typed();
    });
    m_repeated->hide();
    m_offer->setDismissable(true);
    m_offer->hide();
    connect(m_alike, &LineList::chosen, this, [this](const QString &key) { Q_EMIT ticketWanted(domain::TicketId{idIn(key)}); });
    showLookAlikes({}, 0);
}

void DraftView::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(12);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    m_line->setElided(true);
    m_line->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    head->addWidget(m_title);
    head->addWidget(m_line, 1);
    column->addLayout(head);
    column->addWidget(m_unkept);
    column->addWidget(m_notice);
    column->addWidget(m_damaged);
    column->addWidget(m_repeated);
    column->addWidget(m_offer);
    column->addWidget(m_fields);
    column->addWidget(m_files);
    auto *alike = new QVBoxLayout;
    alike->setSpacing(2);
    m_alike->setAccessibleName(m_alikeTitle->text());
    alike->addWidget(m_alikeTitle);
    alike->addWidget(m_alike);
    column->addLayout(alike);
    column->addWidget(m_resolvePanel);
    column->addWidget(m_assignPanel);

    auto *row = new QHBoxLayout(m_buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    const auto add = [&](const QString &text, const QString &icon, KeyButton::Look look, const QKeySequence &key, auto press) {
        auto *button = new KeyButton(text, icon, look, m_buttons);
        button->setShortcut(key);
        button->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed); // narrow: the key goes first
        connect(button, &KeyButton::clicked, this, press);
        row->addWidget(button);
        m_ends << button;
        return button;
    };
    add(tr("Resolve now"), u"check"_qs, KeyButton::Look::Primary, Qt::CTRL | Qt::Key_Return, [this] { ask(m_resolvePanel); });
    add(tr("Hand over…"), u"forward"_qs, KeyButton::Look::Normal, Qt::CTRL | Qt::Key_T, [this] { ask(m_assignPanel); });
    add(tr("Keep"), {}, KeyButton::Look::Normal, Qt::CTRL | Qt::Key_S, [this] { Q_EMIT keepWanted(); });
    row->addStretch(1);
    auto *attach = new KeyButton({}, u"paperclip"_qs, KeyButton::Look::Quiet, this);
    attach->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_A);
    connect(attach, &KeyButton::clicked, this, &DraftView::attachWanted);
    head->addWidget(attach);
    m_ends << attach;
    attach->setAccessibleName(tr("Attach a file…"));
    attach->setToolTip(tr("Attach a file; pictures can be pasted, files dropped"));
    auto *discard = new KeyButton({}, u"trash-2"_qs, KeyButton::Look::Quiet, this);
    connect(discard, &KeyButton::clicked, this, &DraftView::discardWanted);
    head->addWidget(discard);
    m_ends << discard;
    discard->setAccessibleName(tr("Discard the draft"));
    discard->setToolTip(tr("Discard the draft; it can be brought back"));
    column->addWidget(m_buttons);
    column->addStretch(1);
}

void DraftView::buildPanels()
{
    m_resolvePanel->addChoice(u"code"_qs, tr("Outcome"), TicketWords::resolutionCodes());
    m_resolvePanel->addText(u"text"_qs, tr("What was done"), tr("What helped, for the requester and for the next time"));
    m_assignPanel->addChoice(u"group"_qs, tr("Group"), {}, tr("No group"));
    m_assignPanel->addChoice(u"assignee"_qs, tr("Assignee"), {}, tr("Nobody"));
    m_assignPanel->addText(u"text"_qs, tr("Word for them"), tr("What was done, what is missing"));
    connect(m_resolvePanel, &ActionPanel::confirmed, this, [this] {
        Q_EMIT wanted({.act = TicketAct::Resolve,
                       .code = m_resolvePanel->value(u"code"_qs),
                       .text = m_resolvePanel->value(u"text"_qs),
                       .group = {},
                       .assignee = {},
                       .untilMs = 0});
    });
    connect(m_assignPanel, &ActionPanel::confirmed, this, [this] {
        Q_EMIT wanted({.act = TicketAct::Assign,
                       .code = {},
                       .text = m_assignPanel->value(u"text"_qs),
                       .group = domain::GroupId{idIn(m_assignPanel->value(u"group"_qs))},
                       .assignee = domain::OperatorId{idIn(m_assignPanel->value(u"assignee"_qs))},
                       .untilMs = 0});
    });
    for (ActionPanel *panel : {m_resolvePanel, m_assignPanel}) {
        connect(panel, &ActionPanel::typed, this, &DraftView::typed);
        connect(panel, &ActionPanel::left, this, [this] {
            closePanels();
            focusSummary();
        });
    }
}

void DraftView::ask(ActionPanel *panel)
{
    closePanels();
    m_buttons->hide();
    m_save->setEnabled(true);
    panel->open(m_savedMs);
}

void DraftView::closePanels()
{
    m_resolvePanel->hide();
    m_assignPanel->hide();
    m_save->setEnabled(false);
    m_buttons->show();
}

void DraftView::show(const desk::Draft &draft)
{
    m_draft = draft;
    m_savedMs = draft.savedMs;
    m_form->show(draft.ticket);
    showHead();
    showRepeated();
    m_damaged->show(Tone::Warn, tr("Part of this draft was damaged on the disk: read it through before you save it."));
    m_damaged->setVisible(draft.damaged);
}

void DraftView::showLists(const FormLists &lists, const Choices &operators)
{
    m_form->showLists(lists);
    m_assignPanel->setChoices(u"group"_qs, lists.groups);
    m_assignPanel->setChoices(u"assignee"_qs, operators);
}

void DraftView::showPeople(const QString &text, const std::vector<desk::PersonHit> &hits)
{
    m_form->showPeople(text, hits);
}

void DraftView::showSaved(const QString &number, qint64 savedMs)
{
    m_draft.ticket.number = number;
    m_savedMs = savedMs;
    m_unkept->hide();
    if (std::exchange(m_diskTold, false)) {
        m_notice->hide();
    }
    showHead();
}

void DraftView::showUnkept(const base::Error &why, bool closing)
{
    const QString text = closing ? tr("Not kept on this machine: %1. Closing once more gives up what is written here.")
                                 : tr("Not kept on this machine: %1. It is kept as soon as that is possible; go on writing.");
    m_unkept->show(Tone::Warn, text.arg(Words::whyNotKept(why)));
}

QMap<TicketAct, ActionPanel *> DraftView::questions() const
{
    return {{TicketAct::Resolve, m_resolvePanel}, {TicketAct::Assign, m_assignPanel}};
}

bool DraftView::repeats() const
{
    return m_draft.ticket.state != domain::TicketState::New || !m_draft.ticket.assignee.isNull();
}

void DraftView::showRepeated()
{
    const domain::Ticket &ticket = m_draft.ticket;
    QStringList words;
    if (!ticket.assignee.isNull()) {
        words << (ticket.state == domain::TicketState::New ? tr("handed over as before") : tr("taken in charge"));
    }
    if (ticket.state != domain::TicketState::New && ticket.state != domain::TicketState::InProgress) {
        QString word = Words::stateOf(ticket.state, ticket.waitReason);
        const QString outcome = TicketWords::labelIn(TicketWords::resolutionCodes(), ticket.resolutionCode);
        for (const QString &more : {outcome, ticket.resolution.simplified()}) {
            word += more.isEmpty() ? QString() : QString(u" · " % more);
        }
        words << word;
    }
    m_repeated->setVisible(repeats());
    if (repeats()) {
        m_repeated->show(Tone::Accent, tr("Done again when it is saved: %1.").arg(words.join(u", "_qs)));
    }
}

void DraftView::take(const domain::Ticket &ticket)
{
    m_draft.ticket = ticket;
    m_form->show(ticket);
    showRepeated();
}

void DraftView::showOffer(const QString &name)
{
    m_offer->show(Tone::Accent, tr("%1 is now the requester.").arg(name), u"user-check"_qs);
}

void DraftView::hideOffer()
{
    m_offer->hide();
}

void DraftView::showParentDropped(const QString &number)
{
    m_undo->hide();
    m_notice->show(Tone::Warn,
                   number.isEmpty() ? tr("The incident this draft hung on is no longer here. It hangs on none now; the draft is kept.")
                                    : tr("%1 is of another organisation: the draft no longer hangs on it. The draft is kept.").arg(number));
}

void DraftView::showLookAlikes(const std::vector<desk::LookAlike> &found, qint64 nowMs)
{
    std::vector<LineList::Line> lines;
    for (const desk::LookAlike &one : found) {
        lines.push_back({one.ticket.id.toString(), u"ticket"_qs, one.ticket.number, one.ticket.summary,
                         tr("%1 · %2").arg(whyAlike(one.why), Times::ago(one.ticket.openedMs, nowMs))});
    }
    m_alike->show(lines);
    m_alikeTitle->setVisible(!lines.empty());
    m_alike->setVisible(!lines.empty());
}

void DraftView::showHead()
{
    const QString number = m_draft.ticket.number;
    m_line->setText(m_savedMs == 0 || number.isEmpty() ? number : tr("%1 · draft kept at %2").arg(number, Times::clockSeconds(m_savedMs)));
}

void DraftView::enable(bool on)
{
    for (QWidget *part : std::initializer_list<QWidget *>{m_form, m_files, m_repeated, m_offer, m_alike, m_resolvePanel, m_assignPanel}) {
        part->setEnabled(on);
    }
    for (KeyButton *button : std::as_const(m_ends)) {
        button->setEnabled(on);
    }
}

void DraftView::showDiscarded(bool discarded)
{
    m_discarded = discarded;
    closePanels();
    enable(!discarded);
    if (discarded) {
        m_unkept->hide();
        m_undo->show();
        m_notice->show(Tone::Warn, tr("Draft %1 was discarded.").arg(m_draft.ticket.number).simplified(), u"trash-2"_qs);
        m_undo->setFocus(Qt::OtherFocusReason);
    } else {
        m_notice->hide();
    }
}

void DraftView::showFailure(const base::Error &error)
{
    enable(!m_discarded && !m_busy);
    const domain::Ticket ticket = draft().ticket;
    QString text = Words::of(error);
    m_diskTold = Words::isOfDisk(error);
    if (m_diskTold) {
        text = tr("Not saved: %1. What is written here stays; save it again once that is mended.").arg(Words::whyNotKept(error));
    } else if (ticket.organisation.isNull()) {
        text = tr("The ticket needs its organisation: choose it here. The draft is kept.");
        m_form->unfold(true);
    } else if (ticket.summary.isEmpty()) {
        text = tr("The ticket needs a summary. The draft is kept.");
    } else if (const qsizetype length = ticket.description.size(); length > domain::kMostLongText) {
        text = Words::tooLong(length, domain::kMostLongText);
    }
    for (ActionPanel *panel : {m_resolvePanel, m_assignPanel}) {
        if (panel->isVisibleTo(this)) {
            panel->complain(text, m_diskTold);
            return;
        }
    }
    m_undo->hide();
    m_notice->show(Tone::Bad, text);
}

void DraftView::showBusy(bool busy)
{
    if (busy == m_busy) {
        return;
    }
    m_busy = busy;
    if (busy) {
        QWidget *focus = window()->focusWidget(); // also where another window is in front
        m_typing = focus && isAncestorOf(focus) ? focus : nullptr;
        if (m_typing) {
            setFocus(Qt::OtherFocusReason); // else the next key would press whatever comes after the form
        }
        enable(false);
        return;
    }
    enable(!m_discarded);
    if (m_typing && window()->focusWidget() == this) {
        m_typing->setFocus(Qt::OtherFocusReason);
    }
}

desk::Draft DraftView::draft() const
{
    desk::Draft now = m_draft;
    m_form->write(now.ticket);
    return now;
}

void DraftView::focusSummary()
{
    m_form->focusSummary();
}

} // namespace comptoir::ui
