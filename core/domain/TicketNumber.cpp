// SPDX-License-Identifier: GPL-3.0-or-later
#include "TicketNumber.h"

namespace comptoir::domain {

namespace {

/// Digits and capitals without I, L, O (look like 1, 1, 0) and U (looks like V); the alphabet of Crockford's base 32.
constexpr QStringView kAlphabet = u"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr qsizetype kLongestCounter = 15;

QChar forgiven(QChar c)
{
    const QChar upper = c.toUpper();
    switch (upper.unicode()) {
    case u'I':
    case u'L': return u'1';
    case u'O': return u'0';
    case u'U': return u'V';
    default: return upper;
    }
}

} // namespace

QString TicketNumber::toString() const
{
    return device + u'-' + QString::number(counter);
}

std::optional<TicketNumber> TicketNumber::fromString(QStringView text)
{
    text = text.trimmed();
    const qsizetype hyphen = text.indexOf(u'-');
    const QStringView digits = text.mid(hyphen + 1);
    if (hyphen < 2 || hyphen > 5 || digits.isEmpty() || digits.size() > kLongestCounter) {
        return std::nullopt;
    }
    TicketNumber out;
    for (const QChar c : text.first(hyphen)) {
        const QChar read = forgiven(c);
        if (!kAlphabet.contains(read)) {
            return std::nullopt;
        }
        out.device += read;
    }
    for (const QChar c : digits) {
        const QChar read = forgiven(c);
        if (read < u'0' || read > u'9') {
            return std::nullopt;
        }
        out.counter = out.counter * 10 + (read.unicode() - u'0');
    }
    return out.counter > 0 ? std::optional(out) : std::nullopt;
}

QString deviceCode(qint64 n)
{
    const qint64 base = kAlphabet.size();
    qsizetype length = 2;
    qint64 codes = base * base;
    while (n >= codes) {
        n -= codes;
        codes *= base;
        ++length;
    }
    QString out(length, u'0');
    for (qsizetype at = length - 1; at >= 0; --at) {
        out[at] = kAlphabet[n % base];
        n /= base;
    }
    return out;
}

} // namespace comptoir::domain
