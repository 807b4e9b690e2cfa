// SPDX-License-Identifier: GPL-3.0-or-later
#include "OpBatch.h"

namespace comptoir::central {

using base::Result;

Result<> OpBatch::fetch(const std::set<domain::OperationId> &ids)
{
    return OpTable::findAll(m_db, {ids.begin(), ids.end()}).map([&](std::vector<OpTable::Row> rows) {
        for (OpTable::Row &row : rows) {
            const domain::OperationId id = row.verdict.id;
            m_known.try_emplace(id, std::move(row));
        }
        for (const domain::OperationId &id : ids) {
            m_known.try_emplace(id);
        }
    });
}

Result<std::optional<OpTable::Row>> OpBatch::find(domain::OperationId id)
{
    if (const auto there = m_known.find(id); there != m_known.end()) {
        return there->second;
    }
    return OpTable::find(m_db, id).map([&](std::optional<OpTable::Row> row) { return m_known[id] = std::move(row); });
}

void OpBatch::put(const OpTable::Row &row)
{
    m_known[row.verdict.id] = row;
    m_new.insert(row.verdict.id);
}

Result<> OpBatch::write()
{
    std::vector<const OpTable::Row *> rows;
    for (const domain::OperationId &id : m_new) {
        rows.push_back(&*m_known.at(id));
    }
    m_new.clear();
    return OpTable::putAll(m_db, rows);
}

} // namespace comptoir::central
