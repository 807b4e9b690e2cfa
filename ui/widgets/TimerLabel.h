// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Fonts.h"
#include "Tokens.h"

#include <QWidget>

namespace comptoir::ui {

/// A running time, each digit in an equal cell so that nothing moves. It holds no clock: somebody shows it the seconds.
class TimerLabel : public QWidget
{
    Q_OBJECT

public:
    explicit TimerLabel(FontRole role = FontRole::Caller, Tone tone = Tone::Text, QWidget *parent = nullptr);

    /// `02:41`, from an hour on `1:02:41`. Repaints only when the digits change.
    void showSeconds(qint64 seconds);
    void clear();
    [[nodiscard]] QString text() const { return m_text; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int cell(QChar sign) const;

    QString m_text;
    Tone m_tone;
};

} // namespace comptoir::ui
