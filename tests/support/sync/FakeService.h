// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Answering.h"
#include "ChangesMessages.h"

#include <map>
#include <set>

namespace comptoir::tests {

/// The service as the protocol describes it, in memory: the same reducer, one seq per row and verdict, state-based pages.
class FakeService final : public Answering
{
public:
    using ScopeId = domain::ScopeId;

    explicit FakeService(const std::vector<ScopeId> &scopes);

    void grant(domain::DeviceId device, ScopeId scope);
    void revoke(domain::DeviceId device, ScopeId scope);
    [[nodiscard]] base::Result<sync::Response> answer(const sync::Request &request, domain::DeviceId device, qint64 nowMs) override;

    /// Everything up to here may be restored; consoles may forget older operations.
    void backUp();
    /// Goes back to the last backup: another life of the database.
    void restore();
    /// Goes back to it and does not say so.
    void goBack() { m_state = m_backup; }

    int pageRows = 1000; ///< rows of one answer
    int failWith = 0; ///< answers every push with this status
    int failPullWith = 0; ///< answers every pull with this status
    domain::OperationId poison; ///< a batch that holds it is answered 500, or `poisonStatus`
    int poisonStatus = 500;
    int opsRequests = 0;
    base::Uuid hidden; ///< a ticket whose row no page brings, though the digest counts it
    int pullsFromZero = 0; ///< pages that began a scope

    struct TicketRow
    {
        domain::Ticket ticket;
        qint64 seq = 0;
    };
    struct EntryRow
    {
        domain::TimelineEntry entry;
        qint64 seq = 0;
    };
    struct Judged
    {
        wire::Verdict verdict;
        QByteArray hash;
        domain::DeviceId device;
    };
    struct Scope
    {
        qint64 seq = 0;
        qint64 backupSeq = 0;
    };
    /// What a backup holds.
    struct State
    {
        std::map<ScopeId, Scope> scopes;
        std::map<base::Uuid, TicketRow> tickets;
        std::map<base::Uuid, EntryRow> timeline;
        std::map<domain::OperationId, Judged> ops;
        std::map<base::Uuid, std::pair<ScopeId, qint64>> gone; ///< tickets that were put away, and where that stands
    };
    [[nodiscard]] const State &state() const { return m_state; }
    [[nodiscard]] bool isGranted(domain::DeviceId device, ScopeId scope) const { return m_granted.contains({device, scope}); }
    [[nodiscard]] QByteArray epoch() const { return "epoch-" + QByteArray::number(m_epoch); }
    /// Writes a ticket as another console would: under a fresh seq.
    void put(const domain::Ticket &ticket);
    /// The ticket leaves the feed with its history; an operation on it brings it back, all of it under new seqs.
    void putAway(domain::TicketId ticket);

private:
    [[nodiscard]] sync::Response takeOps(const sync::Request &request, domain::DeviceId device, qint64 nowMs);
    [[nodiscard]] sync::Response changes(const sync::Request &request, domain::DeviceId device);
    [[nodiscard]] wire::Verdict judge(const wire::OpMessage &op, domain::DeviceId device, qint64 nowMs);
    void bringBack(const base::Uuid &ticket);
    [[nodiscard]] bool isAway(const base::Uuid &ticket) const { return m_state.gone.contains(ticket); }
    [[nodiscard]] QByteArray digest(ScopeId scope) const;
    [[nodiscard]] QByteArray page(ScopeId scope, qint64 generation, qint64 from, domain::DeviceId device);

    State m_state;
    State m_backup;
    std::set<std::pair<domain::DeviceId, ScopeId>> m_granted;
    std::map<std::pair<domain::DeviceId, ScopeId>, qint64> m_generation;
    int m_epoch = 1;
};

} // namespace comptoir::tests
