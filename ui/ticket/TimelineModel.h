// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "TicketPage.h"
#include "TicketWords.h"

#include <QAbstractListModel>

namespace comptoir::ui {

/// One row as it is painted: a day's heading, or an entry in words.
struct TimelineRow
{
    bool isDay = false;
    base::Uuid id; ///< of the entry; nil for a day
    domain::EntryKind kind = domain::EntryKind::Note;
    QString head; ///< the actor, or the day
    QString deed; ///< what was done
    QString when; ///< "14:06"
    QString text; ///< plain text
    QStringList changes; ///< "Impact : Moyen → Élevé"
    bool pending = false;

    /// All of it as one plain text: what is copied and read aloud.
    [[nodiscard]] QString spoken() const;
    bool operator==(const TimelineRow &) const = default;
};

/// A ticket's history, oldest first, grouped by day; a new page is shown by difference.
class TimelineModel : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void show(const std::vector<desk::TicketPage::Line> &lines, const TicketWords::NameOf &nameOf);
    [[nodiscard]] const TimelineRow &row(int index) const { return m_rows[static_cast<std::size_t>(index)]; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    std::vector<TimelineRow> m_rows;
};

} // namespace comptoir::ui
