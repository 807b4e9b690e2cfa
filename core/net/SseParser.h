// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Result.h"

#include <QByteArray>

#include <vector>

namespace comptoir::net {

/// Reads a stream of server-sent events (WHATWG HTML, "Interpreting an event stream"), in whatever pieces it arrives.
/// Only the data counts here: names, ids and retry times are read over.
class SseParser
{
public:
    explicit SseParser(qsizetype mostBytes) : m_most(mostBytes) {}

    /// The data of each event that ends in `bytes`. Full where one event or line passes the limit: the stream is then of no use.
    [[nodiscard]] base::Result<std::vector<QByteArray>> feed(QByteArrayView bytes);

private:
    void takeLine(QByteArrayView line, std::vector<QByteArray> &events);

    qsizetype m_most;
    QByteArray m_line;
    QByteArray m_event;
    bool m_hasData = false;
    bool m_afterReturn = false;
    bool m_begun = false;
};

} // namespace comptoir::net
