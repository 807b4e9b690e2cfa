// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Fonts.h"

#include <QDialog>

class QVBoxLayout;

namespace comptoir::ui {

class KeyButton;
class PlainLabel;

/// Leaving costs something that is to be said first. Non-modal; Return and Esc stay, the other button leaves.
class LeaveQuestion : public QDialog
{
    Q_OBJECT

public:
    LeaveQuestion(const QString &title, const QString &leave, QWidget *parent);

Q_SIGNALS:
    /// Leave all the same.
    void confirmed();

protected:
    /// One more paragraph above the buttons.
    PlainLabel *addText(FontRole role = FontRole::Body);
    void keyPressEvent(QKeyEvent *event) override;

private:
    QVBoxLayout *m_texts;
    KeyButton *m_stay;
};

} // namespace comptoir::ui
