// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMimeData>
#include <QObject>

class QImage;
class QWidget;

namespace comptoir::ui {

/// Files and pictures that are dropped on a pane or pasted in it, wherever in it the keyboard is. Text goes where it always goes.
class FileIntake : public QObject
{
    Q_OBJECT

public:
    explicit FileIntake(QWidget *pane);

    /// While it is closed nothing is taken, and nothing hinders what the fields do.
    void setOpen(bool open) { m_open = open; }

Q_SIGNALS:
    void filesGiven(const QStringList &paths);
    void pictureGiven(const QImage &picture);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void watch(QWidget *widget);
    [[nodiscard]] static bool takes(const QMimeData *given, bool dropped);
    void take(const QMimeData *given);

    bool m_open = true;
};

} // namespace comptoir::ui
