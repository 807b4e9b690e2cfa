// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Tokens.h"

#include <QAbstractButton>

namespace comptoir::ui {

/// One figure of the board: what it counts, the number, a line about it, what pressing opens.
class FigureTile : public QAbstractButton
{
    Q_OBJECT

public:
    explicit FigureTile(const QString &title, QWidget *parent = nullptr);

    /// `figure` "—" where it is not known; `tone` colours the figure, `foot` says in words what the colour says.
    void show(const QString &figure, Tone tone, const QString &line, const QString &footIcon, const QString &foot);
    using QWidget::show;

    [[nodiscard]] QString figure() const { return m_figure; }
    [[nodiscard]] QSize sizeHint() const override { return {168, 132}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {120, 120}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    QString m_title;
    QString m_figure;
    QString m_line;
    QString m_footIcon;
    QString m_foot;
    Tone m_tone = Tone::Text;
};

} // namespace comptoir::ui
