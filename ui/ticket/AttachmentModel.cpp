// SPDX-License-Identifier: GPL-3.0-or-later
#include "AttachmentModel.h"

#include "AttachmentWords.h"
#include "PlainLabel.h"

#include <algorithm>

namespace comptoir::ui {

void AttachmentModel::show(const std::vector<desk::AttachmentLine> &files)
{
    const auto isSame = [](const auto &one, const auto &other) { return one.id == other.id; };
    // They are added at the end and hardly ever taken away.
    const bool grown = m_files.size() <= files.size() && std::equal(m_files.begin(), m_files.end(), files.begin(), isSame);
    if (!grown) {
        beginResetModel();
        m_files = files;
        endResetModel();
        return;
    }
    if (m_files.size() < files.size()) {
        beginInsertRows({}, int(m_files.size()), int(files.size()) - 1);
        m_files.insert(m_files.end(), files.begin() + std::ptrdiff_t(m_files.size()), files.end());
        endInsertRows();
    }
    for (std::size_t at = 0; at < files.size(); ++at) {
        if (m_files[at] != files[at]) {
            m_files[at] = files[at];
            Q_EMIT dataChanged(index(int(at)), index(int(at)));
        }
    }
}

void AttachmentModel::showPicture(domain::AttachmentId id, const QImage &picture)
{
    m_pictures.insert(id.value, picture);
    for (int row = 0; row < rowCount(); ++row) {
        if (file(row).id == id) {
            Q_EMIT dataChanged(index(row), index(row));
        }
    }
}

int AttachmentModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_files.size());
}

QVariant AttachmentModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole: return file(index.row()).name; // type-ahead
    case Qt::AccessibleTextRole: return AttachmentWords::spoken(file(index.row()));
    case Qt::ToolTipRole: return plainToolTip(AttachmentWords::spoken(file(index.row())));
    default: return {};
    }
}

} // namespace comptoir::ui
