// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Asset.h"
#include "DemoPlan.h"
#include "DemoWords.h"
#include "Directory.h"
#include "Organisation.h"
#include "Person.h"

namespace comptoir::central {

/// Everything of the demonstration that is not a ticket or a call, with the indexes its tickets are drawn by.
struct DemoDirectory
{
    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
    static constexpr std::size_t kMerignac = 2; ///< in the order of the organisations: the métropole, Bordeaux, Mérignac

    /// A category at the end of a branch, with what its tickets say.
    struct Leaf
    {
        domain::CategoryId category;
        domain::GroupId group;
        std::size_t groupAt = 0;
        DemoWords::Theme theme;
    };

    std::vector<domain::Organisation> organisations; ///< the métropole first, then its communes by population
    std::vector<domain::Site> sites;
    std::vector<domain::Group> groups;
    std::vector<domain::Operator> operators;
    std::vector<domain::Category> categories;
    std::vector<domain::Person> people; ///< by organisation
    std::vector<domain::Asset> assets;

    std::vector<Leaf> leaves;
    std::vector<std::size_t> organisationOf; ///< of each person
    std::vector<std::size_t> firstPerson; ///< of each organisation, and the number of people at the end
    std::vector<std::vector<std::size_t>> sitesOf; ///< of each organisation
    std::vector<std::size_t> workstationOf; ///< of each person; kNone = none
    std::vector<std::vector<std::size_t>> printersOf; ///< of each organisation
    std::vector<std::vector<std::size_t>> applicationsOf; ///< of each organisation
    std::vector<std::vector<std::size_t>> membersOf; ///< operators of each group
    std::size_t claire = kNone; ///< Claire Martin of Mérignac, whom the tour meets

    [[nodiscard]] static DemoDirectory make(const DemoPlan &plan, const DemoWords &words);
};

/// The id of something the demonstration always has.
template <class IdType>
[[nodiscard]] IdType demoId(const char *kind, const QString &name)
{
    return IdType::fromName(QByteArray("demo:").append(kind).append(':').append(name.toUtf8()));
}

/// Letters without accents, lower case, everything else a hyphen: `Saint-Médard-en-Jalles` → `saint-medard-en-jalles`.
[[nodiscard]] QString slugOf(const QString &text);
/// `+33536494201` as it is written in France: `05 36 49 42 01`.
[[nodiscard]] QString frenchNumber(const QString &e164);

// The parts of make(), in their order.
void addDesk(const DemoWords &words, DemoDirectory &out);
void addOrganisations(const DemoPlan &plan, const DemoWords &words, DemoDirectory &out);
void addPeople(const DemoPlan &plan, const DemoWords &words, DemoDirectory &out);
void addAssets(const DemoPlan &plan, const DemoWords &words, DemoDirectory &out);

} // namespace comptoir::central
