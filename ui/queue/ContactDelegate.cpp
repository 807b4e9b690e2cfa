// SPDX-License-Identifier: GPL-3.0-or-later
#include "ContactDelegate.h"

#include "ContactModel.h"
#include "DeskStyle.h"
#include "Fonts.h"
#include "Icons.h"
#include "Words.h"

#include <QPainter>

namespace comptoir::ui {

namespace {
constexpr int kContactRowPx = 32;
} // namespace

ContactDelegate::ContactDelegate(const ContactModel &model, QObject *parent) : QAbstractItemDelegate(parent), m_model(model) {}

QSize ContactDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {200, kContactRowPx};
}

void ContactDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const domain::Contact &contact = m_model.contact(index.row());
    const QRect &row = option.rect;
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter->fillRect(row, tokens().sel);
    } else if (option.state.testFlag(QStyle::State_MouseOver)) {
        painter->fillRect(row, tokens().hover);
    }
    painter->fillRect(QRect(row.x(), row.bottom(), row.width(), 1), tokens().line);
    const bool lost = contact.outcome == domain::CallOutcome::Missed || contact.outcome == domain::CallOutcome::Abandoned;
    paintIcon(*painter, QRect(row.x() + 12, row.y(), kIconPx, row.height()), Words::iconOf(contact.outcome, contact.direction),
              lost ? tokens().bad : tokens().muted);
    const int whenPx = 130;
    const int whoPx = std::clamp((row.width() - whenPx - 52) * 2 / 5, 80, 320);
    const auto put = [painter](const QRect &place, const QString &text, FontRole role, const QColor &tint, Qt::Alignment side) {
        const QFont font = fontOf(role);
        painter->setFont(font);
        painter->setPen(tint);
        painter->drawText(place, int(Qt::AlignVCenter | side) | Qt::TextSingleLine,
                          QFontMetrics(font).elidedText(text, Qt::ElideRight, place.width()));
    };
    const int left = row.x() + 40;
    put(QRect(left, row.y(), whoPx, row.height()), m_model.whoOf(contact), contact.personName.isEmpty() ? FontRole::Body : FontRole::Strong,
        tokens().text, Qt::AlignLeft);
    put(QRect(left + whoPx + 8, row.y(), row.right() - whenPx - left - whoPx - 20, row.height()), ContactModel::whatOf(contact),
        FontRole::Body, tokens().muted, Qt::AlignLeft);
    put(QRect(row.right() - whenPx - 12, row.y(), whenPx, row.height()), m_model.whenOf(contact), FontRole::Body, tokens().muted,
        Qt::AlignRight);
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        paintFocusRing(*painter, row, 2, tokens().accent);
    }
}

} // namespace comptoir::ui
