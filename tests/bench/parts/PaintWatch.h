// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QRegion>

#include <functional>

class QWidget;

namespace comptoir::bench {

/// Nanoseconds of CLOCK_MONOTONIC: the same clock in every process of the machine.
[[nodiscard]] qint64 monotonicNs();

/// Sees every paint event of the program and tells when the frame that holds a wanted one has ended (drawn and handed to the display).
class PaintWatch : public QObject
{
    Q_OBJECT

public:
    /// Asked before each paint event; true: this one paints what is waited for.
    using Wanted = std::function<bool(QWidget &widget, const QRegion &region)>;

    explicit PaintWatch(QObject *parent = nullptr);

    /// Replaces what was waited for; `done` comes once, at the end of the frame.
    void await(Wanted wanted, std::function<void(qint64 ns)> done);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    Wanted m_wanted;
    std::function<void(qint64)> m_done;
    bool m_caught = false;
    bool m_inside = false;
};

} // namespace comptoir::bench
