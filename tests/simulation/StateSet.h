// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>

namespace comptoir::sim {

/// States by their prints (StatePrint), in memory that processes share, one of which works at a time.
class StateSet
{
public:
    /// False where it was there before; true for every state once the set is full, which costs time alone.
    bool insert(quint64 print)
    {
        const quint64 key = print == 0 ? 1 : print; // 0 is an empty place
        for (std::size_t step = 0; step < kProbes; ++step) {
            quint64 &place = m_places[(key + step) % kPlaces];
            if (place == key) {
                return false;
            }
            if (place == 0) {
                place = key;
                return true;
            }
        }
        return true;
    }

private:
    static constexpr std::size_t kPlaces = 1 << 20;
    static constexpr std::size_t kProbes = 64;
    std::array<quint64, kPlaces> m_places{};
};

} // namespace comptoir::sim
