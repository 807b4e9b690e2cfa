// SPDX-License-Identifier: GPL-3.0-or-later
#include "Lull.h"

namespace comptoir::ui {

Lull::Lull(int silenceMs, int mostMs, QObject *parent) : QObject(parent)
{
    for (QTimer *timer : {&m_silence, &m_most}) {
        timer->setSingleShot(true);
        connect(timer, &QTimer::timeout, this, &Lull::end);
    }
    m_silence.setInterval(silenceMs);
    m_most.setInterval(mostMs);
}

void Lull::stir()
{
    m_silence.start();
    if (!m_most.isActive()) {
        m_most.start();
    }
}

void Lull::end()
{
    m_silence.stop();
    m_most.stop();
    Q_EMIT came();
}

} // namespace comptoir::ui

#include "moc_Lull.cpp"
