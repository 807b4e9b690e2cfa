// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Targets.h"

#include <QString>

#include <cstdio>
#include <cstdlib>

/// What holds of every input: libFuzzer keeps the one that breaks it.
#define MUST(condition)                                                                                                                    \
    do {                                                                                                                                   \
        if (!(condition)) {                                                                                                                \
            std::fprintf(stderr, "%s:%d: does not hold: %s\n", __FILE__, __LINE__, #condition);                                            \
            std::abort();                                                                                                                  \
        }                                                                                                                                  \
    } while (false)

namespace comptoir::fuzz {

/// The first byte as a choice among `count`, and the rest.
struct Drawn
{
    std::size_t choice;
    QByteArrayView rest;

    Drawn(QByteArrayView input, std::size_t count)
        : choice(input.isEmpty() ? 0 : static_cast<unsigned char>(input.front()) % count)
        , rest(input.isEmpty() ? input : input.sliced(1))
    {}
};

/// A file of these bytes; valid until the next call.
[[nodiscard]] QString fileOf(QByteArrayView bytes);

/// What is read is written and read again: the same comes out.
template <class Message, class Read>
void readsItsOwnWriting(const Message &message, Read read)
{
    const auto again = read(message.encode());
    MUST(again.has_value());
    MUST(again->encode() == message.encode());
}

} // namespace comptoir::fuzz
