// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <random>

namespace comptoir::tests {

/// What becomes of files: drawn from a seed, done to a database and what lies beside it.
class Damage
{
public:
    enum class Kind { BitFlips, Truncated, ZeroedPages, SwappedPages, GarbagePage, GarbageHeader, LogFlipped, LogTruncated, LogZeroed };
    static constexpr int kKinds = 9;
    static constexpr int kKindsWithoutLog = 6;

    explicit Damage(quint64 seed, Kind kind) : m_draw(seed), m_kind(kind) {}

    /// False where there is nothing to damage (no log).
    [[nodiscard]] bool doTo(const QString &database);
    [[nodiscard]] static const char *name(Kind kind);

private:
    void page(QByteArray &bytes, bool zeroed);
    void flip(QByteArray &bytes, qsizetype from);
    [[nodiscard]] qsizetype below(qsizetype end) { return qsizetype(m_draw() % quint64(std::max<qsizetype>(1, end))); }

    std::mt19937_64 m_draw;
    Kind m_kind;
};

/// Copies a database with its log, and leaves a stop unclean where `unclean`; what was at `to` is removed, with what stood beside it.
void copyDatabase(const QString &from, const QString &to, bool unclean);

} // namespace comptoir::tests
