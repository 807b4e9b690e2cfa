// SPDX-License-Identifier: GPL-3.0-or-later
#include "Digest.h"

namespace comptoir::wire {

namespace {

/// The finisher of splitmix64 (Steele, Lea and Flood 2014).
quint64 mixed(quint64 value)
{
    value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9ULL;
    value = (value ^ (value >> 27)) * 0x94D049BB133111EBULL;
    return value ^ (value >> 31);
}

quint64 bigEndian(const base::Uuid &id, size_t from)
{
    quint64 out = 0;
    for (size_t i = 0; i < 8; ++i) {
        out = (out << 8) | id.bytes[from + i];
    }
    return out;
}

} // namespace

quint64 rowHash(const base::Uuid &id, qint64 seq)
{
    const quint64 first = mixed(bigEndian(id, 0) + 0x9E3779B97F4A7C15ULL);
    const quint64 second = mixed(first ^ bigEndian(id, 8));
    return mixed(second + static_cast<quint64>(seq));
}

QByteArray digestText(quint64 sum)
{
    return QByteArray::number(sum, 16).rightJustified(16, '0');
}

} // namespace comptoir::wire
