// SPDX-License-Identifier: GPL-3.0-or-later
#include "SideDelegate.h"

#include "DeskStyle.h"
#include "Fonts.h"
#include "Icons.h"
#include "Sidebar.h"

#include <QLocale>
#include <QPainter>

namespace comptoir::ui {

namespace {
constexpr int kSideRowPx = 28;
constexpr int kTitlePx = 32;
constexpr int kFirstTitlePx = 28;
constexpr int kSide = 8;
} // namespace

SideDelegate::SideDelegate(const SideModel &model, const Sidebar &view, QObject *parent)
    : QAbstractItemDelegate(parent)
    , m_model(model)
    , m_view(view)
    , m_plain(fontOf(FontRole::Body))
    , m_strong(fontOf(FontRole::Strong))
    , m_head(fontOf(FontRole::Head))
{}

QSize SideDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    if (m_model.entry(index.row()).opens != SideEntry::Opens::Title) {
        return {100, kSideRowPx};
    }
    return {100, index.row() == 0 ? kFirstTitlePx : kTitlePx};
}

void SideDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const SideEntry &entry = m_model.entry(index.row());
    const QRect row = option.rect.adjusted(kSide, 0, -kSide, 0);
    if (entry.opens == SideEntry::Opens::Title) {
        painter->setFont(m_head);
        painter->setPen(tokens().muted);
        painter->drawText(row.adjusted(8, 0, -8, -4), Qt::AlignBottom | Qt::AlignLeft | Qt::TextSingleLine, entry.label);
        return;
    }
    const bool marked = entry.key == m_view.marked();
    painter->setRenderHint(QPainter::Antialiasing);
    if (marked || option.state.testFlag(QStyle::State_MouseOver)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(marked ? tokens().sel : tokens().hover);
        painter->drawRoundedRect(row, 6, 6);
    }
    if (m_view.hasFocus() && m_view.currentIndex() == index) {
        paintFocusRing(*painter, row, 6, tokens().accent);
    }
    paintIcon(*painter, QRect(row.x() + 8, row.y(), kIconPx, row.height()), entry.iconName, tokens().text);
    int right = row.right() - 8;
    if (entry.count) {
        const QString count = QLocale().toString(*entry.count);
        const bool speaks = entry.tone != Tone::Muted;
        painter->setFont(speaks || marked ? m_strong : m_plain);
        painter->setPen(marked && !speaks ? tokens().text : colour(entry.tone));
        const int wide = QFontMetrics(painter->font()).horizontalAdvance(count);
        painter->drawText(QRect(right - wide, row.y(), wide + 1, row.height()), Qt::AlignVCenter | Qt::AlignRight, count);
        right -= wide + 6;
    }
    painter->setFont(marked ? m_strong : m_plain);
    painter->setPen(tokens().text);
    const QRect place(row.x() + 32, row.y(), right - row.x() - 32, row.height());
    painter->drawText(place, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                      QFontMetrics(painter->font()).elidedText(entry.label, Qt::ElideRight, place.width()));
}

} // namespace comptoir::ui
