// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Db.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace comptoir::store {

/// What a connection holds; seen by Db.cpp and Statement.cpp only.
struct Db::Private
{
    /// Looks the cache up by a view, without a copy of the text.
    struct TextHash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>{}(text); }
    };
    using Idle = std::unordered_map<std::string, std::vector<std::unique_ptr<StatementDriver>>, TextHash, std::equal_to<>>;

    std::unique_ptr<Connection> connection; ///< outlives the statements below
    Idle idle;
    bool inTransaction = false;
    bool sawDamage = false;
    bool wordsSuspected = false;
    /// The first failure of the open transaction: nothing more runs in it until it is undone.
    std::optional<base::Error> failed;
    Changes changes;

    /// Remembers the error as the transaction's failure, and hands it on.
    base::Error note(base::Error error);
    base::Result<> noted(base::Result<> done);
    /// SQLite rolls a transaction back by itself when the disk is full or broken; another database is gone with its connection.
    [[nodiscard]] bool lost() const { return inTransaction && !connection->isInTransaction(); }
};

/// One statement in use.
struct Statement::Handle
{
    Db::Private *db = nullptr;
    std::unique_ptr<StatementDriver> driver; ///< none where it did not compile
    std::vector<std::unique_ptr<StatementDriver>> *home = nullptr; ///< where it goes back to
    std::optional<base::Error> error; ///< did not compile
};

} // namespace comptoir::store
