// SPDX-License-Identifier: GPL-3.0-or-later
#include "ExitSignals.h"

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace comptoir::console {

namespace {

volatile std::sig_atomic_t writingEnd = -1;

/// All that a signal may do is to write a byte.
void wake(int)
{
    const int before = errno;
    const char byte = 0;
    if (::write(static_cast<int>(writingEnd), &byte, 1) < 0) {
        // full: it was told already
    }
    errno = before;
}

void handle(void (*what)(int))
{
    struct sigaction action
    {};
    action.sa_handler = what;
    action.sa_flags = static_cast<int>(SA_RESTART | SA_RESETHAND);
    sigemptyset(&action.sa_mask);
    ::sigaction(SIGINT, &action, nullptr);
    ::sigaction(SIGTERM, &action, nullptr);
}

} // namespace

ExitSignals::ExitSignals(QObject *parent) : QObject(parent)
{
    if (::pipe2(m_ends, O_CLOEXEC | O_NONBLOCK) != 0) {
        return;
    }
    writingEnd = m_ends[1];
    m_notifier = std::make_unique<QSocketNotifier>(m_ends[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        if (::read(m_ends[0], &byte, 1) == 1) {
            Q_EMIT asked();
        }
    });
    handle(&wake);
}

ExitSignals::~ExitSignals()
{
    if (m_ends[0] >= 0) {
        handle(SIG_DFL);
        m_notifier.reset();
        ::close(m_ends[0]);
        ::close(m_ends[1]);
    }
}

} // namespace comptoir::console
