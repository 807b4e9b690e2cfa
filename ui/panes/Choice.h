// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace comptoir::ui {

/// One thing to choose: its text form as an operation carries it (a UUID, a code) and the words people read.
struct Choice
{
    QString value;
    QString label;

    bool operator==(const Choice &) const = default;
};

using Choices = std::vector<Choice>;

} // namespace comptoir::ui
