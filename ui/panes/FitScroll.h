// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace comptoir::ui {

/// Scrolls its content upright when there is no room for all of it, and asks for no more room than the content needs. No ground of its own.
class FitScroll : public QScrollArea
{
    Q_OBJECT

public:
    explicit FitScroll(QWidget *content, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    /// Brings the part that has the keyboard into sight.
    void showFocused();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool focusNextPrevChild(bool next) override;
};

} // namespace comptoir::ui
