// SPDX-License-Identifier: GPL-3.0-or-later
#include "ProgressLine.h"

#include <cstdio>
#include <unistd.h>

namespace comptoir::service {

namespace {

constexpr qsizetype kWidth = 40;

void put(const QString &text)
{
    std::fputs(text.toLocal8Bit().constData(), stderr);
    std::fflush(stderr);
}

} // namespace

ProgressLine::ProgressLine(QString what) : m_what(std::move(what)), m_terminal(::isatty(STDERR_FILENO) == 1) {}

ProgressLine::~ProgressLine()
{
    if (m_terminal && m_shown >= 0) {
        put(QStringLiteral("\r\x1B[K"));
    }
}

void ProgressLine::show(qint64 done, qint64 of)
{
    const qint64 step = of > 0 ? done * (m_terminal ? 100 : 10) / of : 0;
    if (step == m_shown) {
        return;
    }
    m_shown = step;
    if (m_terminal) {
        const qsizetype full = step * kWidth / 100;
        put(QStringLiteral("\r%1 [%2%3] %4 %").arg(m_what, QString(full, u'#'), QString(kWidth - full, u' ')).arg(step));
    } else if (step > 0) {
        put(QStringLiteral("%1: %2 % (%3 of %4)\n").arg(m_what).arg(step * 10).arg(done).arg(of));
    }
}

} // namespace comptoir::service
