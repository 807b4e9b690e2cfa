// SPDX-License-Identifier: GPL-3.0-or-later
#include "SearchDelegate.h"

#include "Fonts.h"
#include "Icons.h"
#include "SearchModel.h"

#include <QPainter>

namespace comptoir::ui {

SearchDelegate::SearchDelegate(const SearchModel &model, QObject *parent) : QAbstractItemDelegate(parent), m_model(model) {}

QSize SearchDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    return {200, m_model.entry(index.row()).kind == SearchModel::Entry::Kind::Title ? 26 : 32};
}

void SearchDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const SearchModel::Entry &entry = m_model.entry(index.row());
    const QRect row = option.rect.adjusted(0, 0, -1, 0);
    if (entry.kind == SearchModel::Entry::Kind::Title) {
        painter->setFont(fontOf(FontRole::Head));
        painter->setPen(tokens().muted);
        painter->drawText(row.adjusted(8, 0, -8, -3), Qt::AlignBottom | Qt::AlignLeft | Qt::TextSingleLine, entry.text);
        return;
    }
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected || option.state.testFlag(QStyle::State_MouseOver)) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(selected ? tokens().sel : tokens().hover);
        painter->drawRoundedRect(row, 6, 6);
    }
    using Kind = SearchModel::Entry::Kind;
    // What is not on this desk stands back; its icon and its words say so too.
    const QColor told = entry.kind == Kind::Waiting ? tokens().muted : tokens().text;
    paintIcon(*painter, QRect(row.x() + 8, row.y(), kIconPx, row.height()), entry.iconName,
              entry.kind == Kind::Archived ? tokens().muted : told);
    const QFont plain = fontOf(FontRole::Body);
    const QFont small = fontOf(FontRole::Secondary);
    const int left = row.x() + 32;
    const int room = row.right() - 8 - left;
    // That a ticket is an older one, and since when, is never cut.
    const int beside = entry.kind == Kind::Archived ? room - QFontMetrics(small).horizontalAdvance(entry.detail) - 14 : room * 2 / 3;
    const int textWide = std::min(QFontMetrics(plain).horizontalAdvance(entry.text) + 1, entry.detail.isEmpty() ? room : beside);
    painter->setFont(plain);
    painter->setPen(told);
    painter->drawText(QRect(left, row.y(), textWide, row.height()), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                      QFontMetrics(plain).elidedText(entry.text, Qt::ElideRight, textWide));
    const int detailRoom = room - textWide - 12;
    painter->setFont(small);
    painter->setPen(tokens().muted);
    painter->drawText(QRect(left + textWide + 12, row.y(), detailRoom, row.height()),
                      Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine,
                      QFontMetrics(small).elidedText(entry.detail, Qt::ElideRight, detailRoom));
}

} // namespace comptoir::ui
