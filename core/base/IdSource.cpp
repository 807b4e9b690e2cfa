// SPDX-License-Identifier: GPL-3.0-or-later
#include "IdSource.h"

#include "Clock.h"
#include "Random.h"

#include <algorithm>

namespace comptoir::base {

IdSource::IdSource(const Clock &clock, Random &random) : m_clock(clock), m_random(random) {}

Uuid IdSource::next()
{
    const qint64 now = m_clock.nowMs();
    if (now > m_lastMs) {
        m_lastMs = now;
        m_counter = static_cast<quint16>(m_random.next() & 0x7FF);
    } else if (++m_counter > 0xFFF) {
        ++m_lastMs;
        m_counter = 0;
    }
    Uuid id;
    for (size_t i = 0; i < 6; ++i) {
        id.bytes[i] = static_cast<quint8>(m_lastMs >> (40 - 8 * i));
    }
    id.bytes[6] = static_cast<quint8>(0x70 | (m_counter >> 8));
    id.bytes[7] = static_cast<quint8>(m_counter & 0xFF);
    const QByteArray tail = m_random.bytes(8);
    std::copy_n(tail.begin(), 8, reinterpret_cast<char *>(id.bytes.data()) + 8);
    id.bytes[8] = static_cast<quint8>((id.bytes[8] & 0x3F) | 0x80);
    return id;
}

} // namespace comptoir::base
