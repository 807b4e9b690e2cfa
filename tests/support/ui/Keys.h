// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeyEvent>
#include <QWidget>

#include <QCoreApplication>

namespace comptoir::tests {

/// Presses and releases a key at a widget, as if it had the focus.
inline void pressKey(QWidget *widget, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier, const QString &text = {})
{
    for (const QEvent::Type type : {QEvent::KeyPress, QEvent::KeyRelease}) {
        QKeyEvent event(type, key, modifiers, text);
        QCoreApplication::sendEvent(widget, &event);
    }
}

/// Types a text, sign by sign.
inline void typeText(QWidget *widget, const QString &text)
{
    for (const QChar sign : text) {
        pressKey(widget, Qt::Key(sign.toUpper().unicode()), Qt::NoModifier, QString(sign));
    }
}

} // namespace comptoir::tests
