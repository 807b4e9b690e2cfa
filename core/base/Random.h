// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace comptoir::base {

/// The only source of randomness. Injected, so that a seed replays a run exactly.
class Random
{
public:
    virtual ~Random() = default;
    [[nodiscard]] virtual quint64 next() = 0;
    /// Evenly drawn from 0 … bound − 1; bound ≥ 1.
    [[nodiscard]] quint64 below(quint64 bound);
    [[nodiscard]] QByteArray bytes(qsizetype count);
};

/// The kernel's generator; fit for tokens and ids.
class SystemRandom final : public Random
{
public:
    [[nodiscard]] quint64 next() override;
};

/// Replays from a seed (splitmix64, Steele, Lea and Flood 2014). For demo data, tests and the simulator; never for tokens.
class SeededRandom final : public Random
{
public:
    explicit SeededRandom(quint64 seed) : m_state(seed) {}
    [[nodiscard]] quint64 next() override;

private:
    quint64 m_state;
};

} // namespace comptoir::base
