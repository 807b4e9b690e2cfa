// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPropertyAnimation>
#include <QWidget>

class QSplitter;
class QStackedWidget;

namespace comptoir::ui {

class CallBar;
class ContactView;
class PendingDrawer;
class QueueView;
class RightDrawer;
class SearchPanel;
class ShortcutSheet;
class Sidebar;
class StatusStrip;

/// Where the parts of the window stand: call bar, sidebar, queue, right pane, status strip, and what opens over them.
/// Below 1360 px the right pane folds into a drawer over the queue. Wires nothing to any service.
class DeskFrame : public QWidget
{
    Q_OBJECT

public:
    /// Takes both widgets over; `board` may be null.
    DeskFrame(QWidget *right, QWidget *board, QWidget *parent = nullptr);

    [[nodiscard]] CallBar &callBar() { return *m_callBar; }
    [[nodiscard]] Sidebar &sidebar() { return *m_sidebar; }
    [[nodiscard]] QueueView &queue() { return *m_queue; }
    [[nodiscard]] ContactView &contacts() { return *m_contacts; }
    [[nodiscard]] StatusStrip &status() { return *m_status; }
    [[nodiscard]] PendingDrawer &pending() { return *m_pending; }
    [[nodiscard]] SearchPanel &search() { return *m_search; }

    void showQueue();
    void showContacts();
    void showBoard(bool shown);
    [[nodiscard]] bool boardShown() const;
    /// Opens the drawer where the right pane is folded; the keyboard stays where it is.
    void revealRight();
    void foldRight();
    [[nodiscard]] bool isNarrow() const { return m_narrow; }
    void openPending();
    void closePending();
    [[nodiscard]] bool pendingShown() const;
    void openSearch();
    /// Opens the list of keys, or closes it.
    void openShortcuts();
    /// 0 sidebar, 1 queue, 2 right pane, 3 call bar.
    void focusPart(int part);
    void focusNextPart(bool backwards);
    /// Widths of sidebar, queue and right pane as text, to be kept and given back.
    [[nodiscard]] QString widths() const;
    void useWidths(const QString &text);

Q_SIGNALS:
    void widthsChanged();
    void pendingOpened();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void build(QWidget *board);
    void settle();
    void placeDrawer(bool slide);
    void placePending();
    /// On the board the call bar stands only while there is a call.
    void placeCallBar();
    [[nodiscard]] int partOf(const QWidget *widget) const;

    CallBar *m_callBar;
    Sidebar *m_sidebar;
    QueueView *m_queue;
    ContactView *m_contacts;
    StatusStrip *m_status;
    PendingDrawer *m_pending;
    SearchPanel *m_search;
    ShortcutSheet *m_shortcuts;
    QStackedWidget *m_pages; ///< desk, board
    QStackedWidget *m_centre; ///< queue, contacts
    QSplitter *m_splitter;
    RightDrawer *m_right;
    QPropertyAnimation m_slide;
    QString m_kept; ///< widths chosen by the operator; empty = by the window's size
    bool m_narrow = false;
    bool m_open = false; ///< the drawer, where narrow
};

} // namespace comptoir::ui
