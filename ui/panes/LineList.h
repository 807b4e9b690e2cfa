// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace comptoir::ui {

class LineButton;

/// A few lines under each other, shown by difference: a line that stays keeps its widget, the keyboard and the pointer.
class LineList : public QWidget
{
    Q_OBJECT

public:
    struct Line
    {
        QString key; ///< what it stands for; one line a key
        QString icon;
        QString front;
        QString text;
        QString end; ///< muted, at the right

        bool operator==(const Line &) const = default;
    };

    /// Lines that are pressed say `chosen`; the others only tell, their text muted.
    explicit LineList(bool pressable, QWidget *parent = nullptr);

    void show(const std::vector<Line> &lines);
    using QWidget::show;

Q_SIGNALS:
    void chosen(const QString &key);

private:
    [[nodiscard]] LineButton *made(const QString &key);

    struct Shown
    {
        Line line;
        LineButton *button = nullptr;
    };

    bool m_pressable;
    QVBoxLayout *m_column;
    std::vector<Shown> m_shown;
};

} // namespace comptoir::ui
