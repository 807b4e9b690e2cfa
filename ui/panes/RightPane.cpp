// SPDX-License-Identifier: GPL-3.0-or-later
#include "RightPane.h"

#include "AssistController.h"
#include "AssistPanel.h"
#include "CallHandling.h"
#include "CallerCardView.h"
#include "Card.h"
#include "CardController.h"
#include "DraftController.h"
#include "EquipmentList.h"
#include "FitScroll.h"
#include "Notice.h"
#include "OpenTickets.h"
#include "Parts.h"
#include "Settings.h"
#include "Theme.h"
#include "Then.h"
#include "TicketController.h"
#include "TicketView.h"
#include "Words.h"

#include <QBoxLayout>
#include <QPropertyAnimation>
#include <QTimer>

namespace comptoir::ui {

namespace {

constexpr int kSlidePx = 48;
constexpr int kPaneGap = 12;
constexpr int kTimesMs = 30'000; // "18 min" is never older than half a minute

/// A card that holds one widget to its edges.
Card *cardAround(QWidget *content, QWidget *parent)
{
    auto *card = new Card(parent);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(content);
    return card;
}

} // namespace

struct RightPane::Private
{
    const Parts &parts;
    CallerCardView *card = nullptr;
    QWidget *cardPlace = nullptr;
    QPropertyAnimation *slide = nullptr;
    CardController *cards = nullptr;
    Notice *failure = nullptr;
    AssistPanel *assistPanel = nullptr;
    AssistController *assist = nullptr;
    OpenTickets *tickets = nullptr;
    domain::PersonId offered = {}; ///< looked up last, and not shown yet
};

RightPane::RightPane(const Parts &parts, QWidget *parent) : QWidget(parent), m_d(new Private{.parts = parts})
{
    m_d->card = new CallerCardView(this);
    m_d->assistPanel = new AssistPanel(this);
    m_d->tickets = new OpenTickets(parts, this);
    auto *scroll = new FitScroll(m_d->card, this);
    m_d->cardPlace = cardAround(scroll, this);
    m_d->cardPlace->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_d->cardPlace->hide();
    m_d->slide = new QPropertyAnimation(m_d->cardPlace, QByteArrayLiteral("pos"), this);
    m_d->slide->setEasingCurve(QEasingCurve::OutCubic);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kPaneGap, kPaneGap, kPaneGap, kPaneGap);
    column->setSpacing(kPaneGap);
    column->addWidget(m_d->cardPlace);
    m_d->failure = new Notice(Tone::Bad, this);
    m_d->failure->setDismissable(true);
    m_d->failure->hide();
    column->addWidget(m_d->failure);
    column->addWidget(m_d->assistPanel);
    auto *ticketPlace = cardAround(m_d->tickets, this);
    column->addWidget(ticketPlace);
    // A ticket's fields, history and note want more room than a draft's few fields: the card yields, and scrolls.
    const auto share = [column, ticketPlace, this](bool ticket) {
        column->setStretchFactor(m_d->cardPlace, ticket ? 1 : 2);
        column->setStretchFactor(ticketPlace, 3);
    };
    share(false);
    connect(m_d->tickets, &OpenTickets::currentChanged, this, [share](domain::TicketId ticket) { share(!ticket.isNull()); });
    m_d->cards = new CardController(parts, m_d->card, this);
    m_d->assist = new AssistController(parts, m_d->assistPanel, this);

    connect(m_d->cards, &CardController::shown, this, [this] {
        m_d->cardPlace->show();
        slideCardIn();
        offerRequester();
        Q_EMIT cardShown();
    });
    connect(m_d->card, &CallerCardView::ticketWanted, this, [this](domain::TicketId id) { openTicket(id); });
    connect(m_d->card, &CallerCardView::keyboardCame, scroll, &FitScroll::showFocused);
    connect(m_d->card, &CallerCardView::assistWanted, m_d->assist, &AssistController::ask);
    connect(m_d->card, &CallerCardView::attachWanted, this, [this](domain::TicketId major) {
        if (TicketController *ticket = m_d->tickets->currentTicket()) {
            ticket->linkTo(major);
        } else if (DraftController *draft = m_d->tickets->currentDraft()) {
            draft->openUnder(major);
        } else {
            startDraftUnder(major);
        }
    });
    connect(m_d->tickets, &OpenTickets::draftWanted, this, &RightPane::startDraft);
    connect(m_d->tickets, &OpenTickets::currentChanged, this, &RightPane::currentChanged);
    connect(m_d->assist, &AssistController::ticketWanted, this, &RightPane::giveAssistItsTicket);
    connect(m_d->assist, &AssistController::noteWanted, this, [this](const QString &text) {
        if (TicketView *view = m_d->tickets->currentView()) {
            view->appendNote(text);
        }
    });
    auto *times = new QTimer(this);
    times->setInterval(kTimesMs);
    connect(times, &QTimer::timeout, m_d->tickets, &OpenTickets::refreshTimes);
    times->start();
}

RightPane::~RightPane() = default;

void RightPane::slideCardIn()
{
    const int lasts = animationMs(kSlideMs);
    if (lasts == 0 || !isVisible()) {
        return;
    }
    layout()->activate(); // where it will stand
    m_d->slide->stop();
    m_d->slide->setDuration(lasts);
    m_d->slide->setStartValue(m_d->cardPlace->pos() + QPoint(kSlidePx, 0));
    m_d->slide->setEndValue(m_d->cardPlace->pos());
    m_d->slide->start();
}

void RightPane::openTicket(domain::TicketId id, bool focus)
{
    Q_EMIT shown(); // a pane that is folded takes no keyboard
    m_d->tickets->openTicket(id, focus);
}

void RightPane::openArchived(domain::ScopeId scope, domain::TicketId id)
{
    Q_EMIT shown(); // a pane that is folded takes no keyboard
    m_d->tickets->openArchived(scope, id);
}

void RightPane::openTicketAt(domain::TicketId id, const QString &column)
{
    Q_EMIT shown(); // a pane that is folded takes no keyboard
    m_d->tickets->openTicket(id, false, column);
}

void RightPane::startDraft()
{
    startDraftUnder({});
}

void RightPane::startDraftUnder(domain::TicketId parent)
{
    const bool hasCard = !m_d->cardPlace->isHidden();
    domain::Ticket beginning = hasCard ? m_d->cards->beginning() : domain::Ticket{};
    beginning.parent = parent;
    if (!beginning.requester && !parent && m_d->tickets->showBlankDraft()) {
        Q_EMIT shown();
        return; // one that was begun before waits still
    }
    base::then(m_d->parts.tickets.startDraft(beginning), this, [this, beginning](const base::Result<desk::Draft> &draft) {
        m_d->failure->hide();
        if (draft) {
            m_d->tickets->openDraft(*draft);
        } else {
            // The caller is speaking: what cannot be kept yet is written all the same.
            m_d->tickets->openDraft(m_d->parts.tickets.unkeptDraft(beginning), draft.error());
        }
        Q_EMIT shown();
    });
}

void RightPane::resumeDraft(const base::Uuid &draft)
{
    base::then(m_d->parts.tickets.drafts(), this, [this, draft](const base::Result<std::vector<desk::Draft>> &drafts) {
        const auto kept = drafts.value_or(std::vector<desk::Draft>{});
        const auto found = std::find_if(kept.begin(), kept.end(), [&](const desk::Draft &one) { return one.id == draft; });
        if (found != kept.end()) {
            m_d->failure->hide();
            m_d->tickets->openDraft(*found);
        } else {
            m_d->failure->show(Tone::Bad, Words::of(drafts ? base::Error{base::Error::Kind::NotFound, {}} : drafts.error()));
        }
        Q_EMIT shown();
    });
}

void RightPane::openPerson(domain::PersonId person)
{
    m_d->offered = person;
    if (!m_d->cardPlace->isHidden() && m_d->card->person() == person) {
        offerRequester(); // the card stands there already
    }
    m_d->parts.calls.openCard(person);
}

void RightPane::offerRequester()
{
    // Only somebody the operator looked up: a ring beside a draft says nothing about what is being written.
    DraftController *draft = m_d->tickets->currentDraft();
    if (m_d->offered && m_d->card->person() == m_d->offered) {
        m_d->offered = {};
        if (draft) {
            draft->offerRequester(m_d->cards->beginning());
        }
    }
}

bool RightPane::hasCard() const
{
    return !m_d->cardPlace->isHidden();
}

void RightPane::correctCaller()
{
    if (hasCard()) {
        m_d->card->correct();
    }
}

void RightPane::startAssist()
{
    const domain::Asset *asset = nullptr;
    if (const TicketView *view = m_d->tickets->currentView()) {
        const desk::TicketPage &page = view->page();
        asset = page.asset && !page.asset->remote.list.empty() ? &*page.asset : reachable(page.requesterAssets);
    }
    if (!asset && !m_d->cardPlace->isHidden()) {
        const auto &assets = m_d->card->card().assets;
        asset = reachable(assets) ? reachable(assets) : assets.empty() ? nullptr : &assets.front();
    }
    if (asset) {
        m_d->assist->ask(*asset);
        Q_EMIT shown();
    }
}

void RightPane::giveAssistItsTicket()
{
    const auto go = [this](domain::TicketId ticket) { m_d->assist->go(ticket); };
    if (const domain::TicketId ticket = current(); !ticket.isNull()) {
        go(ticket);
    } else if (DraftController *draft = m_d->tickets->currentDraft()) {
        draft->open(go);
    } else {
        // No ticket stands here yet: remote help is never without one.
        domain::Ticket beginning = m_d->cards->beginning();
        beginning.summary = tr("Remote help on %1").arg(m_d->assistPanel->asset().name);
        beginning.asset = m_d->assistPanel->asset().id;
        base::then(m_d->parts.tickets.startDraft(beginning), this, [this, go](const base::Result<desk::Draft> &begun) {
            if (begun) {
                m_d->tickets->openDraft(*begun);
                m_d->tickets->currentDraft()->open(go);
            } else {
                m_d->failure->show(Tone::Bad, Words::of(begun.error()));
            }
        });
    }
}

void RightPane::restore()
{
    TicketController::forgetOldLosses(m_d->parts);
    for (const QString &text : m_d->parts.settings.text(u"open_tickets"_qs).split(u' ', Qt::SkipEmptyParts)) {
        if (const auto id = base::Uuid::fromString(text)) {
            m_d->tickets->openTicket(domain::TicketId{*id}, false);
        }
    }
}

bool RightPane::isKept() const
{
    return m_d->tickets->isKept();
}

void RightPane::keepAll(std::function<void(bool kept)> then)
{
    m_d->tickets->keepAll(std::move(then));
}

domain::TicketId RightPane::current() const
{
    return m_d->tickets->current();
}

bool RightPane::isBlank() const
{
    return m_d->cardPlace->isHidden() && m_d->tickets->isEmpty();
}

} // namespace comptoir::ui
