// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Contact.h"
#include "TableWriter.h"

namespace comptoir::store {

using ContactWriter = TableWriter<domain::Contact, NoUpkeep<domain::Contact>>;

/// Calls and other contacts.
class ContactTable : public EntityTable<domain::Contact>
{
public:
    /// The last contacts of this person, newest first.
    [[nodiscard]] static base::Result<std::vector<domain::Contact>> lastOf(Db &db, domain::PersonId person, int limit);
    /// The names that stand beside this person's id, those of the last contacts.
    [[nodiscard]] static base::Result<QStringList> namesOf(Db &db, domain::PersonId person, qint64 limit);
    /// All contacts, newest first.
    [[nodiscard]] static base::Result<std::vector<domain::Contact>> newest(Db &db, int limit);
};

} // namespace comptoir::store
