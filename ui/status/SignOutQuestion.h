// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "LeaveQuestion.h"
#include "SyncStatus.h"

namespace comptoir::ui {

class PlainLabel;

/// What a sign-out costs where the service is away or has not everything yet.
class SignOutQuestion : public LeaveQuestion
{
    Q_OBJECT

public:
    explicit SignOutQuestion(QWidget *parent = nullptr);

    /// Whether a sign-out now costs something that is to be said first.
    [[nodiscard]] static bool needed(const sync::SyncStatus &status);
    void show(const sync::SyncStatus &status);
    using QWidget::show;

private:
    PlainLabel *m_copy;
    PlainLabel *m_unsent;
};

} // namespace comptoir::ui
