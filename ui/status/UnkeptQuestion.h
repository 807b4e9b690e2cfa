// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "LeaveQuestion.h"

namespace comptoir::ui {

/// Leaving would lose what the disk of this machine does not take.
class UnkeptQuestion : public LeaveQuestion
{
    Q_OBJECT

public:
    explicit UnkeptQuestion(QWidget *parent = nullptr);
};

} // namespace comptoir::ui
