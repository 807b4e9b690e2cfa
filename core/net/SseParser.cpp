// SPDX-License-Identifier: GPL-3.0-or-later
#include "SseParser.h"

namespace comptoir::net {

base::Result<std::vector<QByteArray>> SseParser::feed(QByteArrayView bytes)
{
    std::vector<QByteArray> events;
    for (const char c : bytes) {
        if (m_afterReturn && c == '\n') {
            m_afterReturn = false;
            continue;
        }
        m_afterReturn = c == '\r';
        if (c == '\n' || c == '\r') {
            takeLine(m_line, events);
            m_line.clear();
            continue;
        }
        m_line += c;
        if (m_line.size() + m_event.size() > m_most) {
            return base::fail(base::Error::Kind::Full, QStringLiteral("an event of the service is longer than %1 bytes").arg(m_most));
        }
    }
    return events;
}

void SseParser::takeLine(QByteArrayView line, std::vector<QByteArray> &events)
{
    if (!m_begun) {
        m_begun = true;
        if (line.startsWith("\xEF\xBB\xBF")) {
            line = line.sliced(3);
        }
    }
    if (line.isEmpty()) {
        if (m_hasData) {
            events.push_back(m_event);
        }
        m_event.clear();
        m_hasData = false;
        return;
    }
    const qsizetype colon = line.indexOf(':');
    const QByteArrayView field = colon < 0 ? line : line.first(colon);
    if (field != QByteArrayView("data")) {
        return;
    }
    QByteArrayView value = colon < 0 ? QByteArrayView() : line.sliced(colon + 1);
    if (value.startsWith(' ')) {
        value = value.sliced(1);
    }
    if (m_hasData) {
        m_event += '\n';
    }
    m_event.append(value);
    m_hasData = true;
}

} // namespace comptoir::net
