// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Db.h"

#include <optional>

namespace comptoir::central {

/// What imports have taken in, by the id of the row they made.
class ImportItemTable
{
public:
    struct Row
    {
        base::Uuid id;
        QByteArray digest; ///< of the source
        qint64 seq = 0; ///< the row's as the import wrote it; another one now means that the desk has changed it since
    };

    [[nodiscard]] static base::Result<std::optional<Row>> find(store::Db &db, const base::Uuid &id);
    [[nodiscard]] static base::Result<> put(store::Db &db, const Row &row);
    [[nodiscard]] static base::Result<> remove(store::Db &db, const base::Uuid &id);
};

} // namespace comptoir::central
