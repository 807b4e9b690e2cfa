// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "NumberRule.h"
#include "OpBatch.h"
#include "OpsReads.h"
#include "PendingRows.h"
#include "SessionTable.h"

namespace comptoir::central {

/// Takes one batch of operations in, in the order they were sent: begin(), accept() for each, finish(). Lives inside one Store::write. What the
/// operations read is read once, what they write is written together by finish(); none of it is there before the commit, and any failure
/// is one of the whole batch.
class OpsAcceptance
{
public:
    /// `consoleMs` is the clock of the console as it tells it; 0 = it does not.
    OpsAcceptance(store::Db &db, const Session &session, qint64 nowMs, qint64 consoleMs)
        : m_db(db)
        , m_session(session)
        , m_nowMs(nowMs)
        , m_consoleMs(consoleMs)
        , m_reads(db, session.operatorId)
        , m_ops(db)
        , m_rows(db)
        , m_numbers(db, session.device)
    {}

    /// Holds the counters of the batch's scopes, those that are granted, in the order of their ids; then reads ahead what most operations
    /// of the batch will ask for. An Error means that the transaction cannot go on; so with the two below.
    [[nodiscard]] base::Result<> begin(const std::vector<wire::OpMessage> &ops);
    /// The verdict on one operation, kept with its effect.
    [[nodiscard]] base::Result<wire::Verdict> accept(const wire::OpMessage &message);
    /// Writes all verdicts and their effects.
    [[nodiscard]] base::Result<> finish();
    /// Whether accept failed because an operation would have been refused for its date alone, and the two clocks do not agree what date it
    /// is: ours may be the wrong one, and a verdict stands for ever.
    [[nodiscard]] bool isDateInDoubt() const { return m_dateInDoubt; }
    /// The scopes written in so far and their newest seq.
    [[nodiscard]] const std::map<domain::ScopeId, qint64> &moved() const { return m_moved; }

private:
    /// Dated so that its verdict would be forgotten in its time: neither ahead nor past the horizon, nor without a time.
    [[nodiscard]] bool isDatedWell(domain::OperationId id) const;
    [[nodiscard]] base::Result<wire::Verdict> forbidden(const wire::OpMessage &message);
    [[nodiscard]] base::Result<wire::Verdict> known(const OpTable::Row &row, const wire::OpMessage &message);
    [[nodiscard]] base::Result<wire::Verdict> judge(const wire::OpMessage &message);
    /// What is wrong with the operations it depends on; empty where they all stand. One in a scope that is not granted is as if it were never
    /// received.
    [[nodiscard]] base::Result<QString> lackingOf(const wire::OpMessage &message);
    /// An operation on somebody who was erased.
    [[nodiscard]] base::Result<wire::Verdict> without(const wire::OpMessage &message);
    [[nodiscard]] base::Result<wire::Verdict> perform(const wire::OpMessage &message, const domain::Operation &op);
    /// Notes the number of a ticket that was opened: a refused one leaves the device's counter alone.
    [[nodiscard]] base::Result<wire::Verdict> opened(const domain::Operation &op, base::Result<wire::Verdict> verdict);
    /// Too far ahead or too old: a verdict where the clocks agree.
    [[nodiscard]] base::Result<wire::Verdict> misdated(const wire::OpMessage &message, wire::VerdictCode code,
                                                       const domain::Refusal &refusal);
    template <class T>
    [[nodiscard]] base::Result<wire::Verdict> reduce(const wire::OpMessage &message, const domain::Operation &op);
    /// What the operation is about, as it stands; a ticket that was put away comes back first.
    template <class T>
    [[nodiscard]] base::Result<std::optional<typename store::EntityTable<T>::Stored>> atHand(const domain::Operation &op);
    [[nodiscard]] base::Result<> bringParentBack(const std::optional<domain::Ticket> &before, const domain::Ticket &after);
    [[nodiscard]] base::Result<> bringBack(domain::ScopeId scope, domain::TicketId ticket);
    [[nodiscard]] base::Result<wire::Verdict> refuse(const wire::OpMessage &message, wire::VerdictCode code,
                                                     const domain::Refusal &refusal);
    [[nodiscard]] base::Result<wire::Verdict> settle(const wire::OpMessage &message, wire::Verdict verdict);
    [[nodiscard]] base::Result<domain::ApplyContext> contextOf(const wire::OpMessage &message);
    [[nodiscard]] qint64 ageOf(const wire::OpMessage &message) const;
    /// As reduction::scopeOf, with what the batch has written so far.
    [[nodiscard]] base::Result<std::optional<domain::ScopeId>> scopeOf(const domain::Reference &reference);

    store::Db &m_db;
    const Session &m_session;
    qint64 m_nowMs;
    qint64 m_consoleMs;
    bool m_dateInDoubt = false;
    OpsReads m_reads;
    OpBatch m_ops;
    PendingRows m_rows;
    NumberRule m_numbers;
    std::map<domain::ScopeId, qint64> m_moved;
};

} // namespace comptoir::central
