// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "QueueFilter.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace comptoir::ui {

/// The rows of a queue, in memory. A new reading is shown by difference: what stays keeps its selection and its place.
class QueueModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Prio, Number, Summary, Requester, Organisation, Group, Assignee, Opened, Updated, Due, State, Columns };

    explicit QueueModel(QObject *parent = nullptr);

    /// Shows these rows instead; `more` says that others follow, which fetchMore() asks for by moreWanted().
    void show(std::vector<desk::QueueRow> rows, bool more);
    /// The time that times are counted from, wall clock; repaints the columns of times only.
    void setNow(qint64 nowMs);
    [[nodiscard]] qint64 nowMs() const { return m_nowMs; }
    [[nodiscard]] const desk::QueueRow &row(int index) const { return m_rows[size_t(index)]; }
    [[nodiscard]] int indexOf(domain::TicketId id) const;
    /// The ticket that is open beside the queue; nil for none.
    void setInFront(domain::TicketId ticket);
    [[nodiscard]] bool isInFront(int index) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    /// Nothing for a column by which no queue is ordered.
    [[nodiscard]] static std::optional<desk::QueueOrder> orderOf(Column column);
    [[nodiscard]] static Column columnOf(desk::QueueOrder order);

Q_SIGNALS:
    void moreWanted();

private:
    void removeGone(const std::vector<desk::QueueRow> &rows);
    void reorder(const std::vector<desk::QueueRow> &rows);
    void insertNew(std::vector<desk::QueueRow> &rows);
    void replaceChanged(std::vector<desk::QueueRow> &rows);
    [[nodiscard]] QString cellText(const desk::QueueRow &row, int column) const;
    [[nodiscard]] QString spoken(const desk::QueueRow &row, int column) const;
    [[nodiscard]] QString dueReason(const desk::QueueRow &row) const;

    std::vector<desk::QueueRow> m_rows;
    domain::TicketId m_inFront;
    qint64 m_nowMs = 0;
    bool m_more = false;
    bool m_asked = false; ///< moreWanted() was said and not answered yet
};

} // namespace comptoir::ui
