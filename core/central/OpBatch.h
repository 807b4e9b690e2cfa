// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "OpTable.h"

#include <map>
#include <set>

namespace comptoir::central {

/// The operations that one transaction looks up and keeps: read together, written together at its end.
class OpBatch
{
public:
    explicit OpBatch(store::Db &db) : m_db(db) {}

    /// Looks operations up ahead, in few statements.
    [[nodiscard]] base::Result<> fetch(const std::set<domain::OperationId> &ids);
    /// As OpTable::find(), with those put so far.
    [[nodiscard]] base::Result<std::optional<OpTable::Row>> find(domain::OperationId id);
    void put(const OpTable::Row &row);
    /// Writes all that were put since the last time. An Error means that the transaction cannot go on.
    [[nodiscard]] base::Result<> write();

private:
    store::Db &m_db;
    std::map<domain::OperationId, std::optional<OpTable::Row>> m_known;
    std::set<domain::OperationId> m_new;
};

} // namespace comptoir::central
