// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "AgeAnchor.h"
#include "Apply.h"
#include "ChangesMessages.h"
#include "Db.h"

namespace comptoir::store {

/// The console's copy of the service: rows as shown, base rows of entities with outstanding operations, outbox, cursors.
/// Everything here runs inside one Store::write, so that a change and its outbox row stand or fall together.
namespace mirror {

/// Applies `op` to the row as shown, keeps the base row, appends op to the outbox. A refusal of the reducer is an Error Refused
/// whose message is the refusal's reason; nothing is then changed.
[[nodiscard]] base::Result<> perform(Db &db, const domain::Operation &op, const domain::ApplyContext &context, const AgeAnchor &made);

/// What became of a page.
enum class PageFate {
    LeftAside, ///< it does not follow on this scope's cursor: nothing has changed
    Taken,
    SetBack, ///< taken, but what was kept here of one of its rows is damaged: the scope begins anew
    Disagrees, ///< taken, and the copy is complete, but the rows here are not the service's: the scope has to be fetched anew
};

/// Takes one page of one scope: base rows or rows as shown, own outstanding operations replayed on top, verdicts, cursor.
[[nodiscard]] base::Result<PageFate> applyPage(Db &db, const wire::ScopePage &page);

/// The tables whose rows are kept here: what a scope's digest covers.
[[nodiscard]] std::vector<QByteArray> keptTables();

/// Takes the verdicts of a reply to pushed operations. Their effect stays in view until a page brings it (SYNC.md, invariant 5);
/// refused ones become notices at once.
[[nodiscard]] base::Result<> takeVerdicts(Db &db, const std::vector<wire::Verdict> &verdicts);

/// Takes an operation no service will take out of the way, unsent, with what depends on it; kept as notices.
[[nodiscard]] base::Result<> park(Db &db, domain::OperationId op, const QByteArray &why);

/// The same with all that waits and is damaged: none of it was ever meant as it stands, so it says that instead of being sent.
[[nodiscard]] base::Result<> setAsideDamaged(Db &db);

/// The scope is fetched again from its beginning; what is shown stays until that is complete.
[[nodiscard]] base::Result<> startOver(Db &db, domain::ScopeId scope);

/// The service may lack what it had told of the scope (it went back to an earlier state): the scope is fetched again, and what was accepted in it
/// is sent again. Nothing happens a second time for what the service still has.
[[nodiscard]] base::Result<> startOverWithOwn(Db &db, domain::ScopeId scope);

/// The scope is no longer granted: every row goes. Operations on their way stay, to be refused and shown.
[[nodiscard]] base::Result<> drop(Db &db, domain::ScopeId scope);

/// After the pages of a reply: a scope none has ever come of is not granted (each granted one is in the first reply). What the service judged
/// while it was leaves the view, for no page will bring it.
[[nodiscard]] base::Result<> dropUntold(Db &db);

/// The service was restored and is another life of the database: everything is fetched again, kept operations are pushed again.
[[nodiscard]] base::Result<> enterEpoch(Db &db, const QByteArray &epoch);

} // namespace mirror

} // namespace comptoir::store
