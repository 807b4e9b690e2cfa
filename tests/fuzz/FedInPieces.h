// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Fuzz.h"

#include <QByteArray>

#include <vector>

namespace comptoir::fuzz {

/// What a parser of a stream makes of the input in pieces; the same as of the input whole, and it breaks at the same.
template <class Parser>
std::vector<QByteArray> fedInPieces(QByteArrayView input, qsizetype most)
{
    Parser whole(most);
    const auto all = whole.feed(input);
    Parser slow(most);
    std::vector<QByteArray> pieces;
    bool broke = false;
    const qsizetype piece = 1 + input.size() / 16;
    for (qsizetype at = 0; at < input.size() && !broke; at += piece) {
        const auto some = slow.feed(input.sliced(at, std::min(piece, input.size() - at)));
        broke = !some;
        if (some) {
            pieces.insert(pieces.end(), some->begin(), some->end());
        }
    }
    MUST(broke == !all);
    MUST(!all || pieces == *all);
    return pieces;
}

} // namespace comptoir::fuzz
