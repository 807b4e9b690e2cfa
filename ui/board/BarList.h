// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Board.h"
#include "BoardRow.h"
#include "Card.h"

class QVBoxLayout;

namespace comptoir::ui {

class PlainLabel;

/// One line of a BarList: label, bar, count, how many are late. Pressing it opens the list behind.
class BarRow : public BoardRow
{
    Q_OBJECT

public:
    explicit BarRow(QWidget *parent = nullptr);

    /// `most` is the count whose bar is full; the label gets `labelPx`, the same in every line of a list.
    void show(const desk::BoardBar &bar, const QString &label, int most, int labelPx);
    using QWidget::show;
    [[nodiscard]] const desk::BoardBar &bar() const { return m_bar; }
    [[nodiscard]] QString label() const { return m_label; }
    [[nodiscard]] int most() const { return m_most; }

protected:
    void paintCells(QPainter &painter) override;

private:
    desk::BoardBar m_bar;
    QString m_label;
    int m_most = 1;
    int m_labelPx = 0;
};

/// A card of counts as bars: open tickets by state, by organisation, …
class BarList : public Card
{
    Q_OBJECT

public:
    BarList(const QString &title, const QString &what, QWidget *parent = nullptr);

    /// `labels` in the order of the bars. At most `rows` lines; what remains is added up in a line of text.
    void show(const std::vector<desk::BoardBar> &bars, const QStringList &labels, int rows);
    using QWidget::show;

Q_SIGNALS:
    void openList(const comptoir::desk::QueueFilter &filter, const QString &title);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    BarRow *rowAt(std::size_t index);
    [[nodiscard]] int labelPx() const;
    void place();

    QString m_title;
    QStringList m_labels; ///< shown
    BoardHeads *m_heads;
    QVBoxLayout *m_lines;
    PlainLabel *m_rest;
    std::vector<BarRow *> m_rows;
};

} // namespace comptoir::ui
