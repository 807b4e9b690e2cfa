// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Fields.h"

namespace comptoir::domain {

/// The largest file that may be attached, in bytes.
inline constexpr qint64 kMostAttachmentBytes = 25 * 1024 * 1024;
/// Its name, in UTF-16 units: what any file system takes as a file's name.
inline constexpr qsizetype kMostAttachmentName = 120;
/// Bytes of one request that carries a part of a file, at most: one transaction of the service, and what a slow line has to send again.
inline constexpr qint64 kMostPieceBytes = 256 * 1024;
/// At least, but for the last part of a file: it bounds the rows a file takes at the service.
inline constexpr qint64 kLeastPieceBytes = 4 * 1024;

/// Where the bytes are.
enum class AttachmentState {
    Held, ///< at the console that attached it, `holder`; the service does not have them, or not all of them
    Stored, ///< at the service
    Erased, ///< nowhere any more, nor will they be taken again: gone with the erasure of a person
};

template <>
struct CodesOf<AttachmentState>
{
    static constexpr std::array list{std::pair{AttachmentState::Held, "held"}, std::pair{AttachmentState::Stored, "stored"},
                                     std::pair{AttachmentState::Erased, "erased"}};
};

/// A file attached to a ticket: what is known of it; its bytes travel apart. Made by `ticket.attach`, `stored` by the service once it has all
/// bytes and they have this size and digest.
struct Attachment
{
    AttachmentId id; ///< made by the console that attaches
    ScopeId scope;
    TicketId ticket;
    OperationId entry; ///< of the operation that attached it, and so of the line of history that names it
    QString name; ///< isAttachmentName; to be shown and proposed, never a path
    qint64 size = 0; ///< bytes
    QString sha256; ///< of the content, 64 hexadecimal digits
    QString mediaType; ///< by content (mediaTypeOf), for information
    OperatorId author;
    QString authorName;
    qint64 atMs = 0; ///< when it was attached, as of the history
    AttachmentState state = AttachmentState::Held;
    DeviceId holder; ///< the console that has the bytes
    QString holderName; ///< as it calls itself

    bool operator==(const Attachment &) const = default;
};

template <>
struct FieldsOf<Attachment>
{
    static constexpr const char *kind = "attachment";
    static constexpr auto list = std::tuple{
        Field{"id", &Attachment::id},         Field{"scope", &Attachment::scope},
        Field{"ticket", &Attachment::ticket}, Field{"entry", &Attachment::entry},
        Field{"name", &Attachment::name},     Field{"size", &Attachment::size},
        Field{"sha256", &Attachment::sha256}, Field{"media_type", &Attachment::mediaType},
        Field{"author", &Attachment::author}, Field{"author_name", &Attachment::authorName},
        Field{"at_ms", &Attachment::atMs},    Field{"state", &Attachment::state},
        Field{"holder", &Attachment::holder}, Field{"holder_name", &Attachment::holderName},
    };
};

/// Whether a file may go by this name: 1 to kMostAttachmentName units, no path, nothing that does not show or turns the reading round.
[[nodiscard]] bool isAttachmentName(QStringView name);
/// A name that is one, from what a file is called: the last part of a path, without what may not be in it, its ending kept where it is cut.
[[nodiscard]] QString attachmentName(const QString &called);
/// 64 hexadecimal digits in lower case.
[[nodiscard]] bool isSha256(QStringView digest);
/// `type/subtype`, kMostCode units at most.
[[nodiscard]] bool isMediaType(QStringView type);
/// The type that the first bytes tell (512 are enough), whatever the name says; `text/plain` for text of any kind, `application/octet-stream`
/// for what is not known. For information: nothing is ever run, and nothing but pictures drawn, for it.
[[nodiscard]] QString mediaTypeOf(QByteArrayView beginning);

} // namespace comptoir::domain
