// SPDX-License-Identifier: GPL-3.0-or-later
#include "CallBook.h"

namespace comptoir::desk {

using Phase = CallState::Phase;

namespace {

/// Calls remembered, ended ones included: more than ring at one desk in an hour.
constexpr std::size_t kMostCalls = 64;

bool isLive(const CallBook::Call &call)
{
    return call.phase == Phase::Ringing || call.phase == Phase::Talking || call.phase == Phase::Held;
}

domain::CallOutcome unansweredOutcome(const CallBook::Call &call, const QString &cause)
{
    if (cause == u"busy") {
        return domain::CallOutcome::Busy;
    }
    return call.refusedHere ? domain::CallOutcome::Rejected : domain::CallOutcome::Missed;
}

} // namespace

CallBook::CallBook(NewContact newContact, ReadNumber readNumber) : m_newContact(std::move(newContact)), m_readNumber(std::move(readNumber))
{}

CallBook::Change CallBook::take(CallSource *source, const CallEvent &event, qint64 nowMs)
{
    switch (event.kind) {
    case CallEvent::Kind::Ring: return ring(source, event, nowMs);
    case CallEvent::Kind::Answer: return answer(source, event, nowMs);
    case CallEvent::Kind::Hold:
    case CallEvent::Kind::Resume: return hold(source, event);
    case CallEvent::Kind::HangUp: return hangUp(source, event, nowMs);
    }
    return {};
}

CallBook::Call &CallBook::begin(CallSource *source, const CallEvent &event, qint64 nowMs)
{
    forgetOld();
    Call call;
    call.source = source;
    call.callId = event.callId;
    call.number = m_readNumber(event);
    call.callerName = event.callerName;
    call.contact.id = m_newContact();
    call.contact.direction = event.direction;
    call.contact.number = call.number.written;
    call.contact.key = call.number.keys.empty() ? QString() : call.number.keys.front();
    call.contact.callId = event.callId;
    call.contact.startedMs = nowMs;
    m_calls.push_back(std::move(call));
    if (!m_current) {
        m_current = &m_calls.back();
    }
    return m_calls.back();
}

CallBook::Change CallBook::ring(CallSource *source, const CallEvent &event, qint64 nowMs)
{
    if (Call *known = find(source, event.callId)) {
        // Said again; it may say more than the first time.
        if (!known->contact.number.isEmpty() || event.number.isEmpty() || !isLive(*known)) {
            return {};
        }
        known->number = m_readNumber(event);
        known->contact.number = known->number.written;
        known->contact.key = known->number.keys.empty() ? QString() : known->number.keys.front();
        return {known, true, false};
    }
    return {&begin(source, event, nowMs), true, true};
}

CallBook::Change CallBook::answer(CallSource *source, const CallEvent &event, qint64 nowMs)
{
    Call *call = find(source, event.callId);
    const bool isNew = !call;
    if (isNew) {
        call = &begin(source, event, nowMs); // its ring was never told
    } else if (call->contact.answeredMs > 0) {
        return {};
    }
    call->contact.outcome = domain::CallOutcome::Answered;
    if (!isLive(*call)) {
        call->contact.answeredMs = call->contact.endedMs; // told after the end: when, nobody knows
        return {call, false, call->contact.wrapUpMs == 0};
    }
    call->contact.answeredMs = nowMs;
    call->phase = Phase::Talking;
    if (m_current != call) {
        if (m_current && m_current->phase == Phase::Talking) {
            m_current->phase = Phase::Held;
        }
        m_current = call;
    }
    return {call, isNew, true};
}

CallBook::Change CallBook::hold(CallSource *source, const CallEvent &event)
{
    Call *call = find(source, event.callId);
    if (!call || (call->phase != Phase::Talking && call->phase != Phase::Held)) {
        return {};
    }
    call->phase = event.kind == CallEvent::Kind::Hold ? Phase::Held : Phase::Talking;
    return {call, false, false};
}

CallBook::Change CallBook::hangUp(CallSource *source, const CallEvent &event, qint64 nowMs)
{
    Call *call = find(source, event.callId);
    if (!call || !isLive(*call)) {
        return {};
    }
    end(*call, event.cause, nowMs);
    return {call, false, true};
}

void CallBook::end(Call &call, const QString &cause, qint64 nowMs)
{
    call.contact.endedMs = nowMs;
    const bool answered = call.contact.answeredMs > 0;
    if (!answered) {
        call.contact.outcome = unansweredOutcome(call, cause);
    }
    const bool wrapsUp = answered && m_current == &call;
    call.phase = wrapsUp ? Phase::WrapUp : Phase::None;
    if (m_current == &call && !wrapsUp) {
        m_current = nullptr;
        promoteNext();
    }
}

void CallBook::finishWrapUp()
{
    if (m_current && m_current->phase == Phase::WrapUp) {
        m_current->phase = Phase::None;
        m_current = nullptr;
        promoteNext();
    }
}

std::vector<domain::Contact> CallBook::drop(CallSource *source, qint64 nowMs)
{
    std::vector<domain::Contact> out;
    for (Call &call : m_calls) {
        if (call.source == source) {
            call.source = nullptr;
            if (isLive(call)) {
                end(call, {}, nowMs);
                out.push_back(call.contact);
            }
        }
    }
    return out;
}

void CallBook::promoteNext()
{
    // A held call comes back before a ringing one is shown.
    for (const Phase wanted : {Phase::Held, Phase::Talking, Phase::Ringing}) {
        for (Call &call : m_calls) {
            if (call.phase == wanted) {
                m_current = &call;
                return;
            }
        }
    }
}

CallBook::Call *CallBook::nextWaiting()
{
    for (Call &call : m_calls) {
        if (call.phase == Phase::Ringing && &call != m_current) {
            return &call;
        }
    }
    return nullptr;
}

CallBook::Call *CallBook::find(domain::ContactId contact)
{
    for (Call &call : m_calls) {
        if (call.contact.id == contact) {
            return &call;
        }
    }
    return nullptr;
}

CallBook::Call *CallBook::find(CallSource *source, const QString &callId)
{
    for (Call &call : m_calls) {
        if (call.source == source && call.callId == callId) {
            return &call;
        }
    }
    return nullptr;
}

int CallBook::waitingCount() const
{
    return static_cast<int>(std::count_if(m_calls.begin(), m_calls.end(),
                                          [this](const Call &call) { return call.phase == Phase::Ringing && &call != m_current; }));
}

qint64 CallBook::oldestWaitingMs() const
{
    for (const Call &call : m_calls) {
        if (call.phase == Phase::Ringing && &call != m_current) {
            return call.contact.startedMs;
        }
    }
    return 0;
}

void CallBook::forgetOld()
{
    for (auto call = m_calls.begin(); call != m_calls.end() && m_calls.size() >= kMostCalls;) {
        call = call->phase == Phase::None ? m_calls.erase(call) : std::next(call);
    }
}

} // namespace comptoir::desk
