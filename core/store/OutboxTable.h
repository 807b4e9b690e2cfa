// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "AgeAnchor.h"
#include "Db.h"
#include "OpMessage.h"

#include <vector>

namespace comptoir::store {

/// An operation made here, with what became of it.
struct OutboxRow
{
    enum class State { Pending, Accepted, Refused, Parked };

    qint64 no = 0;
    wire::OpMessage message; ///< its age is worked out at each send
    qint64 baseSeq = 0;
    AgeAnchor made;
    domain::OperatorId actor;
    QString actorName;
    bool mayDeclareMajor = false;
    State state = State::Pending;
    bool shown = true;
    qint64 seq = 0; ///< the verdict's
    bool damaged = false; ///< it is not what was written: never sent, never shown as done
};

/// Own operations on their way.
class OutboxTable
{
public:
    [[nodiscard]] static base::Result<> append(Db &db, const OutboxRow &row);
    [[nodiscard]] static base::Result<std::optional<OutboxRow>> find(Db &db, domain::OperationId op);
    [[nodiscard]] static base::Result<std::vector<OutboxRow>> all(Db &db);
    /// Puts what an erasure left of a payload in its place. The operation keeps the hash it had: for the service it is still the same.
    [[nodiscard]] static base::Result<> blank(Db &db, const OutboxRow &row, const QByteArray &payload);
    /// Damaged ones the service has still to judge, in the order they were made. What finds them is made anew first: it may tell otherwise.
    [[nodiscard]] static base::Result<std::vector<OutboxRow>> damagedPending(Db &db);
    /// Parks and retires a damaged one, whose id may be damaged too.
    [[nodiscard]] static base::Result<> setAside(Db &db, const OutboxRow &row);
    /// Whether the service has still to judge it.
    [[nodiscard]] static base::Result<bool> isPending(Db &db, domain::OperationId op);
    /// In the order they were made; at most `limit`.
    [[nodiscard]] static base::Result<std::vector<OutboxRow>> pendingIn(Db &db, domain::ScopeId scope, int limit);
    [[nodiscard]] static base::Result<std::vector<domain::ScopeId>> pendingScopes(Db &db);
    /// Scopes no page has come of, with something in view that has its verdict.
    [[nodiscard]] static base::Result<std::vector<domain::ScopeId>> judgedShownUntold(Db &db);
    /// How many the service has not judged.
    [[nodiscard]] static base::Result<qint64> pendingCount(Db &db);
    /// Everything that is replayed, in order.
    [[nodiscard]] static base::Result<std::vector<OutboxRow>> shown(Db &db);
    /// What is replayed on an entity, in order.
    [[nodiscard]] static base::Result<std::vector<OutboxRow>> shownOn(Db &db, domain::EntityId entity);
    /// What is replayed in a scope and has its verdict.
    [[nodiscard]] static base::Result<std::vector<OutboxRow>> judgedShownIn(Db &db, domain::ScopeId scope);
    /// Refused ones that are still replayed: the page that tells of their refusal has not come.
    [[nodiscard]] static base::Result<std::vector<OutboxRow>> refusedShown(Db &db);
    /// Unjudged operations made after `no` that build on it: on the same entity, or naming it among their dependencies.
    [[nodiscard]] static base::Result<std::vector<OutboxRow>> dependentsOf(Db &db, const OutboxRow &row);
    [[nodiscard]] static base::Result<> judge(Db &db, domain::OperationId op, OutboxRow::State state, qint64 seq);
    /// The operation has left the view.
    [[nodiscard]] static base::Result<> retire(Db &db, domain::OperationId op);
    /// Everything in the scope leaves the view.
    [[nodiscard]] static base::Result<> retireScope(Db &db, domain::ScopeId scope);
    /// Lets go of what left the view, up to `backupSeq`: no restore can undo it any more. What was refused because the scope was not granted
    /// (no seq) stays: granted again, the service may tell that it had been accepted after all, and a restore may undo that.
    [[nodiscard]] static base::Result<> forget(Db &db, domain::ScopeId scope, qint64 backupSeq);
    /// Accepted operations wait and are shown again (the service was restored): those of the scope, or all. Those rows, as they were before.
    [[nodiscard]] static base::Result<std::vector<OutboxRow>> pushAgain(Db &db, std::optional<domain::ScopeId> scope);
};

} // namespace comptoir::store

namespace comptoir::domain {

template <>
struct CodesOf<store::OutboxRow::State>
{
    using S = store::OutboxRow::State;
    static constexpr std::array list{std::pair{S::Pending, "pending"}, std::pair{S::Accepted, "accepted"}, std::pair{S::Refused, "refused"},
                                     std::pair{S::Parked, "parked"}};
};

} // namespace comptoir::domain
