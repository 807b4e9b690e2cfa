// SPDX-License-Identifier: GPL-3.0-or-later
#include "Pending.h"

#include "ContactTable.h"
#include "Meaning.h"
#include "NoticeTable.h"
#include "Outstanding.h"
#include "PersonTable.h"
#include "Store.h"
#include "TicketTable.h"

namespace comptoir::desk {

using base::Result;
using store::Outstanding;

namespace {

constexpr int kMostItems = 500;

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
        return store::TicketTable::find(db, row.entity.value).map([](const auto &found) {
            return found ? QString(found->entity.number + u' ' + found->entity.summary) : QString();
        });
    }
    if (row.kind.startsWith("person.")) {
        return store::PersonTable::find(db, row.entity.value).map([](const auto &found) {
            return found ? found->entity.displayName() : QString();
        });
    }
    return store::ContactTable::find(db, row.entity.value).map([](const auto &found) {
        return !found ? QString() : found->entity.personName.isEmpty() ? found->entity.number : found->entity.personName;
    });
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
        if (!label) {
            return tl::unexpected(label.error());
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
        out.push_back(std::move(item));
    }
    return out;
}

} // namespace

struct Pending::Private
{
    DeskParts parts;
};

Pending::Pending(const DeskParts &parts, QObject *parent) : QObject(parent), m_d(std::make_unique<Private>(Private{parts}))
{
    connect(&parts.store, &store::Store::changed, this, [this](const store::Changes &changes) {
        if (changes.touches(store::Entity::Outbox) || changes.touches(store::Entity::Notice)) {
            Q_EMIT changed();
        }
    });
}

Pending::~Pending() = default;

QFuture<Result<std::vector<Pending::Item>>> Pending::items()
{
    return m_d->parts.store.read([](store::Db &db) { return readItems(db); });
}

QFuture<Result<>> Pending::dismiss(domain::OperationId op)
{
    return m_d->parts.store.write([op](store::Db &db) { return store::NoticeTable::dismiss(db, op); });
}

} // namespace comptoir::desk
