// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

namespace comptoir::ui {

/// The keys of the desk, over the window below the call bar; F1 or ? opens it, Esc or a click closes it.
class ShortcutSheet : public QWidget
{
    Q_OBJECT

public:
    /// `board`: whether this window has the control room, and its keys.
    ShortcutSheet(bool board, QWidget *parent);

    void open();
    /// The part of the parent it lies over: all but the call bar, where a ring must be seen.
    void cover(const QRect &place) { setGeometry(place); }
    void leave();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    QWidget *m_sheet;
    QPointer<QWidget> m_before;
};

} // namespace comptoir::ui
