// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Result.h"

namespace comptoir::postgres {

/// Where a database of PostgreSQL's is and who asks for it.
struct PgAddress
{
    QString host; ///< a name, an address, or the folder of a unix socket; empty leaves it to libpq
    int port = -1;
    QString database;
    QString user;
    QString password; ///< empty leaves it to libpq: PGPASSFILE, ~/.pgpass
    QString options; ///< libpq's further keywords, `;` between them

    /// Whether a text is meant as such an address: `postgres://…` or `postgresql://…`.
    [[nodiscard]] static bool isOne(const QString &uri);
    /// Reads `postgres://user@host:port/database?sslmode=…`; `host` in the query names a socket's folder. Invalid where it is none, and where
    /// it bears a password: a command line is open to every user of the machine.
    [[nodiscard]] static base::Result<PgAddress> fromUri(const QString &uri);
    /// Without the password, for messages.
    [[nodiscard]] QString shown() const;
};

} // namespace comptoir::postgres
