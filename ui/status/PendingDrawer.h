// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Pending.h"
#include "SyncStatus.h"

#include <QWidget>

class QVBoxLayout;
class QScrollArea;

namespace comptoir::ui {

class EmptyState;
class KeyButton;
class PlainLabel;

/// The changes made here that the service has not confirmed, and those it refused, with what to do. Non-modal; Esc folds it.
class PendingDrawer : public QWidget
{
    Q_OBJECT

public:
    explicit PendingDrawer(QWidget *parent = nullptr);

    void show(const std::vector<desk::Pending::Item> &items);
    void show(const sync::SyncStatus &status);
    using QWidget::show;
    void takeFocus();
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void retryAsked();
    void openAsked(comptoir::domain::EntityId entity, const QString &kind);
    void dismissAsked(comptoir::domain::OperationId op);
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QWidget *lineOf(const desk::Pending::Item &item);

    std::vector<desk::Pending::Item> m_items;
    PlainLabel *m_lead;
    KeyButton *m_retry;
    KeyButton *m_close;
    EmptyState *m_empty;
    QScrollArea *m_scroll;
    QVBoxLayout *m_lines;
};

} // namespace comptoir::ui
