// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Result.h"

#include <QByteArray>
#include <QFile>
#include <QString>

namespace comptoir::base {

/// A log file of 5 MiB at most (readable by its owner alone) and its predecessor, `<path>.1`.
/// Several processes may append to the same path.
class LogFile
{
public:
    explicit LogFile(QString path);
    /// Creates the folder (0700) and the file (0600) where they are missing.
    [[nodiscard]] Result<> open();
    /// Appends one line that ends in a newline. A full disk loses the line, never the program.
    void append(const QByteArray &line);

private:
    void rotateIfFull();
    [[nodiscard]] bool openFile();

    QString m_path;
    QFile m_file;
};

/// One line of the log: UTC time, level, category, message. Control characters and whatever could pass for another line
/// or turn the text around are written as escapes; a message is cut at 4,000 characters.
[[nodiscard]] QByteArray logLine(const QByteArray &level, const char *category, const QString &message);

} // namespace comptoir::base
