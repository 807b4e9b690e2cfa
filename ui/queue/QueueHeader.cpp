// SPDX-License-Identifier: GPL-3.0-or-later
#include "QueueHeader.h"

#include "Fonts.h"
#include "Icons.h"

#include <QPainter>

namespace comptoir::ui {

QueueHeader::QueueHeader(QWidget *parent) : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
    setSortIndicatorShown(true);
    setHighlightSections(false);
    setSectionResizeMode(QHeaderView::Fixed);
    setMinimumSectionSize(40);
    setFont(fontOf(FontRole::Head));
    setFocusPolicy(Qt::NoFocus);
}

QSize QueueHeader::sizeHint() const
{
    return {200, 30};
}

void QueueHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    painter->save();
    painter->fillRect(rect, tokens().surface);
    painter->fillRect(QRect(rect.x(), rect.bottom(), rect.width(), 1), tokens().line);
    const QString text = model()->headerData(section, Qt::Horizontal, Qt::DisplayRole).toString();
    QRect place = rect.adjusted(6, 0, -6, -1);
    painter->setFont(font());
    const bool orders = sortIndicatorSection() == section;
    painter->setPen(orders ? tokens().text : tokens().muted);
    const QFontMetrics metrics(font());
    painter->drawText(place, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                      metrics.elidedText(text, Qt::ElideRight, place.width()));
    const int after = place.x() + metrics.horizontalAdvance(text) + 3;
    if (orders && after + 12 <= rect.right()) {
        paintIcon(*painter, QRect(after, place.y(), 12, place.height()),
                  sortIndicatorOrder() == Qt::AscendingOrder ? QStringLiteral("arrow-down") : QStringLiteral("arrow-up"), tokens().text,
                  12);
    }
    painter->restore();
}

} // namespace comptoir::ui
