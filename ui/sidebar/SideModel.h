// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "QueueFilter.h"
#include "TicketPage.h"
#include "Tokens.h"

#include <QAbstractListModel>

#include <optional>

namespace comptoir::ui {

/// One line of the sidebar: a section's title or something to open.
struct SideEntry
{
    enum class Opens { Title, Queue, MissedCalls, CallLog, Draft, Board };

    QString key; ///< stays while the line means the same; the selection follows it
    Opens opens = Opens::Title;
    QString label;
    QString iconName;
    std::optional<int> count;
    Tone tone = Tone::Muted; ///< of the count
    desk::QueueFilter filter;
    base::Uuid draft;
    QString next; ///< what to do where the queue is empty

    bool operator==(const SideEntry &) const = default;
};

/// The sidebar's lines. Shown by difference, so that counts move without anything else moving.
class SideModel : public QAbstractListModel
{
    Q_OBJECT

public:
    /// All the lines follow from these.
    struct Content
    {
        desk::QueueCounts counts;
        std::vector<desk::Draft> drafts;
        QString groupName; ///< title of the groups' queue; empty = a general word
        bool supervises = false;
        bool whole = true; ///< the copy here: else a count of nothing says nothing and is left out
    };

    explicit SideModel(QObject *parent = nullptr);

    void show(const Content &content);
    [[nodiscard]] const SideEntry &entry(int row) const { return m_entries[size_t(row)]; }
    [[nodiscard]] int indexOf(const QString &key) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    [[nodiscard]] static std::vector<SideEntry> entriesOf(const Content &content);

    std::vector<SideEntry> m_entries;
};

} // namespace comptoir::ui
