// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Board.h"
#include "CallList.h"
#include "CopyGap.h"
#include "Tokens.h"

#include <QWidget>

#include <optional>

class QGridLayout;

namespace comptoir::ui {

class BarList;
class FigureTile;
class KeyButton;
class OperatorTable;
class PlainLabel;

/// The supervisor's figures. Shows values by difference; every figure is a button that says which list it stands for.
class BoardView : public QWidget
{
    Q_OBJECT

public:
    explicit BoardView(QWidget *parent = nullptr);

    void show(const desk::BoardFigures &figures, qint64 nowMs);
    using QWidget::show;
    /// Waiting times and states go on between two readings.
    void tick(qint64 nowMs);
    /// Over a copy that is not whole yet no figure is told: what is counted in it is not what there is.
    void showCopy(const sync::SyncStatus &status);
    void showFailure(const QString &text);
    void showFullScreen(bool full);

Q_SIGNALS:
    void openList(const comptoir::desk::QueueFilter &filter, const QString &title);
    void openCalls(comptoir::desk::CallList which);
    void fullScreenWanted();
    void leave();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    /// Four cards abreast where the width holds them, else two; the tiles likewise in one line or two.
    void arrange(bool narrow);
    QWidget *makeBar();
    FigureTile *makeTile(const QString &title, const desk::QueueFilter &filter);
    FigureTile *makeTile(const QString &title, desk::CallList calls);
    void showTickets();
    void showWhen();
    /// A figure of the copy, with what pressing it opens; "—" where the copy is not whole yet.
    void showCount(FigureTile &tile, int figure, Tone tone, const QString &line, const QString &icon, const QString &opens) const;

    desk::BoardFigures m_figures;
    CopyGap m_gap;
    bool m_shown = false;
    std::optional<bool> m_narrow;
    QGridLayout *m_tiles;
    QGridLayout *m_cards;
    PlainLabel *m_when;
    KeyButton *m_full;
    FigureTile *m_waiting;
    FigureTile *m_taken;
    FigureTile *m_missed;
    FigureTile *m_breached;
    FigureTile *m_dueSoon;
    FigureTile *m_unassigned;
    FigureTile *m_open;
    BarList *m_organisations;
    BarList *m_states;
    BarList *m_ages;
    BarList *m_groups;
    OperatorTable *m_operators;
};

} // namespace comptoir::ui
