// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Attachment.h"
#include "Db.h"

#include <optional>
#include <vector>

namespace comptoir::store {

/// A file attached here.
struct OwnAttachment
{
    domain::AttachmentId id; ///< the operation that attaches it has the same
    domain::TicketId ticket; ///< or the draft's id, which its ticket will have
    QString name;
    qint64 size = 0;
    QString sha256;
    QString mediaType;
    qint64 addedMs = 0;
    bool attached = false; ///< the operation is made; before, it stands beside a draft
    qint64 sent = 0; ///< bytes the service has said it has
    QString failure; ///< why it does not take them

    bool operator==(const OwnAttachment &) const = default;
};

/// Files attached here whose bytes the service does not have for sure.
class OwnAttachmentTable
{
public:
    [[nodiscard]] static base::Result<> put(Db &db, const OwnAttachment &file);
    [[nodiscard]] static base::Result<std::optional<OwnAttachment>> find(Db &db, domain::AttachmentId id);
    /// Oldest first.
    [[nodiscard]] static base::Result<std::vector<OwnAttachment>> of(Db &db, domain::TicketId ticket);
    [[nodiscard]] static base::Result<> remove(Db &db, domain::AttachmentId id);
    /// All that stand beside a ticket or draft.
    [[nodiscard]] static base::Result<> removeOf(Db &db, domain::TicketId ticket);
    /// How far its bytes have come, and why they come no further.
    [[nodiscard]] static base::Result<> setSent(Db &db, domain::AttachmentId id, qint64 sent, const QString &failure);
};

/// Attachments whose bytes are to be fetched.
class WantedAttachmentTable
{
public:
    /// Wanted, again where fetching has failed.
    [[nodiscard]] static base::Result<> put(Db &db, domain::AttachmentId id);
    [[nodiscard]] static base::Result<> fail(Db &db, domain::AttachmentId id, const QString &failure);
    [[nodiscard]] static base::Result<> remove(Db &db, domain::AttachmentId id);
    /// The failure, empty while it is on its way; nothing where it is not wanted.
    [[nodiscard]] static base::Result<std::optional<QString>> find(Db &db, domain::AttachmentId id);
};

} // namespace comptoir::store
