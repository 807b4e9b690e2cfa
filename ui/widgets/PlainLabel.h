// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Fonts.h"
#include "Tokens.h"

#include <QLabel>

namespace comptoir::ui {

/// A label that never reads markup: text of one font role and one tone, which follow the theme. Wraps or elides on demand.
class PlainLabel : public QLabel
{
    Q_OBJECT

public:
    explicit PlainLabel(const QString &text = {}, FontRole role = FontRole::Body, Tone tone = Tone::Text, QWidget *parent = nullptr);

    void setTone(Tone tone);
    /// One line, cut with "…"; the whole text becomes the tooltip where it was cut.
    void setElided(bool elided);

    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    Tone m_tone;
    bool m_elided = false;
};

/// A section's title: 11 px semibold, muted.
class SectionLabel : public PlainLabel
{
    Q_OBJECT

public:
    explicit SectionLabel(const QString &text, QWidget *parent = nullptr);
};

/// The tooltip form of a plain text: Qt guesses markup in tooltips, this prevents it.
[[nodiscard]] QString plainToolTip(const QString &text);

} // namespace comptoir::ui
