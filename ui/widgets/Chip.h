// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Tokens.h"

#include <QAbstractButton>

namespace comptoir::ui {

/// A short mark in a pill ("VIP", "état : ouvert ×"). With `setPressable` it is a button that the keyboard reaches.
class Chip : public QAbstractButton
{
    Q_OBJECT

public:
    explicit Chip(const QString &text, Tone tone = Tone::Accent, QWidget *parent = nullptr);

    void setTone(Tone tone);
    void setIconName(const QString &name);
    void setTrailingIcon(const QString &name);
    void setPressable(bool pressable);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone m_tone;
    QString m_icon;
    QString m_trailing;
};

} // namespace comptoir::ui
