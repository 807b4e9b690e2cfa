// SPDX-License-Identifier: GPL-3.0-or-later
#include "Replay.h"

#include "DirectoryTables.h"
#include "Log.h"
#include "Mirror.h"
#include "Planted.h"
#include "RawRow.h"
#include "Reduction.h"
#include "Refusals.h"
#include "ScopeRows.h"

namespace comptoir::store::mirror {

namespace {

/// What the reducer needs to know beside the operation, as it was when it was made here.
base::Result<domain::ApplyContext> contextOf(Db &db, const OutboxRow &row)
{
    domain::ApplyContext context{row.actor, row.actorName, row.made.wallMs, {}, row.mayDeclareMajor};
    if (!row.message.scope.isNull()) {
        const auto organisation = organisationOf(db, row.message.scope, true);
        if (!organisation) {
            return tl::unexpected(organisation.error());
        }
        if (*organisation) {
            context.rules = (*organisation)->rules;
        }
    }
    return context;
}

template <class T>
base::Result<> replayOne(Db &db, const OutboxRow &row, std::optional<T> &state)
{
    if (row.damaged) {
        return removePending(db, row.message.id); // nobody has done that
    }
    const auto op = row.message.toOperation();
    if (!op) {
        return {}; // written by a newer version: it travels, but cannot be shown
    }
    const auto context = contextOf(db, row);
    if (!context) {
        return tl::unexpected(context.error());
    }
    auto reduced = reduction::reduce<T>(db, *op, state, *context);
    if (!reduced) {
        return tl::unexpected(reduced.error());
    }
    auto &outcome = *reduced;
    if (!outcome) {
        return removePending(db, row.message.id);
    }
    reduction::keepVersions(state, outcome->state);
    state = outcome->state;
    return putPending(db, *outcome);
}

/// What the service had told of an entity is lost here. Nothing typed is: it is shown on top again once the scope has come anew, and until then
/// the row as shown stays.
base::Result<> fetchAnew(Db &db, const BaseRow &base)
{
    qCWarning(base::lcStore) << "the base row of" << base.entity.toString() << "is damaged: its scope is fetched anew";
    const auto shown = OutboxTable::shownOn(db, base.entity);
    if (!shown) {
        return tl::unexpected(shown.error());
    }
    std::optional<domain::OpKind> kind;
    for (const OutboxRow &row : *shown) {
        const auto code = row.damaged ? std::nullopt : domain::fromCode<domain::OpKind>(QString::fromUtf8(row.message.kind));
        kind = code ? code : kind;
    }
    auto done = kind ? BaseTable::put(db, {base.entity, base.scope, domain::entityKind(*kind), 0, std::nullopt})
                     : BaseTable::remove(db, base.entity);
    return done.and_then([&] { return startOver(db, base.scope); });
}

/// Of a newer version of the service: the row is shown as it tells it, as a row without own work is. What was done on it here waits for its
/// verdict all the same, and its lines in the history stay.
template <class T>
base::Result<> showAsTold(Db &db, const BaseRow &base, const QJsonObject &columns)
{
    qCInfo(base::lcStore) << "what was done on" << base.entity.toString()
                          << "is not shown on what the service tells: that is of a newer version";
    std::vector<QByteArray> texts;
    return typename WriterOf<T>::Type(db).put(cellsOf<T>(columns, texts), base.seq);
}

template <class T>
base::Result<> replay(Db &db, const BaseRow &base, std::optional<T> state, const std::vector<OutboxRow> &shown)
{
    for (const OutboxRow &row : shown) {
        if (auto done = replayOne<T>(db, row, state); !done) {
            return done;
        }
    }
    using Table = typename TableOf<T>::Type;
    return state ? Table::put(db, *state, base.seq) : Table::remove(db, base.entity.value);
}

template <class T>
base::Result<> rebuildAs(Db &db, const BaseRow &base)
{
    const QJsonObject columns = QJsonDocument::fromJson(base.body.value_or(QString()).toUtf8()).object();
    if (base.damaged || (base.body && !fits<T>(columns, base.entity.value))) {
        return fetchAnew(db, base);
    }
    const auto shown = OutboxTable::shownOn(db, base.entity);
    if (!shown) {
        return tl::unexpected(shown.error());
    }
    T told;
    const bool legible = !base.body || !readColumns(columns, told);
    db.touch(TableOf<T>::entity, base.entity.value);
    auto written = legible ? replay(db, base, base.body ? std::optional(std::move(told)) : std::nullopt, *shown)
                           : showAsTold<T>(db, base, columns);
    if (written && shown->empty()) {
        return BaseTable::remove(db, base.entity);
    }
    return written;
}

/// Takes out of the view, with its entry in the history if that is its own alone.
base::Result<> retire(Db &db, const OutboxRow &row)
{
    return OutboxTable::retire(db, row.message.id).and_then([&] { return removePending(db, row.message.id); });
}

/// Of a damaged one nothing is told but that.
base::Result<> notify(Db &db, const OutboxRow &row, const QString &code, const QByteArray &refusal)
{
    const auto op = domain::fromCode<domain::OpKind>(QString::fromUtf8(row.message.kind));
    const auto label = op ? labelOf(db, domain::entityKind(*op), row.message.entity) : base::Result<QString>(QString());
    if (!label) {
        return tl::unexpected(label.error());
    }
    return NoticeTable::put(db,
                            {row.message.id, row.message.scope, row.message.entity, row.message.kind, row.message.version,
                             row.message.payload, *label, row.made.wallMs,
                             row.damaged ? QString(domain::codeOf(wire::VerdictCode::Invalid)) : code,
                             row.damaged ? wire::encodeRefusal(domain::damagedHere()) : refusal});
}

/// A refusal of an ungranted scope stands until the scope is granted again; one with a seq for as long as the service lives: restored to a
/// moment at which it had taken the operation, it tells so.
bool isFinal(const OutboxRow &row, const wire::Verdict &verdict)
{
    const bool refusedAgain = (row.seq > 0 && !wire::isAccepted(verdict.code)) || verdict.seq == 0;
    return row.state == OutboxRow::State::Accepted || (row.state == OutboxRow::State::Refused && refusedAgain);
}

base::Result<> storeVerdict(Db &db, const OutboxRow &row, const wire::Verdict &verdict)
{
    const bool accepted = wire::isAccepted(verdict.code);
    if (verdict.code == wire::VerdictCode::HashMismatch) {
        qCCritical(base::lcStore) << "the service knows another operation by the id" << verdict.id.toString();
    }
    auto stored = OutboxTable::judge(db, row.message.id, accepted ? OutboxRow::State::Accepted : OutboxRow::State::Refused, verdict.seq);
    if (stored && accepted && row.state != OutboxRow::State::Pending) {
        stored = NoticeTable::takeBack(db, row.message.id); // it had arrived after all
    }
    if (stored && !accepted) {
        stored = notify(db, row, domain::codeOf(verdict.code), verdict.data);
    }
    const bool early = accepted && base::isPlanted(base::Plant::ResultsOutsidePull);
    if (stored && (verdict.seq == 0 || early)) {
        stored = retire(db, row); // final from the reply: no page of this scope will tell of it
    }
    return stored;
}

} // namespace

base::Result<> removePending(Db &db, domain::OperationId op)
{
    return TimelineTable::removePending(db, op).and_then([&] { return AttachmentTable::removePending(db, op); });
}

base::Result<> parkOne(Db &db, const OutboxRow &row, const QByteArray &why)
{
    return OutboxTable::judge(db, row.message.id, OutboxRow::State::Parked, 0)
        .and_then([&] { return notify(db, row, QStringLiteral("parked"), why); })
        .and_then([&] { return retire(db, row); });
}

base::Result<> setAsideOne(Db &db, const OutboxRow &row)
{
    qCWarning(base::lcStore) << "operation" << row.message.id.toString() << "is damaged: it is set aside and will not be sent";
    return OutboxTable::setAside(db, row).and_then([&] { return notify(db, row, {}, {}); }).and_then([&] {
        return removePending(db, row.message.id);
    });
}

base::Result<> parkDependents(Db &db, const OutboxRow &first, std::vector<domain::EntityId> &moved)
{
    std::vector<OutboxRow> open{first};
    while (!open.empty()) {
        const OutboxRow row = std::move(open.back());
        open.pop_back();
        auto later = OutboxTable::dependentsOf(db, row);
        if (!later) {
            return tl::unexpected(later.error());
        }
        for (OutboxRow &next : *later) {
            auto parked = parkOne(db, next, {});
            if (!parked) {
                return parked;
            }
            moved.push_back(next.message.entity);
            open.push_back(std::move(next));
        }
    }
    return {};
}

base::Result<> rebuild(Db &db, domain::EntityId entity)
{
    const auto base = BaseTable::find(db, entity);
    if (!base || !*base) {
        return base.map([](const auto &) {});
    }
    return withEntityType((*base)->kind, [&]<class T>() { return rebuildAs<T>(db, **base); });
}

base::Result<QString> labelOf(Db &db, domain::EntityKind kind, domain::EntityId entity)
{
    return withEntityType(kind, [&]<class T>() {
        return TableOf<T>::Type::findLegible(db, entity.value).map([](const auto &found) {
            return found ? TableOf<T>::label(found->entity) : QString();
        });
    });
}

base::Result<std::vector<domain::EntityId>> retireSettled(Db &db, domain::ScopeId scope, qint64 completeTo)
{
    const auto judged = OutboxTable::judgedShownIn(db, scope);
    if (!judged) {
        return tl::unexpected(judged.error());
    }
    std::vector<domain::EntityId> moved;
    for (const OutboxRow &row : *judged) {
        const auto base = BaseTable::find(db, row.message.entity);
        if (!base) {
            return tl::unexpected(base.error());
        }
        const bool byCursor = completeTo >= row.seq && !base::isPlanted(base::Plant::RetireByRow);
        const bool rowCame = *base && (*base)->scope == scope && (*base)->seq >= row.seq;
        if (rowCame || byCursor) {
            if (auto done = retire(db, row); !done) {
                return tl::unexpected(done.error());
            }
            moved.push_back(row.message.entity);
        }
    }
    return moved;
}

base::Result<std::vector<domain::EntityId>> retireRefused(Db &db, std::optional<domain::ScopeId> scope)
{
    const auto refused = OutboxTable::refusedShown(db);
    if (!refused) {
        return tl::unexpected(refused.error());
    }
    std::vector<domain::EntityId> moved;
    for (const OutboxRow &row : *refused) {
        if (scope && row.message.scope != *scope) {
            continue;
        }
        if (auto done = retire(db, row); !done) {
            return tl::unexpected(done.error());
        }
        moved.push_back(row.message.entity);
    }
    return moved;
}

base::Result<std::vector<domain::EntityId>> storeVerdicts(Db &db, const std::vector<wire::Verdict> &verdicts)
{
    std::vector<domain::EntityId> moved;
    std::vector<OutboxRow> refused;
    for (const wire::Verdict &verdict : verdicts) {
        const auto row = OutboxTable::find(db, verdict.id);
        if (!row) {
            return tl::unexpected(row.error());
        }
        if (!*row) {
            // Refused while the scope was not granted, and let go; the scope is granted again and tells that it had been accepted.
            if (auto done = wire::isAccepted(verdict.code) ? NoticeTable::takeBack(db, verdict.id) : base::Result<>(); !done) {
                return tl::unexpected(done.error());
            }
            continue;
        }
        if (isFinal(**row, verdict)) {
            continue;
        }
        auto done = storeVerdict(db, **row, verdict);
        if (!done) {
            return tl::unexpected(done.error());
        }
        db.touch(Entity::Outbox, verdict.id.value);
        if (verdict.seq == 0 || base::isPlanted(base::Plant::ResultsOutsidePull)) {
            moved.push_back((*row)->message.entity);
        }
        if (!wire::isAccepted(verdict.code)) {
            refused.push_back(**row);
        }
    }
    // Only now: what was sent with a refused operation has a verdict of its own and is not parked.
    for (const OutboxRow &row : refused) {
        if (auto done = parkDependents(db, row, moved); !done) {
            return tl::unexpected(done.error());
        }
    }
    return moved;
}

} // namespace comptoir::store::mirror
