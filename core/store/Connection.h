// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Result.h"

#include <memory>
#include <string_view>

namespace comptoir::store {

/// One prepared statement of a database, behind Statement. Positions of parameters and columns start at 0.
/// Binding after a step begins the statement anew, its other bindings kept.
class StatementDriver
{
public:
    enum class Keep {
        Copy, ///< the bytes are copied
        Borrow, ///< the bytes live until the step
    };
    enum class Type { Null, Integer, Text, Blob };

    virtual ~StatementDriver() = default;

    virtual void bindInteger(int at, qint64 value) = 0;
    virtual void bindText(int at, std::string_view utf8, Keep keep) = 0;
    virtual void bindBlob(int at, std::string_view bytes, Keep keep) = 0;
    virtual void bindNull(int at) = 0;
    /// True while there is a row to read.
    [[nodiscard]] virtual base::Result<bool> step() = 0;
    /// Back to the beginning; the bindings stay.
    virtual void reset() = 0;
    /// Back to the beginning, without bindings: for whoever takes it next.
    virtual void clear() = 0;

    [[nodiscard]] virtual int columnCount() const = 0;
    [[nodiscard]] virtual Type type(int column) const = 0;
    [[nodiscard]] virtual qint64 integer(int column) const = 0;
    /// The bytes of a text or a blob, empty for NULL; valid until the next step.
    [[nodiscard]] virtual std::string_view text(int column) const = 0;
    [[nodiscard]] virtual std::string_view blob(int column) const = 0;
};

/// How far Migrations have brought a database.
struct Schema
{
    int version = 0; ///< 0 for an empty one
    int usableFrom = 0; ///< the oldest schema whose programs may work on it
};

/// One connection to a database, behind Db, which keeps to the rules that are the same for every database: what runs when, and that
/// nothing runs after a failure. Errors: Full, Corrupt, Busy (locked, or away: try later), Invalid (a constraint), Io.
class Connection
{
public:
    virtual ~Connection() = default;

    [[nodiscard]] virtual base::Result<std::unique_ptr<StatementDriver>> prepare(std::string_view sql) = 0;
    /// Runs statements separated by semicolons, without parameters.
    [[nodiscard]] virtual base::Result<> run(std::string_view script) = 0;

    [[nodiscard]] virtual base::Result<> begin() = 0;
    [[nodiscard]] virtual base::Result<> commit() = 0;
    /// Ends the open transaction, where there is one.
    virtual void rollback() = 0;
    /// Whether a transaction is open: false inside one that the database has ended by itself.
    [[nodiscard]] virtual bool isInTransaction() const = 0;

    [[nodiscard]] virtual qint64 changedRows() const = 0;
    /// The INTEGER PRIMARY KEY the last INSERT gave; 0 for a database that does not tell.
    [[nodiscard]] virtual qint64 lastRow() const = 0;
    [[nodiscard]] virtual base::Result<Schema> schema() = 0;
    [[nodiscard]] virtual base::Result<> setSchema(const Schema &schema) = 0;

    /// Corrupt, in the database's words, where its own check finds damage.
    [[nodiscard]] virtual base::Result<> quickCheck() { return {}; }
    /// Brings what is committed into the database file proper.
    [[nodiscard]] virtual base::Result<> checkpoint() { return {}; }
    /// What makes a row of an entity's table one of its kind, for ON CONFLICT: `id`, or with the scope where that is the key of distribution.
    [[nodiscard]] virtual std::string_view entityKey() const { return "id"; }
    /// Whether others write at the same time: then what is read to be written again has to be locked first.
    [[nodiscard]] virtual bool isShared() const { return false; }
    /// A transaction begins as the service's own: sign-in, imports, sweeping. From here on it works for an operator, to a database that lets
    /// through what that operator may see and nothing else.
    [[nodiscard]] virtual base::Result<> workFor(std::string_view operatorId)
    {
        static_cast<void>(operatorId);
        return {};
    }
};

} // namespace comptoir::store
