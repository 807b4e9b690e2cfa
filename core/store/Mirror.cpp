// SPDX-License-Identifier: GPL-3.0-or-later
#include "Mirror.h"

#include "CursorTable.h"
#include "Log.h"
#include "Planted.h"
#include "RawRow.h"
#include "Reduction.h"
#include "Refusals.h"
#include "Replay.h"
#include "ScopeRows.h"
#include "SettingTable.h"

namespace comptoir::store::mirror {

namespace {

using domain::EntityId;

OutboxRow outboxRow(const domain::Operation &op, const domain::ApplyContext &context, const AgeAnchor &made, qint64 baseSeq)
{
    OutboxRow row;
    row.message = wire::OpMessage::from(op, 0);
    row.baseSeq = baseSeq;
    row.made = made;
    row.actor = context.actor;
    row.actorName = context.actorName;
    row.mayDeclareMajor = context.mayDeclareMajor;
    return row;
}

/// The base row of an entity, made from the row as shown where no operation has been shown on it so far.
template <class T>
base::Result<BaseRow> baseFor(Db &db, const domain::Operation &op, domain::EntityKind kind,
                              const std::optional<typename EntityTable<T>::Stored> &shown)
{
    auto base = BaseTable::find(db, op.entity);
    if (!base) {
        return tl::unexpected(base.error());
    }
    if (*base) {
        return std::move(**base);
    }
    BaseRow made{op.entity, op.scope, kind, shown ? shown->seq : 0, shown ? std::optional(toSnapshot(shown->entity)) : std::nullopt};
    return BaseTable::put(db, made).map([&] { return made; });
}

template <class T>
base::Result<> performOn(Db &db, const domain::Operation &op, const domain::ApplyContext &context, const AgeAnchor &made)
{
    using Table = typename TableOf<T>::Type;
    const auto shown = Table::find(db, op.entity.value);
    if (!shown) {
        return tl::unexpected(shown.error());
    }
    const std::optional<T> before = *shown ? std::optional((*shown)->entity) : std::nullopt;
    auto reduced = reduction::reduce<T>(db, op, before, context);
    if (!reduced) {
        return tl::unexpected(reduced.error());
    }
    auto &outcome = *reduced;
    if (!outcome) {
        return tl::unexpected(domain::errorOf(outcome.error()));
    }
    reduction::keepVersions(before, outcome->state);
    const auto base = baseFor<T>(db, op, domain::entityKind(op.kind()), *shown);
    if (!base) {
        return tl::unexpected(base.error());
    }
    db.touch(TableOf<T>::entity, op.entity.value);
    db.touch(Entity::Outbox, op.id.value);
    return OutboxTable::append(db, outboxRow(op, context, made, base->seq))
        .and_then([&] { return Table::put(db, outcome->state, base->seq); })
        .and_then([&] { return putPending(db, *outcome); });
}

/// Makes sure the entity of an operation that is shown again has a base row.
base::Result<> keepBase(Db &db, const OutboxRow &row)
{
    const auto kind = domain::fromCode<domain::OpKind>(QString::fromUtf8(row.message.kind));
    const auto base = BaseTable::find(db, row.message.entity);
    if (!kind || !base || *base) {
        return base.map([](const auto &) {});
    }
    return withEntityType(domain::entityKind(*kind), [&]<class T>() -> base::Result<> {
        return findRaw<T>(db, row.message.entity.value).and_then([&](const auto &shown) {
            return BaseTable::put(db,
                                  {row.message.entity, row.message.scope, domain::entityKind(*kind), shown ? shown->seq : 0,
                                   shown ? std::optional(snapshotText(shown->columns)) : std::nullopt});
        });
    });
}

base::Result<> rebuildAll(Db &db, const std::vector<EntityId> &entities)
{
    for (const EntityId &entity : entities) {
        if (auto done = rebuild(db, entity); !done) {
            return done;
        }
    }
    return {};
}

/// What the service told of own operations counts no more, in the scope or everywhere.
base::Result<> sendOwnAgain(Db &db, std::optional<domain::ScopeId> scope)
{
    db.touchAll();
    const auto again = OutboxTable::pushAgain(db, scope);
    if (!again) {
        return tl::unexpected(again.error());
    }
    for (const OutboxRow &row : *again) {
        if (auto based = keepBase(db, row); !based) {
            return based;
        }
    }
    // Where a refusal stood in its scope is of the life before: no page of this one need come so far.
    return retireRefused(db, scope).and_then([&](const std::vector<EntityId> &let) { return rebuildAll(db, let); });
}

} // namespace

base::Result<> perform(Db &db, const domain::Operation &op, const domain::ApplyContext &context, const AgeAnchor &made)
{
    return withEntityType(domain::entityKind(op.kind()), [&]<class T>() { return performOn<T>(db, op, context, made); });
}

base::Result<> takeVerdicts(Db &db, const std::vector<wire::Verdict> &verdicts)
{
    auto moved = storeVerdicts(db, verdicts);
    if (!moved) {
        return tl::unexpected(moved.error());
    }
    return rebuildAll(db, *moved);
}

base::Result<> park(Db &db, domain::OperationId op, const QByteArray &why)
{
    const auto row = OutboxTable::find(db, op);
    if (!row || !*row || (*row)->state != OutboxRow::State::Pending) {
        return row.map([](const auto &) {});
    }
    qCWarning(base::lcStore) << "operation" << op.toString() << "is parked";
    std::vector<EntityId> moved{(*row)->message.entity};
    db.touch(Entity::Outbox, op.value);
    return parkOne(db, **row, why).and_then([&] { return parkDependents(db, **row, moved); }).and_then([&] {
        return rebuildAll(db, moved);
    });
}

base::Result<> setAsideDamaged(Db &db)
{
    const auto damaged = OutboxTable::damagedPending(db);
    if (!damaged) {
        return tl::unexpected(damaged.error());
    }
    std::vector<EntityId> moved;
    for (const OutboxRow &row : *damaged) {
        if (auto done = setAsideOne(db, row); !done) {
            return done;
        }
    }
    for (const OutboxRow &row : *damaged) {
        if (auto done = parkDependents(db, row, moved); !done) {
            return done;
        }
    }
    // What it was about may be what is damaged.
    const auto bases = BaseTable::all(db);
    if (!bases) {
        return tl::unexpected(bases.error());
    }
    for (const BaseRow &base : *bases) {
        moved.push_back(base.entity);
    }
    return rebuildAll(db, moved);
}

base::Result<> startOver(Db &db, domain::ScopeId scope)
{
    auto cursor = CursorTable::find(db, scope);
    if (!cursor || !*cursor) {
        return cursor.map([](const auto &) {});
    }
    CursorRow again = **cursor;
    again.at.seq = 0;
    again.complete = false;
    again.anew = true;
    again.digest = 0;
    return forEachRowKind([&]<class T>() { return scoperows::markStale<T>(db, scope); })
        .and_then([&] { return BaseTable::markStale(db, scope); })
        .and_then([&] { return CursorTable::put(db, again); });
}

base::Result<> startOverWithOwn(Db &db, domain::ScopeId scope)
{
    qCWarning(base::lcStore) << "the service may lack what it had of a scope: it is fetched again, kept operations are pushed again";
    return sendOwnAgain(db, scope).and_then([&] { return startOver(db, scope); });
}

base::Result<> drop(Db &db, domain::ScopeId scope)
{
    qCInfo(base::lcStore) << "a scope is no longer granted and goes";
    db.touch(Entity::Cursor, scope.value);
    return OutboxTable::retireScope(db, scope)
        .and_then([&] { return BaseTable::removeIn(db, scope); })
        .and_then([&] { return forEachRowKind([&]<class T>() { return scoperows::remove<T>(db, scope, "1"); }); })
        .and_then([&] { return CursorTable::remove(db, scope); });
}

base::Result<> dropUntold(Db &db)
{
    const auto scopes = OutboxTable::judgedShownUntold(db);
    if (!scopes) {
        return tl::unexpected(scopes.error());
    }
    for (const domain::ScopeId &scope : *scopes) {
        if (auto dropped = drop(db, scope); !dropped) {
            return dropped;
        }
    }
    return {};
}

base::Result<> enterEpoch(Db &db, const QByteArray &epoch)
{
    const auto device = DeviceTable::read(db);
    if (!device || device->epoch == epoch) {
        return device.map([](const auto &) {});
    }
    if (device->epoch.isEmpty()) {
        return DeviceTable::setEpoch(db, epoch);
    }
    qCWarning(base::lcStore) << "the service was restored: everything is fetched again, kept operations are pushed again";
    if (auto sent = sendOwnAgain(db, {}); !sent) {
        return sent;
    }
    const auto cursors = CursorTable::all(db);
    if (!cursors) {
        return tl::unexpected(cursors.error());
    }
    for (const CursorRow &cursor : *cursors) {
        if (base::isPlanted(base::Plant::EpochKeepsCursor)) {
            continue;
        }
        if (auto over = startOver(db, cursor.scope); !over) {
            return over;
        }
    }
    return DeviceTable::setEpoch(db, epoch);
}

} // namespace comptoir::store::mirror
