// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Db.h"

struct sqlite3;

namespace comptoir::store {

/// SQLite, opened through QSql; statements run on its handle. Pragmas: WAL, foreign_keys, trusted_schema=OFF, secure_delete, defensive; the
/// reader's is read-only.
class SqliteConnection final : public Connection
{
public:
    [[nodiscard]] static base::Result<std::unique_ptr<SqliteConnection>> open(const QString &path, Db::Mode mode,
                                                                              Db::Durability durability);
    ~SqliteConnection() override;
    SqliteConnection(const SqliteConnection &) = delete;
    SqliteConnection &operator=(const SqliteConnection &) = delete;

    [[nodiscard]] base::Result<std::unique_ptr<StatementDriver>> prepare(std::string_view sql) override;
    [[nodiscard]] base::Result<> run(std::string_view script) override;
    [[nodiscard]] base::Result<> begin() override;
    [[nodiscard]] base::Result<> commit() override;
    void rollback() override;
    [[nodiscard]] bool isInTransaction() const override;
    [[nodiscard]] qint64 changedRows() const override;
    [[nodiscard]] qint64 lastRow() const override;
    [[nodiscard]] base::Result<Schema> schema() override;
    [[nodiscard]] base::Result<> setSchema(const Schema &schema) override;
    [[nodiscard]] base::Result<> quickCheck() override;
    [[nodiscard]] base::Result<> checkpoint() override;

private:
    SqliteConnection(QString name, Db::Mode mode);
    [[nodiscard]] base::Result<> setUp(Db::Durability durability);
    [[nodiscard]] base::Result<int> number(std::string_view pragma);
    [[nodiscard]] base::Error errorOf(int rc) const;

    QString m_name; ///< QSql's name of it
    Db::Mode m_mode;
    sqlite3 *m_handle = nullptr;
};

} // namespace comptoir::store
