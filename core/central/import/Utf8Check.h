// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace comptoir::central {

/// Checks UTF-8 (RFC 3629) byte by byte, across chunks: no overlong form, no surrogate, nothing above U+10FFFF.
class Utf8Check
{
public:
    /// False where `byte` cannot stand here; the next byte then begins anew.
    [[nodiscard]] bool take(unsigned char byte)
    {
        if (m_left == 0) {
            return begin(byte);
        }
        if (byte < m_low || byte > m_high) {
            m_left = 0;
            // The byte may itself begin something; what matters is only that the text is broken here.
            return false;
        }
        m_low = 0x80;
        m_high = 0xBF;
        if (--m_left == 0) {
            ++m_characters;
        }
        return true;
    }

    /// True between the first and the last byte of a character.
    [[nodiscard]] bool isInside() const { return m_left > 0; }
    /// Whole characters above ASCII seen so far.
    [[nodiscard]] qint64 characters() const { return m_characters; }

private:
    [[nodiscard]] bool begin(unsigned char byte)
    {
        m_low = 0x80;
        m_high = 0xBF;
        if (byte < 0x80) {
            return true;
        }
        if (byte < 0xC2 || byte > 0xF4) {
            return false;
        }
        m_left = byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3;
        m_low = byte == 0xE0 ? 0xA0 : byte == 0xF0 ? 0x90 : 0x80;
        m_high = byte == 0xED ? 0x9F : byte == 0xF4 ? 0x8F : 0xBF;
        return true;
    }

    int m_left = 0;
    unsigned char m_low = 0x80;
    unsigned char m_high = 0xBF;
    qint64 m_characters = 0;
};

} // namespace comptoir::central
