// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "TimelineModel.h"

#include <QListView>

namespace comptoir::ui {

class TimelineDelegate;

/// A ticket's history as a list: arrows move, Ctrl+C copies the chosen entries, Enter shows an entry's text to select from.
/// Stays at the newest entry while it stood there; otherwise keeps its place.
class TimelineView : public QListView
{
    Q_OBJECT

public:
    explicit TimelineView(QWidget *parent = nullptr);

    void show(const std::vector<desk::TicketPage::Line> &lines, const TicketWords::NameOf &nameOf);
    using QListView::show;
    /// What all entries take, in px.
    [[nodiscard]] int contentHeight() const;
    /// The chosen entries as plain text, oldest first.
    [[nodiscard]] QString chosenText() const;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void copyChosen() const;

    TimelineModel *m_rows;
    TimelineDelegate *m_delegate;
};

} // namespace comptoir::ui
