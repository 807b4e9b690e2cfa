// SPDX-License-Identifier: GPL-3.0-or-later
#include "Catch.h"
#include "CentralRig.h"

using namespace comptoir;
using namespace comptoir::tests;

namespace {

base::Result<domain::OrganisationId> add(CentralRig &rig, const QString &name, const QString &parent = {}, const QString &shortName = {})
{
    domain::Organisation wanted;
    wanted.name = name;
    wanted.shortName = shortName;
    return rig.service->organisations().add(wanted, parent).result();
}

} // namespace

TEST_CASE("an organisation's parent is one organisation", "[central][organisations]")
{
    CentralRig rig;
    const auto child = add(rig, QStringLiteral("Child"), QStringLiteral("A"));
    REQUIRE(child);
    const auto list = rig.service->organisations().list().result().value();
    const auto stored = std::find_if(list.begin(), list.end(), [&](const auto &one) { return one.id == *child; });
    REQUIRE(stored != list.end());
    CHECK(stored->parent == rig.a);

    const auto all = add(rig, QStringLiteral("Another"), QStringLiteral("all"));
    REQUIRE_FALSE(all);
    CHECK(all.error().kind == base::Error::Kind::Invalid);
    CHECK(add(rig, QStringLiteral("Another"), QStringLiteral("Nowhere")).error().kind == base::Error::Kind::NotFound);

    // Of before names were kept apart: two of one name.
    REQUIRE(rig.store->write([](store::Db &db) { return db.run("UPDATE organisation SET short_name = 'Twin' WHERE name IN ('A', 'B')"); })
                .result());
    const auto twin = add(rig, QStringLiteral("Another"), QStringLiteral("Twin"));
    REQUIRE_FALSE(twin);
    CHECK_THAT(twin.error().message.toStdString(), Catch::Contains("several"));
}

TEST_CASE("a short name that is made up and taken is told with the way out", "[central][organisations]")
{
    CentralRig rig;
    REQUIRE(add(rig, QStringLiteral("Communauté urbaine de Bordeaux")));
    const auto clash = add(rig, QStringLiteral("Communauté urbaine de Dunkerque"));
    REQUIRE_FALSE(clash);
    CHECK_THAT(clash.error().message.toStdString(), Catch::Contains("--short-name"));
    CHECK(add(rig, QStringLiteral("Communauté urbaine de Dunkerque"), {}, QStringLiteral("CUD")));
}
