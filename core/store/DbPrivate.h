// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Db.h"

#include <sqlite3.h>

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
    using Idle = std::unordered_map<std::string, std::vector<sqlite3_stmt *>, TextHash, std::equal_to<>>;

    QString connection; ///< QSql's name of it
    sqlite3 *handle = nullptr;
    Mode mode = Mode::Write;
    Idle idle;
    bool inTransaction = false;
    bool sawDamage = false;
    /// The first failure of the open transaction: nothing more runs in it until it is undone.
    std::optional<base::Error> failed;
    Changes changes;

    /// The error of result code `rc`, in the words of the project; remembered as the transaction's failure.
    base::Error fail(int rc);
    /// SQLite rolls a transaction back by itself when the disk is full or broken.
    [[nodiscard]] bool lost() const { return inTransaction && sqlite3_get_autocommit(handle) != 0; }
};

/// One statement in use.
struct Statement::Handle
{
    Db::Private *db = nullptr;
    sqlite3_stmt *statement = nullptr;
    std::vector<sqlite3_stmt *> *home = nullptr; ///< where it goes back to
    std::optional<base::Error> error; ///< did not compile
    bool stepped = false;

    /// SQLite refuses to bind a statement that has run and was not reset.
    void readyToBind()
    {
        if (stepped) {
            sqlite3_reset(statement);
            stepped = false;
        }
    }
};

} // namespace comptoir::store
