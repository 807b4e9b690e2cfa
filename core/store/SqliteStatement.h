// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Connection.h"

struct sqlite3;
struct sqlite3_stmt;

namespace comptoir::store {

/// The error of SQLite's result code `rc`, in the words of the project.
[[nodiscard]] base::Error sqliteError(sqlite3 *handle, int rc);

/// A statement of SQLite's.
class SqliteStatement final : public StatementDriver
{
public:
    explicit SqliteStatement(sqlite3_stmt *statement) : m_statement(statement) {}
    ~SqliteStatement() override;
    SqliteStatement(const SqliteStatement &) = delete;
    SqliteStatement &operator=(const SqliteStatement &) = delete;

    void bindInteger(int at, qint64 value) override;
    void bindText(int at, std::string_view utf8, Keep keep) override;
    void bindBlob(int at, std::string_view bytes, Keep keep) override;
    void bindNull(int at) override;
    [[nodiscard]] base::Result<bool> step() override;
    void reset() override;
    void clear() override;
    [[nodiscard]] int columnCount() const override;
    [[nodiscard]] Type type(int column) const override;
    [[nodiscard]] qint64 integer(int column) const override;
    [[nodiscard]] std::string_view text(int column) const override;
    [[nodiscard]] std::string_view blob(int column) const override;

private:
    sqlite3_stmt *m_statement;
    bool m_stepped = false;
};

} // namespace comptoir::store
