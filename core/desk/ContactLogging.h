// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Acting.h"
#include "Contact.h"

namespace comptoir::desk {

/// Writes the contact as it stands: its first log opens it under its own id, in `scope`; later ones stay in the scope it was opened in.
/// `op` is used for later ones. Nothing is done where its wrap-up is done already. A contact whose opening was refused is opened anew, under
/// the id `op`, and its notices go from the list; people and tickets it names that were done again are named by what stands for them now.
[[nodiscard]] base::Result<> logContact(store::Db &db, const Acting &acting, domain::OperationId op, domain::Contact contact);

/// Ends the contact's wrap-up: tickets and note are final.
[[nodiscard]] base::Result<> wrapUpContact(store::Db &db, const Acting &acting, domain::OperationId first, domain::OperationId op,
                                           const domain::Contact &contact, qint64 nowMs);

/// The number is this person's from now on; nothing is done where it is known already, or has no key.
[[nodiscard]] base::Result<> learnNumber(store::Db &db, const Acting &acting, domain::OperationId op, domain::PersonId person,
                                         const QString &written, const QString &key);

} // namespace comptoir::desk
