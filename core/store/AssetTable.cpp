// SPDX-License-Identifier: GPL-3.0-or-later
#include "AssetTable.h"

#include "Entities.h"

namespace comptoir::store {

namespace {

using domain::Asset;

std::string_view usersOf(const RowCells<Asset> &cells)
{
    const wire::RawCell &cell = cells[fieldAt<Asset>("users")];
    return cell.type == wire::RawCell::Text ? cell.text : std::string_view();
}

} // namespace

AssetUpkeep::AssetUpkeep(Db &db)
    : m_add(db.prepare("INSERT INTO asset_user(person,asset) VALUES(?,?) ON CONFLICT DO NOTHING"))
    , m_remove(db.prepare("DELETE FROM asset_user WHERE person=? AND asset=?"))
{}

base::Result<> AssetUpkeep::forEachUser(Statement &change, const base::Uuid &asset, std::string_view users)
{
    if (users.empty()) {
        return {};
    }
    const auto list = domain::IdList<domain::PersonId>::fromText(QString::fromUtf8(users.data(), static_cast<qsizetype>(users.size())));
    for (const domain::PersonId &user : list ? list->list : std::vector<domain::PersonId>{}) {
        if (auto done = change.bind(0, user).bindInPlace(1, asset).run(); !done) {
            return done;
        }
    }
    return {};
}

base::Result<> AssetUpkeep::inserted(qint64, const RowCells<Asset> &cells)
{
    return forEachUser(m_add, cells[fieldAt<Asset>("id")].id, usersOf(cells));
}

base::Result<> AssetUpkeep::replacing(qint64, const Statement &old, int first, const RowCells<Asset> &cells)
{
    const std::string_view before = old.view(first);
    if (before == usersOf(cells)) {
        return {};
    }
    const base::Uuid &id = cells[fieldAt<Asset>("id")].id;
    return forEachUser(m_remove, id, before).and_then([&] { return forEachUser(m_add, id, usersOf(cells)); });
}

base::Result<> AssetUpkeep::removing(qint64, const base::Uuid &id, const Statement &old, int first)
{
    return forEachUser(m_remove, id, old.view(first));
}

base::Result<> AssetTable::put(Db &db, const Asset &asset, qint64 seq)
{
    return AssetWriter(db).put(asset, seq);
}

base::Result<> AssetTable::remove(Db &db, const base::Uuid &id)
{
    return AssetWriter(db).remove(id);
}

base::Result<std::vector<Asset>> AssetTable::usedBy(Db &db, domain::PersonId person)
{
    static const std::string sql = select("WHERE id IN (SELECT asset FROM asset_user WHERE person=?) LIMIT 50");
    Statement query = db.prepare(sql);
    query.bind(0, person);
    return entitiesOf<Asset>(query).map([person](std::vector<Asset> found) {
        const auto rank = [person](const Asset &asset) {
            const bool main = !asset.users.list.empty() && asset.users.list.front() == person;
            return (asset.kind == domain::AssetKind::Workstation ? 0 : 2) + (main ? 0 : 1);
        };
        std::stable_sort(found.begin(), found.end(), [&](const Asset &a, const Asset &b) { return rank(a) < rank(b); });
        return found;
    });
}

base::Result<std::vector<Asset>> AssetTable::lastUsedBy(Db &db, const QString &login)
{
    static const std::string sql = select("WHERE last_login=? AND last_login<>'' ORDER BY last_login_ms DESC LIMIT 20");
    Statement query = db.prepare(sql);
    query.bind(0, login);
    return entitiesOf<Asset>(query);
}

} // namespace comptoir::store
