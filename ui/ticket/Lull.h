// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

namespace comptoir::ui {

/// Waits for a pause in typing, but not for ever: `came` after so long a silence, or after so long without one.
class Lull : public QObject
{
    Q_OBJECT

public:
    Lull(int silenceMs, int mostMs, QObject *parent = nullptr);

    /// A key was struck.
    void stir();

Q_SIGNALS:
    void came();

private:
    void end();

    QTimer m_silence;
    QTimer m_most;
};

} // namespace comptoir::ui
