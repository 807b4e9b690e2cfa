// SPDX-License-Identifier: GPL-3.0-or-later
#include "DemoDirectory.h"

#include "Durations.h"

#include <algorithm>

namespace comptoir::central {

namespace {

constexpr std::size_t kClairesNumber = 4471;

const QString &pickOf(const QStringList &list, Dice &dice)
{
    return list[static_cast<qsizetype>(dice.below(static_cast<std::size_t>(list.size())))];
}

QString numbered(const QString &prefix, std::size_t number, int width)
{
    return prefix + QString::number(number).rightJustified(width, u'0');
}

class Park
{
public:
    Park(const DemoPlan &plan, const DemoWords &words, DemoDirectory &out)
        : m_dice(plan.seed, "assets")
        , m_plan(plan)
        , m_words(words)
        , m_out(out)
    {}

    void addWorkstations()
    {
        const std::size_t people = m_out.people.size();
        const std::size_t count = std::min(m_plan.scaled(12'000), people);
        m_out.workstationOf.assign(people, DemoDirectory::kNone);
        for (std::size_t i = 0; i < count; ++i) {
            addWorkstation(i * people / count, i + 1);
        }
        if (m_out.workstationOf[m_out.claire] == DemoDirectory::kNone) {
            addWorkstation(m_out.claire, count + 1);
        }
        nameClairesMachine();
    }

    void addPrinters()
    {
        m_out.printersOf.resize(m_out.organisations.size());
        const std::size_t count = m_plan.scaled(1500, m_out.organisations.size());
        for (std::size_t i = 0; i < count; ++i) {
            // The first goes round the organisations, the rest where the people are.
            const std::size_t owner = i < m_out.organisations.size() ? i : m_out.organisationOf[m_dice.below(m_out.people.size())];
            domain::Asset asset = begun(domain::AssetKind::Printer, numbered(QStringLiteral("IMP-"), i + 1, 4), owner);
            asset.site = m_out.sites[m_dice.pick(m_out.sitesOf[owner])].id;
            asset.model = pickOf(m_words.printers, m_dice);
            asset.address = asset.name.toLower() + QStringLiteral(".impression.example");
            m_out.printersOf[owner].push_back(m_out.assets.size());
            m_out.assets.push_back(std::move(asset));
        }
    }

    void addServers()
    {
        const std::size_t count = m_plan.scaled(150);
        for (std::size_t i = 0; i < count; ++i) {
            domain::Asset asset = begun(domain::AssetKind::Server, numbered(QStringLiteral("SRV-"), i + 1, 4), 0);
            asset.model = pickOf(m_words.servers, m_dice);
            asset.address = asset.name.toLower() + QStringLiteral(".hebergement.example");
            m_out.assets.push_back(std::move(asset));
        }
    }

    void addApplications()
    {
        m_out.applicationsOf.resize(m_out.organisations.size());
        const auto domains = static_cast<std::size_t>(m_words.applicationDomains.size());
        const auto modules = static_cast<std::size_t>(m_words.applicationModules.size());
        const std::size_t count = std::min(m_plan.scaled(1000, m_out.organisations.size()), domains * modules);
        for (std::size_t i = 0; i < count; ++i) {
            const std::size_t owner = i < m_out.organisations.size() ? i : m_out.organisationOf[m_dice.below(m_out.people.size())];
            const QString name = m_words.applicationDomains[static_cast<qsizetype>(i % domains)] + QStringLiteral(" – ")
                + m_words.applicationModules[static_cast<qsizetype>((i / domains + i) % modules)];
            m_out.applicationsOf[owner].push_back(m_out.assets.size());
            m_out.assets.push_back(begun(domain::AssetKind::Application, name, owner));
        }
    }

private:
    domain::Asset begun(domain::AssetKind kind, const QString &name, std::size_t owner)
    {
        const domain::OrganisationId organisation = m_out.organisations[owner].id;
        domain::Asset out;
        out.id = demoId<domain::AssetId>("asset", QString::number(m_out.assets.size()));
        out.scope = domain::scopeOf(organisation);
        out.organisation = organisation;
        out.kind = kind;
        out.name = name;
        if (kind != domain::AssetKind::Application) {
            out.serial = m_dice.digits(3) + QChar(u'A' + static_cast<char16_t>(m_dice.below(26))) + m_dice.digits(4);
        }
        return out;
    }

    void addWorkstation(std::size_t personAt, std::size_t number)
    {
        const domain::Person &person = m_out.people[personAt];
        const std::size_t owner = m_out.organisationOf[personAt];
        domain::Asset asset = begun(domain::AssetKind::Workstation, numbered(QStringLiteral("PC-"), number, 5), owner);
        asset.site = person.site;
        asset.model = m_words.workstations.draw(m_dice);
        asset.users.list = {person.id};
        asset.lastLogin = person.login;
        if (personAt > 0 && m_out.organisationOf[personAt - 1] == owner && m_dice.chance(0.15)) {
            asset.users.list.push_back(m_out.people[personAt - 1].id);
            asset.lastLogin = m_dice.chance(0.4) ? m_out.people[personAt - 1].login : asset.lastLogin;
        }
        const qint64 idleMs = m_dice.chance(0.05) ? m_dice.between(10, 200) * base::kDayMs : m_dice.between(0, 4 * base::kDayMs);
        asset.lastLoginMs = m_plan.untilMs - idleMs;
        address(asset, m_out.organisations[owner].name);
        m_out.workstationOf[personAt] = m_out.assets.size();
        m_out.assets.push_back(std::move(asset));
    }

    void address(domain::Asset &asset, const QString &organisation)
    {
        asset.address = asset.name.toLower() + u'.' + slugOf(organisation) + QStringLiteral(".example");
        const auto offer = [&](double probability, const char *tool, int digits) {
            if (m_dice.chance(probability)) {
                asset.remote.list.push_back({QLatin1String(tool), m_dice.digits(digits)});
            }
        };
        if (m_dice.chance(0.8)) {
            asset.remote.list.push_back({QStringLiteral("vnc"), asset.address + QStringLiteral("::5900")});
        }
        offer(0.25, "rustdesk", 9);
        offer(0.08, "teamviewer", 10);
        offer(0.05, "anydesk", 9);
        offer(0.04, "meshcentral", 12);
    }

    /// Claire Martin's machine is PC-04471; whoever's bore that number takes hers.
    void nameClairesMachine()
    {
        domain::Asset &hers = m_out.assets[m_out.workstationOf[m_out.claire]];
        const std::size_t workstations = m_out.assets.size();
        if (kClairesNumber <= workstations) {
            domain::Asset &other = m_out.assets[kClairesNumber - 1];
            std::swap(hers.name, other.name);
        } else {
            hers.name = numbered(QStringLiteral("PC-"), kClairesNumber, 5);
        }
        hers.address = QStringLiteral("pc-04471.merignac.example");
        hers.lastLogin = m_out.people[m_out.claire].login;
        hers.lastLoginMs = m_plan.untilMs - base::kDayMs / 12;
        hers.users.list = {m_out.people[m_out.claire].id};
        hers.remote.list = {{QStringLiteral("vnc"), m_plan.vncTarget}};
    }

    Dice m_dice;
    const DemoPlan &m_plan;
    const DemoWords &m_words;
    DemoDirectory &m_out;
};

} // namespace

void addAssets(const DemoPlan &plan, const DemoWords &words, DemoDirectory &out)
{
    Park park(plan, words, out);
    park.addWorkstations();
    park.addPrinters();
    park.addServers();
    park.addApplications();
}

} // namespace comptoir::central
