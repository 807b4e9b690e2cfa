// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Db.h"
#include "Operation.h"

#include <vector>

namespace comptoir::store {

namespace mirror {

/// Takes an erased person out of what this console alone keeps: operations on their way and kept ones, base rows, notices, drafts, half-written
/// texts, settings. The service's rows come with the feed. To be called before the rows of the page that tells of the erasure are taken: what
/// tells of the person is read from the rows that go. The entities to be rebuilt.
[[nodiscard]] base::Result<std::vector<domain::EntityId>> erasePerson(Db &db, domain::PersonId person);

} // namespace mirror

/// Freed pages, old words of the index, the log and files set aside after a damage: what deleting leaves behind of an erased person.
namespace scrub {

/// Notes in this transaction that it is to be done.
[[nodiscard]] base::Result<> note(Db &db);
[[nodiscard]] base::Result<bool> isDue(Db &db);
/// Does it, where it is due. Ends the open transaction for that time and begins another: nothing else may stand in it. Reads and writes the whole
/// file: for the writer's thread. Busy where a reader kept the log from being emptied: to be tried again.
[[nodiscard]] base::Result<> run(Db &db, const QString &path);
/// The part of it that any database needs: rewrites the file and empties its log.
[[nodiscard]] base::Result<> rewrite(Db &db);

} // namespace scrub

} // namespace comptoir::store
