// SPDX-License-Identifier: GPL-3.0-or-later
#include "CallDesk.h"

#include "Catalogue.h"
#include "Clock.h"
#include "ContactLogging.h"
#include "IdSource.h"
#include "Log.h"
#include "PersonTable.h"
#include "Store.h"
#include "Then.h"

namespace comptoir::desk {

using base::Error;
using base::Result;
using Phase = CallState::Phase;

namespace {

constexpr int kKeepAgainMs = 3'000; // a disk that was full

/// Whether the same may go through in a moment; any other failure would come again each time.
bool mayPass(const Error &error)
{
    return error.kind == Error::Kind::Io || error.kind == Error::Kind::Full || error.kind == Error::Kind::Busy;
}

} // namespace

CallDesk::CallDesk(const DeskParts &with, QObject *whose)
    : parts(with)
    , book([this] { return parts.ids.make<domain::ContactId>(); },
           [this](const CallEvent &event) { return domain::CallerNumber::read(event.number, event.line, parts.catalogue.organisations()); })
    , m_context(whose)
{
    m_again.setInterval(kKeepAgainMs);
    QObject::connect(&m_again, &QTimer::timeout, whose, [this] { keepAgain(); });
}

void CallDesk::take(CallSource *source, const CallEvent &event)
{
    const CallBook::Change change = book.take(source, event, parts.clock.nowMs());
    if (!change.call) {
        return;
    }
    show(); // the number first, before any database
    if (change.isNew) {
        readCardOf(*change.call);
    }
    if (change.toLog) {
        log(*change.call);
    }
}

void CallDesk::drop(CallSource *source)
{
    std::erase(sources, source);
    for (const domain::Contact &contact : book.drop(source, parts.clock.nowMs())) {
        if (CallBook::Call *call = book.find(contact.id)) {
            log(*call);
        }
    }
    show();
}

void CallDesk::showCall(CallState &out) const
{
    const CallBook::Call *call = book.current();
    if (!call) {
        return;
    }
    const domain::Contact &contact = call->contact;
    out.phase = call->phase;
    out.contact = contact.id;
    out.callId = call->callId;
    out.number = contact.number;
    out.name = contact.personName;
    out.place = parts.catalogue.organisationName(contact.organisation ? contact.organisation : call->number.organisation);
    out.phaseSinceMs = call->phase == Phase::WrapUp ? contact.endedMs : contact.answeredMs > 0 ? contact.answeredMs : contact.startedMs;
    out.controllable = call->source && call->source->controlsCalls();
}

void CallDesk::show()
{
    CallState next;
    showCall(next);
    next.state = next.phase == Phase::Talking || next.phase == Phase::Held ? domain::OperatorState::OnCall
        : next.phase == Phase::WrapUp                                      ? domain::OperatorState::WrapUp
                                                                           : wanted;
    next.pauseReason = next.state == domain::OperatorState::Pause ? wantedReason : QString();
    const bool sameState = next.state == state.state && next.pauseReason == state.pauseReason;
    next.stateSinceMs = sameState ? state.stateSinceMs : parts.clock.nowMs();
    next.waiting = book.waitingCount();
    next.oldestWaitingMs = book.oldestWaitingMs();
    next.telephone = std::any_of(sources.begin(), sources.end(), [](const CallSource *source) { return source->isConnected(); });
    if (next == state) {
        return;
    }
    const bool otherCall = next.contact != state.contact && next.contact;
    state = next;
    tellState(state);
    if (otherCall && card.contact != state.contact) {
        if (const CallBook::Call *call = book.current(); call && call->carded) {
            readCardOf(*call); // a waiting call that became the current one
        }
    }
}

void CallDesk::command(CallBook::Call &call, const std::function<void(CallSource &)> &order)
{
    if (!call.source || !call.source->controlsCalls()) {
        tellFailure({Error::Kind::Refused, QStringLiteral("this telephone takes no commands from here")});
        return;
    }
    order(*call.source);
}

void CallDesk::report(const Result<> &done) const
{
    if (!done) {
        qCWarning(base::lcDesk, "a contact could not be kept: %s", qUtf8Printable(done.error().message));
        tellFailure(done.error());
    }
}

void CallDesk::log(CallBook::Call &call)
{
    if (!call.carded || call.contact.wrapUpMs > 0) {
        return; // its card comes first: it says in whose scope the contact lives
    }
    keep(call.contact.id, [this, acting = Acting::now(parts), op = parts.ids.make<domain::OperationId>(), contact = call.contact] {
        return parts.store.write([=](store::Db &db) { return logContact(db, acting, op, contact); });
    });
}

void CallDesk::keep(domain::ContactId contact, const Keep &what)
{
    base::then(what(), m_context, [this, contact, what](const Result<> &done) {
        m_unkept.erase(contact);
        if (!done && mayPass(done.error())) {
            m_unkept.emplace(contact, what);
            m_again.start();
        }
        report(done);
    });
}

void CallDesk::keepAgain()
{
    m_again.stop();
    for (const auto &[contact, what] : std::exchange(m_unkept, {})) {
        base::then(what(), m_context, [this, contact = contact, what = what](const Result<> &done) {
            if (done) {
                return;
            }
            if (!mayPass(done.error())) {
                report(done);
                return;
            }
            m_unkept.emplace(contact, what); // unless more was said of it meanwhile
            m_again.start();
        });
    }
}

void CallDesk::wrapUp(CallBook::Call &call)
{
    const qint64 now = parts.clock.nowMs();
    const auto first = parts.ids.make<domain::OperationId>();
    const auto op = parts.ids.make<domain::OperationId>();
    keep(call.contact.id, [this, acting = Acting::now(parts), first, op, contact = call.contact, now] {
        return parts.store.write([=](store::Db &db) { return wrapUpContact(db, acting, first, op, contact, now); });
    });
    call.contact.wrapUpMs = now;
}

void CallDesk::readCardOf(const CallBook::Call &call)
{
    CardQuestion question;
    question.contact = call.contact.id;
    question.number = call.number;
    question.callerName = call.callerName;
    question.confirmed = call.confirmed ? call.contact.person : domain::PersonId{};
    question.rangMs = call.contact.startedMs;
    read(question);
}

void CallDesk::openCard(domain::PersonId person)
{
    CardQuestion question;
    question.confirmed = person;
    question.number.sort = domain::CallerNumber::Sort::Unreadable;
    read(question);
}

void CallDesk::read(const CardQuestion &question)
{
    CardQuestion asked = question;
    asked.nowMs = parts.clock.nowMs();
    const auto future = parts.store.read([asked](store::Db &db) { return readCard(db, asked); });
    base::then(future, m_context, [this, asked](Result<CallerCard> fresh) { takeCard(asked, std::move(fresh)); });
}

void CallDesk::takeCard(const CardQuestion &question, Result<CallerCard> fresh)
{
    if (!fresh) {
        tellFailure(fresh.error());
        fresh = CallerCard{};
        fresh->contact = question.contact;
        fresh->number = question.number.written;
    }
    nameCandidates(*fresh, parts.catalogue);
    if (question.contact) {
        CallBook::Call *call = book.find(question.contact);
        if (!call) {
            return;
        }
        settleCaller(*call, *fresh);
        if (book.current() != call) {
            return; // shown when its turn comes
        }
    }
    card = std::move(*fresh);
    tellCard(card);
    show();
}

void CallDesk::settleCaller(CallBook::Call &call, const CallerCard &fresh)
{
    const bool first = !call.carded;
    call.carded = true;
    bool other = false;
    if (!call.confirmed && isSure(fresh)) {
        const domain::Person &person = fresh.candidates.front().person;
        other = call.contact.person != person.id;
        call.contact.person = person.id;
        call.contact.personName = person.displayName();
        call.contact.organisation = person.organisation;
    }
    if (first || other) {
        log(call);
    }
}

void CallDesk::identify(domain::ContactId contact, domain::PersonId person, bool learn)
{
    const auto future = parts.store.read([person](store::Db &db) { return store::PersonTable::findToShow(db, person.value); });
    base::then(future, m_context, [this, contact, person, learn](const Result<std::optional<store::PersonTable::Stored>> &found) {
        CallBook::Call *call = book.find(contact);
        if (!found || !*found || !call) {
            tellFailure(found ? Error{Error::Kind::NotFound, QStringLiteral("the person is not here")} : found.error());
            return;
        }
        const domain::Person &who = (*found)->entity;
        call->confirmed = true;
        call->contact.person = person;
        call->contact.personName = who.displayName();
        call->contact.organisation = who.organisation;
        call->carded = true;
        show();
        log(*call);
        if (learn && !call->number.keys.empty()) {
            const auto learned = parts.store.write(
                [acting = Acting::now(parts), op = parts.ids.make<domain::OperationId>(), person, written = call->contact.number,
                 key = call->number.keys.front()](store::Db &db) { return learnNumber(db, acting, op, person, written, key); });
            base::then(learned, m_context, [this](const Result<> &done) { report(done); });
        }
        readCardOf(*call);
    });
}

} // namespace comptoir::desk
