// SPDX-License-Identifier: GPL-3.0-or-later
#include "Repair.h"

#include "Log.h"
#include "Salvage.h"

namespace comptoir::store {

namespace {

base::Result<std::unique_ptr<Db>> openSound(const Store::Config &config, const Migrations &migrations, bool unclean)
{
    auto db = Db::open(config.path, Db::Mode::Write, config.durability);
    if (!db) {
        return db;
    }
    auto ready = (unclean ? (*db)->quickCheck() : base::Result<>()).and_then([&] { return migrations.apply(**db); });
    if (!ready) {
        return tl::unexpected(ready.error());
    }
    return db;
}

} // namespace

base::Result<OpenedDb> openChecked(const Store::Config &config, const Migrations &migrations, bool unclean)
{
    auto db = openSound(config, migrations, unclean);
    if (db) {
        return OpenedDb{std::move(*db), false};
    }
    if (db.error().kind != base::Error::Kind::Corrupt || config.onDamage == Store::OnDamage::Refuse) {
        return tl::unexpected(db.error());
    }
    qCCritical(base::lcStore) << "the database is damaged and is built anew:" << db.error().message;
    const auto aside = moveAside(config.path);
    if (!aside) {
        return tl::unexpected(aside.error());
    }
    db = openSound(config, migrations, false);
    if (!db) {
        return tl::unexpected(db.error());
    }
    const auto saved = salvage(**db, *aside);
    if (!saved) {
        return tl::unexpected(saved.error());
    }
    qCWarning(base::lcStore) << "saved from the damaged database:" << *saved << "rows; the file is kept as" << *aside;
    return OpenedDb{std::move(*db), true};
}

} // namespace comptoir::store
