// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Pending.h"
#include "SyncStatus.h"
#include "TicketWords.h"

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
    /// The names behind ids in overtaken values.
    void setNames(TicketWords::NameOf nameOf) { m_nameOf = std::move(nameOf); }
    void takeFocus();
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void retryAsked();
    /// `column` is the field it is about; empty for none.
    void openAsked(comptoir::domain::EntityId entity, const QString &kind, const QString &column);
    void dismissAsked(comptoir::domain::OperationId op);
    /// What was refused of it is to be done again.
    void againAsked(comptoir::domain::EntityId entity);
    /// An overtaken value is left: it has been seen.
    void overtakenSeen(comptoir::domain::OperationId op);
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QWidget *lineOf(const desk::Pending::Item &item);
    /// What became of it, in words; empty where nothing is to be said.
    [[nodiscard]] QString wordsOf(const desk::Pending::Item &item) const;
    [[nodiscard]] QString mineOf(const desk::Pending::Item &item) const;
    /// "See where it is" where there is a place, "Try again" where that may help, and "Leave it".
    [[nodiscard]] QLayout *waysOut(const desk::Pending::Item &item, QWidget *line);

    std::vector<desk::Pending::Item> m_items;
    TicketWords::NameOf m_nameOf = [](const QString &, const base::Uuid &) { return QString(); };
    PlainLabel *m_lead;
    KeyButton *m_retry;
    KeyButton *m_close;
    EmptyState *m_empty;
    QScrollArea *m_scroll;
    QVBoxLayout *m_lines;
};

} // namespace comptoir::ui
