// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "AttachmentList.h"

#include <QAbstractListModel>
#include <QHash>
#include <QImage>

#include <vector>

namespace comptoir::ui {

/// The files beside a ticket, with the small pictures of those that are pictures. Shown by difference.
class AttachmentModel : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void show(const std::vector<desk::AttachmentLine> &files);
    void showPicture(domain::AttachmentId id, const QImage &picture);

    [[nodiscard]] const desk::AttachmentLine &file(int row) const { return m_files.at(std::size_t(row)); }
    [[nodiscard]] const std::vector<desk::AttachmentLine> &files() const { return m_files; }
    /// Null where there is none.
    [[nodiscard]] QImage picture(domain::AttachmentId id) const { return m_pictures.value(id.value); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    std::vector<desk::AttachmentLine> m_files;
    QHash<base::Uuid, QImage> m_pictures;
};

} // namespace comptoir::ui
