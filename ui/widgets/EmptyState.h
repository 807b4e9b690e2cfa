// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace comptoir::ui {

class KeyButton;
class PlainLabel;

/// What stands where a list is empty: what that means and what to do next.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);

    /// `action` empty: no button.
    void show(const QString &iconName, const QString &title, const QString &next, const QString &action = {});
    using QWidget::show;

Q_SIGNALS:
    void actionTriggered();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void offer(const QString &action);

    QString m_icon;
    QWidget *m_mark;
    PlainLabel *m_title;
    PlainLabel *m_next;
    KeyButton *m_action;
};

} // namespace comptoir::ui
