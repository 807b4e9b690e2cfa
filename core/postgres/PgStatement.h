// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Connection.h"

#include <string>
#include <vector>

struct pg_result;

namespace comptoir::postgres {

class PgConnection;

/// A statement, prepared at the server at its first step and again after each reconnection. All its rows are read at once.
class PgStatement final : public store::StatementDriver
{
public:
    /// `sql` as forPostgres() gives it; `name` is the server's for it. The connection outlives this.
    PgStatement(PgConnection &connection, std::string name, std::string sql);
    ~PgStatement() override;
    PgStatement(const PgStatement &) = delete;
    PgStatement &operator=(const PgStatement &) = delete;

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
    struct Parameter
    {
        Type type = Type::Null;
        qint64 number = 0;
        std::string own; ///< copied bytes
        std::string_view bytes; ///< what is sent
    };

    Parameter &parameter(int at, Type type);
    void bindBytes(int at, Type type, std::string_view bytes, Keep keep);
    [[nodiscard]] base::Result<> prepare();
    [[nodiscard]] base::Result<> execute();
    [[nodiscard]] std::string_view field(int column) const;

    PgConnection &m_connection;
    std::string m_name;
    std::string m_sql;
    std::vector<Parameter> m_parameters;
    std::vector<unsigned> m_types; ///< of the parameters, as the server takes them
    int m_life = 0; ///< the connection's, in which this was prepared; 0 is none
    pg_result *m_result = nullptr;
    int m_row = -1;
};

} // namespace comptoir::postgres
