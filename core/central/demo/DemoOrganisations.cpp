// SPDX-License-Identifier: GPL-3.0-or-later
#include "DemoDirectory.h"

#include <set>
#include <array>

namespace comptoir::central {

namespace {

/// Beginnings of French numbers reserved for fiction (ARCEP), each followed by four digits.
constexpr std::array<const char *, 5> kFiction{"+3353649", "+3326191", "+3335301", "+3346571", "+3319900"};
constexpr double kRootShare = 0.25; ///< of the staff work for the métropole itself

/// Gives each organisation blocks of a thousand extensions that answer outside under the same four digits.
class Blocks
{
public:
    Blocks()
    {
        for (std::size_t prefix = 0; prefix < kFiction.size(); ++prefix) {
            for (int thousand = 1; thousand <= 9; ++thousand) {
                // 05 36 49 1x xx is left out of all plans: Claire Martin's direct number is one no plan explains.
                if (prefix != 0 || thousand != 1) {
                    m_free.insert({prefix, thousand});
                }
            }
        }
    }

    /// The free block whose first digit is none of `used` and, if there is one, `wanted` of the first prefix.
    bool take(domain::NumberingPlan &plan, std::set<int> &used, int wanted = 0)
    {
        for (const auto &[prefix, thousand] : m_free) {
            if (used.contains(thousand) || (wanted > 0 && (prefix != 0 || thousand != wanted))) {
                continue;
            }
            const QString digit = QString::number(thousand);
            plan.ranges.push_back({digit + QStringLiteral("000"), digit + QStringLiteral("999"), QLatin1String(kFiction[prefix]), 4});
            used.insert(thousand);
            m_free.erase({prefix, thousand});
            return true;
        }
        return false;
    }

private:
    std::set<std::pair<std::size_t, int>> m_free;
};

std::vector<double> staffWeights(const DemoWords &words)
{
    double population = 0;
    for (const auto &commune : words.communes) {
        population += commune.population;
    }
    std::vector<double> out{kRootShare};
    for (const auto &commune : words.communes) {
        out.push_back((1 - kRootShare) * commune.population / population);
    }
    return out;
}

void addPlans(const std::vector<std::size_t> &staff, DemoDirectory &out)
{
    Blocks blocks;
    std::vector<std::set<int>> used(staff.size());
    // Each gets a first block before anyone gets a second; Mérignac's holds extension 4201.
    blocks.take(out.organisations[DemoDirectory::kMerignac].numbering, used[DemoDirectory::kMerignac], 4);
    for (std::size_t at = 0; at < staff.size(); ++at) {
        out.organisations[at].numbering.trunks = {QStringLiteral("trunk-") + slugOf(out.organisations[at].shortName)};
        if (used[at].empty()) {
            blocks.take(out.organisations[at].numbering, used[at]);
        }
    }
    for (std::size_t at = 0; at < staff.size(); ++at) {
        bool more = true;
        for (std::size_t room = 1000; more && room * 10 < staff[at] * 9; room += 1000) {
            more = blocks.take(out.organisations[at].numbering, used[at]);
        }
    }
}

/// What the desk promises everybody: longer than the defaults for what does not press.
domain::OrganisationRules deskRules()
{
    constexpr int kHour = 60;
    constexpr int kDay = 24 * kHour;
    domain::OrganisationRules out;
    out.targets = {{{15, 4 * kHour}, {kHour, kDay}, {4 * kHour, 5 * kDay}, {kDay, 15 * kDay}, {3 * kDay, 30 * kDay}}};
    return out;
}

void addSites(const DemoPlan &plan, const DemoWords &words, const std::vector<double> &weights, DemoDirectory &out)
{
    Dice dice(plan.seed, "sites");
    const auto counts = shares(plan.scaled(600), weights, 1);
    out.sitesOf.resize(out.organisations.size());
    for (std::size_t at = 0; at < counts.size(); ++at) {
        const domain::Organisation &owner = out.organisations[at];
        for (std::size_t i = 0; i < counts[at]; ++i) {
            const QString &city = at == 0 ? out.organisations[1 + dice.below(out.organisations.size() - 1)].name : owner.name;
            const QString kind = words.sites.draw(dice);
            const QString name = i == 0
                ? (at == 0 ? QStringLiteral("Hôtel de Métropole") : QStringLiteral("Hôtel de ville"))
                : kind + u' ' + words.siteNames[static_cast<qsizetype>(dice.below(static_cast<std::size_t>(words.siteNames.size())))];
            const QString street = words.streets[static_cast<qsizetype>(dice.below(static_cast<std::size_t>(words.streets.size())))];
            const QString key = owner.code + u':' + QString::number(i);
            out.sitesOf[at].push_back(out.sites.size());
            out.sites.push_back({demoId<domain::SiteId>("site", key), domain::scopeOf(owner.id), owner.id, name,
                                 QString::number(dice.between(1, 180)) + QStringLiteral(", ") + street,
                                 at == 0 && i == 0 ? out.organisations[1].name : city});
        }
    }
}

} // namespace

void addOrganisations(const DemoPlan &plan, const DemoWords &words, DemoDirectory &out)
{
    domain::Organisation root;
    root.id = demoId<domain::OrganisationId>("organisation", words.rootCode);
    root.name = words.rootName;
    root.shortName = QStringLiteral("BxM");
    root.code = words.rootCode;
    root.rules = deskRules();
    out.organisations.push_back(root);
    for (const DemoWords::Commune &commune : words.communes) {
        domain::Organisation one;
        one.id = demoId<domain::OrganisationId>("organisation", commune.code);
        one.parent = root.id;
        one.rules = root.rules;
        one.name = commune.name;
        one.shortName = commune.name.size() > 14 ? commune.name.section(u'-', 0, 1) : commune.name;
        one.code = commune.code;
        out.organisations.push_back(std::move(one));
    }
    const auto weights = staffWeights(words);
    const auto staff = shares(plan.scaled(20'000), weights, 1);
    addPlans(staff, out);
    addSites(plan, words, weights, out);
    out.firstPerson = {0};
    for (const std::size_t count : staff) {
        out.firstPerson.push_back(out.firstPerson.back() + count);
    }
}

} // namespace comptoir::central
