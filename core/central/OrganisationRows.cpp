// SPDX-License-Identifier: GPL-3.0-or-later
#include "OrganisationRows.h"

#include "AccountRows.h"
#include "AuditTable.h"
#include "RowWriter.h"

namespace comptoir::central {

namespace {

using base::Result;
using domain::Organisation;
using Kind = base::Error::Kind;

constexpr qsizetype kShortName = 14; // what a narrow column shows

tl::unexpected<base::Error> unfit(const QString &sentence)
{
    return base::fail(Kind::Invalid, sentence);
}

QString beginningOf(const QString &name)
{
    return name.left(kShortName).trimmed();
}

Result<> mustBeFree(store::Db &db, const QString &name)
{
    if (name == u"all") {
        return unfit(QStringLiteral("\"all\" means every organisation: none can be called so"));
    }
    const auto others = organisationsNamed(db, {name});
    if (others) {
        return unfit(QStringLiteral("there is an organisation called %1 already: %2").arg(name, others->front().name));
    }
    return others.error().kind == Kind::NotFound ? Result<>{} : tl::unexpected(others.error());
}

Result<> namesMustBeFree(store::Db &db, const Organisation &made)
{
    return mustBeFree(db, made.name).and_then([&] { return made.code.isEmpty() ? Result<>() : mustBeFree(db, made.code); }).and_then([&] {
        return mustBeFree(db, made.shortName).map_error([&](base::Error error) {
            if (error.kind == Kind::Invalid && made.shortName == beginningOf(made.name)) {
                error.message += QStringLiteral("; give a short name with --short-name");
            }
            return error;
        });
    });
}

} // namespace

Result<> mustBeSound(const domain::NumberingPlan &plan)
{
    if (domain::NumberingPlan::fromText(plan.toText()) != plan) {
        return unfit(
            QStringLiteral("a range is two extensions of 3 to 6 digits, of one length and in order, and a number that begins with +"));
    }
    return {};
}

Result<Organisation> tidied(const Organisation &wanted)
{
    Organisation made = wanted;
    made.name = wanted.name.simplified();
    made.shortName = wanted.shortName.simplified();
    if (made.shortName.isEmpty()) {
        made.shortName = beginningOf(made.name);
    }
    if (made.name.isEmpty() || made.name.size() > kLongestName || made.shortName.size() > kLongestName || made.code.size() > kLongestName) {
        return unfit(QStringLiteral("a name has 1 to %1 characters").arg(kLongestName));
    }
    return mustBeSound(made.numbering).map([&] { return made; });
}

Result<Organisation> organisationNamed(store::Db &db, const QString &name)
{
    if (name == u"all") {
        return unfit(QStringLiteral("\"all\" means every organisation: name one"));
    }
    return organisationsNamed(db, {name}).and_then([&](const std::vector<Organisation> &found) -> Result<Organisation> {
        if (found.size() != 1) {
            return unfit(QStringLiteral("%1 names several organisations: give the code").arg(name));
        }
        return found.front();
    });
}

Result<Organisation> addOrganisation(store::Db &db, Organisation made, const QString &parent, qint64 nowMs)
{
    if (auto free = namesMustBeFree(db, made); !free) {
        return tl::unexpected(free.error());
    }
    if (!parent.isEmpty()) {
        const auto above = organisationNamed(db, parent);
        if (!above) {
            return tl::unexpected(above.error());
        }
        made.parent = above->id;
    }
    return RowWriter(db, {})
        .put(made)
        .and_then([&](qint64) {
            return AuditTable::append(
                db, {nowMs, {}, QStringLiteral("organisation_add"), made.id.toString(), made.name, domain::scopeOf(made.id)});
        })
        .map([&] { return made; });
}

} // namespace comptoir::central
