// SPDX-License-Identifier: GPL-3.0-or-later
#include "AttachmentDelegate.h"

#include "AttachmentModel.h"
#include "AttachmentWords.h"
#include "DeskStyle.h"
#include "Fonts.h"
#include "Icons.h"

#include <QPainter>

namespace comptoir::ui {

namespace {

constexpr int kStateIconPx = 14;

void paintPicture(QPainter &painter, const QRect &place, const QImage &picture, const desk::AttachmentLine &file)
{
    painter.setPen(tokens().line);
    painter.setBrush(tokens().surface);
    painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    if (picture.isNull()) {
        paintIcon(painter, place, desk::isPicture(file) ? u"image"_qs : u"file"_qs, tokens().muted);
        return;
    }
    const QSize size = picture.size().scaled(place.size() - QSize(4, 4), Qt::KeepAspectRatio);
    const QRect at(place.center() - QPoint((size.width() - 1) / 2, (size.height() - 1) / 2), size);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(at, picture);
}

} // namespace

AttachmentDelegate::AttachmentDelegate(const AttachmentModel &model, QObject *parent) : QAbstractItemDelegate(parent), m_model(model) {}

QSize AttachmentDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {200, kRowPx};
}

void AttachmentDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const desk::AttachmentLine &file = m_model.file(index.row());
    const QRect &row = option.rect;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool chosen = option.state.testFlag(QStyle::State_Selected);
    if (chosen || option.state.testFlag(QStyle::State_MouseOver)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(chosen ? tokens().sel : tokens().hover);
        painter->drawRoundedRect(row, 6, 6);
    }
    const QSize room = kPicture;
    paintPicture(*painter, {row.left() + 5, row.top() + (row.height() - room.height()) / 2, room.width(), room.height()},
                 m_model.picture(file.id), file);
    const int left = row.left() + room.width() + 15;
    const QRect name(left, row.top() + 4, row.right() - left - 8, 18);
    painter->setFont(fontOf(FontRole::Body));
    painter->setPen(colour(Tone::Text));
    const QString shown = file.name.isEmpty() ? AttachmentWords::tr("A file") : file.name;
    painter->drawText(name, int(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(shown, Qt::ElideMiddle, name.width()));
    const QRect state = name.translated(0, 18);
    painter->setFont(fontOf(FontRole::Secondary));
    // On a chosen row the tones of states are not told apart well enough; the words and the icon say it.
    const QColor tint = chosen ? tokens().text : colour(AttachmentWords::toneOf(file));
    paintIcon(*painter, {state.left(), state.top(), kStateIconPx, state.height()}, AttachmentWords::iconOf(file), tint, kStateIconPx);
    painter->setPen(tint);
    QString words = AttachmentWords::state(file);
    if (file.size > 0) {
        words = AttachmentWords::size(file.size) + u" · "_qs + words;
    }
    const QRect told = state.adjusted(kStateIconPx + 5, 0, 0, 0);
    painter->drawText(told, int(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(words, Qt::ElideRight, told.width()));
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        paintFocusRing(*painter, row, 6, tokens().accent);
    }
    painter->restore();
}

} // namespace comptoir::ui
