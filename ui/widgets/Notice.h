// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Tokens.h"

#include <QWidget>

class QBoxLayout;
class QHBoxLayout;

namespace comptoir::ui {

class KeyButton;
class PlainLabel;

/// One line that says what happened, what is kept and what to do, with its actions at the right end, or below.
class Notice : public QWidget
{
    Q_OBJECT

public:
    explicit Notice(Tone tone = Tone::Warn, QWidget *parent = nullptr);

    /// The icon follows the tone unless named. A screen reader hears the text through the changed accessible name.
    void show(Tone tone, const QString &text, const QString &iconName = {});
    using QWidget::show;
    /// Adds an action; buttons belong to the notice. Where they are more than two they stand under the text, which has no room beside them.
    KeyButton *addAction(const QString &text, const QString &iconName = {});
    using QWidget::addAction;
    /// A cross at the end: hides the notice and emits dismissed().
    void setDismissable(bool on);

Q_SIGNALS:
    void dismissed();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    /// A wrapped text is never cut, whatever holds this.
    void fit();

    bool m_placed = false; ///< before, its width says nothing
    Tone m_tone;
    QString m_icon;
    PlainLabel *m_text;
    KeyButton *m_close;
    QBoxLayout *m_row;
    QHBoxLayout *m_actions;
};

} // namespace comptoir::ui
