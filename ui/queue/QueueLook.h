// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <vector>

class QMenu;
class QTableView;

namespace comptoir::ui {

/// How the queue's table looks by the operator's choice: which columns, how high the rows. Kept as text between two starts.
class QueueLook : public QObject
{
    Q_OBJECT

public:
    explicit QueueLook(QTableView &table, QObject *parent = nullptr);

    /// Shares the table's width among the columns shown.
    void fit();
    [[nodiscard]] int rowPx() const { return m_rowPx; }
    /// As chosen by the operator: `chosen` follows.
    void chooseRowPx(int rowPx);
    /// The heights there are, in pixels, with their words.
    [[nodiscard]] static std::vector<std::pair<int, QString>> rowHeights();
    /// The submenus "Columns" and "Row height"; for the header's menu and the rows' own.
    void addTo(QMenu &menu);
    /// "prio,number,…;30"; what cannot be read is as by default.
    [[nodiscard]] QString text() const;
    void use(const QString &text);

Q_SIGNALS:
    /// The operator chose another look.
    void chosen();

private:
    void apply();

    QTableView &m_table;
    quint32 m_hidden; ///< a bit for each column
    int m_rowPx;
};

} // namespace comptoir::ui
