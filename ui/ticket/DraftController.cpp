// SPDX-License-Identifier: GPL-3.0-or-later
#include "DraftController.h"

#include "CallHandling.h"
#include "Catalogue.h"
#include "CatalogueLists.h"
#include "Clock.h"
#include "DraftView.h"
#include "Lookup.h"
#include "Parts.h"
#include "Then.h"

#include <QTimer>

namespace comptoir::ui {

namespace {

constexpr int kKeepDraftMs = 400; // a pause in typing; a kill loses less than half a second of it
constexpr int kPeopleOffered = 8;
constexpr int kLookAlikes = 3;

} // namespace

DraftController::DraftController(const Parts &parts, desk::Draft draft, DraftView *view, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_draft(std::move(draft))
    , m_view(view)
    , m_pause(new QTimer(this))
{
    m_pause->setSingleShot(true);
    m_pause->setInterval(kKeepDraftMs);
    m_view->show(m_draft);
    takeOnlyOrganisation();
    showLists();
    readAssets();
    readLookAlikes();
    listen();
}

DraftController::~DraftController() = default;

base::Uuid DraftController::id() const
{
    return m_draft.id;
}

void DraftController::listen()
{
    connect(m_pause, &QTimer::timeout, this, [this] {
        save();
        readLookAlikes();
    });
    connect(m_view, &DraftView::ticketWanted, this, &DraftController::ticketWanted);
    connect(m_view, &DraftView::offerUndone, this, [this] {
        if (const auto before = std::exchange(m_beforeOffer, std::nullopt)) {
            domain::Ticket now = written().ticket;
            now.requester = before->requester;
            now.requesterName = before->requesterName;
            now.organisation = before->organisation;
            now.site = before->site;
            now.asset = before->asset;
            fillIn(now);
        }
    });
    connect(m_view, &DraftView::typed, this, [this] {
        m_pause->start();
        readAssets();
        Q_EMIT titled(m_draft.ticket.number, written().ticket.summary);
    });
    connect(m_view, &DraftView::keepWanted, this, [this] { open(); });
    connect(m_view, &DraftView::wanted, this, &DraftController::act);
    connect(m_view, &DraftView::discardWanted, this, &DraftController::discard);
    connect(m_view, &DraftView::undoWanted, this, [this] {
        m_over = false;
        m_view->showDiscarded(false);
        save();
    });
    connect(m_view, &DraftView::organisationChanged, this, [this] { showLists(); });
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

void DraftController::fillIn(const domain::Ticket &ticket)
{
    desk::Draft now = m_draft;
    now.ticket = ticket;
    now.ticket.scope = domain::scopeOf(ticket.organisation);
    m_draft.ticket = now.ticket;
    m_view->take(now.ticket);
    showLists();
    readAssets();
    m_pause->start();
}

void DraftController::takeOnlyOrganisation()
{
    const std::vector<domain::Organisation> &all = m_parts.catalogue.organisations();
    domain::Ticket now = written().ticket;
    if (m_organisationTaken || all.size() != 1 || now.organisation) {
        return;
    }
    m_organisationTaken = true;
    now.organisation = all.front().id;
    fillIn(now);
}

void DraftController::offerRequester(const domain::Ticket &theirs)
{
    domain::Ticket now = written().ticket;
    if (m_over || now.requester || !theirs.requester || (now.organisation && now.organisation != theirs.organisation)) {
        return;
    }
    m_beforeOffer = now;
    now.requester = theirs.requester;
    now.requesterName = theirs.requesterName;
    now.organisation = theirs.organisation;
    now.site = now.site ? now.site : theirs.site;
    now.asset = now.asset ? now.asset : theirs.asset;
    fillIn(now);
    m_view->showOffer(theirs.requesterName);
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
    now.ticket.scope = domain::scopeOf(now.ticket.organisation);
    now.ticket.parent = m_draft.ticket.parent;
    return now;
}

void DraftController::save()
{
    m_pause->stop();
    if (m_over) {
        return;
    }
    desk::Draft now = written();
    now.savedMs = m_parts.clock.nowMs();
    base::then(m_parts.tickets.saveDraft(now), this, [this, at = now.savedMs](const base::Result<> &saved) {
        if (saved) {
            m_view->showSaved(at);
        } else {
            m_view->showFailure(saved.error());
        }
    });
}

void DraftController::flush()
{
    if (m_pause->isActive()) {
        save();
    }
}

void DraftController::openUnder(domain::TicketId parent)
{
    m_draft.ticket.parent = parent;
    save();
    open();
}

void DraftController::open(std::function<void(domain::TicketId)> next)
{
    flush(); // where the opening is refused, every key struck is in the draft
    m_view->showBusy(true);
    base::then(m_parts.tickets.open(written()), this,
               [this, next = std::move(next)](const base::Result<domain::TicketId> &ticket) { settleOpened(ticket, next); });
}

void DraftController::act(const TicketDeed &deed)
{
    flush();
    m_view->showBusy(true);
    auto opened = deed.act == TicketAct::Assign ? m_parts.tickets.openAssigned(written(), deed.group, deed.assignee, deed.text)
                                                : m_parts.tickets.openResolved(written(), deed.code, deed.text);
    base::then(opened, this, [this](const base::Result<domain::TicketId> &ticket) { settleOpened(ticket, {}); });
}

void DraftController::settleOpened(const base::Result<domain::TicketId> &ticket, const std::function<void(domain::TicketId)> &next)
{
    m_view->showBusy(false);
    if (!ticket) {
        m_view->showFailure(ticket.error());
        return;
    }
    m_over = true;
    m_parts.calls.attach(*ticket);
    if (next) {
        next(*ticket);
    }
    Q_EMIT opened(*ticket);
}

void DraftController::discard()
{
    m_pause->stop();
    m_draft.ticket = written().ticket;
    m_over = true;
    base::then(m_parts.tickets.dropDraft(m_draft.id), this, [this](const base::Result<> &dropped) {
        if (dropped) {
            m_view->showDiscarded(true);
        } else {
            m_over = false;
            m_view->showFailure(dropped.error());
        }
    });
}

} // namespace comptoir::ui
