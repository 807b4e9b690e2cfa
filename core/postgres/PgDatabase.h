// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "PgAddress.h"
#include "Store.h"

namespace comptoir::postgres {

/// A database of PostgreSQL's as the store of a service. Several services may work on it at once.
class PgDatabase final : public store::Backend
{
public:
    /// What a database needs that may have been gone back to an earlier state.
    using Renew = std::function<base::Result<>(store::Db &)>;

    /// `migrations`: resource folder of numbered SQL files.
    PgDatabase(PgAddress address, QString migrations, Renew renew = {})
        : m_address(std::move(address))
        , m_migrations(std::move(migrations))
        , m_renew(std::move(renew))
    {}

    /// Brings the schema to the newest version, under a lock, so that of several services that start at once one does it. Forbidden, saying
    /// what to do, where the role may not and it is behind; Busy where the database cannot be reached.
    [[nodiscard]] base::Result<> prepare() override;
    [[nodiscard]] base::Result<std::unique_ptr<store::Db>> connect(store::Db::Mode mode) override;
    [[nodiscard]] int most(store::Db::Mode mode) const override;

    /// Begins a new life of the database where the server is not the one it was (another system id: a restored copy) or follows another
    /// timeline (a stand-by took over, or the server was brought back to an earlier moment). Whether it did.
    [[nodiscard]] base::Result<bool> checkLife(store::Db &db) const;
    /// Lets another role, that of the services, do with the rows what they need to, and nothing with the schema.
    [[nodiscard]] base::Result<> permit(const QString &role) const;
    /// Tells the services on this database something (PgPeers), from a process that is none of them.
    void tell(const std::vector<QByteArray> &notices) const;
    [[nodiscard]] const PgAddress &address() const { return m_address; }

private:
    [[nodiscard]] base::Result<> migrate(store::Db &db, bool mayChange) const;
    PgAddress m_address;
    QString m_migrations;
    Renew m_renew;
};

} // namespace comptoir::postgres
