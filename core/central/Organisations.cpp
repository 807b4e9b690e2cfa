// SPDX-License-Identifier: GPL-3.0-or-later
#include "Organisations.h"

#include "AccountRows.h"
#include "AuditTable.h"
#include "Clock.h"
#include "DirectoryTables.h"
#include "IdSource.h"
#include "OrganisationRows.h"
#include "RowWriter.h"

namespace comptoir::central {

namespace {

using base::Result;
using domain::Organisation;
using Kind = base::Error::Kind;

Result<domain::OrganisationId> replaceNumbering(store::Db &db, const QString &name, const domain::NumberingPlan &plan, qint64 nowMs)
{
    auto found = organisationNamed(db, name);
    if (!found) {
        return tl::unexpected(found.error());
    }
    Organisation changed = std::move(*found);
    changed.numbering = plan;
    return RowWriter(db, {})
        .put(changed)
        .and_then([&](qint64) {
            return AuditTable::append(
                db, {nowMs, {}, u"organisation_numbering"_qs, changed.id.toString(), plan.toText(), domain::scopeOf(changed.id)});
        })
        .map([&] { return changed.id; });
}

Result<domain::GroupId> putGroup(store::Db &db, const domain::Group &made, qint64 nowMs)
{
    const auto taken = groupsNamed(db, {made.name});
    if (taken) {
        return base::fail(Kind::Invalid, QStringLiteral("there is a group %1 already").arg(made.name));
    }
    if (taken.error().kind != Kind::NotFound) {
        return tl::unexpected(taken.error());
    }
    return RowWriter(db, {})
        .put(made)
        .and_then([&](qint64) {
            return AuditTable::append(db, {nowMs, {}, u"group_add"_qs, made.id.toString(), made.name});
        })
        .map([&] { return made.id; });
}

template <class T>
Result<std::vector<T>> byName(store::Db &db)
{
    return store::everyRow<T>(db).map([](std::vector<T> all) {
        std::sort(all.begin(), all.end(), [](const T &a, const T &b) { return a.name < b.name; });
        return all;
    });
}

template <class IdType>
QFuture<Result<IdType>> refused(base::Error error)
{
    return QtFuture::makeReadyFuture(Result<IdType>(tl::unexpected(std::move(error))));
}

} // namespace

QFuture<Result<domain::OrganisationId>> Organisations::add(const Organisation &wanted, const QString &parent)
{
    auto made = tidied(wanted);
    if (!made) {
        return refused<domain::OrganisationId>(made.error());
    }
    made->id = base::IdSource(m_parts.clock, m_parts.random).make<domain::OrganisationId>();
    return m_parts.store.write([made = *made, parent, nowMs = m_parts.clock.nowMs()](store::Db &db) {
        return addOrganisation(db, made, parent, nowMs).map([](const Organisation &one) { return one.id; });
    });
}

QFuture<Result<domain::OrganisationId>> Organisations::renumber(const QString &name, const domain::NumberingPlan &plan)
{
    if (auto sound = mustBeSound(plan); !sound) {
        return refused<domain::OrganisationId>(sound.error());
    }
    return m_parts.store.write(
        [name, plan, nowMs = m_parts.clock.nowMs()](store::Db &db) { return replaceNumbering(db, name, plan, nowMs); });
}

QFuture<Result<std::vector<Organisation>>> Organisations::list()
{
    return m_parts.store.read([](store::Db &db) { return byName<Organisation>(db); });
}

QFuture<Result<domain::GroupId>> Organisations::addGroup(const QString &name)
{
    domain::Group made;
    made.name = name.simplified();
    if (made.name.isEmpty() || made.name.size() > kLongestName) {
        return refused<domain::GroupId>({Kind::Invalid, QStringLiteral("a name has 1 to %1 characters").arg(kLongestName)});
    }
    made.id = base::IdSource(m_parts.clock, m_parts.random).make<domain::GroupId>();
    return m_parts.store.write([made, nowMs = m_parts.clock.nowMs()](store::Db &db) { return putGroup(db, made, nowMs); });
}

QFuture<Result<std::vector<domain::Group>>> Organisations::groups()
{
    return m_parts.store.read([](store::Db &db) { return byName<domain::Group>(db); });
}

} // namespace comptoir::central
