// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "SideModel.h"

#include <QListView>

namespace comptoir::ui {

/// Queues, calls, drafts and the supervisor's room, with live counts. Arrows walk, Enter or a click opens, letters jump.
class Sidebar : public QListView
{
    Q_OBJECT

public:
    explicit Sidebar(QWidget *parent = nullptr);

    void show(const SideModel::Content &content);
    using QWidget::show;
    /// Marks and opens the line; false where it is not there.
    bool open(const QString &key);
    /// Takes the mark away: what is shown is no line of the sidebar.
    void unmark();
    /// What the open line says now; empty where none is open.
    [[nodiscard]] QString markedLabel() const;
    [[nodiscard]] QString marked() const { return m_marked; }

Q_SIGNALS:
    void opened(const comptoir::ui::SideEntry &entry);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void openAt(const QModelIndex &at);

    SideModel *m_model;
    QString m_marked;
};

} // namespace comptoir::ui
