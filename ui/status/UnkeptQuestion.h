// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace comptoir::ui {

class KeyButton;

/// Leaving would lose what the disk of this machine does not take. Non-modal; Return and Esc stay, the other button leaves.
class UnkeptQuestion : public QDialog
{
    Q_OBJECT

public:
    explicit UnkeptQuestion(QWidget *parent = nullptr);

Q_SIGNALS:
    /// Leave all the same.
    void confirmed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    KeyButton *m_stay;
};

} // namespace comptoir::ui
