// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "OpTable.h"
#include "SessionTable.h"

#include <map>

namespace comptoir::central {

/// Takes one batch of operations in, in the order they were sent. Lives inside one Store::write: on SQLite that transaction holds the
/// lock of all scopes, so their order of locking does not matter here.
class OpsAcceptance
{
public:
    OpsAcceptance(store::Db &db, const Session &session, qint64 nowMs) : m_db(db), m_session(session), m_nowMs(nowMs) {}

    /// The verdict on one operation, stored with its effect. An Error means that the transaction cannot go on.
    [[nodiscard]] base::Result<wire::Verdict> accept(const wire::OpMessage &message);
    /// The scopes written in so far and their newest seq.
    [[nodiscard]] const std::map<domain::ScopeId, qint64> &moved() const { return m_moved; }

private:
    [[nodiscard]] base::Result<wire::Verdict> forbidden(const wire::OpMessage &message);
    [[nodiscard]] base::Result<wire::Verdict> known(const OpTable::Row &row, const wire::OpMessage &message);
    [[nodiscard]] base::Result<wire::Verdict> judge(const wire::OpMessage &message);
    [[nodiscard]] base::Result<wire::Verdict> perform(const wire::OpMessage &message, const domain::Operation &op);
    /// Notes the number of a ticket that was opened: a refused one leaves the device's counter alone.
    [[nodiscard]] base::Result<wire::Verdict> opened(const domain::Operation &op, base::Result<wire::Verdict> verdict);
    template <class T>
    [[nodiscard]] base::Result<wire::Verdict> reduce(const wire::OpMessage &message, const domain::Operation &op);
    [[nodiscard]] base::Result<wire::Verdict> refuse(const wire::OpMessage &message, wire::VerdictCode code,
                                                     const domain::Refusal &refusal);
    [[nodiscard]] base::Result<wire::Verdict> settle(const wire::OpMessage &message, wire::Verdict verdict);
    [[nodiscard]] base::Result<domain::ApplyContext> contextOf(const wire::OpMessage &message);
    [[nodiscard]] qint64 ageOf(const wire::OpMessage &message) const;

    store::Db &m_db;
    const Session &m_session;
    qint64 m_nowMs;
    std::map<domain::ScopeId, qint64> m_moved;
};

} // namespace comptoir::central
