// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace comptoir::service {

/// How far a long command has come, on standard error: a bar that moves on a terminal, a line for every tenth elsewhere.
class ProgressLine
{
public:
    explicit ProgressLine(QString what);
    /// Clears the bar.
    ~ProgressLine();
    ProgressLine(const ProgressLine &) = delete;
    ProgressLine &operator=(const ProgressLine &) = delete;

    void show(qint64 done, qint64 of);

private:
    QString m_what;
    bool m_terminal;
    qint64 m_shown = -1; ///< per cent on a terminal, tenths elsewhere
};

} // namespace comptoir::service
