// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

namespace comptoir::ui {

/// A raised sheet: 8 px corners, one line around it. Give it a layout; its margins are 16 px.
class Card : public QFrame
{
    Q_OBJECT

public:
    explicit Card(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// A 1 px rule, horizontal or vertical.
class Rule : public QWidget
{
    Q_OBJECT

public:
    explicit Rule(Qt::Orientation orientation = Qt::Horizontal, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// A plain surface of one token: a widget whose ground follows the theme.
class Ground : public QWidget
{
    Q_OBJECT

public:
    enum class Kind { Bg, Surface, Call };
    explicit Ground(Kind kind, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Kind m_kind;
};

} // namespace comptoir::ui
