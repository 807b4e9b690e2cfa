// SPDX-License-Identifier: GPL-3.0-or-later
#include "OperatorTable.h"

#include "DeskStyle.h"
#include "Fonts.h"
#include "Icons.h"
#include "PlainLabel.h"
#include "Words.h"

#include <QBoxLayout>
#include <QEvent>
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

OperatorRow::OperatorRow(QWidget *parent) : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

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

bool OperatorRow::event(QEvent *event)
{
    const bool handled = QAbstractButton::event(event);
    if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave) {
        update();
    }
    return handled;
}

void OperatorRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse() || isDown()) {
        painter.fillRect(rect(), tokens().hover);
    }
    painter.setPen(tokens().line);
    painter.drawLine(0, height() - 1, width(), height() - 1);
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
    if (hasFocus()) {
        paintFocusRing(painter, rect(), 4, tokens().accent);
    }
}

namespace {

class OperatorHeads : public QWidget
{
public:
    explicit OperatorHeads(QWidget *parent) : QWidget(parent) { setFixedHeight(26); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setFont(fontOf(FontRole::Head));
        painter.setPen(tokens().muted);
        const Columns at = columnsOf(width());
        painter.drawText(rect().adjusted(6, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, OperatorTable::tr("State"));
        painter.drawText(rect().adjusted(at.name, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, OperatorTable::tr("Operator"));
        painter.drawText(rect().adjusted(at.since, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, OperatorTable::tr("Since"));
        painter.setPen(tokens().line);
        painter.drawLine(0, height() - 1, width(), height() - 1);
    }
};

} // namespace

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
    column->addWidget(new OperatorHeads(this));
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
