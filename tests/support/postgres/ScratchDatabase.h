// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "PgDatabase.h"

namespace comptoir::tests {

/// A database of its own on the server that COMPTOIR_TEST_DATABASE names (postgres_server.py starts one), with the newest schema; dropped
/// with this object, which outlives every connection to it.
class ScratchDatabase
{
public:
    /// Whether there is such a server.
    [[nodiscard]] static bool isThere();

    enum class Schema { Newest, None };
    explicit ScratchDatabase(Schema schema = Schema::Newest);
    ~ScratchDatabase();
    ScratchDatabase(const ScratchDatabase &) = delete;
    ScratchDatabase &operator=(const ScratchDatabase &) = delete;

    [[nodiscard]] postgres::PgAddress address() const;
    [[nodiscard]] std::shared_ptr<postgres::PgDatabase> backend() const;
    [[nodiscard]] static QString migrations() { return QStringLiteral(":/sql/central-postgres"); }

private:
    QString m_name;
};

} // namespace comptoir::tests
