// SPDX-License-Identifier: GPL-3.0-or-later
#include "DraftController.h"

#include "AnswerKeeping.h"
#include "AttachmentKeeping.h"
#include "CallHandling.h"
#include "Catalogue.h"
#include "CatalogueLists.h"
#include "Clock.h"
#include "DraftView.h"
#include "Lookup.h"
#include "Lull.h"
#include "Parts.h"
#include "Scopes.h"
#include "Then.h"
#include "Words.h"

#include <QTimer>

namespace comptoir::ui {

namespace {

constexpr int kKeepDraftMs = 400; // after the first key not kept, however long the typing lasts: a kill loses less than half a second
constexpr int kLullMs = 400; // look-alikes are for whoever looks up from the keys …
constexpr int kMostTypingMs = 2'000; // … or types on and on
constexpr int kKeepAgainMs = 3'000; // a disk that was full
constexpr int kPeopleOffered = 8;
constexpr int kLookAlikes = 3;

} // namespace

DraftController::DraftController(const Parts &parts, desk::Draft draft, DraftView *view, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_draft(std::move(draft))
    , m_view(view)
    , m_answers(new AnswerKeeping(parts.tickets, m_draft.id, view->questions(), this))
    , m_files(new AttachmentKeeping(parts, m_draft.id, view->files(), view, this))
    , m_pause(new QTimer(this))
    , m_lull(new Lull(kLullMs, kMostTypingMs, this))
    , m_retry(new QTimer(this))
{
    m_retry->setInterval(kKeepAgainMs);
    connect(m_retry, &QTimer::timeout, this, [this] {
        sayAnswers();
        save();
    });
    m_pause->setSingleShot(true);
    m_pause->setInterval(kKeepDraftMs);
    m_view->show(m_draft);
    takeOnlyOrganisation();
    showLists();
    readAssets();
    readLookAlikes();
    listen();
    checkParent();
    m_answers->read();
}

DraftController::~DraftController() = default;

base::Uuid DraftController::id() const
{
    return m_draft.id;
}

void DraftController::listen()
{
    connect(m_pause, &QTimer::timeout, this, &DraftController::save);
    connect(m_lull, &Lull::came, this, &DraftController::readLookAlikes);
    connect(m_view, &DraftView::ticketWanted, this, &DraftController::ticketWanted);
    connect(m_view, &DraftView::offerUndone, this, &DraftController::undoOffer);
    connect(m_view, &DraftView::typed, this, [this] {
        if (!m_pause->isActive()) {
            m_pause->start();
        }
        m_lull->stir();
        m_closeAsked = false;
        if (m_offer && written().ticket.requester != m_offer->after.requester) {
            m_offer.reset(); // another one was chosen: there is nothing to take back
            m_view->hideOffer();
        }
        readAssets();
        Q_EMIT titled(m_draft.ticket.number, written().ticket.summary);
    });
    connect(m_answers, &AnswerKeeping::asked, this, [this] { ++m_saving; });
    connect(m_answers, &AnswerKeeping::kept, this, [this] {
        --m_saving;
        answer();
    });
    connect(m_answers, &AnswerKeeping::failed, this, [this](const base::Error &why) {
        --m_saving;
        holdUnkept(why);
        answer();
    });
    connect(m_view, &DraftView::saveWanted, this, [this] {
        sayAnswers();
        save();
    });
    connect(m_view, &DraftView::keepWanted, this, [this] { open(); });
    connect(m_view, &DraftView::wanted, this, &DraftController::act);
    connect(m_view, &DraftView::discardWanted, this, &DraftController::discard);
    connect(m_view, &DraftView::attachWanted, m_files, &AttachmentKeeping::chooseFiles);
    connect(m_view, &DraftView::undoWanted, this, [this] {
        m_over = false;
        m_files->setOpen(true);
        m_view->showDiscarded(false);
        m_answers->suspend(false);
        save();
    });
    connect(m_view, &DraftView::organisationChanged, this, [this] {
        showLists();
        checkParent();
    });
    connect(&m_parts.catalogue, &desk::Catalogue::changed, this, [this] {
        takeOnlyOrganisation();
        showLists();
    });
    connect(m_view, &DraftView::peopleWanted, this, [this](const QString &text) {
        base::then(m_parts.lookup.people(text, kPeopleOffered), this, [this, text](const base::Result<std::vector<desk::PersonHit>> &hits) {
            if (hits) {
                m_view->showPeople(text, *hits);
            }
        });
    });
}

void DraftController::showLists()
{
    m_view->showLists(formLists(m_parts, written().ticket, m_assets), operatorChoices(m_parts));
}

void DraftController::fillIn(domain::Ticket ticket)
{
    if (m_over || m_opening) {
        return;
    }
    // Another organisation does not make it readable for more people.
    ticket.scope = domain::scopeIn(ticket.organisation, domain::isRestricted(ticket.scope, written().ticket.organisation));
    m_draft.ticket = ticket;
    m_view->take(ticket);
    showLists();
    readAssets();
    checkParent();
    m_pause->start();
    m_lull->stir();
}

void DraftController::takeOnlyOrganisation()
{
    const std::vector<domain::Organisation> all = m_parts.catalogue.servedOrganisations();
    domain::Ticket now = written().ticket;
    if (m_over || m_opening || m_organisationTaken || all.size() != 1 || now.organisation) {
        return;
    }
    m_organisationTaken = true;
    now.organisation = all.front().id;
    fillIn(now);
}

void DraftController::offerRequester(const domain::Ticket &theirs)
{
    domain::Ticket now = written().ticket;
    if (m_over || m_opening || now.requester || !theirs.requester || (now.organisation && now.organisation != theirs.organisation)) {
        return;
    }
    const domain::Ticket before = now;
    now.requester = theirs.requester;
    now.requesterName = theirs.requesterName;
    now.organisation = theirs.organisation;
    now.site = now.site ? now.site : theirs.site;
    now.asset = now.asset ? now.asset : theirs.asset;
    m_offer = Offer{before, now};
    fillIn(now);
    m_view->showOffer(theirs.requesterName);
}

void DraftController::undoOffer()
{
    const auto offer = std::exchange(m_offer, std::nullopt);
    if (!offer) {
        return;
    }
    domain::Ticket now = written().ticket;
    const auto takeBack = [&](auto member) {
        if (now.*member == offer->after.*member) {
            now.*member = offer->before.*member;
        }
    };
    takeBack(&domain::Ticket::requester);
    takeBack(&domain::Ticket::requesterName);
    takeBack(&domain::Ticket::organisation);
    takeBack(&domain::Ticket::site);
    takeBack(&domain::Ticket::asset);
    fillIn(now);
}

void DraftController::checkParent()
{
    const domain::TicketId parent = m_draft.ticket.parent;
    if (!parent) {
        return;
    }
    base::then(m_parts.tickets.page(parent), this, [this, parent](const base::Result<desk::TicketPage> &page) {
        const domain::OrganisationId mine = written().ticket.organisation;
        const bool gone = !page && page.error().kind == base::Error::Kind::NotFound;
        const bool elsewhere = page && mine && page->ticket.organisation != mine;
        if (m_over || m_opening || m_draft.ticket.parent != parent || (!gone && !elsewhere)) {
            return;
        }
        m_draft.ticket.parent = {};
        m_view->showParentDropped(page ? page->ticket.number : QString());
        save();
    });
}

void DraftController::readLookAlikes()
{
    const domain::Ticket now = written().ticket;
    const auto about = [](const domain::Ticket &one) { return std::tie(one.requester, one.asset, one.organisation, one.summary); };
    if (m_over || about(now) == about(m_comparedWith)) {
        return;
    }
    m_comparedWith = now;
    base::then(m_parts.lookup.lookAlikes(now, kLookAlikes), this,
               [this, now, about](const base::Result<std::vector<desk::LookAlike>> &found) {
                   if (found && about(now) == about(m_comparedWith)) {
                       m_view->showLookAlikes(*found, m_parts.clock.nowMs());
                   }
               });
}

void DraftController::readAssets()
{
    const domain::PersonId person = written().ticket.requester;
    if (person == m_assetsOf) {
        return;
    }
    m_assetsOf = person;
    base::then(m_parts.lookup.assetsOf(person), this, [this, person](const base::Result<std::vector<domain::Asset>> &assets) {
        if (person == m_assetsOf) {
            m_assets = assets.value_or(std::vector<domain::Asset>{});
            showLists();
        }
    });
}

desk::Draft DraftController::written() const
{
    desk::Draft now = m_view->draft();
    now.ticket.number = m_draft.ticket.number;
    now.ticket.parent = m_draft.ticket.parent;
    return now;
}

void DraftController::openUnder(domain::TicketId parent)
{
    if (m_over || m_opening) {
        return;
    }
    m_draft.ticket.parent = parent;
    save();
    open();
}

void DraftController::open(std::function<void(domain::TicketId)> next)
{
    if (m_over) {
        return;
    }
    if (next) {
        m_next.push_back(std::move(next));
    }
    if (m_opening) {
        return;
    }
    flush(); // where the opening is refused, every key struck is in the draft
    m_opening = true;
    m_view->showBusy(true);
    base::then(m_parts.tickets.open(written()), this, [this](const base::Result<domain::TicketId> &ticket) { settleOpened(ticket); });
}

void DraftController::act(const TicketDeed &deed)
{
    if (m_over || m_opening) {
        return;
    }
    flush();
    m_opening = true;
    m_view->showBusy(true);
    auto opened = deed.act == TicketAct::Assign ? m_parts.tickets.openAssigned(written(), deed.group, deed.assignee, deed.text)
                                                : m_parts.tickets.openResolved(written(), deed.code, deed.text);
    base::then(opened, this, [this](const base::Result<domain::TicketId> &ticket) { settleOpened(ticket); });
}

void DraftController::settleOpened(const base::Result<domain::TicketId> &ticket)
{
    m_opening = false;
    const auto nexts = std::exchange(m_next, {});
    if (!ticket) {
        m_view->showBusy(false);
        m_view->showFailure(ticket.error());
        checkParent();
        if (Words::isOfDisk(ticket.error())) {
            save(); // as a draft at least; it is tried again until it is
        }
        answer();
        return;
    }
    m_closing = false;
    m_answers->suspend(true);
    m_files->setOpen(false);
    m_over = true; // the view stays busy: a key that reached it now would be lost with it
    m_parts.calls.attach(*ticket);
    for (const auto &next : nexts) {
        next(*ticket);
    }
    Q_EMIT opened(*ticket);
}

void DraftController::discard()
{
    m_pause->stop();
    m_retry->stop();
    m_unkept.reset();
    m_draft.ticket = written().ticket;
    m_over = true;
    m_files->setOpen(false);
    m_answers->suspend(true);
    base::then(m_parts.tickets.dropDraft(m_draft.id), this, [this](const base::Result<> &dropped) {
        if (dropped) {
            m_view->showDiscarded(true);
        } else {
            m_over = false;
            m_files->setOpen(true);
            m_answers->suspend(false);
            m_view->showFailure(dropped.error());
            save();
        }
    });
}

} // namespace comptoir::ui
