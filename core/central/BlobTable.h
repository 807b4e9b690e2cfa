// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Db.h"
#include "Ids.h"

#include <optional>

namespace comptoir::central {

/// The bytes of attachments, in pieces: whole ones by their content within a scope, and those that are still coming by their attachment.
class BlobTable
{
public:
    using BlobId = base::Id<struct BlobTag>;

    /// How far the bytes of an attachment have come.
    struct Upload
    {
        BlobId blob; ///< what its pieces go by
        qint64 size = 0; ///< of the whole file
        qint64 received = 0;
    };

    /// Some bytes of a blob that stand together.
    struct Piece
    {
        qint64 place = 0;
        QByteArray bytes;
    };

    [[nodiscard]] static base::Result<std::optional<Upload>> upload(store::Db &db, domain::ScopeId scope, domain::AttachmentId attachment);
    /// Begins one, unless somebody has meanwhile.
    [[nodiscard]] static base::Result<> begin(store::Db &db, domain::ScopeId scope, domain::AttachmentId attachment, const Upload &upload,
                                              qint64 nowMs);
    /// Adds bytes behind what has come; false where not so much, or more, has come by now.
    [[nodiscard]] static base::Result<bool> append(store::Db &db, domain::ScopeId scope, domain::AttachmentId attachment, qint64 place,
                                                   const QByteArray &bytes, qint64 nowMs);
    /// Forgets an upload, with its pieces.
    [[nodiscard]] static base::Result<> drop(store::Db &db, domain::ScopeId scope, domain::AttachmentId attachment);
    /// The bytes of a whole upload are those of this content from now on. Where the scope has such already, one copy stays.
    [[nodiscard]] static base::Result<> keep(store::Db &db, domain::ScopeId scope, domain::AttachmentId attachment, const Upload &upload,
                                             const QString &sha256);

    [[nodiscard]] static base::Result<std::optional<BlobId>> find(store::Db &db, domain::ScopeId scope, const QString &sha256);
    /// The pieces that hold the bytes from `from` up to, not including, `to`, in order.
    [[nodiscard]] static base::Result<std::vector<Piece>> pieces(store::Db &db, domain::ScopeId scope, BlobId blob, qint64 from, qint64 to);
    /// Lets the bytes of a content go where no stored attachment of the scope has it any more.
    [[nodiscard]] static base::Result<> dropUnused(store::Db &db, domain::ScopeId scope, const QString &sha256);
    /// Forgets uploads nothing has come of since.
    [[nodiscard]] static base::Result<> dropBefore(store::Db &db, qint64 horizonMs);
    /// Bytes of a scope's blobs, and those promised by uploads under way.
    [[nodiscard]] static base::Result<qint64> usedBy(store::Db &db, domain::ScopeId scope);
};

} // namespace comptoir::central
