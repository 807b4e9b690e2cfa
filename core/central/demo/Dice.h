// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Id.h"
#include "Random.h"

#include <QString>

#include <vector>

namespace comptoir::central {

/// Seeded draws for the demonstration. Each part of it has dice of its own, so that a change to one leaves the others as they were.
class Dice
{
public:
    Dice(quint64 seed, const char *part);

    /// 0 … bound − 1; 0 where bound is below 2.
    [[nodiscard]] std::size_t below(std::size_t bound);
    /// least … most.
    [[nodiscard]] qint64 between(qint64 least, qint64 most);
    /// 0 ≤ x < 1.
    [[nodiscard]] double unit();
    [[nodiscard]] bool chance(double probability) { return unit() < probability; }
    /// Log-normal: half of the draws are below `median`; `sigma` is the spread of the logarithm.
    [[nodiscard]] double around(double median, double sigma);
    /// A version 7 id of that time (RFC 9562).
    [[nodiscard]] base::Uuid idAt(qint64 ms);
    [[nodiscard]] QString digits(int count);

    template <class T>
    [[nodiscard]] const T &pick(const std::vector<T> &list)
    {
        return list[below(list.size())];
    }

private:
    base::SeededRandom m_random;
};

/// Words drawn by weight.
class WeightedWords
{
public:
    /// From `word weight, word weight, …`; a word may hold blanks.
    [[nodiscard]] static WeightedWords fromText(const QString &text);
    void add(const QString &word, int weight);
    [[nodiscard]] const QString &draw(Dice &dice) const { return m_words[drawAt(dice)]; }
    [[nodiscard]] std::size_t drawAt(Dice &dice) const;
    [[nodiscard]] bool isEmpty() const { return m_words.empty(); }

private:
    std::vector<QString> m_words;
    std::vector<std::size_t> m_upTo; ///< sums of the weights
};

/// Shares `total` out by weight, at least `least` each; the sum is `total` unless the minimum makes it more.
[[nodiscard]] std::vector<std::size_t> shares(std::size_t total, const std::vector<double> &weights, std::size_t least);

} // namespace comptoir::central
