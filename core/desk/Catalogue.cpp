// SPDX-License-Identifier: GPL-3.0-or-later
#include "Catalogue.h"

#include "CursorTable.h"
#include "Entities.h"
#include "Log.h"
#include "Scopes.h"
#include "SettingTable.h"
#include "Store.h"
#include "Then.h"

#include <set>

namespace comptoir::desk {

using base::Result;

/// All five lists, as one read brings them.
struct CatalogueLists
{
    std::vector<domain::Organisation> organisations;
    std::vector<domain::Site> sites;
    std::vector<domain::Group> groups;
    std::vector<domain::Operator> operators;
    std::vector<domain::Category> categories;
    std::set<domain::ScopeId> served;
    QString deviceCode;
};

namespace {

template <class T>
Result<> read(store::Db &db, std::vector<T> &into)
{
    auto query = db.prepare(store::EntityTable<T>::select("ORDER BY name, id"));
    return store::entitiesOf<T>(query).map([&](std::vector<T> found) { into = std::move(found); });
}

Result<std::set<domain::ScopeId>> readServed(store::Db &db)
{
    return store::CursorTable::all(db).map([](const std::vector<store::CursorRow> &rows) {
        std::set<domain::ScopeId> out;
        for (const store::CursorRow &row : rows) {
            out.insert(row.scope);
        }
        return out;
    });
}

Result<CatalogueLists> readLists(store::Db &db)
{
    CatalogueLists out;
    return read(db, out.organisations)
        .and_then([&] { return read(db, out.sites); })
        .and_then([&] { return read(db, out.groups); })
        .and_then([&] { return read(db, out.operators); })
        .and_then([&] { return read(db, out.categories); })
        .and_then([&] { return readServed(db); })
        .map([&](std::set<domain::ScopeId> served) { out.served = std::move(served); })
        .and_then([&] { return store::DeviceTable::read(db); })
        .map([&](const store::DeviceRow &device) { out.deviceCode = device.code; })
        .map([&] { return std::move(out); });
}

/// Where each id stands; small lists are rebuilt whole.
template <class T>
QHash<base::Uuid, std::size_t> placesOf(const std::vector<T> &list)
{
    QHash<base::Uuid, std::size_t> out;
    out.reserve(static_cast<qsizetype>(list.size()));
    for (std::size_t i = 0; i < list.size(); ++i) {
        out.insert(list[i].id.value, i);
    }
    return out;
}

} // namespace

struct Catalogue::Private
{
    explicit Private(store::Store &from) : store(from) {}

    store::Store &store;
    CatalogueLists lists;
    QHash<base::Uuid, std::size_t> organisations;
    QHash<base::Uuid, std::size_t> sites;
    QHash<base::Uuid, std::size_t> groups;
    QHash<base::Uuid, std::size_t> operators;
    QHash<base::Uuid, std::size_t> categories;
    QHash<base::Uuid, QString> paths;

    template <class T>
    static const T *at(const std::vector<T> &list, const QHash<base::Uuid, std::size_t> &places, const base::Uuid &id)
    {
        const auto found = places.constFind(id);
        return found == places.cend() ? nullptr : &list[*found];
    }

    void take(CatalogueLists fresh);
    void makePaths();
};

void Catalogue::Private::take(CatalogueLists fresh)
{
    lists = std::move(fresh);
    categories = placesOf(lists.categories);
    makePaths();
    std::sort(lists.categories.begin(), lists.categories.end(),
              [this](const auto &a, const auto &b) { return paths.value(a.id.value).localeAwareCompare(paths.value(b.id.value)) < 0; });
    organisations = placesOf(lists.organisations);
    sites = placesOf(lists.sites);
    groups = placesOf(lists.groups);
    operators = placesOf(lists.operators);
    categories = placesOf(lists.categories);
}

void Catalogue::Private::makePaths()
{
    paths.clear();
    for (const domain::Category &category : lists.categories) {
        QStringList names{category.name};
        const domain::Category *above = at(lists.categories, categories, category.parent.value);
        for (int depth = 0; above && depth < domain::kDeepestCategory; ++depth) {
            names.prepend(above->name);
            above = at(lists.categories, categories, above->parent.value);
        }
        paths.insert(category.id.value, names.join(QStringLiteral(" › ")));
    }
}

Catalogue::Catalogue(store::Store &store, QObject *parent) : QObject(parent), m_d(std::make_unique<Private>(store))
{
    using store::Entity;
    connect(&store, &store::Store::changed, this, [this](const store::Changes &changes) {
        for (const Entity kind : {Entity::Organisation, Entity::Site, Entity::Group, Entity::Operator, Entity::Category, Entity::Device}) {
            if (changes.touches(kind)) {
                load();
                return;
            }
        }
        if (changes.touches(Entity::Cursor)) {
            lookAtGrants();
        }
    });
}

Catalogue::~Catalogue() = default;

QFuture<Result<>> Catalogue::load()
{
    return base::then(m_d->store.read([](store::Db &db) { return readLists(db); }), this,
                      [this](const Result<CatalogueLists> &fresh) -> Result<> {
                          if (!fresh) {
                              qCWarning(base::lcDesk, "the lists could not be read: %s", qUtf8Printable(fresh.error().message));
                              return tl::unexpected(fresh.error());
                          }
                          m_d->take(*fresh);
                          Q_EMIT changed();
                          return {};
                      });
}

void Catalogue::lookAtGrants()
{
    base::then(m_d->store.read(readServed), this, [this](const Result<std::set<domain::ScopeId>> &served) {
        if (served && *served != m_d->lists.served) {
            m_d->lists.served = *served;
            Q_EMIT changed();
        }
    });
}

std::vector<domain::Organisation> Catalogue::servedOrganisations() const
{
    const CatalogueLists &lists = m_d->lists;
    std::vector<domain::Organisation> out;
    std::copy_if(lists.organisations.begin(), lists.organisations.end(), std::back_inserter(out),
                 [&](const domain::Organisation &one) { return lists.served.empty() || lists.served.contains(domain::scopeOf(one.id)); });
    return out;
}

bool Catalogue::servesRestricted(domain::OrganisationId organisation) const
{
    return !organisation.isNull() && m_d->lists.served.contains(domain::restrictedScopeOf(organisation));
}

const std::vector<domain::Organisation> &Catalogue::organisations() const
{
    return m_d->lists.organisations;
}

const std::vector<domain::Group> &Catalogue::groups() const
{
    return m_d->lists.groups;
}

const std::vector<domain::Operator> &Catalogue::operators() const
{
    return m_d->lists.operators;
}

const std::vector<domain::Category> &Catalogue::categories() const
{
    return m_d->lists.categories;
}

const domain::Organisation *Catalogue::organisation(domain::OrganisationId id) const
{
    return Private::at(m_d->lists.organisations, m_d->organisations, id.value);
}

const domain::Operator *Catalogue::operatorOf(domain::OperatorId id) const
{
    return Private::at(m_d->lists.operators, m_d->operators, id.value);
}

const domain::Site *Catalogue::site(domain::SiteId id) const
{
    return Private::at(m_d->lists.sites, m_d->sites, id.value);
}

std::vector<domain::Site> Catalogue::sites(domain::OrganisationId organisation) const
{
    std::vector<domain::Site> out;
    std::copy_if(m_d->lists.sites.begin(), m_d->lists.sites.end(), std::back_inserter(out),
                 [organisation](const domain::Site &site) { return site.organisation == organisation; });
    return out;
}

QString Catalogue::groupName(domain::GroupId id) const
{
    const auto *group = Private::at(m_d->lists.groups, m_d->groups, id.value);
    return group ? group->name : QString();
}

QString Catalogue::operatorName(domain::OperatorId id) const
{
    const auto *found = operatorOf(id);
    return found ? found->name : QString();
}

QString Catalogue::organisationName(domain::OrganisationId id) const
{
    const auto *found = organisation(id);
    return !found ? QString() : found->shortName.isEmpty() ? found->name : found->shortName;
}

const QString &Catalogue::deviceCode() const
{
    return m_d->lists.deviceCode;
}

QString Catalogue::categoryPath(domain::CategoryId id) const
{
    return m_d->paths.value(id.value);
}

} // namespace comptoir::desk
