// SPDX-License-Identifier: GPL-3.0-or-later
#include "PasswordInput.h"

#include "Accounts.h"

#include <QByteArray>

#include <cstdio>
#include <termios.h>
#include <unistd.h>

namespace comptoir::service {

namespace {

/// Turns the echo of the terminal off for as long as it lives.
class QuietTerminal
{
public:
    QuietTerminal()
    {
        m_known = tcgetattr(STDIN_FILENO, &m_before) == 0;
        termios quiet = m_before;
        quiet.c_lflag &= ~tcflag_t(ECHO);
        if (m_known) {
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
        }
    }
    ~QuietTerminal()
    {
        if (m_known) {
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
        }
    }
    QuietTerminal(const QuietTerminal &) = delete;
    QuietTerminal &operator=(const QuietTerminal &) = delete;

private:
    termios m_before{};
    bool m_known = false;
};

QString readLine()
{
    std::array<char, 4096> line{};
    if (!std::fgets(line.data(), int(line.size()), stdin)) {
        return {};
    }
    QString out = QString::fromUtf8(line.data());
    while (out.endsWith(u'\n') || out.endsWith(u'\r')) {
        out.chop(1);
    }
    return out;
}

QString ask(const char *question)
{
    std::fputs(question, stderr);
    QString out = readLine();
    std::fputs("\n", stderr);
    return out;
}

} // namespace

base::Result<QString> readPassword()
{
    QString password;
    if (isatty(STDIN_FILENO) == 1) {
        const QuietTerminal quiet;
        password = ask("Password: ");
        if (auto may = central::Accounts::mayBePassword(password); !may && !password.isEmpty()) {
            return tl::unexpected(may.error());
        }
        if (!password.isEmpty() && password != ask("Once more: ")) {
            return base::fail(base::Error::Kind::Invalid, QStringLiteral("the two passwords differ"));
        }
    } else {
        password = readLine();
    }
    if (password.isEmpty()) {
        return base::fail(base::Error::Kind::Invalid, QStringLiteral("no password was given"));
    }
    return password;
}

} // namespace comptoir::service
