// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CallList.h"
#include "QueueFilter.h"

#include <QWidget>

#include <memory>

namespace comptoir::ui {

struct Parts;

/// The supervisor's room: every figure opens the list behind it. Stands as a page of the window or as a window of its own; F11 makes its
/// window fill the screen.
class BoardPage : public QWidget
{
    Q_OBJECT

public:
    explicit BoardPage(const Parts &parts, QWidget *parent = nullptr);
    ~BoardPage() override;

Q_SIGNALS:
    void openList(const comptoir::desk::QueueFilter &filter, const QString &title);
    void openCalls(comptoir::desk::CallList which);
    /// Esc, or the button in the bar.
    void leave();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void read();
    void toggleFullScreen();
    void stepBack();

    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace comptoir::ui
