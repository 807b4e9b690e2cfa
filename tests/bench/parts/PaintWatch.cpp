// SPDX-License-Identifier: GPL-3.0-or-later
#include "PaintWatch.h"

#include <QApplication>
#include <QPaintEvent>
#include <QWidget>

#include <ctime>

namespace comptoir::bench {

namespace {

/// Whether the window's whole frame is drawn and flushed inside this event.
bool isFrame(const QObject &watched, QEvent::Type type)
{
    if (watched.isWindowType()) {
        return type == QEvent::Expose || type == QEvent::Paint || type == QEvent::UpdateRequest;
    }
    return type == QEvent::UpdateRequest && watched.isWidgetType() && static_cast<const QWidget &>(watched).isWindow();
}

} // namespace

qint64 monotonicNs()
{
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return qint64(now.tv_sec) * 1'000'000'000 + now.tv_nsec;
}

PaintWatch::PaintWatch(QObject *parent) : QObject(parent)
{
    QCoreApplication::instance()->installEventFilter(this);
}

void PaintWatch::await(Wanted wanted, std::function<void(qint64)> done)
{
    m_wanted = std::move(wanted);
    m_done = std::move(done);
    m_caught = false;
}

bool PaintWatch::eventFilter(QObject *watched, QEvent *event)
{
    if (!m_wanted) {
        return false;
    }
    if (event->type() == QEvent::Paint && watched->isWidgetType()) {
        m_caught = m_caught || m_wanted(*static_cast<QWidget *>(watched), static_cast<QPaintEvent *>(event)->region());
        return false;
    }
    if (m_inside || !isFrame(*watched, event->type())) {
        return false;
    }
    // Delivered from here, so that its end is known.
    m_inside = true;
    watched->event(event);
    m_inside = false;
    if (m_caught) {
        m_caught = false;
        m_wanted = {};
        const auto done = std::exchange(m_done, {});
        done(monotonicNs());
    }
    return true;
}

} // namespace comptoir::bench
