// SPDX-License-Identifier: GPL-3.0-or-later
#include "Dice.h"

#include <QStringList>

#include <cmath>
#include <numbers>
#include <algorithm>

namespace comptoir::central {

namespace {

quint64 mixed(quint64 seed, const char *part)
{
    quint64 out = seed ^ 0x9E3779B97F4A7C15U;
    for (; *part; ++part) {
        out = (out ^ static_cast<unsigned char>(*part)) * 0x100000001B3U;
    }
    return out;
}

} // namespace

Dice::Dice(quint64 seed, const char *part) : m_random(mixed(seed, part)) {}

std::size_t Dice::below(std::size_t bound)
{
    return bound < 2 ? 0 : static_cast<std::size_t>(m_random.below(bound));
}

qint64 Dice::between(qint64 least, qint64 most)
{
    return least + static_cast<qint64>(below(static_cast<std::size_t>(most - least + 1)));
}

double Dice::unit()
{
    return static_cast<double>(m_random.next() >> 11U) * 0x1.0p-53;
}

double Dice::around(double median, double sigma)
{
    const double radius = std::sqrt(-2.0 * std::log(1.0 - unit()));
    return median * std::exp(sigma * radius * std::cos(2.0 * std::numbers::pi * unit()));
}

base::Uuid Dice::idAt(qint64 ms)
{
    base::Uuid out;
    const quint64 high = m_random.next();
    const quint64 low = m_random.next();
    for (std::size_t i = 0; i < 6; ++i) {
        out.bytes[i] = static_cast<quint8>(static_cast<quint64>(ms) >> (40 - 8 * i));
    }
    out.bytes[6] = static_cast<quint8>(0x70U | (high & 0x0FU));
    out.bytes[7] = static_cast<quint8>(high >> 8U);
    for (std::size_t i = 8; i < 16; ++i) {
        out.bytes[i] = static_cast<quint8>(low >> (8 * (i - 8)));
    }
    out.bytes[8] = static_cast<quint8>(0x80U | (out.bytes[8] & 0x3FU));
    return out;
}

QString Dice::digits(int count)
{
    QString out;
    for (int i = 0; i < count; ++i) {
        out += QChar(u'0' + static_cast<char16_t>(i == 0 ? 1 + below(9) : below(10)));
    }
    return out;
}

WeightedWords WeightedWords::fromText(const QString &text)
{
    WeightedWords out;
    for (const QString &part : text.split(QStringLiteral(", "))) {
        const qsizetype blank = part.lastIndexOf(u' ');
        out.add(part.left(blank), part.mid(blank + 1).toInt());
    }
    return out;
}

void WeightedWords::add(const QString &word, int weight)
{
    m_words.push_back(word);
    m_upTo.push_back((m_upTo.empty() ? 0 : m_upTo.back()) + static_cast<std::size_t>(std::max(weight, 1)));
}

std::size_t WeightedWords::drawAt(Dice &dice) const
{
    const std::size_t at = dice.below(m_upTo.back());
    return static_cast<std::size_t>(std::upper_bound(m_upTo.begin(), m_upTo.end(), at) - m_upTo.begin());
}

std::vector<std::size_t> shares(std::size_t total, const std::vector<double> &weights, std::size_t least)
{
    double sum = 0;
    for (const double weight : weights) {
        sum += weight;
    }
    std::vector<std::size_t> out;
    double wanted = 0;
    std::size_t given = 0;
    for (const double weight : weights) {
        wanted += weight / sum * static_cast<double>(total);
        const auto upTo = static_cast<std::size_t>(wanted + 0.5);
        out.push_back(std::max(upTo > given ? upTo - given : 0, least));
        given = std::max(upTo, given);
    }
    return out;
}

} // namespace comptoir::central
