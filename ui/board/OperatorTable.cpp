// SPDX-License-Identifier: GPL-3.0-or-later
#include "OperatorTable.h"

#include "Fonts.h"
#include "Icons.h"
#include "PlainLabel.h"
#include "Words.h"

#include <QBoxLayout>
#include <QPainter>

namespace comptoir::ui {

namespace {

/// Where the columns begin: state, name, since, with.
struct Columns
{
    int name;
    int since;
    int with;
};

Columns columnsOf(int width)
{
    return {.name = width * 22 / 100, .since = width * 50 / 100, .with = width * 50 / 100 + 80};
}

} // namespace

OperatorRow::OperatorRow(QWidget *parent) : BoardRow({400, 30}, {240, 30}, parent) {}

void OperatorRow::show(const desk::OperatorLine &line, qint64 nowMs)
{
    const QString reason = Words::pauseReason(line.pauseReason);
    const QString state = reason.isEmpty() ? Words::of(line.state) : tr("%1 · %2").arg(Words::of(line.state), reason);
    const QString since = line.sinceMs == 0 ? u"—"_qs : Times::timer(nowMs - line.sinceMs);
    if (line == m_line && since == m_since && state == m_state) {
        return;
    }
    m_line = line;
    m_state = state;
    m_since = since;
    setAccessibleName(tr("%1, %2 since %3").arg(line.name, state, since));
    update();
}

void OperatorRow::paintCells(QPainter &painter)
{
    const Columns at = columnsOf(width());
    const auto cell = [&](int left, int right, FontRole role, Tone tone, const QString &text) {
        painter.setFont(fontOf(role));
        painter.setPen(colour(tone));
        painter.drawText(QRect(left, 0, right - left, height()), Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(text, Qt::ElideRight, right - left - 8));
    };
    paintIcon(painter, {6, 0, kIconPx, height()}, Words::iconOf(m_line.state), tokens().text);
    cell(6 + kIconPx + 6, at.name, FontRole::Body, Tone::Text, m_state);
    cell(at.name, at.since, FontRole::Strong, Tone::Text, m_line.name);
    cell(at.since, at.with, FontRole::Body, Tone::Text, m_since);
    cell(at.with, width(), FontRole::Body, Tone::Muted, m_line.with);
}

OperatorTable::OperatorTable(QWidget *parent)
    : Card(parent)
    , m_lines(new QVBoxLayout)
    , m_note(new PlainLabel({}, FontRole::Body, Tone::Muted, this))
{
    setAccessibleName(tr("Operators"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(4);
    auto *name = new PlainLabel(tr("Operators"), FontRole::Strong, Tone::Muted, this);
    column->addWidget(name);
    column->addWidget(new BoardHeads(
        [](int width) {
            const Columns at = columnsOf(width);
            return std::vector<BoardHeads::Head>{{6, tr("State")}, {at.name, tr("Operator")}, {at.since, tr("Since")}};
        },
        this));
    m_lines->setSpacing(0);
    column->addLayout(m_lines);
    m_note->setWordWrap(true);
    column->addWidget(m_note);
    column->addStretch(1);
}

OperatorRow *OperatorTable::rowAt(std::size_t index)
{
    while (m_rows.size() <= index) {
        auto *row = new OperatorRow(this);
        connect(row, &OperatorRow::clicked, this, [this, row] {
            desk::QueueFilter filter;
            filter.assignee = row->line().id;
            Q_EMIT openList(filter, row->line().name);
        });
        m_lines->addWidget(row);
        m_rows.push_back(row);
    }
    return m_rows[index];
}

void OperatorTable::show(const std::vector<desk::OperatorLine> &operators, bool known, qint64 nowMs)
{
    const std::size_t shown = known ? operators.size() : 0;
    for (std::size_t i = 0; i < shown; ++i) {
        rowAt(i)->show(operators[i], nowMs);
        rowAt(i)->setVisible(true);
    }
    for (std::size_t i = shown; i < m_rows.size(); ++i) {
        m_rows[i]->hide();
    }
    m_note->setText(known ? tr("No operator is signed in.") : tr("—, the service is not reached: what the operators do is not known."));
    m_note->setVisible(shown == 0);
}

} // namespace comptoir::ui
