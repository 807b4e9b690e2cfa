// SPDX-License-Identifier: GPL-3.0-or-later
#include "OpsBatch.h"

#include "OutboxTable.h"
#include "Planted.h"
#include "SettingTable.h"

namespace comptoir::sync {

namespace {

constexpr qsizetype kEnvelopeBytes = 400; // of one operation around its payload, generously

/// Picks what may go now; what waits keeps everything behind it on the same entity waiting.
class Picking
{
public:
    Picking(store::Db &db, const Tuning &tuning, int most) : m_db(db), m_tuning(tuning), m_most(most) {}

    base::Result<std::vector<store::OutboxRow>> from(std::vector<store::OutboxRow> waiting)
    {
        std::vector<store::OutboxRow> out;
        qsizetype bytes = 0;
        for (store::OutboxRow &row : waiting) {
            m_damaged = m_damaged || row.damaged;
            const auto free = isFree(row);
            if (!free) {
                return tl::unexpected(free.error());
            }
            if (!*free) {
                m_held.insert(row.message.entity);
                continue;
            }
            bytes += row.message.payload.size() * 2 + kEnvelopeBytes; // escaping can double it
            if (!out.empty() && (int(out.size()) >= m_most || bytes > m_tuning.mostOpsBytes)) {
                break;
            }
            m_picked.insert(row.message.id);
            out.push_back(std::move(row));
        }
        return out;
    }

    [[nodiscard]] bool metDamage() const { return m_damaged; }

private:
    base::Result<bool> isFree(const store::OutboxRow &row)
    {
        if (m_held.contains(row.message.entity)) {
            return false;
        }
        for (const domain::OperationId &dep : row.message.deps) {
            if (m_picked.contains(dep)) {
                continue;
            }
            const auto other = store::OutboxTable::find(m_db, dep);
            if (!other) {
                return tl::unexpected(other.error());
            }
            if (*other && (*other)->state == store::OutboxRow::State::Pending) {
                return false;
            }
        }
        return true;
    }

    store::Db &m_db;
    const Tuning &m_tuning;
    int m_most;
    std::set<domain::OperationId> m_picked;
    std::set<domain::EntityId> m_held;
    bool m_damaged = false;
};

} // namespace

base::Result<std::optional<OpsBatch>> OpsBatch::next(store::Db &db, const std::set<domain::ScopeId> &blocked, const Limits &limits,
                                                     const Tuning &tuning, const store::AgeAnchor &now)
{
    const auto scopes = store::OutboxTable::pendingScopes(db);
    const auto device = store::DeviceTable::read(db);
    if (!scopes || !device) {
        return tl::unexpected(scopes ? device.error() : scopes.error());
    }
    for (const domain::ScopeId &scope : *scopes) {
        if (blocked.contains(scope)) {
            continue;
        }
        const auto limit = limits.find(scope);
        Picking picking(db, tuning, limit == limits.end() ? tuning.mostOps : limit->second);
        auto picked = store::OutboxTable::pendingIn(db, scope, tuning.mostLookedAt).and_then([&](auto waiting) {
            if (base::isPlanted(base::Plant::LastFirst)) {
                std::reverse(waiting.begin(), waiting.end());
            }
            return picking.from(std::move(waiting));
        });
        if (!picked) {
            return tl::unexpected(picked.error());
        }
        if (picking.metDamage()) {
            return std::optional(OpsBatch{scope, {}, {}, true});
        }
        if (picked->empty()) {
            continue;
        }
        OpsBatch batch{scope, {}, {}, false};
        wire::OpsRequest request;
        request.epoch = device->epoch;
        request.device = device->id;
        request.clockMs = std::max<qint64>(now.wallMs, 0);
        for (store::OutboxRow &row : *picked) {
            row.message.ageMs = row.made.ageMs(now);
            batch.ops.push_back(row.message.id);
            request.ops.push_back(std::move(row.message));
        }
        batch.body = request.encode();
        return std::optional(std::move(batch));
    }
    return std::optional<OpsBatch>();
}

} // namespace comptoir::sync
