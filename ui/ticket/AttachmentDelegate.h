// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemDelegate>

namespace comptoir::ui {

class AttachmentModel;

/// A file in two lines: its small picture or an icon, its name; its size and where its bytes are.
class AttachmentDelegate : public QAbstractItemDelegate
{
    Q_OBJECT

public:
    static constexpr int kRowPx = 44;
    /// The room of the small picture.
    static constexpr QSize kPicture{48, 34};

    explicit AttachmentDelegate(const AttachmentModel &model, QObject *parent = nullptr);

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const AttachmentModel &m_model;
};

} // namespace comptoir::ui
