// SPDX-License-Identifier: GPL-3.0-or-later
#include "WordFold.h"

#include <QString>

#include <array>

namespace comptoir::domain {

namespace {

constexpr char32_t kTableEnd = 0x250; // Latin-1, Extended-A, Extended-B: what French people are called

/// Letters no decomposition takes apart.
QString takenApart(char32_t letter)
{
    switch (letter) {
    case U'œ':
    case U'Œ': return QStringLiteral("oe");
    case U'æ':
    case U'Æ': return QStringLiteral("ae");
    case U'ß':
    case U'ẞ': return QStringLiteral("ss");
    case U'ø':
    case U'Ø': return QStringLiteral("o");
    case U'ł':
    case U'Ł': return QStringLiteral("l");
    case U'đ':
    case U'Đ':
    case U'ð':
    case U'Ð': return QStringLiteral("d");
    case U'þ':
    case U'Þ': return QStringLiteral("th");
    case U'ħ':
    case U'Ħ': return QStringLiteral("h");
    case U'ı': return QStringLiteral("i");
    default: return {};
    }
}

/// A letter the index's tokenizer knows as one: it speaks Unicode 6.1.
bool isWordPart(char32_t letter)
{
    return QChar::isLetterOrNumber(letter) && QChar::unicodeVersion(letter) <= QChar::Unicode_6_1;
}

QByteArray foldSlowly(char32_t letter)
{
    QString apart = takenApart(letter);
    if (apart.isEmpty()) {
        const QString decomposed = QString::fromUcs4(&letter, 1).normalized(QString::NormalizationForm_KD);
        for (const uint part : decomposed.toUcs4()) {
            const char32_t small = QChar::toCaseFolded(part);
            if (isWordPart(small)) {
                apart += QString::fromUcs4(&small, 1);
            } else if (!QChar::isMark(small)) {
                apart += u' ';
            }
        }
    }
    return apart.toUtf8();
}

const std::array<QByteArray, kTableEnd> &table()
{
    static const auto made = [] {
        std::array<QByteArray, kTableEnd> out;
        for (char32_t letter = 0; letter < kTableEnd; ++letter) {
            out[letter] = foldSlowly(letter);
        }
        return out;
    }();
    return made;
}

/// The code point at `at`, moved behind it; U+FFFD for broken bytes.
char32_t nextLetter(std::string_view utf8, std::size_t &at)
{
    const auto byte = [&](std::size_t where) { return static_cast<unsigned char>(utf8[where]); };
    const unsigned char first = byte(at++);
    const int more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : first >= 0xc0 ? 1 : -1;
    if (more < 0 || at + static_cast<std::size_t>(more) > utf8.size()) {
        return 0xfffd;
    }
    char32_t letter = first & (0x3fU >> more);
    for (int i = 0; i < more; ++i) {
        letter = (letter << 6) | (byte(at++) & 0x3fU);
    }
    return letter > 0x10ffff ? 0xfffd : letter;
}

} // namespace

std::string foldWords(std::string_view utf8)
{
    static constexpr auto kAscii = [] {
        std::array<char, 128> out{};
        for (int c = 0; c < 128; ++c) {
            const bool upper = c >= 'A' && c <= 'Z';
            const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            out[static_cast<std::size_t>(c)] = static_cast<char>(upper ? c + 32 : kept ? c : ' ');
        }
        return out;
    }();
    std::string out;
    out.reserve(utf8.size());
    for (std::size_t at = 0; at < utf8.size();) {
        const auto byte = static_cast<unsigned char>(utf8[at]);
        if (byte < 128) {
            out.push_back(kAscii[byte]);
            ++at;
            continue;
        }
        const char32_t letter = nextLetter(utf8, at);
        const QByteArray folded = letter < kTableEnd ? table()[letter] : foldSlowly(letter);
        out.append(folded.constData(), static_cast<std::size_t>(folded.size()));
    }
    return out;
}

} // namespace comptoir::domain
