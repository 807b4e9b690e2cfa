// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Codes.h"
#include "Tokens.h"

#include <QWidget>

namespace comptoir::ui {

/// A priority as shape and word: a flame for P1, chevrons and a dash for the others.
class PriorityMark : public QWidget
{
    Q_OBJECT

public:
    explicit PriorityMark(QWidget *parent = nullptr);

    void setPriority(domain::Priority priority);
    [[nodiscard]] domain::Priority priority() const { return m_priority; }

    [[nodiscard]] static Tone tone(domain::Priority priority);

    [[nodiscard]] QSize sizeHint() const override { return {44, 30}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    domain::Priority m_priority = domain::Priority::P3;
};

} // namespace comptoir::ui
