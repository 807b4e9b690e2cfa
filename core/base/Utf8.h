// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string_view>

namespace comptoir::base {

/// UTF-8 exactly as it is. QString::fromUtf8() takes a U+FEFF at the beginning for a byte order mark and drops it: right for files, wrong
/// for what somebody typed.
[[nodiscard]] inline QString textFromUtf8(std::string_view utf8)
{
    constexpr std::string_view mark("\xEF\xBB\xBF");
    QString out = QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
    return utf8.starts_with(mark) ? QString(QChar(0xFEFF) + out) : out;
}

} // namespace comptoir::base
