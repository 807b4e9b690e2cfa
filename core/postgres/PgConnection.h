// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Db.h"
#include "PgAddress.h"

#include <chrono>

struct pg_conn;
struct pg_result;

namespace comptoir::postgres {

/// One connection to PostgreSQL, opened through QSql; statements run on its PGconn. A connection that was lost comes back by itself at the
/// next begin(), at most once in each of a growing time; until then begin() says Busy at once. A transaction it was lost in fails.
class PgConnection final : public store::Connection
{
public:
    [[nodiscard]] static base::Result<std::unique_ptr<PgConnection>> open(const PgAddress &address, store::Db::Mode mode);
    ~PgConnection() override;
    PgConnection(const PgConnection &) = delete;
    PgConnection &operator=(const PgConnection &) = delete;

    [[nodiscard]] base::Result<std::unique_ptr<store::StatementDriver>> prepare(std::string_view sql) override;
    [[nodiscard]] base::Result<> run(std::string_view script) override;
    [[nodiscard]] base::Result<> begin() override;
    [[nodiscard]] base::Result<> commit() override;
    void rollback() override;
    [[nodiscard]] bool isInTransaction() const override;
    [[nodiscard]] qint64 changedRows() const override { return m_changed; }
    [[nodiscard]] qint64 lastRow() const override { return 0; }
    [[nodiscard]] base::Result<store::Schema> schema() override;
    [[nodiscard]] base::Result<> setSchema(const store::Schema &schema) override;
    [[nodiscard]] std::string_view entityKey() const override { return "id,scope"; }
    [[nodiscard]] bool isShared() const override { return true; }
    [[nodiscard]] base::Result<> workFor(std::string_view operatorId) override;

    [[nodiscard]] pg_conn *handle() const { return m_handle; }
    /// Which connection to the server this is; statements prepared in another are gone.
    [[nodiscard]] int life() const { return m_life; }
    /// Takes note of how many rows a statement has changed.
    void executed(const pg_result *result);
    /// The first field of the first row of `sql`, as text; empty where there is none.
    [[nodiscard]] base::Result<QByteArray> single(const char *sql);

private:
    PgConnection(QString name, store::Db::Mode mode);
    [[nodiscard]] base::Result<> setUp();
    [[nodiscard]] base::Result<> connectAgain();

    QString m_name; ///< QSql's name of it
    store::Db::Mode m_mode;
    pg_conn *m_handle = nullptr;
    int m_life = 1;
    int m_statements = 0;
    int m_knownReturns = 0;
    qint64 m_changed = 0;
    std::chrono::milliseconds m_wait{0}; ///< before the next try to connect
    std::chrono::steady_clock::time_point m_tried;
};

} // namespace comptoir::postgres
