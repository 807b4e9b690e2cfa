// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace comptoir::tests {

/// Whether one of the widget's visible labels holds that text.
inline bool says(const QWidget &widget, const QString &text)
{
    const auto labels = widget.findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(),
                       [&](const QLabel *label) { return label->isVisibleTo(&widget) && label->text().contains(text); });
}

} // namespace comptoir::tests
