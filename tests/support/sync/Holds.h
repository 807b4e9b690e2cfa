// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exception>
#include <string>

namespace comptoir::tests {

/// A check of a simulated run that did not hold. Thrown, in tests alone: the run ends there, and whoever runs it may look for a smaller one.
class Broken final : public std::exception
{
public:
    Broken(std::string check, std::string note)
        : m_check(std::move(check))
        , m_note(std::move(note))
        , m_what(m_check + (m_note.empty() ? "" : ": " + m_note))
    {}

    [[nodiscard]] const char *what() const noexcept override { return m_what.c_str(); }
    [[nodiscard]] const std::string &check() const { return m_check; }
    [[nodiscard]] const std::string &note() const { return m_note; }

private:
    std::string m_check; ///< the condition as it is written
    std::string m_note; ///< what it was about
    std::string m_what;
};

} // namespace comptoir::tests

/// HOLDS(condition) or HOLDS(condition, note): the note, a string, is made only where the condition is false.
#define HOLDS(condition, ...)                                                                                                              \
    do {                                                                                                                                   \
        if (!(condition)) {                                                                                                                \
            throw ::comptoir::tests::Broken(#condition, std::string(__VA_ARGS__));                                                         \
        }                                                                                                                                  \
    } while (false)
