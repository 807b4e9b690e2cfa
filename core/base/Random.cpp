// SPDX-License-Identifier: GPL-3.0-or-later
#include "Random.h"

#include <QRandomGenerator>

#include <cstring>

namespace comptoir::base {

quint64 Random::below(quint64 bound)
{
    // Draws that would favour the low values are thrown away.
    const quint64 limit = ~quint64{0} - (~quint64{0} % bound + 1) % bound;
    quint64 draw = next();
    while (draw > limit) {
        draw = next();
    }
    return draw % bound;
}

QByteArray Random::bytes(qsizetype count)
{
    QByteArray out(count, '\0');
    for (qsizetype at = 0; at < count; at += 8) {
        const quint64 draw = next();
        std::memcpy(out.data() + at, &draw, static_cast<size_t>(std::min<qsizetype>(8, count - at)));
    }
    return out;
}

quint64 SystemRandom::next()
{
    return QRandomGenerator::system()->generate64();
}

quint64 SeededRandom::next()
{
    m_state += 0x9E3779B97F4A7C15ULL;
    quint64 mixed = m_state;
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9ULL;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBULL;
    return mixed ^ (mixed >> 31);
}

} // namespace comptoir::base
