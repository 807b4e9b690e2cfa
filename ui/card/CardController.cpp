// SPDX-License-Identifier: GPL-3.0-or-later
#include "CardController.h"

#include "CallHandling.h"
#include "CallerCardView.h"
#include "Catalogue.h"
#include "CatalogueLists.h"
#include "Clock.h"
#include "Parts.h"
#include "Queues.h"
#include "Then.h"
#include "Words.h"

#include <QTimer>

namespace comptoir::ui {

namespace {

constexpr int kHits = 12;
constexpr int kAgesMs = 30'000; // as in the panes of tickets
constexpr int kRefreshMs = 300; // a pull changes many tickets at once: the card is read once

} // namespace

CardController::CardController(const Parts &parts, CallerCardView *view, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_view(view)
    , m_refresh(new QTimer(this))
{
    m_refresh->setSingleShot(true);
    m_refresh->setInterval(kRefreshMs);
    connect(m_refresh, &QTimer::timeout, this, &CardController::refresh);
    auto *times = new QTimer(this);
    connect(times, &QTimer::timeout, view, [this] { m_view->showTimes(m_parts.clock.nowMs()); });
    times->start(kAgesMs);
    connect(&parts.calls, &desk::CallHandling::cardReady, this, &CardController::show);
    connect(&parts.catalogue, &desk::Catalogue::changed, this, [this] { m_view->showOrganisations(organisationChoices(m_parts)); });
    connect(&parts.queues, &desk::Queues::moved, m_refresh, qOverload<>(&QTimer::start));
    connect(view, &CallerCardView::searchWanted, this, &CardController::search);
    connect(view, &CallerCardView::identified, this, &CardController::identify);
    connect(view, &CallerCardView::personWritten, this, &CardController::add);
    connect(view, &CallerCardView::forgetWanted, this, [this](domain::PersonId person, const domain::PhoneNumber &number) {
        readNumbersAfter(m_parts.lookup.unlearnNumber(person, number.key), person);
    });
    connect(view, &CallerCardView::learnWanted, this, [this](domain::PersonId person, const domain::PhoneNumber &number) {
        readNumbersAfter(m_parts.lookup.learnNumber(person, number), person);
    });
    view->showOrganisations(organisationChoices(parts));
}

void CardController::show(const desk::CallerCard &card)
{
    const desk::CallerCard &before = m_view->card();
    const domain::PersonId person = card.candidates.empty() ? domain::PersonId{} : card.candidates.front().person.id;
    const bool other = card.contact != before.contact || card.number != before.number || person != m_view->person();
    m_view->show(card, m_parts.clock.nowMs());
    if (other) {
        Q_EMIT shown();
    }
}

void CardController::search(const QString &text)
{
    base::then(m_parts.lookup.people(text, kHits), this, [this, text](const base::Result<std::vector<desk::PersonHit>> &hits) {
        if (hits) {
            m_view->showHits(text, *hits);
        } else {
            m_view->showFailure(Words::of(hits.error()));
        }
    });
}

void CardController::identify(domain::PersonId person, bool learn)
{
    if (m_view->card().contact.isNull()) {
        m_parts.calls.openCard(person);
    } else {
        m_parts.calls.identify(person, learn);
    }
}

void CardController::add(const domain::Person &person)
{
    base::then(m_parts.lookup.addPerson(person), this, [this](const base::Result<domain::PersonId> &added) {
        if (added) {
            identify(*added, true);
        } else {
            m_view->showFailure(Words::of(added.error()));
        }
    });
}

void CardController::readNumbersAfter(QFuture<base::Result<>> change, domain::PersonId person)
{
    base::then(change, this, [this, person](const base::Result<> &done) {
        if (!done) {
            m_view->showFailure(Words::of(done.error()));
            return;
        }
        base::then(m_parts.lookup.person(person), this, [this](const base::Result<domain::Person> &now) {
            if (now) {
                m_view->showNumbers(*now);
            }
        });
    });
}

void CardController::refresh()
{
    // Its lines of open tickets follow what is done to them.
    if (!m_view->isVisible() || m_view->person().isNull()) {
        return;
    }
    m_view->card().contact.isNull() ? m_parts.calls.openCard(m_view->person()) : m_parts.calls.readCardAgain();
}

domain::Ticket CardController::beginning() const
{
    const desk::CallerCard &card = m_view->card();
    domain::Ticket ticket;
    ticket.contact = card.contact;
    ticket.channel = domain::Channel::Phone;
    ticket.impact = domain::Level::Low; // one person calls; that a whole department waits is theirs to say
    if (card.candidates.empty()) {
        return ticket;
    }
    const domain::Person &person = card.candidates.front().person;
    ticket.organisation = person.organisation;
    ticket.scope = domain::scopeOf(person.organisation);
    ticket.site = person.site;
    ticket.requester = person.id;
    ticket.requesterName = person.displayName();
    if (!card.assets.empty()) {
        ticket.asset = card.assets.front().id;
    }
    return ticket;
}

} // namespace comptoir::ui
