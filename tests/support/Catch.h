// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The only include of Catch: version 2.13 (Debian 12) or 3. Also prints the Qt strings in a failed comparison.
#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
#else
#define CATCH_CONFIG_ENABLE_ALL_STRINGMAKERS
#include <catch2/catch.hpp>
#endif

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace Catch {

template <>
struct StringMaker<QString>
{
    static std::string convert(const QString &text) { return '"' + text.toStdString() + '"'; }
};

template <>
struct StringMaker<QByteArray>
{
    static std::string convert(const QByteArray &bytes) { return '"' + bytes.toStdString() + '"'; }
};

template <>
struct StringMaker<QStringList>
{
    static std::string convert(const QStringList &list) { return '[' + list.join(u", ").toStdString() + ']'; }
};

} // namespace Catch
