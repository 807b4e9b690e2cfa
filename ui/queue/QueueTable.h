// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "QueueFilter.h"

#include <QDeadlineTimer>
#include <QTableView>

namespace comptoir::ui {

class KeyButton;
class QueueDelegate;
class QueueLook;
class QueueModel;

/// The table of a queue: arrows, Home/End, type-ahead over number, requester and summary, Enter opens, Shift/Ctrl select,
/// the context-menu key lists what can be done. Under the pointer the same actions show in the row.
class QueueTable : public QTableView
{
    Q_OBJECT

public:
    explicit QueueTable(QueueModel &model, QWidget *parent = nullptr);

    /// Shows rows by difference and keeps the first visible row where it is, unless the view stands at the top.
    void show(std::vector<desk::QueueRow> rows, bool more);
    using QWidget::show;
    [[nodiscard]] std::vector<domain::TicketId> chosen() const;
    /// Columns and row height: `look().text()` is to be kept, `use()` brings it back.
    [[nodiscard]] QueueLook &look() { return *m_look; }
    void showOrder(desk::QueueOrder order, bool descending);
    void keyboardSearch(const QString &typed) override;

Q_SIGNALS:
    void opened(comptoir::domain::TicketId id);
    void claimAsked(const std::vector<comptoir::domain::TicketId> &ids);
    void copied(const QString &number);
    /// Other columns or another row height.
    void lookChosen();
    void orderChosen(comptoir::desk::QueueOrder order, bool descending);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void currentChanged(const QModelIndex &now, const QModelIndex &before) override;

private:
    void hover(int row);
    void standAtTop();
    void placeRowActions();
    void openCurrent();
    void popUpMenu(const QPoint &where);

    QueueModel &m_model;
    QueueDelegate *m_delegate;
    KeyButton *m_claim;
    QueueLook *m_look = nullptr;
    desk::QueueOrder m_order = desk::QueueOrder::Due;
    bool m_descending = false;
    int m_hovered = -1;
    bool m_atTop = false; ///< the current row is the first because nobody has chosen one yet
    QString m_typed;
    QDeadlineTimer m_typedUntil;
};

} // namespace comptoir::ui
