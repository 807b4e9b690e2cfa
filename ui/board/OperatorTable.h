// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Board.h"
#include "BoardRow.h"
#include "Card.h"

class QVBoxLayout;

namespace comptoir::ui {

class PlainLabel;

/// One operator's state: icon and word, name, since when, with whom by place.
class OperatorRow : public BoardRow
{
    Q_OBJECT

public:
    explicit OperatorRow(QWidget *parent = nullptr);

    void show(const desk::OperatorLine &line, qint64 nowMs);
    using QWidget::show;
    [[nodiscard]] const desk::OperatorLine &line() const { return m_line; }

protected:
    void paintCells(QPainter &painter) override;

private:
    desk::OperatorLine m_line;
    QString m_state;
    QString m_since;
};

/// The operators and what they do; where presence is unknown it says so, never "nobody".
class OperatorTable : public Card
{
    Q_OBJECT

public:
    explicit OperatorTable(QWidget *parent = nullptr);

    void show(const std::vector<desk::OperatorLine> &operators, bool known, qint64 nowMs);
    using QWidget::show;

Q_SIGNALS:
    void openList(const comptoir::desk::QueueFilter &filter, const QString &title);

private:
    OperatorRow *rowAt(std::size_t index);

    QVBoxLayout *m_lines;
    PlainLabel *m_note;
    std::vector<OperatorRow *> m_rows;
};

} // namespace comptoir::ui
