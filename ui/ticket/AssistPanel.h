// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Assist.h"

#include <QPointer>
#include <QWidget>

namespace comptoir::ui {

class KeyButton;
class PlainLabel;
class TimerLabel;

/// Remote help inside the pane: asks for the caller's agreement and shows exactly what will run; then a timer and the way to end; then, when
/// it failed, what happened and what to do.
class AssistPanel : public QWidget
{
    Q_OBJECT

public:
    explicit AssistPanel(QWidget *parent = nullptr);

    /// Asks for agreement with the first offer; says so where nothing can reach the machine.
    void ask(const domain::Asset &asset, const std::vector<desk::Assist::Offer> &offers);
    void show(const desk::Assist::Session &session, qint64 nowMs);
    using QWidget::show;
    void showFailure(const QString &text);
    /// The running timer goes on; called every second.
    void tick(qint64 nowMs);
    [[nodiscard]] bool isAsking() const { return m_phase == Phase::Asking; }
    [[nodiscard]] const domain::Asset &asset() const { return m_asset; }

Q_SIGNALS:
    void agreed(const comptoir::desk::Assist::Offer &offer);
    void refused(const comptoir::desk::Assist::Offer &offer);
    void endWanted();
    /// The failure's sentence is to be written in the ticket.
    void noteWanted(const QString &text);
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    enum class Phase { None, Asking, Nothing, Running, Failed };

    void build();
    void showPhase(Phase phase);
    /// Asks with the offer chosen last.
    void askAgain();
    void showOffer();
    void nextOffer();
    void leave();
    [[nodiscard]] QString failureWords(const QString &outcome) const;

    Phase m_phase = Phase::None;
    QPointer<QWidget> m_before; ///< had the keyboard before the question
    domain::Asset m_asset;
    std::vector<desk::Assist::Offer> m_offers;
    std::size_t m_offer = 0;
    qint64 m_startedMs = 0;
    PlainLabel *m_title;
    TimerLabel *m_timer;
    PlainLabel *m_text;
    PlainLabel *m_command;
    KeyButton *m_agree;
    KeyButton *m_refuse;
    KeyButton *m_end;
    KeyButton *m_again;
    KeyButton *m_other;
    KeyButton *m_note;
    KeyButton *m_leave;
};

} // namespace comptoir::ui
