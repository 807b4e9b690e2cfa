// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "SyncStatus.h"

#include <QDialog>

namespace comptoir::ui {

class KeyButton;
class PlainLabel;

/// What a sign-out costs where the service is away or has not everything yet. Non-modal; Return and Esc stay, the other button leaves.
class SignOutQuestion : public QDialog
{
    Q_OBJECT

public:
    explicit SignOutQuestion(QWidget *parent = nullptr);

    /// Whether a sign-out now costs something that is to be said first.
    [[nodiscard]] static bool needed(const sync::SyncStatus &status);
    void show(const sync::SyncStatus &status);
    using QWidget::show;

Q_SIGNALS:
    /// Sign out all the same.
    void confirmed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    PlainLabel *m_copy;
    PlainLabel *m_unsent;
    KeyButton *m_stay;
};

} // namespace comptoir::ui
