// SPDX-License-Identifier: GPL-3.0-or-later
#include "CallHandling.h"

#include "CallDesk.h"
#include "Clock.h"
#include "PersonTable.h"
#include "Store.h"

namespace comptoir::desk {

using base::Error;
using Phase = CallState::Phase;

struct CallHandling::Private : CallDesk
{
    using CallDesk::CallDesk;
};

CallHandling::CallHandling(const DeskParts &parts, QObject *parent) : QObject(parent), m_d(std::make_unique<Private>(parts, this))
{
    m_d->state.stateSinceMs = parts.clock.nowMs();
    m_d->tellState = [this](const CallState &state) { Q_EMIT stateChanged(state); };
    m_d->tellCard = [this](const CallerCard &card) { Q_EMIT cardReady(card); };
    m_d->tellFailure = [this](const Error &error) { Q_EMIT failed(error); };
}

CallHandling::~CallHandling() = default;

void CallHandling::add(CallSource *source)
{
    m_d->sources.push_back(source);
    connect(source, &CallSource::happened, this, [this, source](const CallEvent &event) { m_d->take(source, event); });
    connect(source, &CallSource::connectedChanged, this, [this] { m_d->show(); });
    connect(source, &QObject::destroyed, this, [this, source] { m_d->drop(source); });
    m_d->show();
}

const CallState &CallHandling::state() const
{
    return m_d->state;
}

const CallerCard &CallHandling::card() const
{
    return m_d->card;
}

void CallHandling::answer()
{
    CallBook::Call *call = m_d->book.current();
    if (!call || call->phase != Phase::Ringing) {
        call = m_d->book.nextWaiting();
    }
    if (!call) {
        return;
    }
    if (const CallBook::Call *now = m_d->book.current(); now && now->phase == Phase::WrapUp) {
        finishWrapUp({});
    }
    m_d->command(*call, [call](CallSource &source) { source.answer(call->callId); });
}

void CallHandling::hangUp()
{
    CallBook::Call *call = m_d->book.current();
    if (!call || call->phase == Phase::WrapUp) {
        return;
    }
    call->refusedHere = call->phase == Phase::Ringing;
    if (!call->source || !call->source->isConnected()) {
        // A telephone that cannot be told: the operator says that the call is over.
        CallEvent over;
        over.kind = CallEvent::Kind::HangUp;
        over.callId = call->callId;
        m_d->take(call->source, over);
        return;
    }
    m_d->command(*call, [call](CallSource &source) { source.hangUp(call->callId); });
}

void CallHandling::toggleHold()
{
    CallBook::Call *call = m_d->book.current();
    if (!call || (call->phase != Phase::Talking && call->phase != Phase::Held)) {
        return;
    }
    const bool held = call->phase == Phase::Held;
    m_d->command(*call, [call, held](CallSource &source) { held ? source.resume(call->callId) : source.hold(call->callId); });
}

void CallHandling::transfer(const QString &number)
{
    CallBook::Call *call = m_d->book.current();
    if (call && (call->phase == Phase::Talking || call->phase == Phase::Held)) {
        m_d->command(*call, [call, number](CallSource &source) { source.transfer(call->callId, number); });
    }
}

void CallHandling::dial(const QString &number)
{
    for (CallSource *source : m_d->sources) {
        if (source->isConnected() && source->controlsCalls()) {
            source->dial(number);
            return;
        }
    }
    Q_EMIT failed({Error::Kind::Network, QStringLiteral("no telephone is connected")});
}

void CallHandling::finishWrapUp(const QString &note)
{
    CallBook::Call *call = m_d->book.current();
    if (call && call->phase == Phase::WrapUp) {
        call->contact.note = note.isEmpty() ? call->contact.note : note;
        m_d->wrapUp(*call);
        m_d->book.finishWrapUp();
        m_d->show();
    }
}

void CallHandling::changeState(domain::OperatorState state, const QString &pauseReason)
{
    m_d->wanted = state == domain::OperatorState::OnCall || state == domain::OperatorState::WrapUp ? domain::OperatorState::Available
                                                                                                   : state;
    m_d->wantedReason = m_d->wanted == domain::OperatorState::Pause ? pauseReason : QString();
    if (m_d->state.phase == Phase::WrapUp) {
        finishWrapUp({});
    }
    m_d->show();
}

void CallHandling::identify(domain::PersonId person, bool learn)
{
    CallBook::Call *call = m_d->book.current();
    if (!call) {
        m_d->openCard(person);
        return;
    }
    m_d->identify(call->contact.id, person, learn);
}

void CallHandling::attach(domain::TicketId ticket)
{
    CallBook::Call *call = m_d->book.current();
    if (!call || !ticket) {
        return;
    }
    auto &tickets = call->contact.tickets.list;
    if (std::find(tickets.begin(), tickets.end(), ticket) == tickets.end()) {
        tickets.push_back(ticket);
        m_d->log(*call);
        if (call->contact.person) {
            m_d->readCardOf(*call); // the ticket is one of theirs now
        }
    }
}

void CallHandling::readCardAgain()
{
    if (const CallBook::Call *call = m_d->book.current()) {
        m_d->readCardOf(*call);
    }
}

void CallHandling::openCard(domain::PersonId person)
{
    m_d->openCard(person);
}

} // namespace comptoir::desk
