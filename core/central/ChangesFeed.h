// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ChangesMessages.h"
#include "Fault.h"
#include "GrantTable.h"
#include "ScopeTable.h"
#include "SessionTable.h"

namespace comptoir::central {

/// What changed after a console's cursors. Lives inside one Store::read, so that all pages are of one moment.
class ChangesFeed
{
public:
    ChangesFeed(store::Db &db, const Session &session) : m_db(db), m_session(session) {}

    /// The encoded reply. 409 `epoch` (with the epoch that holds) or `cursor_ahead`, 410 `cursor_too_old` (with the scope).
    [[nodiscard]] Answer<QByteArray> after(const wire::ChangesRequest &request);

private:
    struct Start
    {
        Grant grant;
        ScopeTable::Row scope;
        qint64 from = 0;
        bool known = false; ///< the console has been told of this grant
    };

    [[nodiscard]] Answer<std::vector<Start>> starts(const wire::ChangesRequest &request, const std::vector<Grant> &granted);
    /// One page of at most `rows` rows; `rows` is lessened by what it holds.
    [[nodiscard]] base::Result<QByteArray> page(const Start &start, const std::vector<QByteArray> &tables, int &rows);
    /// What the console should hold of these tables at the end of the scope; empty where it is not told.
    [[nodiscard]] base::Result<QByteArray> digest(domain::ScopeId scope, const std::vector<QByteArray> &tables);
    [[nodiscard]] base::Result<qint64> cut(const Start &start, int rows);

    store::Db &m_db;
    const Session &m_session;
};

} // namespace comptoir::central
