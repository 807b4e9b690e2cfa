// SPDX-License-Identifier: GPL-3.0-or-later
#include "TimelineDelegate.h"

#include "Fonts.h"
#include "Icons.h"
#include "TimelineModel.h"
#include "Tokens.h"
#include "Words.h"

#include <QPainter>
#include <QPlainTextEdit>
#include <QTextLayout>

namespace comptoir::ui {

namespace {

constexpr int kTextLeft = 28; // icon 16 + gap
constexpr int kEntryGap = 6;
constexpr int kHeadHeight = 20;
constexpr int kDayHeight = 28;
constexpr int kMostEntryLines = 30; // a pasted log must not push the rest of the history away; the editor shows all of it

/// Lays `text` out in `width` and, with a painter, draws it at `top`; the height it takes.
int layText(const QString &text, const QFont &font, int width, QPainter *painter, const QPoint &top, const QColor &tint)
{
    if (text.isEmpty()) {
        return 0;
    }
    QString lines = text;
    lines.replace(u'\n', QChar::LineSeparator);
    QTextLayout layout(lines, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    qreal y = 0;
    int count = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, y});
        y += line.height() + 1;
        if (++count == kMostEntryLines) {
            break;
        }
    }
    layout.endLayout();
    if (painter) {
        painter->setPen(tint);
        painter->setFont(font);
        layout.draw(painter, top);
    }
    return qCeil(y);
}

/// Text and changes below the head line; the height they take.
int layBody(const TimelineRow &row, int width, QPainter *painter, QPoint at)
{
    const int begin = at.y();
    at.ry() += layText(row.text, fontOf(FontRole::Body), width, painter, at, colour(Tone::Text));
    for (const QString &change : row.changes) {
        at.ry() += layText(change, fontOf(FontRole::Secondary), width, painter, at, colour(Tone::Muted));
    }
    return at.y() - begin;
}

} // namespace

void TimelineDelegate::layOutTo(int width)
{
    if (width != m_width) {
        m_width = width;
        m_heights.clear();
    }
}

QSize TimelineDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const TimelineRow &row = static_cast<const TimelineModel *>(index.model())->row(index.row());
    if (row.isDay) {
        return {m_width, kDayHeight};
    }
    const qsizetype length = row.text.size() + row.changes.join(QString()).size();
    Height &known = m_heights[row.id];
    if (known.height == 0 || known.length != length) {
        known = {length, kEntryGap + kHeadHeight + layBody(row, m_width - kTextLeft - kEntryGap, nullptr, {}) + kEntryGap};
    }
    return {m_width, known.height};
}

void TimelineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const TimelineRow &row = static_cast<const TimelineModel *>(index.model())->row(index.row());
    painter->save();
    painter->setClipRect(option.rect);
    if (row.isDay) {
        paintDay(painter, option.rect, row);
    } else {
        paintEntry(painter, option, row);
    }
    painter->restore();
}

void TimelineDelegate::paintDay(QPainter *painter, const QRect &place, const TimelineRow &row) const
{
    painter->setFont(fontOf(FontRole::Head));
    painter->setPen(colour(Tone::Muted));
    const QRect text = place.adjusted(0, 6, 0, 0);
    painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter, row.head);
    const int left = text.left() + painter->fontMetrics().horizontalAdvance(row.head) + 8;
    painter->setPen(tokens().line);
    painter->drawLine(left, text.center().y(), place.right(), text.center().y());
}

void TimelineDelegate::paintEntry(QPainter *painter, const QStyleOptionViewItem &option, const TimelineRow &row) const
{
    if (option.state & QStyle::State_Selected) {
        painter->fillRect(option.rect, tokens().sel);
    }
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(tokens().accent, 2));
        painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
    }
    const QRect head(option.rect.left() + kTextLeft, option.rect.top() + kEntryGap, option.rect.width() - kTextLeft - kEntryGap,
                     kHeadHeight);
    const bool toRequester = row.kind == domain::EntryKind::PublicNote;
    paintIcon(*painter, {option.rect.left() + 4, head.top(), kIconPx, kHeadHeight}, Words::iconOf(row.kind),
              toRequester ? tokens().accent : tokens().muted);

    painter->setFont(fontOf(FontRole::Secondary));
    const QString when = row.pending ? TimelineModel::tr("not sent yet") + u" · "_qs + row.when : row.when;
    const int whenWidth = painter->fontMetrics().horizontalAdvance(when);
    painter->setPen(colour(row.pending ? Tone::Warn : Tone::Muted));
    painter->drawText(head, Qt::AlignRight | Qt::AlignVCenter, when);
    if (row.pending) {
        paintIcon(*painter, {head.right() - whenWidth - 20, head.top(), kIconPx, kHeadHeight}, u"cloud-upload"_qs, tokens().warn, 14);
    }

    const int room = head.width() - whenWidth - 28;
    QFont strong = fontOf(FontRole::Strong);
    strong.setPixelSize(12);
    painter->setFont(strong);
    painter->setPen(colour(Tone::Text));
    const QString actor = painter->fontMetrics().elidedText(row.head, Qt::ElideRight, room * 2 / 3);
    painter->drawText(head, Qt::AlignLeft | Qt::AlignVCenter, actor);
    const int used = painter->fontMetrics().horizontalAdvance(actor) + 6;
    painter->setFont(fontOf(FontRole::Secondary));
    painter->setPen(colour(toRequester ? Tone::Accent : Tone::Muted));
    const QString deed = painter->fontMetrics().elidedText(row.deed, Qt::ElideRight, qMax(0, room - used));
    painter->drawText(head.adjusted(used, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, deed);
    layBody(row, head.width(), painter, {head.left(), head.bottom() + 1});
}

QWidget *TimelineDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    auto *text = new QPlainTextEdit(index.data(Qt::EditRole).toString(), parent);
    text->setReadOnly(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setFont(fontOf(FontRole::Body));
    text->setAccessibleName(tr("Text of the entry"));
    return text;
}

void TimelineDelegate::setModelData(QWidget *, QAbstractItemModel *, const QModelIndex &) const {}

void TimelineDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &) const
{
    editor->setGeometry(
        option.rect.adjusted(kTextLeft - 6, kEntryGap + kHeadHeight - 2, 0, 0)
            .united(QRect(option.rect.left() + kTextLeft - 6, option.rect.top() + kEntryGap, option.rect.width() - kTextLeft, 64)));
}

} // namespace comptoir::ui
