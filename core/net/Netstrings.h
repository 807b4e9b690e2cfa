// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Result.h"

#include <QByteArray>

#include <vector>

namespace comptoir::net {

/// Frames of `<bytes>:<text>,` (D. J. Bernstein's netstrings), in whatever pieces they arrive.
class Netstrings
{
public:
    explicit Netstrings(qsizetype mostBytes) : m_most(mostBytes) {}

    /// The whole frames up to here. Protocol for anything that is no netstring, Full for one beyond the limit: the stream is then lost.
    [[nodiscard]] base::Result<std::vector<QByteArray>> feed(QByteArrayView bytes);
    void clear() { m_rest.clear(); }

    [[nodiscard]] static QByteArray framed(const QByteArray &text);

private:
    qsizetype m_most;
    QByteArray m_rest;
};

} // namespace comptoir::net
