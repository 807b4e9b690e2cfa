// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Codes.h"

#include <QObject>

namespace comptoir::desk {

/// What a telephone says. Repeated, late and out-of-order events are normal; CallHandling sorts them out.
struct CallEvent
{
    enum class Kind { Ring, Answer, Hold, Resume, HangUp };

    Kind kind = Kind::Ring;
    QString callId; ///< the telephone's own
    QString number; ///< as reported: digits, `sip:` user part, `anonymous`
    QString callerName; ///< display name as reported; a hint
    QString line; ///< own extension or trunk it came in on
    domain::Direction direction = domain::Direction::In;
    QString cause; ///< of a hang-up: `normal`, `busy`, `cancelled`, `no_answer`, `failed`; empty = unknown
};

/// A telephone: a softphone, a PBX, or any program that reports calls.
class CallSource : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    /// True where answer, hang-up and hold can be commanded from here.
    [[nodiscard]] virtual bool controlsCalls() const = 0;
    [[nodiscard]] virtual bool isConnected() const = 0;
    virtual void answer(const QString &callId) = 0;
    virtual void hangUp(const QString &callId) = 0;
    virtual void hold(const QString &callId) = 0;
    virtual void resume(const QString &callId) = 0;
    virtual void transfer(const QString &callId, const QString &number) = 0;
    virtual void dial(const QString &number) = 0;

Q_SIGNALS:
    void happened(const comptoir::desk::CallEvent &event);
    void connectedChanged(bool connected);
};

} // namespace comptoir::desk

Q_DECLARE_METATYPE(comptoir::desk::CallEvent)
