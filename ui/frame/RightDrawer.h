// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace comptoir::ui {

class KeyButton;

/// Holds the right pane; folded over the queue it gets an edge and a way to close. Esc that nobody inside wanted closes it.
class RightDrawer : public QWidget
{
    Q_OBJECT

public:
    explicit RightDrawer(QWidget *content, QWidget *parent = nullptr);

    void setFolding(bool folding);
    [[nodiscard]] QWidget *content() const { return m_content; }

Q_SIGNALS:
    void closeAsked();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *m_content;
    QWidget *m_bar;
    bool m_folding = false;
};

} // namespace comptoir::ui
