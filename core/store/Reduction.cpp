// SPDX-License-Identifier: GPL-3.0-or-later
#include "Reduction.h"

#include "Rows.h"

namespace comptoir::store::reduction {

namespace {

using base::Result;
using domain::Referent;

constexpr std::string_view kScopeOf[]{"SELECT scope FROM person WHERE id=?",        "SELECT scope FROM site WHERE id=?",
                                      "SELECT scope FROM asset WHERE id=?",         "SELECT scope FROM category WHERE id=?",
                                      "SELECT scope FROM support_group WHERE id=?", "SELECT scope FROM operator WHERE id=?",
                                      "SELECT scope FROM ticket WHERE id=?"};

/// Whether the way up from `parent` comes to `ticket`. It ends even where it is a circle already.
Result<bool> hangsOn(Db &db, const base::Uuid &parent, const base::Uuid &ticket)
{
    if (parent == ticket) {
        return true;
    }
    Statement query = db.prepare("WITH RECURSIVE up(id) AS (SELECT parent FROM ticket WHERE id=?1 UNION SELECT t.parent FROM up"
                                 " JOIN ticket t ON t.id=up.id) SELECT 1 FROM up WHERE id=?2");
    return query.bindAll(parent, ticket).step();
}

Result<bool> isCircle(Db &db, const base::Uuid &parent, const base::Uuid &ticket, const Places &places)
{
    return (places.settled ? places.settled() : Result<>()).and_then([&] { return hangsOn(db, parent, ticket); });
}

Result<bool> mayBeNamed(const domain::Operation &op, const domain::Reference &reference, domain::ScopeId scope, const Rights &rights)
{
    switch (reference.referent) {
    case Referent::Category:
    case Referent::Group: return scope.isNull();
    case Referent::Operator:
        return scope.isNull() && rights.assignable ? rights.assignable(domain::OperatorId{reference.id}, op.scope)
                                                   : Result<bool>(scope.isNull());
    case Referent::Ticket: return scope == op.scope;
    default: return rights.visible ? rights.visible(scope) : Result<bool>(true);
    }
}

} // namespace

Result<std::optional<domain::ScopeId>> scopeOf(Db &db, const domain::Reference &reference)
{
    Statement query = db.prepare(kScopeOf[static_cast<std::size_t>(reference.referent)]);
    query.bind(0, reference.id);
    return firstRow(query, [](const Statement &row) { return row.id<domain::ScopeId>(0); });
}

Result<std::optional<domain::Refusal>> fault(Db &db, const domain::Operation &op, const std::vector<domain::Reference> &named,
                                             const Rights &rights, const Places &places)
{
    for (const domain::Reference &reference : named) {
        const auto scope = places.scopeOf ? places.scopeOf(reference) : scopeOf(db, reference);
        if (!scope) {
            return tl::unexpected(scope.error());
        }
        const auto good = *scope ? mayBeNamed(op, reference, **scope, rights) : Result<bool>(!rights.visible);
        const auto circle = reference.referent == Referent::Ticket ? isCircle(db, reference.id, op.entity.value, places)
                                                                   : Result<bool>(false);
        if (!good || !circle) {
            return tl::unexpected(!good ? good.error() : circle.error());
        }
        if (!*good) {
            return domain::notThere(reference);
        }
        if (*circle) {
            return domain::circularParent();
        }
    }
    return std::optional<domain::Refusal>();
}

} // namespace comptoir::store::reduction
