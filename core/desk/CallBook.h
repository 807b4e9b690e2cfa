// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CallSource.h"
#include "CallState.h"
#include "CallerNumber.h"
#include "Contact.h"

#include <deque>
#include <functional>
#include <list>

namespace comptoir::desk {

/// The calls at this telephone, sorted out of whatever its sources say: events repeated, late, out of order, of unknown calls.
/// Pure bookkeeping: no clock, no database, no signal.
class CallBook
{
public:
    struct Call
    {
        CallSource *source = nullptr;
        QString callId;
        domain::Contact contact; ///< as it will be logged
        domain::CallerNumber number;
        QString callerName; ///< as the telephone says it; a hint
        CallState::Phase phase = CallState::Phase::Ringing;
        bool confirmed = false; ///< the operator said who it is; else its contact's person is a guess
        bool refusedHere = false; ///< hung up here while it rang
        bool carded = false; ///< its card has been read (or could not be): it may be logged
    };

    struct Change
    {
        Call *call = nullptr; ///< the call the event was about; null where it changed nothing
        bool isNew = false;
        bool toLog = false;
    };

    using NewContact = std::function<domain::ContactId()>;
    using ReadNumber = std::function<domain::CallerNumber(const CallEvent &)>;

    CallBook(NewContact newContact, ReadNumber readNumber);

    [[nodiscard]] Change take(CallSource *source, const CallEvent &event, qint64 nowMs);
    /// The wrap-up of the current call is done: the next waiting call becomes the current one.
    void finishWrapUp();
    /// Nothing is told of the calls of a source that is gone: they end as they stand. The calls to be logged.
    [[nodiscard]] std::vector<domain::Contact> drop(CallSource *source, qint64 nowMs);

    [[nodiscard]] Call *current() { return m_current; }
    [[nodiscard]] const Call *current() const { return m_current; }
    /// The ringing call that waits longest beside the current one.
    [[nodiscard]] Call *nextWaiting();
    [[nodiscard]] Call *find(domain::ContactId contact);
    [[nodiscard]] int waitingCount() const;
    [[nodiscard]] qint64 oldestWaitingMs() const;

private:
    [[nodiscard]] Call *find(CallSource *source, const QString &callId);
    Call &begin(CallSource *source, const CallEvent &event, qint64 nowMs);
    [[nodiscard]] Change ring(CallSource *source, const CallEvent &event, qint64 nowMs);
    [[nodiscard]] Change answer(CallSource *source, const CallEvent &event, qint64 nowMs);
    [[nodiscard]] Change hold(CallSource *source, const CallEvent &event);
    [[nodiscard]] Change hangUp(CallSource *source, const CallEvent &event, qint64 nowMs);
    void end(Call &call, const QString &cause, qint64 nowMs);
    void promoteNext();
    void forgetOld();

    NewContact m_newContact;
    ReadNumber m_readNumber;
    std::list<Call> m_calls; ///< ended ones stay a while, so that late events find them
    Call *m_current = nullptr;
};

} // namespace comptoir::desk
