// SPDX-License-Identifier: GPL-3.0-or-later
#include "InventoryImport.h"

#include "Db.h"
#include "ImportItemTable.h"
#include "InventoryFile.h"
#include "Person.h"
#include "Rows.h"
#include "SourceFile.h"
#include "Tuning.h"

#include <QDirIterator>
#include <QFileInfo>
#include <QHash>

#include <algorithm>
#include <functional>

namespace comptoir::central {

namespace {

using base::Result;
using domain::Asset;

using StoredAsset = std::optional<store::EntityTable<Asset>::Stored>;

class AssetTaker
{
public:
    AssetTaker(store::Db &db, const domain::Organisation &organisation, bool dryRun, InventoryTotals &totals)
        : m_db(db)
        , m_organisation(organisation)
        , m_scope(domain::scopeOf(organisation.id))
        , m_dryRun(dryRun)
        , m_totals(totals)
        , m_writer(db, m_scope, 64)
    {}

    Result<> load()
    {
        store::Statement query = m_db.prepare("SELECT lower(login), id FROM person WHERE scope IS NOT DISTINCT FROM ? AND login <> ''");
        query.bind(0, m_scope);
        return eachRow(query, [&](const store::Statement &row) { m_people.insert(row.text(0), row.id<domain::PersonId>(1)); });
    }

    Result<> take(const InventoryFile &file)
    {
        const auto stored = known(file);
        if (!stored) {
            return tl::unexpected(stored.error());
        }
        const Asset before = *stored ? (*stored)->entity : begun(file);
        const Asset after = told(file, before);
        if (*stored && after == before) {
            ++m_totals.assets.unchanged;
        } else {
            ++(*stored ? m_totals.assets.changed : m_totals.assets.added);
            if (!m_dryRun) {
                if (auto put = m_writer.put(after); !put) {
                    return tl::unexpected(put.error());
                }
            }
        }
        return m_dryRun ? Result<>() : remember(file, after.id);
    }

private:
    [[nodiscard]] std::vector<base::Uuid> keys(const InventoryFile &file) const
    {
        std::vector<base::Uuid> out;
        const auto add = [&](const char *what, const QString &value) {
            if (!value.isEmpty()) {
                out.push_back(base::Uuid::fromName(QByteArray("inventory:")
                                                       .append(m_organisation.id.value.toText())
                                                       .append(':')
                                                       .append(what)
                                                       .append(':')
                                                       .append(value.toLower().toUtf8())));
            }
        };
        add("deviceid", file.deviceId);
        add("uuid", file.uuid);
        add("serial", file.serial);
        return out;
    }

    Result<StoredAsset> known(const InventoryFile &file)
    {
        for (const base::Uuid &key : keys(file)) {
            const auto item = ImportItemTable::find(m_db, key);
            if (!item) {
                return tl::unexpected(item.error());
            }
            const auto id = *item ? base::Uuid::fromBytes((*item)->digest) : std::nullopt;
            if (!id) {
                continue;
            }
            const auto stored = store::EntityTable<Asset>::find(m_db, *id);
            if (!stored || *stored) {
                return stored;
            }
        }
        return file.serial.isEmpty()
            ? byColumn("WHERE scope IS NOT DISTINCT FROM ? AND name = ? AND name <> ''", file.name)
            : byColumn("WHERE scope IS NOT DISTINCT FROM ? AND serial = ?", file.serial).and_then([&](const StoredAsset &found) {
                  return found ? Result<StoredAsset>(found)
                               : byColumn("WHERE scope IS NOT DISTINCT FROM ? AND name = ? AND name <> ''", file.name);
              });
    }

    Result<StoredAsset> byColumn(const char *tail, const QString &value)
    {
        store::Statement query = m_db.prepare(store::EntityTable<Asset>::select(tail));
        query.bindAll(m_scope, value);
        return store::EntityTable<Asset>::all(query).map(
            [](const auto &rows) { return rows.size() == 1 ? StoredAsset(rows.front()) : StoredAsset(); });
    }

    [[nodiscard]] Asset begun(const InventoryFile &file) const
    {
        Asset out;
        out.id = domain::AssetId::fromName(
            QByteArray("asset:").append(m_organisation.id.value.toText()).append(':').append(file.deviceId.toUtf8()));
        out.scope = m_scope;
        out.organisation = m_organisation.id;
        out.name = file.deviceId;
        return out;
    }

    Asset told(const InventoryFile &file, const Asset &before)
    {
        Asset out = before;
        const auto take = [](const QString &value, QString &field) { field = value.isEmpty() ? field : value; };
        out.kind = file.kind.value_or(out.kind);
        take(file.name, out.name);
        take(file.model, out.model);
        take(file.serial, out.serial);
        take(file.address, out.address);
        take(file.lastLogin, out.lastLogin);
        out.lastLoginMs = file.lastLoginMs > 0 ? file.lastLoginMs : out.lastLoginMs;
        if (file.logins) {
            out.users.list.clear();
            for (const QString &login : *file.logins) {
                const auto found = m_people.constFind(login.section(u'\\', -1).toLower());
                ++(found == m_people.constEnd() ? m_totals.usersUnknown : m_totals.usersMatched);
                if (found != m_people.constEnd()) {
                    out.users.list.push_back(*found);
                }
            }
        }
        if (file.remote) {
            mergeRemote(file.remote->list, out.remote);
        }
        return out;
    }

    /// What the inventory tells of a tool replaces what stood for that tool; tools an administrator wrote down stay.
    static void mergeRemote(const std::vector<domain::RemoteAccess> &told, domain::RemoteAccesses &out)
    {
        for (const auto &one : told) {
            std::erase_if(out.list, [&](const auto &old) { return old.tool == one.tool; });
        }
        out.list.insert(out.list.end(), told.begin(), told.end());
    }

    Result<> remember(const InventoryFile &file, domain::AssetId asset)
    {
        for (const base::Uuid &key : keys(file)) {
            if (auto put = ImportItemTable::put(m_db, {key, asset.value.toBytes(), 0}); !put) {
                return put;
            }
        }
        return {};
    }

    store::Db &m_db;
    const domain::Organisation &m_organisation;
    domain::ScopeId m_scope;
    bool m_dryRun;
    InventoryTotals &m_totals;
    RowWriter m_writer;
    QHash<QString, domain::PersonId> m_people;
};

Result<QStringList> filesOf(const QString &path)
{
    const QFileInfo given(path);
    if (!given.exists()) {
        return base::fail(base::Error::Kind::NotFound, QStringLiteral("%1 is not there").arg(path));
    }
    if (!given.isDir()) {
        return mustBeFile(path).map([&] { return QStringList{path}; });
    }
    QStringList out;
    QDirIterator files(path, {QStringLiteral("*.json")}, QDir::Files | QDir::Readable, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        out += files.next();
    }
    out.sort();
    if (out.isEmpty()) {
        return base::fail(base::Error::Kind::NotFound, QStringLiteral("there is no .json file in %1").arg(path));
    }
    return out;
}

} // namespace

Result<ReadInventory> readInventory(const QString &path, const Progress &progress, ImportReport &report)
{
    const auto files = filesOf(path);
    if (!files) {
        return tl::unexpected(files.error());
    }
    ReadInventory out;
    for (const QString &name : *files) {
        ++out.files;
        auto machine = InventoryFile::read(name);
        if (machine) {
            out.machines.push_back(std::move(*machine));
        } else {
            ++out.refused;
            report.refused.push_back({QFileInfo(name).fileName(), 0, machine.error().message});
        }
        if (!progress(out.files / 2, files->size())) {
            return interrupted();
        }
    }
    std::stable_partition(out.machines.begin(), out.machines.end(), [](const InventoryFile &machine) { return !machine.partial; });
    return out;
}

Result<InventoryTotals> importInventory(store::Store &store, const ReadInventory &inventory, const domain::Organisation &organisation,
                                        bool dryRun, const Progress &progress)
{
    const std::vector<InventoryFile> &machines = inventory.machines;
    InventoryTotals totals;
    totals.files = inventory.files;
    totals.refused = inventory.refused;
    for (std::size_t begin = 0; begin < machines.size(); begin += kImportBatch) {
        const std::size_t end = std::min(begin + kImportBatch, machines.size());
        const std::function<Result<>(store::Db &)> work = [&](store::Db &db) -> Result<> {
            AssetTaker taker(db, organisation, dryRun, totals);
            if (auto loaded = taker.load(); !loaded) {
                return loaded;
            }
            for (std::size_t at = begin; at < end; ++at) {
                if (auto taken = taker.take(machines[at]); !taken) {
                    return taken;
                }
            }
            return {};
        };
        const auto done = dryRun ? inSnapshot(store, work) : inTransaction(store, work);
        if (!done) {
            return tl::unexpected(done.error());
        }
        if (!progress((totals.files + totals.refused + static_cast<qint64>(end)) / 2, totals.files) && end < machines.size()) {
            return interrupted();
        }
    }
    return totals;
}

} // namespace comptoir::central
