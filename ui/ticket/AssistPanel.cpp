// SPDX-License-Identifier: GPL-3.0-or-later
#include "AssistPanel.h"

#include "KeyButton.h"
#include "PlainLabel.h"
#include "TimerLabel.h"
#include "Tokens.h"
#include "Words.h"

#include <QBoxLayout>
#include <QFontDatabase>
#include <QKeyEvent>
#include <QPainter>

namespace comptoir::ui {

using desk::Assist;

AssistPanel::AssistPanel(QWidget *parent)
    : QWidget(parent)
    , m_title(new PlainLabel({}, FontRole::Strong, Tone::Text, this))
    , m_timer(new TimerLabel(FontRole::Strong, Tone::Text, this))
    , m_text(new PlainLabel({}, FontRole::Body, Tone::Text, this))
    , m_command(new PlainLabel({}, FontRole::Secondary, Tone::Muted, this))
    , m_agree(new KeyButton(tr("The person agrees"), u"check"_qs, KeyButton::Look::Primary, this))
    , m_refuse(new KeyButton(tr("They refuse"), {}, KeyButton::Look::Normal, this))
    , m_end(new KeyButton(tr("End it"), u"unplug"_qs, KeyButton::Look::Primary, this))
    , m_again(new KeyButton(tr("Try again"), u"refresh-cw"_qs, KeyButton::Look::Primary, this))
    , m_other(new KeyButton(tr("Other tool"), {}, KeyButton::Look::Normal, this))
    , m_note(new KeyButton(tr("Note it in the ticket"), {}, KeyButton::Look::Normal, this))
    , m_leave(new KeyButton(tr("Leave"), {}, KeyButton::Look::Quiet, this))
{
    m_agree->setObjectName(u"agree"_qs);
    m_other->setObjectName(u"other"_qs);
    build();
    connect(m_agree, &KeyButton::clicked, this, [this] { Q_EMIT agreed(m_offers[m_offer]); });
    connect(m_refuse, &KeyButton::clicked, this, [this] {
        Q_EMIT refused(m_offers[m_offer]);
        leave();
    });
    connect(m_end, &KeyButton::clicked, this, &AssistPanel::endWanted);
    connect(m_again, &KeyButton::clicked, this, &AssistPanel::askAgain);
    connect(m_other, &KeyButton::clicked, this, &AssistPanel::nextOffer);
    connect(m_note, &KeyButton::clicked, this, [this] {
        Q_EMIT noteWanted(m_text->text());
        leave();
    });
    connect(m_leave, &KeyButton::clicked, this, &AssistPanel::leave);
    hide();
}

void AssistPanel::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(6);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    m_title->setElided(true);
    head->addWidget(m_title, 1);
    head->addWidget(m_timer);
    column->addLayout(head);
    m_text->setWordWrap(true);
    column->addWidget(m_text);
    m_command->setWordWrap(true);
    m_command->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(m_command);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->setContentsMargins(0, 4, 0, 0);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_agree->setKeyHint(u"⏎"_qs);
    m_leave->setKeyHint(tr("Esc"));
    for (KeyButton *button : {m_agree, m_refuse, m_end, m_again, m_other, m_note, m_leave}) {
        button->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed); // narrow: the key goes first
        row->addWidget(button);
    }
    row->addStretch(1);
    column->addLayout(row);
}

void AssistPanel::ask(const domain::Asset &asset, const std::vector<Assist::Offer> &offers)
{
    m_asset = asset;
    m_offers = offers;
    m_offer = 0;
    askAgain();
}

void AssistPanel::askAgain()
{
    if (QWidget *had = window()->focusWidget(); had && !isAncestorOf(had)) {
        m_before = had;
    }
    if (m_offers.empty()) {
        m_title->setText(tr("%1 cannot be taken over").arg(m_asset.name));
        m_text->setText(tr("No tool of the desk's policy reaches this machine. Go on by telephone, or send somebody."));
        showPhase(Phase::Nothing);
        m_leave->setFocus(Qt::ShortcutFocusReason);
        return;
    }
    m_title->setText(tr("Take control of %1").arg(m_asset.name));
    m_text->setText(tr("Ask the person first: “May I take control of your computer?” Their answer is written in the ticket."));
    showOffer();
    showPhase(Phase::Asking);
    m_agree->setFocus(Qt::ShortcutFocusReason);
}

void AssistPanel::showOffer()
{
    m_command->setText(
        tr("%1 → %2\n%3").arg(Words::assistTool(m_offers[m_offer].tool), m_offers[m_offer].target, m_offers[m_offer].command));
    m_command->setAccessibleName(tr("What will run: %1").arg(m_offers[m_offer].command));
}

void AssistPanel::nextOffer()
{
    if (!m_offers.empty()) {
        m_offer = (m_offer + 1) % m_offers.size();
        askAgain();
    }
}

void AssistPanel::show(const Assist::Session &session, qint64 nowMs)
{
    using SessionPhase = Assist::Session::Phase;
    switch (session.phase) {
    case SessionPhase::None: break;
    case SessionPhase::Starting:
        m_title->setText(tr("Opening %1…").arg(session.assetName));
        m_text->setText(tr("The tool starts. What happens is read from its log."));
        m_startedMs = 0;
        m_timer->clear();
        showPhase(Phase::Running);
        break;
    case SessionPhase::Running:
        m_title->setText(tr("You have control of %1").arg(session.assetName));
        m_text->setText(session.offer.tracksEnd ? tr("Close the tool's window or press the button when it is done.")
                                                : tr("This tool does not tell when it ends: press the button when it is done."));
        m_startedMs = session.startedMs;
        showPhase(Phase::Running);
        tick(nowMs);
        break;
    case SessionPhase::Ended:
        if (session.outcome == u"closed"_qs) {
            leave();
        } else {
            showFailure(failureWords(session.outcome));
        }
        break;
    }
}

QString AssistPanel::failureWords(const QString &outcome) const
{
    if (outcome == u"unreachable"_qs) {
        return tr("Remote help did not start: %1 does not answer.").arg(m_asset.name);
    }
    if (outcome == u"refused"_qs) {
        return tr("Remote help did not start: it was refused on %1.").arg(m_asset.name);
    }
    if (outcome == u"auth_failed"_qs) {
        return tr("Remote help did not start: %1 did not accept the password.").arg(m_asset.name);
    }
    if (outcome == u"not_installed"_qs) {
        return tr("Remote help did not start: the tool is not installed on this desk.");
    }
    if (outcome == u"lost"_qs) {
        return tr("Remote help ended: the connection to %1 broke.").arg(m_asset.name);
    }
    return tr("Remote help on %1: %2.").arg(m_asset.name, Words::assistOutcome(outcome));
}

void AssistPanel::showFailure(const QString &text)
{
    m_title->setText(tr("Remote help"));
    m_text->setText(text);
    setAccessibleName(text);
    showPhase(Phase::Failed);
}

void AssistPanel::tick(qint64 nowMs)
{
    if (m_phase == Phase::Running && m_startedMs > 0) {
        m_timer->showSeconds((nowMs - m_startedMs) / 1000);
    }
}

void AssistPanel::showPhase(Phase phase)
{
    m_phase = phase;
    const bool hadKeyboard = isAncestorOf(window()->focusWidget());
    m_timer->setVisible(phase == Phase::Running);
    m_text->setTone(phase == Phase::Failed ? Tone::Bad : Tone::Text);
    m_command->setVisible(phase == Phase::Asking);
    m_agree->setVisible(phase == Phase::Asking);
    m_refuse->setVisible(phase == Phase::Asking);
    m_end->setVisible(phase == Phase::Running);
    m_again->setVisible(phase == Phase::Failed && !m_offers.empty());
    m_other->setVisible((phase == Phase::Asking || phase == Phase::Failed) && m_offers.size() > 1);
    m_note->setVisible(phase == Phase::Failed || phase == Phase::Nothing);
    m_leave->setVisible(phase != Phase::Running);
    if (phase != Phase::Failed) {
        setAccessibleName(m_title->text());
    }
    setVisible(phase != Phase::None);
    if (hadKeyboard && m_before && (phase == Phase::None || phase == Phase::Running)) {
        m_before->setFocus(Qt::OtherFocusReason); // else it goes to whatever comes next, a button perhaps
    }
    update();
}

void AssistPanel::leave()
{
    showPhase(Phase::None);
    Q_EMIT left();
}

void AssistPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_phase != Phase::Running) {
        leave();
        return;
    }
    // Enter answers only while a button of this panel has the focus: a stray key must not agree for the caller.
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (auto *button = qobject_cast<KeyButton *>(focusWidget())) {
            button->click();
            return;
        }
    }
    QWidget::keyPressEvent(event);
}

void AssistPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(tokens().line);
    painter.setBrush(m_phase == Phase::Failed ? tokens().badbg : tokens().accentbg);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

} // namespace comptoir::ui
