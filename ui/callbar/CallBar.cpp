// SPDX-License-Identifier: GPL-3.0-or-later
#include "CallBar.h"

#include "Icons.h"
#include "KeyButton.h"
#include "PlainLabel.h"
#include "Theme.h"
#include "TimerLabel.h"
#include "Words.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPaintEvent>
#include <QPainter>

namespace comptoir::ui {

namespace {

using Phase = desk::CallState::Phase;

constexpr int kCallBarPx = 52;
constexpr int kWordsFromPx = 1180;
constexpr int kSearchPx = 180;
constexpr int kNamePx = 220; // a name is cut only beyond that
constexpr int kFillMs = 120;
/// A key pressed for the last call must not answer the next one.
constexpr int kAnswerableAfterMs = 400;

} // namespace

CallBar::CallBar(QWidget *parent)
    : QWidget(parent)
    , m_operator(new KeyButton({}, QStringLiteral("circle-check"), KeyButton::Look::CallPill, this))
    , m_timer(new TimerLabel(FontRole::Caller, Tone::Call, this))
    , m_who(new PlainLabel({}, FontRole::Strong, Tone::Call, this))
    , m_detail(new PlainLabel({}, FontRole::Body, Tone::CallMuted, this))
    , m_answer(new KeyButton(tr("Answer"), QStringLiteral("phone"), KeyButton::Look::Answer, this))
    , m_hangUp(new KeyButton(tr("Hang up"), QStringLiteral("phone-off"), KeyButton::Look::Danger, this))
    , m_hold(new KeyButton(tr("Hold"), QStringLiteral("pause"), KeyButton::Look::OnCall, this))
    , m_transfer(new KeyButton(tr("Transfer"), QStringLiteral("phone-forwarded"), KeyButton::Look::OnCall, this))
    , m_done(new KeyButton(tr("End wrap-up"), QStringLiteral("check"), KeyButton::Look::OnCall, this))
    , m_waiting(new KeyButton({}, QStringLiteral("phone-incoming"), KeyButton::Look::CallPill, this))
    , m_search(new KeyButton(tr("Search everywhere"), QStringLiteral("search"), KeyButton::Look::OnCall, this))
{
    build();
    m_filling.setStartValue(0.0);
    m_filling.setEndValue(1.0);
    connect(&m_filling, &QVariantAnimation::valueChanged, this, [this](const QVariant &value) {
        m_filled = value.toReal();
        update();
    });
    connect(m_operator, &KeyButton::clicked, this, &CallBar::popUpStates);
    connect(m_answer, &KeyButton::clicked, this, &CallBar::answerAsked);
    connect(m_hangUp, &KeyButton::clicked, this, &CallBar::hangUpAsked);
    connect(m_hold, &KeyButton::clicked, this, &CallBar::holdAsked);
    connect(m_transfer, &KeyButton::clicked, this, [this] { Q_EMIT transferAsked(m_transfer); });
    connect(m_done, &KeyButton::clicked, this, &CallBar::wrapUpDone);
    connect(m_search, &KeyButton::clicked, this, &CallBar::searchAsked);
    show({}, 0);
}

void CallBar::build()
{
    setFixedHeight(kCallBarPx);
    setAccessibleName(tr("Call bar"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 0, 12, 0);
    row->setSpacing(12);
    addButton(*row, m_operator, tr("Your state; press to change it"));
    m_operator->setTrailingIcon(QStringLiteral("chevron-down"));
    m_operator->setSmall(true);
    row->addWidget(m_timer, 0, Qt::AlignVCenter);
    auto *who = new QHBoxLayout;
    who->setSpacing(4);
    m_who->setElided(true);
    m_detail->setElided(true);
    who->addWidget(m_who, 0, Qt::AlignVCenter);
    who->addWidget(m_detail, 0, Qt::AlignVCenter);
    row->addLayout(who);
    addButton(*row, m_answer, tr("Answers the call that rings"));
    addButton(*row, m_hangUp, tr("Ends the call"));
    addButton(*row, m_hold, tr("Puts the caller on hold, or takes the call back"));
    addButton(*row, m_transfer, tr("Passes the call on"));
    addButton(*row, m_done, tr("You are available again"));
    row->addWidget(m_waiting);
    m_waiting->setSmall(true);
    m_waiting->setFocusPolicy(Qt::NoFocus);
    m_waiting->setAttribute(Qt::WA_TransparentForMouseEvents);
    row->addStretch(1);
    addButton(*row, m_search, tr("Finds people and tickets as you type"));
    m_answer->setKeyHint(QStringLiteral("F9"));
    m_hangUp->setKeyHint(QStringLiteral("F9"));
    m_hold->setKeyHint(QStringLiteral("F8"));
    m_done->setKeyHint(QStringLiteral("F10"));
    m_search->setKeyHint(shownKey(QKeySequence(Qt::CTRL | Qt::Key_K)));
    m_search->setLeftAligned(true);
    m_search->setMinimumWidth(kSearchPx);
    m_search->setMaximumWidth(250);
    m_search->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    row->setStretchFactor(m_search, 2);
}

void CallBar::addButton(QHBoxLayout &row, KeyButton *button, const QString &description)
{
    button->setAccessibleName(button->text());
    button->setAccessibleDescription(description);
    button->setToolTip(plainToolTip(description));
    row.addWidget(button, 0, Qt::AlignVCenter);
}

QWidget *CallBar::searchPlace() const
{
    return m_search;
}

void CallBar::show(const desk::CallState &state, qint64 nowMs)
{
    const bool wasRinging = m_state.phase == Phase::Ringing;
    const bool rings = state.phase == Phase::Ringing;
    if (rings && (!wasRinging || state.callId != m_state.callId)) {
        m_answerableFrom.setRemainingTime(kAnswerableAfterMs);
    }
    m_state = state;
    m_nowMs = nowMs;
    showOperator();
    showCall();
    showButtons();
    fitWords();
    if (rings != wasRinging) {
        fill(rings);
    }
    tick(nowMs);
    Q_EMIT callMoved();
}

void CallBar::fill(bool ringing)
{
    m_filling.stop();
    m_filled = ringing && animationMs(kFillMs) > 0 ? 0 : (ringing ? 1 : 0);
    if (ringing && animationMs(kFillMs) > 0) {
        m_filling.setDuration(animationMs(kFillMs));
        m_filling.start();
    }
    update();
}

void CallBar::showOperator()
{
    QString text = Words::of(m_state.state);
    if (m_state.state == domain::OperatorState::Pause && !m_state.pauseReason.isEmpty()) {
        text += u" · " % Words::pauseReason(m_state.pauseReason);
    }
    m_operator->setText(text);
    m_operator->setIconName(Words::iconOf(m_state.state));
    m_operator->setAccessibleName(text);
    m_operator->updateGeometry();
}

void CallBar::showCall()
{
    const bool inCall = m_state.phase != Phase::None;
    const QString number = m_state.number.isEmpty() && inCall ? tr("Number withheld") : m_state.number;
    QString who = m_state.name.isEmpty() ? number : m_state.name;
    QString detail;
    if (inCall && !m_state.name.isEmpty()) {
        detail = u"· " % number;
    }
    if (inCall && !m_state.place.isEmpty()) {
        detail += (detail.isEmpty() ? u"· "_qs : u" · "_qs) % m_state.place;
    }
    if (m_state.phase == Phase::Held) {
        detail += u" · " % tr("on hold");
    } else if (m_state.phase == Phase::Ringing) {
        detail += u" · " % (m_state.controllable ? tr("rings") : tr("rings: answer on the telephone"));
    }
    if (!inCall) {
        who.clear();
        detail = m_state.telephone ? tr("No call") : tr("No telephone connected");
    }
    m_who->setText(who);
    m_who->setVisible(!who.isEmpty());
    m_who->setMinimumWidth(0);
    m_who->setMinimumWidth(std::min(m_who->sizeHint().width(), kNamePx));
    m_detail->setText(detail);
    m_timer->setVisible(inCall || m_state.state == domain::OperatorState::Pause);
}

void CallBar::showButtons()
{
    const bool commands = m_state.controllable;
    const bool talks = m_state.phase == Phase::Talking || m_state.phase == Phase::Held;
    m_answer->setVisible(commands && m_state.phase == Phase::Ringing);
    m_hangUp->setVisible(commands && talks);
    m_hold->setVisible(commands && talks);
    m_hold->setText(m_state.phase == Phase::Held ? tr("Resume") : tr("Hold"));
    m_hold->setIconName(m_state.phase == Phase::Held ? QStringLiteral("play") : QStringLiteral("pause"));
    m_hold->setAccessibleName(m_hold->text());
    m_transfer->setVisible(commands && talks);
    m_done->setVisible(m_state.phase == Phase::WrapUp);
    m_waiting->setVisible(m_state.waiting > 0);
}

void CallBar::tick(qint64 nowMs)
{
    m_nowMs = nowMs;
    const qint64 since = m_state.phase == Phase::None ? m_state.stateSinceMs : m_state.phaseSinceMs;
    if (m_timer->isVisibleTo(this)) {
        m_timer->showSeconds((nowMs - since) / 1000);
    }
    if (m_state.waiting > 0) {
        const QString text = tr("%n waiting", nullptr, m_state.waiting) % u" · " % Times::timer(nowMs - m_state.oldestWaitingMs);
        if (text != m_waiting->text()) {
            const bool wider = text.size() != m_waiting->text().size();
            m_waiting->setText(text);
            m_waiting->setAccessibleName(tr("%n calls waiting", nullptr, m_state.waiting));
            if (wider) {
                m_waiting->updateGeometry();
            }
        }
    }
}

void CallBar::pressAnswerKey()
{
    if (m_answer->isVisible() && m_answerableFrom.hasExpired()) {
        Q_EMIT answerAsked();
    } else if (m_hangUp->isVisible()) {
        Q_EMIT hangUpAsked();
    }
}

void CallBar::pressHoldKey()
{
    if (m_hold->isVisible()) {
        Q_EMIT holdAsked();
    }
}

void CallBar::pressTransferKey()
{
    if (m_transfer->isVisible()) {
        Q_EMIT transferAsked(m_transfer);
    }
}

void CallBar::pressWrapUpKey()
{
    if (m_done->isVisible()) {
        Q_EMIT wrapUpDone();
    }
}

void CallBar::popUpStates()
{
    using State = domain::OperatorState;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(tr("Your state"));
    const auto add = [this](QMenu *to, State state, const QString &reason, const QString &text) {
        QAction *one = to->addAction(icon(Words::iconOf(state)), text);
        one->setCheckable(true);
        one->setChecked(m_state.state == state && (state != State::Pause || m_state.pauseReason == reason));
        connect(one, &QAction::triggered, this, [this, state, reason] { Q_EMIT stateChosen(state, reason); });
    };
    add(menu, State::Available, {}, Words::of(State::Available));
    for (const QString &reason : {u"lunch"_qs, u"break"_qs, u"training"_qs, u"back_office"_qs}) {
        add(menu, State::Pause, reason, Words::of(State::Pause) % u" · " % Words::pauseReason(reason));
    }
    add(menu, State::Offline, {}, Words::of(State::Offline));
    menu->addSeparator();
    QAction *settings = menu->addAction(icon(QStringLiteral("settings")), tr("Settings") % u'\t' % tr("Ctrl ,"));
    connect(settings, &QAction::triggered, this, &CallBar::settingsAsked);
    QAction *keys = menu->addAction(icon(QStringLiteral("keyboard")), tr("Keys of the desk") % u"\tF1");
    connect(keys, &QAction::triggered, this, &CallBar::keysAsked);
    QAction *leave = menu->addAction(icon(QStringLiteral("log-out")), tr("Sign out"));
    connect(leave, &QAction::triggered, this, &CallBar::signOutAsked);
    menu->popup(m_operator->mapToGlobal(QPoint(0, m_operator->height() + 4)));
}

void CallBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitWords();
}

void CallBar::fitWords()
{
    // Where room is short, who calls matters more than the words beside two icons.
    const bool compact = hasCall() && width() < kWordsFromPx;
    if (compact == m_compact) {
        return;
    }
    m_compact = compact;
    m_transfer->setText(compact ? QString() : tr("Transfer"));
    m_search->setText(compact ? QString() : tr("Search everywhere"));
    m_search->setMinimumWidth(compact ? 0 : kSearchPx);
    m_search->setSizePolicy(compact ? QSizePolicy::Minimum : QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_transfer->updateGeometry();
    m_search->updateGeometry();
}

void CallBar::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.fillRect(event->rect(), tokens().call);
    if (m_filled > 0) {
        painter.fillRect(QRectF(0, 0, width() * m_filled, height()).toRect() & event->rect(), tokens().callring);
    }
}

} // namespace comptoir::ui
