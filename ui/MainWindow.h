// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Ids.h"
#include "Parts.h"
#include "Preferences.h"

#include <QMainWindow>

#include <functional>
#include <memory>

namespace comptoir::ui {

/// The desk: call bar, queues, ticket and caller, wired to the desk's services. Holds no rule of its own.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(const Parts &parts, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Shows a ticket in the right pane; the keyboard stays where it is unless `focus`.
    void openTicket(domain::TicketId id, bool focus = false);
    /// Calls, queues and tickets instead of the board.
    void showDesk();
    /// A number somebody asked to call (a `tel:` link): shown, and rung at the operator's word.
    void dialled(const QString &number);

    /// What the settings window shows first; what is chosen there comes by preferencesChosen().
    void usePreferences(const Preferences &preferences);

Q_SIGNALS:
    void signOutRequested();
    /// The session is over, and the operator wants to begin a new one.
    void signInRequested();
    void preferencesChosen(const comptoir::ui::Preferences &preferences);

protected:
    /// What is being written is kept first; where it cannot be, the operator is asked.
    void closeEvent(QCloseEvent *event) override;

private:
    void wireRight();
    /// Keeps all that is being written, then goes on; where that fails only at the operator's word.
    void leave(const std::function<void()> &go);
    void wireSettings();
    void addKeys();
    void addKey(const QKeySequence &keys, void (MainWindow::*deed)());
    void newTicket();
    void assist();
    void openBoard();
    void openSettings();
    /// At once where nothing is lost by it; else the operator is told first.
    void signOut();
    void askToSignOut();

    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace comptoir::ui
