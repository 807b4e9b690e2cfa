// SPDX-License-Identifier: GPL-3.0-or-later
#include "Pending.h"

#include "Clock.h"
#include "ContactTable.h"
#include "IdSource.h"
#include "Losses.h"
#include "Meaning.h"
#include "NoticeTable.h"
#include "Outstanding.h"
#include "PayloadCodec.h"
#include "PersonTable.h"
#include "Store.h"
#include "Then.h"
#include "TicketTable.h"
#include "TryAgain.h"

#include <QTimer>

#include <limits>

namespace comptoir::desk {

using base::Result;
using store::Outstanding;

namespace {

constexpr int kMostItems = 500;
constexpr int kCountEveryMs = 500;

Pending::Item::State stateOf(Outstanding::Row::State state)
{
    switch (state) {
    case Outstanding::Row::State::Waiting: return Pending::Item::State::Waiting;
    case Outstanding::Row::State::Sent: return Pending::Item::State::Sent;
    case Outstanding::Row::State::Refused: return Pending::Item::State::Refused;
    case Outstanding::Row::State::Parked: return Pending::Item::State::Parked;
    }
    return Pending::Item::State::Waiting;
}

/// What the operation is about, as people call it: the ticket's number and summary, the person's name, who was on the phone.
Result<QString> labelOf(store::Db &db, const Outstanding::Row &row)
{
    if (row.kind.startsWith("ticket.")) {
        return store::TicketTable::findToShow(db, row.entity.value).map([](const auto &found) {
            return found ? QString(found->entity.number + u' ' + found->entity.summary) : QString();
        });
    }
    if (row.kind.startsWith("person.")) {
        return store::PersonTable::findToShow(db, row.entity.value).map([](const auto &found) {
            return found ? found->entity.displayName() : QString();
        });
    }
    return store::ContactTable::findToShow(db, row.entity.value).map([&](const auto &found) {
        const auto payload = found ? std::nullopt
                                   : std::optional(wire::decodePayload(domain::OpKind::ContactLog, row.version, row.payload));
        const auto *log = payload && *payload ? std::get_if<domain::ContactLog>(&**payload) : nullptr;
        const domain::Contact contact = found ? found->entity : log ? log->contact : domain::Contact{};
        return contact.personName.isEmpty() ? contact.number : contact.personName;
    });
}

/// Whether there is a page of it; a refused opening of a ticket has one.
Result<bool> isPlaced(store::Db &db, const Outstanding::Row &row)
{
    if (row.kind.startsWith("person.")) {
        return store::PersonTable::findToShow(db, row.entity.value).map([](const auto &found) { return found.has_value(); });
    }
    return row.kind.startsWith("ticket.");
}

bool isOfCall(const Pending::Item &item)
{
    using State = Pending::Item::State;
    return item.kind.startsWith(u"contact.") && (item.state == State::Refused || item.state == State::Parked);
}

/// What was refused of one call stands where its newest part does, as what came first, with all that was written.
void mergeCalls(std::vector<Pending::Item> &items)
{
    std::vector<Pending::Item> out;
    for (Pending::Item &item : items) {
        const auto same = std::find_if(
            out.begin(), out.end(), [&](const Pending::Item &one) { return isOfCall(one) && isOfCall(item) && one.entity == item.entity; });
        if (same == out.end()) {
            out.push_back(std::move(item));
            continue;
        }
        if (!item.text.isEmpty() && !same->text.contains(item.text)) {
            same->text = same->text.isEmpty() || item.text.contains(same->text) ? item.text : QString(item.text + u'\n' + same->text);
        }
        same->label = same->label.isEmpty() ? item.label : same->label;
        same->again = same->again || item.again;
        if (item.state == Pending::Item::State::Refused && (same->state != item.state || item.madeMs <= same->madeMs)) {
            same->op = item.op;
            same->kind = item.kind;
            same->state = item.state;
            same->refusal = item.refusal;
            same->madeMs = item.madeMs;
        }
    }
    items = std::move(out);
}

Result<std::vector<Pending::Item>> readItems(store::Db &db)
{
    const auto rows = Outstanding::all(db, kMostItems);
    if (!rows) {
        return tl::unexpected(rows.error());
    }
    std::vector<Pending::Item> out;
    out.reserve(rows->size());
    for (const Outstanding::Row &row : *rows) {
        const auto label = row.label.isEmpty() ? labelOf(db, row) : Result<QString>(row.label);
        const auto placed = isPlaced(db, row);
        if (!label || !placed) {
            return tl::unexpected(label ? placed.error() : label.error());
        }
        Pending::Item item;
        item.op = row.op;
        item.kind = QString::fromUtf8(row.kind);
        item.entity = row.entity;
        item.label = *label;
        item.text = meaningOf(row);
        item.madeMs = row.madeMs;
        item.state = stateOf(row.state);
        item.refusal = refusalOf(row);
        item.placed = *placed;
        item.again = canTryAgain(row) && (!row.kind.startsWith("ticket.") || !label->isEmpty());
        out.push_back(std::move(item));
    }
    mergeCalls(out);
    return out;
}

Pending::Item itemOf(const Loss &loss)
{
    Pending::Item item;
    item.op = loss.lost.op;
    item.kind = QString(domain::codeOf(domain::OpKind::TicketEdit));
    item.entity = domain::EntityId{loss.ticket.value};
    item.label = loss.label;
    item.text = loss.lost.mine;
    item.madeMs = loss.lost.mineMs;
    item.state = Pending::Item::State::Overtaken;
    item.lost = loss.lost;
    return item;
}

/// Behind the refused ones, before what waits.
void insertLosses(const std::vector<Loss> &losses, std::vector<Pending::Item> &items)
{
    const auto at = std::find_if(items.begin(), items.end(), [](const Pending::Item &item) {
        return item.state == Pending::Item::State::Waiting || item.state == Pending::Item::State::Sent;
    });
    std::vector<Pending::Item> more;
    std::transform(losses.begin(), losses.end(), std::back_inserter(more), itemOf);
    items.insert(at, more.begin(), more.end());
}

Result<> dismissWhole(store::Db &db, domain::OperationId op)
{
    return store::NoticeTable::callOf(db, op).and_then([&](domain::EntityId call) -> Result<> {
        if (call.isNull()) {
            return store::NoticeTable::dismiss(db, op);
        }
        const auto rows = Outstanding::noticesOf(db, call.value, std::numeric_limits<int>::max());
        if (!rows) {
            return tl::unexpected(rows.error());
        }
        for (const Outstanding::Row &row : *rows) {
            if (auto done = store::NoticeTable::dismiss(db, row.op); !done) {
                return done;
            }
        }
        return {};
    });
}

} // namespace

struct Pending::Private
{
    explicit Private(const DeskParts &with) : parts(with) {}

    DeskParts parts;
    QTimer soon;
    bool counting = false;
    bool again = false; ///< something moved since it was counted

    void countOvertaken(Pending *q);
};

void Pending::Private::countOvertaken(Pending *q)
{
    counting = true;
    again = false;
    const auto read = [me = parts.session.operatorId, now = parts.clock.nowMs()](store::Db &db) { return openLosses(db, me, now); };
    base::then(parts.store.read(read), q, [this, q](const Result<std::vector<Loss>> &losses) {
        counting = false;
        if (losses) {
            Q_EMIT q->overtakenCounted(static_cast<int>(losses->size()));
        }
        if (again) {
            soon.start();
        }
    });
}

Pending::Pending(const DeskParts &parts, QObject *parent) : QObject(parent), m_d(std::make_unique<Private>(parts))
{
    m_d->soon.setSingleShot(true);
    m_d->soon.setInterval(kCountEveryMs);
    connect(&m_d->soon, &QTimer::timeout, this, [this] { m_d->countOvertaken(this); });
    m_d->soon.start();
    connect(&parts.store, &store::Store::changed, this, [this](const store::Changes &changes) {
        if (!changes.touches(store::Entity::Timeline) && !changes.touches(store::Entity::Setting)) {
            return;
        }
        m_d->again = true;
        if (!m_d->counting && !m_d->soon.isActive()) {
            m_d->soon.start();
        }
    });
    connect(&parts.store, &store::Store::changed, this, [this](const store::Changes &changes) {
        if (changes.touches(store::Entity::Outbox) || changes.touches(store::Entity::Notice)) {
            Q_EMIT changed();
        }
    });
}

Pending::~Pending() = default;

QFuture<Result<std::vector<Pending::Item>>> Pending::items()
{
    return m_d->parts.store.read(
        [me = m_d->parts.session.operatorId, now = m_d->parts.clock.nowMs()](store::Db &db) -> Result<std::vector<Item>> {
            auto items = readItems(db);
            const auto losses = openLosses(db, me, now);
            if (!items || !losses) {
                return tl::unexpected(items ? losses.error() : items.error());
            }
            insertLosses(*losses, *items);
            return items;
        });
}

QFuture<Result<>> Pending::dismiss(domain::OperationId op)
{
    return m_d->parts.store.write([op](store::Db &db) { return dismissWhole(db, op); });
}

QFuture<Result<>> Pending::tryAgain(domain::EntityId entity)
{
    std::array<domain::OperationId, kSpareIds> ids;
    std::generate(ids.begin(), ids.end(), [this] { return m_d->parts.ids.make<domain::OperationId>(); });
    return m_d->parts.store.write(
        [acting = Acting::now(m_d->parts), ids, entity](store::Db &db) { return tryAgainIfGranted(db, acting, ids, entity.value); });
}

void Pending::tryAllAgain()
{
    base::then(m_d->parts.store.read(readItems), this, [this](const Result<std::vector<Item>> &items) {
        // People first: calls and tickets name them.
        for (const bool people : {true, false}) {
            for (const Item &item : items ? *items : std::vector<Item>()) {
                if (item.again && item.kind.startsWith(u"person.") == people) {
                    tryAgain(item.entity); // where it cannot be yet, it stays on the list
                }
            }
        }
    });
}

} // namespace comptoir::desk
