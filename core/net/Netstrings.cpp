// SPDX-License-Identifier: GPL-3.0-or-later
#include "Netstrings.h"

namespace comptoir::net {

base::Result<std::vector<QByteArray>> Netstrings::feed(QByteArrayView bytes)
{
    constexpr qsizetype kMostDigits = 9;
    m_rest.append(bytes);
    std::vector<QByteArray> out;
    qsizetype at = 0;
    while (at < m_rest.size()) {
        const qsizetype colon = m_rest.indexOf(':', at);
        const qsizetype digits = (colon < 0 ? m_rest.size() : colon) - at;
        qsizetype length = 0;
        for (qsizetype i = 0; i < std::min(digits, kMostDigits + 1); ++i) {
            const char c = m_rest.at(at + i);
            if (c < '0' || c > '9' || i == kMostDigits) {
                return base::fail(base::Error::Kind::Protocol, QStringLiteral("not a netstring"));
            }
            length = length * 10 + (c - '0');
        }
        if (length > m_most) {
            return base::fail(base::Error::Kind::Full, QStringLiteral("a netstring is longer than %1 bytes").arg(m_most));
        }
        if (colon < 0) {
            break;
        }
        if (digits == 0) {
            return base::fail(base::Error::Kind::Protocol, QStringLiteral("not a netstring"));
        }
        if (m_rest.size() < colon + 1 + length + 1) {
            break;
        }
        if (m_rest.at(colon + 1 + length) != ',') {
            return base::fail(base::Error::Kind::Protocol, QStringLiteral("a netstring does not end where it says"));
        }
        out.push_back(m_rest.mid(colon + 1, length));
        at = colon + 1 + length + 1;
    }
    m_rest.remove(0, at);
    return out;
}

QByteArray Netstrings::framed(const QByteArray &text)
{
    return QByteArray::number(text.size()) + ':' + text + ',';
}

} // namespace comptoir::net
