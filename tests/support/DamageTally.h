// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Damage.h"

#include <cstdio>
#include <map>
#include <string>

namespace comptoir::tests {

/// How many files of each kind of damage came to which end.
class DamageTally
{
public:
    void count(Damage::Kind kind, const std::string &end) { ++m_counts[end][Damage::name(kind)]; }
    [[nodiscard]] int of(const std::string &end) const
    {
        int sum = 0;
        if (const auto found = m_counts.find(end); found != m_counts.end()) {
            for (const auto &[kind, count] : found->second) {
                sum += count;
            }
        }
        return sum;
    }
    [[nodiscard]] int of(const std::string &end, Damage::Kind kind) const
    {
        const auto found = m_counts.find(end);
        return found != m_counts.end() && found->second.contains(Damage::name(kind)) ? found->second.at(Damage::name(kind)) : 0;
    }
    void print(const char *what) const
    {
        for (const auto &[end, kinds] : m_counts) {
            std::printf("    %s: %4d %s (", what, of(end), end.c_str());
            const char *between = "";
            for (const auto &[kind, count] : kinds) {
                std::printf("%s%s %d", between, kind.c_str(), count);
                between = ", ";
            }
            std::printf(")\n");
        }
    }

private:
    std::map<std::string, std::map<std::string, int>> m_counts;
};

} // namespace comptoir::tests
