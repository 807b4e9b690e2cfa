// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Error.h"
#include "CopyGap.h"
#include "QueueFilter.h"

#include <QWidget>

class QLineEdit;
class QStackedLayout;
class QTimer;

namespace comptoir::ui {

class Chip;
class EmptyState;
class KeyButton;
class Notice;
class PlainLabel;
class QueueModel;
class QueueTable;

/// A queue: its title and count, what narrows and orders it, the table, or what to do where nothing stands in it.
class QueueView : public QWidget
{
    Q_OBJECT

public:
    /// What is read: the filter of the sidebar's queue with what the operator narrowed, and the order.
    struct Ask
    {
        desk::QueueFilter filter;
        desk::QueueOrder order = desk::QueueOrder::Due;
        bool descending = false;
        int limit = 200;

        bool operator==(const Ask &) const = default;
    };

    explicit QueueView(QWidget *parent = nullptr);

    /// Another queue: title, conditions; the table empties until rows come. `next` says what to do when nothing stands in it.
    void choose(const QString &title, const desk::QueueFilter &filter, const QString &next);
    /// The same queue under another name.
    void rename(const QString &title);
    /// The answer to `asked`.
    void show(std::vector<desk::QueueRow> rows, bool more);
    using QWidget::show;
    void showError(const base::Error &error);
    /// What the copy here can tell: where it is not whole, an empty queue is not said to be empty.
    void showCopy(const sync::SyncStatus &status);
    void setNow(qint64 nowMs);
    [[nodiscard]] const Ask &ask() const { return m_ask; }
    [[nodiscard]] QueueTable &table() { return *m_table; }
    [[nodiscard]] QueueModel &model() { return *m_model; }
    void focusFilter();
    void focusTable();

Q_SIGNALS:
    /// Rows are wanted: another queue, order, condition, or more of them.
    void asked();
    void newTicketAsked();

private:
    void buildHead();
    void showBody();
    void showHead();
    void chooseOrder(desk::QueueOrder order, bool descending);
    void popUpOrders();
    [[nodiscard]] static QString wordOf(desk::QueueOrder order);

    Ask m_ask;
    QString m_title;
    QString m_next;
    bool m_more = false;
    bool m_read = false; ///< the rows of this queue have come
    CopyGap m_gap;
    QueueModel *m_model;
    QueueTable *m_table;
    PlainLabel *m_titleLabel;
    PlainLabel *m_count;
    Chip *m_openOnly;
    Chip *m_orderChip;
    QLineEdit *m_filter;
    KeyButton *m_new;
    Notice *m_notice;
    EmptyState *m_empty;
    QWidget *m_head;
    QStackedLayout *m_body;
    QTimer *m_typing;
};

} // namespace comptoir::ui
