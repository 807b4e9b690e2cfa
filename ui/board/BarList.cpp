// SPDX-License-Identifier: GPL-3.0-or-later
#include "BarList.h"

#include "Fonts.h"
#include "Icons.h"
#include "PlainLabel.h"

#include <QBoxLayout>
#include <QPainter>

namespace comptoir::ui {

namespace {

constexpr int kLateWidth = 64;
constexpr int kCountWidth = 48;
constexpr int kBarPx = 10;

} // namespace

BarRow::BarRow(QWidget *parent) : BoardRow({320, 30}, {200, 30}, parent) {}

void BarRow::show(const desk::BoardBar &bar, const QString &label, int most, int labelPx)
{
    if (bar == m_bar && label == m_label && most == m_most && labelPx == m_labelPx) {
        return;
    }
    m_bar = bar;
    m_label = label;
    m_most = std::max(1, most);
    m_labelPx = labelPx;
    const QString open = tr("%n open", "tickets", bar.count);
    setAccessibleName(bar.breached > 0 ? tr("%1: %2, %3").arg(label, open, tr("%n late", "tickets", bar.breached))
                                       : tr("%1: %2").arg(label, open));
    setToolTip(plainToolTip(label));
    update();
}

void BarRow::paintCells(QPainter &painter)
{
    const int labels = m_labelPx;
    painter.setFont(fontOf(FontRole::Body));
    painter.setPen(tokens().text);
    painter.drawText(QRect(6, 0, labels - 12, height()), Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_label, Qt::ElideRight, labels - 12));
    const int room = std::max(0, width() - labels - kLateWidth - kCountWidth);
    const int length = m_bar.count == 0 ? 0 : std::max(3, room * m_bar.count / m_most);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens().accent);
    painter.drawRoundedRect(QRect(labels, (height() - kBarPx) / 2, length, kBarPx), 2, 2);
    painter.setPen(tokens().text);
    painter.drawText(QRect(labels + length + 6, 0, kCountWidth, height()), Qt::AlignLeft | Qt::AlignVCenter, QString::number(m_bar.count));
    const QRect late(width() - kLateWidth, 0, kLateWidth - 6, height());
    if (m_bar.breached > 0) {
        paintIcon(painter, {late.left(), 0, 14, height()}, u"triangle-alert"_qs, tokens().bad, 14);
        painter.setFont(fontOf(FontRole::Strong));
        painter.setPen(tokens().bad);
        painter.drawText(late.adjusted(20, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, QString::number(m_bar.breached));
    } else {
        painter.setPen(tokens().muted);
        painter.drawText(late, Qt::AlignLeft | Qt::AlignVCenter, u"—"_qs);
    }
}

BarList::BarList(const QString &title, const QString &what, QWidget *parent)
    : Card(parent)
    , m_title(title)
    , m_heads(new BoardHeads(
          [this, what](int width) {
              return std::vector<BoardHeads::Head>{{6, what}, {labelPx(), tr("Open")}, {width - kLateWidth, tr("Late")}};
          },
          this))
    , m_lines(new QVBoxLayout)
    , m_rest(new PlainLabel({}, FontRole::Secondary, Tone::Muted, this))
{
    setAccessibleName(title);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(4);
    auto *name = new PlainLabel(title, FontRole::Strong, Tone::Muted, this);
    column->addWidget(name);
    column->addWidget(m_heads);
    m_lines->setSpacing(0);
    column->addLayout(m_lines);
    column->addWidget(m_rest);
    column->addStretch(1);
    m_rest->hide();
}

BarRow *BarList::rowAt(std::size_t index)
{
    while (m_rows.size() <= index) {
        auto *row = new BarRow(this);
        connect(row, &BarRow::clicked, this, [this, row] { Q_EMIT openList(row->bar().filter, tr("%1: %2").arg(m_title, row->label())); });
        m_lines->addWidget(row);
        m_rows.push_back(row);
    }
    return m_rows[index];
}

int BarList::labelPx() const
{
    int widest = 90;
    const QFontMetrics metrics(fontOf(FontRole::Body));
    for (const QString &label : m_labels) {
        widest = std::max(widest, metrics.horizontalAdvance(label) + 20);
    }
    return std::min(widest, (width() - kLateWidth - kCountWidth) * 2 / 3);
}

void BarList::place()
{
    const int labels = labelPx();
    m_heads->update();
    for (BarRow *row : m_rows) {
        row->show(row->bar(), row->label(), row->most(), labels);
    }
}

void BarList::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    place();
}

void BarList::show(const std::vector<desk::BoardBar> &bars, const QStringList &labels, int rows)
{
    int most = 1;
    int rest = 0;
    for (std::size_t i = 0; i < bars.size(); ++i) {
        most = std::max(most, bars[i].count);
        rest += i >= std::size_t(rows) ? bars[i].count : 0;
    }
    const std::size_t shown = std::min(bars.size(), std::size_t(rows));
    m_labels = labels.mid(0, qsizetype(shown));
    for (std::size_t i = 0; i < shown; ++i) {
        rowAt(i)->show(bars[i], labels.value(qsizetype(i)), most, labelPx());
        rowAt(i)->setVisible(true);
    }
    for (std::size_t i = shown; i < m_rows.size(); ++i) {
        m_rows[i]->hide();
    }
    place();
    const int lines = int(bars.size() - shown);
    m_rest->setText(bars.empty() ? tr("No open ticket.") : QString(tr("%n more", nullptr, lines) % u", " % tr("%n open", "tickets", rest)));
    m_rest->setVisible(lines > 0 || bars.empty());
}

} // namespace comptoir::ui
