// SPDX-License-Identifier: GPL-3.0-or-later
#include "Tickets.h"

#include "DraftTable.h"
#include "IdSource.h"
#include "Insist.h"
#include "Clock.h"
#include "NoticeTable.h"
#include "Redraft.h"
#include "Store.h"
#include "TicketChanges.h"
#include "TicketNumber.h"
#include "TicketQueue.h"
#include "TicketReading.h"
#include "TicketTable.h"

#include <QSet>

namespace comptoir::desk {

using base::Error;
using base::Result;
using domain::Ticket;

namespace {

/// Tickets asked for lately: told `changed` when everything may have changed.
constexpr qsizetype kMostWatched = 64;

LaterIds laterIds(base::IdSource &ids)
{
    LaterIds out;
    for (domain::OperationId &id : out) {
        id = ids.make<domain::OperationId>();
    }
    return out;
}

FileIds fileIds(base::IdSource &ids)
{
    FileIds out;
    for (domain::AttachmentId &id : out) {
        id = ids.make<domain::AttachmentId>();
    }
    return out;
}

/// Opens the draft for a deed that follows at once: what stands half written in its question is said with it.
Result<domain::TicketId> openAnswering(store::Db &db, const Acting &acting, const Draft &draft, const LaterIds &later, domain::OpKind deed,
                                       const QString &words)
{
    return answerGiven(db, domain::TicketId{draft.id}, deed, words, acting.when.wallMs).and_then([&] {
        return openDraft(db, acting, draft, later);
    });
}

} // namespace

struct Tickets::Private
{
    Private(const DeskParts &with, Tickets *whose) : parts(with), q(whose) {}

    DeskParts parts;
    Tickets *q;
    QList<base::Uuid> watched;

    void watch(domain::TicketId id);
    void onChanged(const store::Changes &changes);

    /// One operation on a ticket that is here.
    template <class Make>
    Done change(domain::TicketId id, Make make)
    {
        return parts.store.write(
            [acting = Acting::now(parts), op = parts.ids.make<domain::OperationId>(), id, make](store::Db &db) -> Result<> {
                return readTicket(db, id).and_then([&](const Ticket &ticket) { return performOn(db, acting, op, ticket, make(ticket)); });
            });
    }
};

void Tickets::Private::watch(domain::TicketId id)
{
    watched.removeOne(id.value);
    watched.append(id.value);
    if (watched.size() > kMostWatched) {
        watched.removeFirst();
    }
}

void Tickets::Private::onChanged(const store::Changes &changes)
{
    using store::Entity;
    if (changes.touches(Entity::Draft)) {
        Q_EMIT q->draftsChanged();
    }
    const bool rows = changes.touches(Entity::Ticket) || changes.touches(Entity::Timeline);
    // Outbox and notices speak of operations; which tickets they are about is not told.
    const bool standing = changes.touches(Entity::Outbox) || changes.touches(Entity::Notice);
    const QList<base::Uuid> shown = watched;
    for (const base::Uuid &id : shown) {
        if (changes.everything || standing || (rows && changes.ids.contains(id))) {
            Q_EMIT q->changed(domain::TicketId{id});
        }
    }
}

Tickets::Tickets(const DeskParts &parts, QObject *parent) : QObject(parent), m_d(std::make_unique<Private>(parts, this))
{
    connect(&parts.store, &store::Store::changed, this, [this](const store::Changes &changes) { m_d->onChanged(changes); });
}

Tickets::~Tickets() = default;

QFuture<Result<TicketPage>> Tickets::page(domain::TicketId id)
{
    m_d->watch(id);
    return m_d->parts.store.read([id, me = m_d->parts.session.operatorId](store::Db &db) { return readTicketPage(db, id, me); });
}

Tickets::Done Tickets::markRead(domain::TicketId id)
{
    return m_d->parts.store.write([id](store::Db &db) { return store::TicketQueue::markRead(db, id); });
}

Draft Tickets::unkeptDraft(const Ticket &beginning) const
{
    Draft draft{m_d->parts.ids.next(), beginning, 0};
    draft.ticket.number.clear();
    return draft;
}

QFuture<Result<Draft>> Tickets::startDraft(const Ticket &beginning)
{
    return saveDraft(unkeptDraft(beginning));
}

QFuture<Result<Draft>> Tickets::saveDraft(const Draft &draft)
{
    return m_d->parts.store.write([draft, now = m_d->parts.clock.nowMs()](store::Db &db) -> Result<Draft> {
        // A save that comes after the opening must not bring the draft back.
        const auto opened = store::TicketTable::find(db, draft.id);
        if (!opened || *opened) {
            return opened.map([&](const auto &) { return draft; });
        }
        return numbered(db, draft).and_then([&](Draft kept) {
            kept.savedMs = now;
            return store::DraftTable::put(db, {kept.id, kept.ticket, now, kept.damaged}).map([&] { return kept; });
        });
    });
}

Tickets::Done Tickets::dropDraft(const base::Uuid &id)
{
    return m_d->parts.store.write([id, now = m_d->parts.clock.nowMs()](store::Db &db) {
        return takeAnswers(db, domain::TicketId{id}, now).and_then([&](const AnswerTexts &) { return store::DraftTable::remove(db, id); });
    });
}

QFuture<Result<std::vector<Draft>>> Tickets::drafts()
{
    return m_d->parts.store.read([](store::Db &db) {
        return store::DraftTable::all(db).map([](std::vector<store::DraftRow> rows) {
            std::vector<Draft> out;
            for (auto &row : rows) {
                out.push_back({row.id, std::move(row.ticket), row.savedMs, row.damaged});
            }
            return out;
        });
    });
}

QFuture<Result<Draft>> Tickets::redraft(domain::TicketId refused)
{
    return m_d->parts.store.write(
        [acting = Acting::now(m_d->parts), refused, anew = m_d->parts.ids.next(), files = fileIds(m_d->parts.ids)](store::Db &db) {
            return desk::redraft(db, acting, refused, anew, files);
        });
}

QFuture<Result<domain::TicketId>> Tickets::open(const Draft &draft)
{
    return m_d->parts.store.write([acting = Acting::now(m_d->parts), draft, later = laterIds(m_d->parts.ids)](store::Db &db) {
        return openDraft(db, acting, draft, later);
    });
}

QFuture<Result<domain::TicketId>> Tickets::openResolved(const Draft &draft, const QString &code, const QString &text)
{
    return m_d->parts.store.write([acting = Acting::now(m_d->parts), draft = untouched(draft), later = laterIds(m_d->parts.ids),
                                   op = m_d->parts.ids.make<domain::OperationId>(), code, text](store::Db &db) -> Result<domain::TicketId> {
        return openAnswering(db, acting, draft, later, domain::OpKind::TicketResolve, text).and_then([&](domain::TicketId id) {
            return readTicket(db, id).and_then([&](const Ticket &ticket) -> Result<domain::TicketId> {
                if (!domain::isOpen(ticket.state)) {
                    return id; // the key was struck twice
                }
                return performOn(db, acting, op, ticket, resolving(ticket, code, text)).map([id] { return id; });
            });
        });
    });
}

QFuture<Result<domain::TicketId>> Tickets::openAssigned(const Draft &draft, domain::GroupId group, domain::OperatorId assignee,
                                                        const QString &note)
{
    return m_d->parts.store.write([acting = Acting::now(m_d->parts), draft = untouched(draft), later = laterIds(m_d->parts.ids),
                                   op = m_d->parts.ids.make<domain::OperationId>(), group, assignee,
                                   note](store::Db &db) -> Result<domain::TicketId> {
        const auto before = store::TicketTable::find(db, draft.id);
        if (!before) {
            return tl::unexpected(before.error());
        }
        return openAnswering(db, acting, draft, later, domain::OpKind::TicketAssign, note).and_then([&](domain::TicketId id) {
            return readTicket(db, id).and_then([&](const Ticket &ticket) -> Result<domain::TicketId> {
                if (*before) {
                    return id; // the key was struck twice
                }
                return performOn(db, acting, op, ticket, assigning(ticket, group, assignee, note)).map([id] { return id; });
            });
        });
    });
}

Tickets::Done Tickets::edit(domain::TicketId id, const QString &field, const QString &value, const QString &display)
{
    return m_d->change(id, [=](const Ticket &ticket) { return editing(ticket, field, value, display); });
}

Tickets::Done Tickets::tag(domain::TicketId id, const QStringList &add, const QStringList &remove)
{
    return m_d->change(id, [=](const Ticket &) { return domain::TicketTag{add, remove}; });
}

Tickets::Done Tickets::claim(domain::TicketId id)
{
    return m_d->change(id, [](const Ticket &ticket) { return domain::TicketClaim{ticket.versions.of(domain::GuardedField::Assignee)}; });
}

Tickets::Done Tickets::assign(domain::TicketId id, domain::GroupId group, domain::OperatorId assignee, const QString &note)
{
    return m_d->change(id, [=](const Ticket &ticket) { return assigning(ticket, group, assignee, note); });
}

Tickets::Done Tickets::note(domain::TicketId id, const QString &text, bool toRequester)
{
    return m_d->change(id, [=](const Ticket &) { return domain::TicketNote{text, toRequester}; });
}

Tickets::Done Tickets::wait(domain::TicketId id, domain::WaitReason reason, qint64 untilMs, const QString &text)
{
    return m_d->change(id, [=](const Ticket &ticket) { return domain::TicketWait{reason, untilMs, text, stateVersion(ticket)}; });
}

Tickets::Done Tickets::resume(domain::TicketId id)
{
    return m_d->change(id, [](const Ticket &ticket) { return domain::TicketResume{stateVersion(ticket)}; });
}

Tickets::Done Tickets::resolve(domain::TicketId id, const QString &code, const QString &text)
{
    return m_d->change(id, [=](const Ticket &ticket) { return resolving(ticket, code, text); });
}

Tickets::Done Tickets::reopen(domain::TicketId id, const QString &text)
{
    return m_d->change(id, [=](const Ticket &ticket) { return domain::TicketReopen{text, stateVersion(ticket)}; });
}

Tickets::Done Tickets::close(domain::TicketId id)
{
    return m_d->change(id, [](const Ticket &ticket) { return domain::TicketClose{stateVersion(ticket)}; });
}

Tickets::Done Tickets::cancel(domain::TicketId id, const QString &text)
{
    return m_d->change(id, [=](const Ticket &ticket) { return domain::TicketCancel{text, stateVersion(ticket)}; });
}

Tickets::Done Tickets::link(domain::TicketId id, domain::TicketId parent)
{
    return m_d->parts.store.write([acting = Acting::now(m_d->parts), op = m_d->parts.ids.make<domain::OperationId>(), id,
                                   parent](store::Db &db) -> Result<> {
        const auto above = parent ? readTicket(db, parent).map([](const Ticket &ticket) { return ticket.number; })
                                  : Result<QString>(QString());
        if (!above) {
            return tl::unexpected(above.error());
        }
        return readTicket(db, id).and_then([&](const Ticket &ticket) {
            return performOn(db, acting, op, ticket, domain::TicketLink{parent, *above, ticket.versions.of(domain::GuardedField::Parent)});
        });
    });
}

Tickets::Done Tickets::logAssist(domain::TicketId id, const domain::TicketAssist &session)
{
    return m_d->change(id, [=](const Ticket &) { return session; });
}

Tickets::Done Tickets::insist(domain::OperationId refused)
{
    return m_d->parts.store.write([acting = Acting::now(m_d->parts), anew = m_d->parts.ids.make<domain::OperationId>(),
                                   refused](store::Db &db) { return desk::insist(db, acting, anew, refused); });
}

Tickets::Done Tickets::dismiss(domain::OperationId op)
{
    return m_d->parts.store.write([op](store::Db &db) { return store::NoticeTable::dismiss(db, op); });
}

QFuture<Result<domain::TicketId>> Tickets::withNumber(const QString &number)
{
    // As it was typed first (imported numbers), then as a number of ours, forgiving case and look-alikes.
    const auto ours = domain::TicketNumber::fromString(number.trimmed());
    return m_d->parts.store.read(
        [typed = number.trimmed(), tidy = ours ? ours->toString() : QString()](store::Db &db) -> Result<domain::TicketId> {
            auto found = store::TicketTable::withNumber(db, typed);
            return !found || *found || tidy.isEmpty() ? found : store::TicketTable::withNumber(db, tidy);
        });
}

Tickets::Done Tickets::keepText(domain::TicketId id, const QString &text)
{
    return m_d->parts.store.write(
        [id, text, now = m_d->parts.clock.nowMs()](store::Db &db) { return store::KeptTextTable::put(db, id, text, now); });
}

QFuture<Result<QString>> Tickets::keptText(domain::TicketId id)
{
    return m_d->parts.store.read([id](store::Db &db) { return store::KeptTextTable::find(db, id); });
}

Tickets::Done Tickets::keepAnswer(domain::TicketId id, domain::OpKind deed, const QString &text)
{
    return m_d->parts.store.write(
        [id, deed, text, now = m_d->parts.clock.nowMs()](store::Db &db) { return desk::keepAnswer(db, id, deed, text, now); });
}

QFuture<Result<AnswerTexts>> Tickets::keptAnswers(domain::TicketId id)
{
    return m_d->parts.store.read([id](store::Db &db) { return readAnswers(db, id); });
}

} // namespace comptoir::desk
