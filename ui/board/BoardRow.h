// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

#include <functional>
#include <vector>

namespace comptoir::ui {

/// One line of a card of the board: lit under the pointer, ruled below, pressed as a whole. What stands in it is its heirs'.
class BoardRow : public QAbstractButton
{
    Q_OBJECT

public:
    BoardRow(QSize usual, QSize least, QWidget *parent);

    [[nodiscard]] QSize sizeHint() const override { return m_usual; }
    [[nodiscard]] QSize minimumSizeHint() const override { return m_least; }

protected:
    virtual void paintCells(QPainter &painter) = 0;
    void paintEvent(QPaintEvent *event) final;
    bool event(QEvent *event) override;

private:
    QSize m_usual;
    QSize m_least;
};

/// The heads of such a card's columns, where its rows paint them.
class BoardHeads : public QWidget
{
    Q_OBJECT

public:
    struct Head
    {
        int left = 0;
        QString text;
    };
    /// Asked anew at each painting, with the width there is.
    using Place = std::function<std::vector<Head>(int width)>;

    explicit BoardHeads(Place place, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Place m_place;
};

} // namespace comptoir::ui
