// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Result.h"

#include <QByteArray>
#include <QString>

namespace comptoir::central {

#ifndef COMPTOIR_SMALL_LIMITS
/// No line of a file, and no record of a table, is longer: a longer one means that a quote or a line end is missing.
inline constexpr qsizetype kMostLineBytes = 1024 * 1024;
/// A file is read in pieces of this size.
inline constexpr qsizetype kReadAtOnce = 256 * 1024;
#else // the fuzzers: small inputs are to reach them
inline constexpr qsizetype kMostLineBytes = 512;
inline constexpr qsizetype kReadAtOnce = 512;
#endif

/// A text file somebody hands in, looked through once before anything is read from it.
struct SourceFile
{
    enum class Encoding { Utf8, Windows1252 };

    QString path;
    Encoding encoding = Encoding::Utf8;
    qint64 bytes = 0;
    qint64 lines = 0;
    qsizetype markBytes = 0; ///< of the byte-order mark before the text

    /// Refuses, in plain words and with the line: what is no file (a folder, a pipe, a device), archives and office files, UTF-16, NUL,
    /// lines longer than kMostLineBytes, bytes that are neither UTF-8 nor Windows-1252 (which holds Latin-1), both in one file, an empty file.
    [[nodiscard]] static base::Result<SourceFile> inspect(const QString &path);

    /// `raw` as UTF-8.
    [[nodiscard]] QByteArray toUtf8(QByteArrayView raw) const;
};

/// Invalid where something is at `path` that is no file: a pipe would be waited for, a device never end.
[[nodiscard]] base::Result<> mustBeFile(const QString &path);

/// What kind of file begins this way, as a sentence with what to do; empty for text.
[[nodiscard]] QString foreignFormat(QByteArrayView beginning);

/// An error about one line of a file: `line 12: …`.
[[nodiscard]] base::Error lineError(qint64 line, const QString &reason, base::Error::Kind kind = base::Error::Kind::Invalid);

} // namespace comptoir::central
