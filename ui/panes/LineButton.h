// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Tokens.h"

#include <QAbstractButton>

namespace comptoir::ui {

/// One line of a list that is pressed as a whole: icon, a word in front, a text that is cut where it must, something muted at the right end.
class LineButton : public QAbstractButton
{
    Q_OBJECT

public:
    explicit LineButton(QWidget *parent = nullptr);

    void show(const QString &icon, const QString &front, const QString &text, const QString &end, Tone endTone = Tone::Muted);
    using QWidget::show;
    /// A line that only tells: no hover, no focus.
    void setPressable(bool pressable);
    /// The text in the muted tone, as for a machine's model.
    void setTextMuted(bool muted);

    [[nodiscard]] QSize sizeHint() const override { return {240, 28}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {80, 28}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    QString m_icon;
    QString m_front;
    QString m_body;
    QString m_end;
    Tone m_endTone = Tone::Muted;
    bool m_pressable = true;
    bool m_bodyMuted = false;
};

} // namespace comptoir::ui
