// SPDX-License-Identifier: GPL-3.0-or-later
#include "Repair.h"

namespace comptoir::store {

base::Result<OpenedDb> openChecked(const Store::Config &config, const Migrations &migrations, bool unclean)
{
    auto db = Db::open(config.path, Db::Mode::Write, config.durability);
    if (!db) {
        return tl::unexpected(db.error());
    }
    if (unclean) {
        if (auto sound = (*db)->quickCheck(); !sound) {
            return tl::unexpected(sound.error());
        }
    }
    if (auto migrated = migrations.apply(**db); !migrated) {
        return tl::unexpected(migrated.error());
    }
    return OpenedDb{std::move(*db), false};
}

} // namespace comptoir::store
