// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Id.h"

namespace comptoir::base {

class Clock;
class Random;

/// Makes new ids: UUID version 7 (RFC 9562), growing within this source even if the wall clock steps back.
class IdSource
{
public:
    IdSource(const Clock &clock, Random &random);
    [[nodiscard]] Uuid next();

    template <class IdType>
    [[nodiscard]] IdType make()
    {
        return IdType{next()};
    }

private:
    const Clock &m_clock;
    Random &m_random;
    qint64 m_lastMs = 0;
    quint16 m_counter = 0;
};

} // namespace comptoir::base
