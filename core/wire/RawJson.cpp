// SPDX-License-Identifier: GPL-3.0-or-later
#include "RawJson.h"

namespace comptoir::wire {

namespace {

/// Walks over a valid JSON text. On an invalid one it only stops early: it never reads beyond the end.
class Scanner
{
public:
    explicit Scanner(QByteArrayView text) : m_text(text) {}

    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] char peek() const { return atEnd() ? '\0' : m_text[m_at]; }

    void skipBlanks()
    {
        while (peek() == ' ' || peek() == '\n' || peek() == '\r' || peek() == '\t') {
            ++m_at;
        }
    }

    /// Steps over `c` and the blanks behind it; false where something else stands here.
    bool take(char c)
    {
        skipBlanks();
        if (peek() != c) {
            return false;
        }
        ++m_at;
        skipBlanks();
        return true;
    }

    /// Steps over one value and tells its bytes.
    QByteArrayView value()
    {
        skipBlanks();
        const qsizetype from = m_at;
        if (peek() == '"') {
            skipString();
        } else if (peek() == '{' || peek() == '[') {
            skipNested();
        } else {
            while (!atEnd() && std::string_view(",]} \n\r\t").find(peek()) == std::string_view::npos) {
                ++m_at;
            }
        }
        return m_text.sliced(from, m_at - from);
    }

private:
    void skipString()
    {
        ++m_at;
        while (!atEnd() && peek() != '"') {
            m_at += peek() == '\\' ? 2 : 1;
        }
        m_at = std::min(m_at + 1, m_text.size());
    }

    void skipNested()
    {
        int depth = 0;
        do {
            const char c = peek();
            if (c == '"') {
                skipString();
                continue;
            }
            depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            ++m_at;
        } while (depth > 0 && !atEnd());
    }

    QByteArrayView m_text;
    qsizetype m_at = 0;
};

} // namespace

std::optional<QByteArrayView> rawMember(QByteArrayView object, std::string_view name)
{
    Scanner scanner(object);
    if (!scanner.take('{')) {
        return std::nullopt;
    }
    while (scanner.peek() == '"') {
        const QByteArrayView key = scanner.value();
        if (!scanner.take(':')) {
            return std::nullopt;
        }
        const QByteArrayView value = scanner.value();
        if (std::string_view(key.data(), static_cast<size_t>(key.size())).substr(1, name.size()) == name
            && key.size() == static_cast<qsizetype>(name.size()) + 2) {
            return value;
        }
        if (!scanner.take(',')) {
            return std::nullopt;
        }
    }
    return std::nullopt;
}

std::vector<QByteArrayView> rawElements(QByteArrayView array)
{
    std::vector<QByteArrayView> out;
    Scanner scanner(array);
    if (!scanner.take('[')) {
        return out;
    }
    while (!scanner.atEnd() && scanner.peek() != ']') {
        out.push_back(scanner.value());
        if (!scanner.take(',')) {
            return out;
        }
    }
    return out;
}

} // namespace comptoir::wire
