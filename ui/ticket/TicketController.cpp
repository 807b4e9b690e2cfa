// SPDX-License-Identifier: GPL-3.0-or-later
#include "TicketController.h"

#include "AnswerKeeping.h"
#include "AttachmentKeeping.h"
#include "Catalogue.h"
#include "CatalogueLists.h"
#include "Clock.h"
#include "DeskSession.h"
#include "Durations.h"
#include "Losses.h"
#include "Lookup.h"
#include "Parts.h"
#include "Settings.h"
#include "Then.h"
#include "TicketView.h"
#include "Words.h"

namespace comptoir::ui {

namespace {

constexpr int kPeopleHits = 8;
constexpr int kRetryMs = 3'000; // a disk that was full

std::vector<domain::Asset> assetsOf(const desk::TicketPage &page)
{
    std::vector<domain::Asset> assets = page.requesterAssets;
    if (page.asset && std::none_of(assets.begin(), assets.end(), [&](const domain::Asset &one) { return one.id == page.asset->id; })) {
        assets.push_back(*page.asset);
    }
    return assets;
}

} // namespace

TicketController::TicketController(const Parts &parts, domain::TicketId id, TicketView *view, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_id(id)
    , m_view(view)
    , m_answers(new AnswerKeeping(parts.tickets, id.value, view->questions(), this))
    , m_files(new AttachmentKeeping(parts, id.value, view->files(), view, this))
{
    listen();
    load();
    base::then(m_parts.tickets.keptText(m_id), this, [this](const base::Result<QString> &text) {
        if (text) {
            m_view->showKeptNote(*text);
        }
        m_answers->read(); // after the note, for one may go into it
    });
}

void TicketController::listen()
{
    connect(&m_parts.tickets, &desk::Tickets::changed, this, [this](domain::TicketId changed) {
        if (changed == m_id || changed.isNull()) {
            load();
        }
    });
    connect(&m_parts.catalogue, &desk::Catalogue::changed, this, [this] {
        if (m_shown) {
            show(m_page);
        }
    });
    connect(m_view, &TicketView::edited, this, &TicketController::edit);
    connect(m_view, &TicketView::wanted, this, &TicketController::act);
    connect(m_view, &TicketView::tagged, this, [this](const QStringList &added, const QStringList &removed) {
        settle([this, added, removed] { return m_parts.tickets.tag(m_id, added, removed); }, u"tags"_qs);
    });
    connect(m_view, &TicketView::noted, this, [this](const QString &text, bool toRequester) {
        settle([this, text, toRequester] { return m_parts.tickets.note(m_id, text, toRequester); }, {},
               [this, text] { m_view->noteTaken(text); });
    });
    connect(m_view, &TicketView::noteKept, this, &TicketController::keepNote);
    connect(m_view, &TicketView::archiveWanted, this, [this] { Q_EMIT archiveWanted(m_page.ticket.scope, m_id); });
    connect(m_view, &TicketView::attachWanted, m_files, &AttachmentKeeping::chooseFiles);
    connect(m_answers, &AnswerKeeping::shown, m_view, &TicketView::closeStale);
    connect(m_answers, &AnswerKeeping::asked, this, [this] { ++m_asked; });
    const auto answered = [this](const base::Result<> &kept) {
        --m_asked;
        m_view->answerKept(kept);
        retryIfUnkept();
        answer(kept);
    };
    connect(m_answers, &AnswerKeeping::kept, this, [answered] { answered({}); });
    connect(m_answers, &AnswerKeeping::failed, this, [answered](const base::Error &why) { answered(tl::unexpected(why)); });
    connect(m_view, &TicketView::saveWanted, this, [this] {
        m_saveAsked = !m_page.unopened;
        keepNow();
        answer({});
    });
    m_retry.setInterval(kRetryMs);
    connect(&m_retry, &QTimer::timeout, this, &TicketController::retry);
    connect(m_view, &TicketView::dismissed, this, &TicketController::dismiss);
    connect(m_view, &TicketView::insisted, this, [this](domain::OperationId refused) {
        settle([this, refused] { return m_parts.tickets.insist(refused); }, {}, [this] { load(); });
    });
    connect(m_view, &TicketView::redraftWanted, this, &TicketController::redraft);
    connect(m_view, &TicketView::lossSeen, this, [this](domain::OperationId op) {
        m_parts.settings.keep(desk::lossKey(op), u"seen"_qs);
        load();
    });
    connect(m_view, &TicketView::setAgain, this,
            [this](const QString &column, const QString &value, const QString &display, domain::OperationId refused) {
                settle([this, column, value, display] { return m_parts.tickets.edit(m_id, column, value, display); }, column,
                       [this, refused] { dismiss(refused); });
            });
    connect(m_view, &TicketView::peopleWanted, this, [this](const QString &text) {
        base::then(m_parts.lookup.people(text, kPeopleHits), this, [this, text](const base::Result<std::vector<desk::PersonHit>> &hits) {
            if (hits) {
                m_view->showPeople(text, *hits);
            }
        });
    });
}

void TicketController::load()
{
    if (m_loading) {
        m_again = true;
        return;
    }
    m_loading = true;
    base::then(m_parts.tickets.page(m_id), this, [this](const base::Result<desk::TicketPage> &page) {
        m_loading = false;
        if (page) {
            if (std::exchange(m_unread, false)) {
                m_view->hideFailure();
            }
            show(*page);
        } else if ((!m_shown || m_page.unopened) && page.error().kind == base::Error::Kind::NotFound) {
            Q_EMIT missing();
        } else if (page.error().kind == base::Error::Kind::NotFound) {
            m_view->showLeft();
        } else {
            m_unread = true;
            m_view->showFailure({}, page.error());
        }
        if (std::exchange(m_again, false)) {
            load();
        }
    });
}

void TicketController::show(const desk::TicketPage &page)
{
    const bool news = !m_shown || page.ticket.updatedMs != m_page.ticket.updatedMs;
    m_page = page;
    m_shown = true;
    m_files->setOpen(!page.unopened);
    std::erase_if(m_page.lost, [this](const desk::TicketPage::Lost &lost) {
        return m_parts.clock.nowMs() - lost.mineMs > desk::kLossToldMs || !m_parts.settings.text(desk::lossKey(lost.op)).isEmpty();
    });
    const std::vector<domain::Asset> assets = assetsOf(page);
    m_view->showLists(formLists(m_parts, page.ticket, assets), operatorChoices(m_parts));
    refreshTimes();
    Q_EMIT titled(page.ticket.number, page.ticket.summary);
    if (m_front && news && !page.unopened) {
        m_parts.tickets.markRead(m_id);
    }
}

void TicketController::flush()
{
    m_view->flush();
}

void TicketController::forgetOldLosses(const Parts &parts)
{
    for (const QString &key : parts.settings.keys(desk::kLossKeys)) {
        const auto op = base::Uuid::fromString(key.mid(desk::kLossKeys.size()));
        const auto madeMs = op ? op->timeMs() : std::nullopt;
        if (!madeMs || parts.clock.nowMs() - *madeMs > desk::kLossToldMs) {
            parts.settings.remove(key);
        }
    }
}

void TicketController::refreshTimes()
{
    if (!m_shown) {
        return;
    }
    const bool mine = m_page.ticket.assignee == m_parts.session.operatorId;
    QString assignee = m_parts.catalogue.operatorName(m_page.ticket.assignee);
    if (assignee.isEmpty() && !m_page.ticket.assignee.isNull()) {
        assignee = mine ? m_parts.session.name : TicketWords::value(u"assignee"_qs, m_page.ticket.assignee.toString(), {});
    }
    const TicketNames names{
        .assignee = assignee, .group = m_parts.catalogue.groupName(m_page.ticket.group), .mine = mine, .nowMs = m_parts.clock.nowMs()};
    const TicketWords::NameOf others = namesOf(m_parts, assetsOf(m_page));
    m_view->show(m_page, names, [others, ticket = m_page.ticket](const QString &field, const base::Uuid &id) {
        if (field == u"requester"_qs && ticket.requester.value == id) {
            return ticket.requesterName;
        }
        return field == u"beneficiary"_qs && ticket.beneficiary.value == id ? ticket.beneficiaryName : others(field, id);
    });
}

void TicketController::front(bool inFront)
{
    m_front = inFront;
    if (inFront && m_shown && !m_page.unopened) {
        m_parts.tickets.markRead(m_id);
    }
}

void TicketController::settle(const Ask &ask, const QString &column, std::function<void()> taken)
{
    ++m_asked;
    m_failed.remove(column);
    base::then(ask(), this, [this, ask, column, taken = std::move(taken)](const base::Result<> &result) {
        --m_asked;
        m_failed.remove(column);
        if (!result) {
            m_view->showFailure(column, result.error());
            retryIfUnkept();
            if (!column.isEmpty() && Words::isOfDisk(result.error())) {
                m_failed.insert(column, {ask, taken});
                m_retry.start();
            }
        } else {
            m_view->taken(column);
            if (taken) {
                taken();
            }
        }
        answer(result);
    });
}

void TicketController::keepNote(const QString &text)
{
    ++m_asked;
    base::then(m_parts.tickets.keepText(m_id, text), this, [this](const base::Result<> &kept) {
        --m_asked;
        m_view->noteKeptSafe(kept);
        retryIfUnkept();
        answer(kept);
    });
}

void TicketController::retryIfUnkept()
{
    if (m_view->hasUnkept() && !m_retry.isActive()) {
        m_retry.start();
    }
}

void TicketController::retry()
{
    if (m_failed.isEmpty() && !m_view->hasUnkept()) {
        m_retry.stop();
        return;
    }
    m_view->sayUnkeptAgain();
    for (const QString &column : m_failed.keys()) {
        if (!m_view->form()->hasFailed(column)) {
            m_failed.remove(column); // given up meanwhile
            continue;
        }
        const Failed failed = m_failed.value(column);
        base::then(failed.ask(), this, [this, column, failed](const base::Result<> &result) {
            if (!result && !Words::isOfDisk(result.error()) && m_failed.remove(column) > 0) {
                m_view->showFailure(column, result.error()); // there is room, but it cannot be taken any more
            } else if (result && m_failed.remove(column) > 0) {
                m_view->recover(column);
                if (failed.taken) {
                    failed.taken();
                }
            }
        });
    }
}

void TicketController::answer(const base::Result<> &result)
{
    if (!result) {
        m_why = result.error();
    }
    if (m_asked > 0) {
        return;
    }
    m_acting.reset();
    const std::optional<base::Error> why = std::exchange(m_why, std::nullopt);
    if (std::exchange(m_saveAsked, false)) {
        why || m_view->form()->hasFailed() ? m_view->showNotSaved(why ? &*why : nullptr) : m_view->showSaved();
    }
    if (std::exchange(m_closing, false) && m_view->mayClose()) {
        Q_EMIT closable();
        return;
    }
    Q_EMIT settled();
}

bool TicketController::isKept() const
{
    return m_asked == 0 && m_view->isSaved() && !m_files->hasUnkept();
}

void TicketController::keepNow()
{
    if (!m_page.unopened) {
        m_view->sayAll();
    }
}

void TicketController::askToClose()
{
    m_closing = true;
    keepNow();
    answer({});
}

void TicketController::edit(const QString &column, const QString &value, const QString &display)
{
    settle([this, column, value, display] { return m_parts.tickets.edit(m_id, column, value, display); }, column);
}

void TicketController::dismiss(domain::OperationId refused)
{
    settle([this, refused] { return m_parts.tickets.dismiss(refused); }, {}, [this] { load(); });
}

void TicketController::redraft()
{
    base::then(m_parts.tickets.redraft(m_id), this, [this](const base::Result<desk::Draft> &draft) {
        if (draft) {
            Q_EMIT redrafted(*draft);
        } else {
            m_view->showFailure({}, draft.error());
        }
    });
}

void TicketController::act(const TicketDeed &deed)
{
    if (std::exchange(m_acting, deed.act) == deed.act) {
        return; // the key was struck twice
    }
    const auto done = [this, what = deed.act] { m_view->done(what); };
    desk::Tickets &tickets = m_parts.tickets;
    const auto ask = [this, done](const Ask &what) { settle(what, {}, done); };
    switch (deed.act) {
    case TicketAct::Claim: ask([this, &tickets] { return tickets.claim(m_id); }); break;
    case TicketAct::Assign: ask([this, &tickets, deed] { return tickets.assign(m_id, deed.group, deed.assignee, deed.text); }); break;
    case TicketAct::Wait: {
        const auto reason = domain::fromCode<domain::WaitReason>(deed.code).value_or(domain::WaitReason::Other);
        ask([this, &tickets, deed, reason] { return tickets.wait(m_id, reason, deed.untilMs, deed.text); });
        break;
    }
    case TicketAct::Resume: ask([this, &tickets] { return tickets.resume(m_id); }); break;
    case TicketAct::Resolve: ask([this, &tickets, deed] { return tickets.resolve(m_id, deed.code, deed.text); }); break;
    case TicketAct::Reopen: ask([this, &tickets, deed] { return tickets.reopen(m_id, deed.text); }); break;
    case TicketAct::Close: ask([this, &tickets] { return tickets.close(m_id); }); break;
    case TicketAct::Cancel: ask([this, &tickets, deed] { return tickets.cancel(m_id, deed.text); }); break;
    case TicketAct::Link: link(deed.text); break;
    case TicketAct::Unlink: ask([this, &tickets] { return tickets.link(m_id, {}); }); break;
    }
}

void TicketController::link(const QString &number)
{
    base::then(m_parts.tickets.withNumber(number), this, [this](const base::Result<domain::TicketId> &found) {
        if (!found || found->isNull() || *found == m_id) {
            m_acting.reset();
            m_view->showFailure({}, found ? base::Error{base::Error::Kind::NotFound, {}} : found.error());
        } else {
            linkTo(*found);
        }
    });
}

void TicketController::linkTo(domain::TicketId parent)
{
    settle([this, parent] { return m_parts.tickets.link(m_id, parent); }, {}, [this] { m_view->done(TicketAct::Link); });
}

} // namespace comptoir::ui
