// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CallState.h"

#include <QDeadlineTimer>
#include <QVariantAnimation>
#include <QWidget>

class QHBoxLayout;

namespace comptoir::ui {

class Chip;
class KeyButton;
class PlainLabel;
class TimerLabel;

/// The top of the window: the operator's state, the call with its timer and keys, who waits, the search. Shows the number before the name.
/// A ring never takes the focus; F9 answers only what has been ringing long enough to be seen.
class CallBar : public QWidget
{
    Q_OBJECT

public:
    explicit CallBar(QWidget *parent = nullptr);

    void show(const desk::CallState &state, qint64 nowMs);
    using QWidget::show;
    /// The timers' second; repaints only digits that change.
    void tick(qint64 nowMs);
    [[nodiscard]] const desk::CallState &state() const { return m_state; }
    /// A call rings, runs or is being written up.
    [[nodiscard]] bool hasCall() const { return m_state.phase != desk::CallState::Phase::None; }
    /// The place under which a search opens.
    [[nodiscard]] QWidget *searchPlace() const;
    /// F9: answers while ringing, hangs up while talking. Nothing otherwise.
    void pressAnswerKey();
    void pressHoldKey();
    /// Opens the transfer entry where a call can be transferred.
    void pressTransferKey();
    void pressWrapUpKey();

Q_SIGNALS:
    /// hasCall() may have changed.
    void callMoved();
    void answerAsked();
    void hangUpAsked();
    void holdAsked();
    /// The place of the button, so that the entry opens under it.
    void transferAsked(QWidget *under);
    void wrapUpDone();
    void stateChosen(comptoir::domain::OperatorState state, const QString &pauseReason);
    void searchAsked();
    void keysAsked();
    void settingsAsked();
    void signOutAsked();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void addButton(QHBoxLayout &row, KeyButton *button, const QString &description);
    void showOperator();
    void showCall();
    void showButtons();
    void fitWords();
    void popUpStates();
    void fill(bool ringing);

    desk::CallState m_state;
    qint64 m_nowMs = 0;
    QDeadlineTimer m_answerableFrom;
    QVariantAnimation m_filling;
    bool m_compact = false;
    qreal m_filled = 0; ///< 0 = the usual ground, 1 = wholly the ring's
    KeyButton *m_operator;
    TimerLabel *m_timer;
    PlainLabel *m_who;
    PlainLabel *m_detail;
    KeyButton *m_answer;
    KeyButton *m_hangUp;
    KeyButton *m_hold;
    KeyButton *m_transfer;
    KeyButton *m_done;
    KeyButton *m_waiting;
    KeyButton *m_search;
};

} // namespace comptoir::ui
