// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Attachment.h"

#include <vector>

namespace comptoir::desk {

/// A file beside a ticket or draft, as the ticket view shows it.
struct AttachmentLine
{
    /// Where its bytes are, or why they are nowhere.
    enum class Where {
        Draft, ///< here, beside a draft: nobody else knows of it
        Waiting, ///< here, to be brought to the service
        Going, ///< here and, up to `moved`, at the service
        Stored, ///< at the service
        Elsewhere, ///< at the console that attached it, `holderName`, and nowhere else
        Refused, ///< here; the service has refused that it be attached
        Erased, ///< nowhere any more
    };

    domain::AttachmentId id;
    QString name;
    qint64 size = 0;
    QString mediaType;
    QString sha256;
    Where where = Where::Draft;
    bool here = false; ///< its bytes are on this machine
    bool coming = false; ///< and are being fetched, `moved` so far
    qint64 moved = 0;
    QString failure; ///< a code: `quota`, `refused`, `unknown` on the way up, `missing`, `damaged`, `full` on the way down
    QString holderName;
    QString authorName;
    qint64 atMs = 0;

    bool operator==(const AttachmentLine &) const = default;
};

/// The line of a file with what every one has, own or not.
template <class File>
[[nodiscard]] AttachmentLine begunWith(const File &file)
{
    AttachmentLine line;
    line.id = file.id;
    line.name = file.name;
    line.size = file.size;
    line.mediaType = file.mediaType;
    line.sha256 = file.sha256;
    return line;
}
/// The line of a file the service knows of, as it is told on this device (nil: on none that could hold it).
[[nodiscard]] AttachmentLine attachmentLineOf(const domain::Attachment &file, domain::DeviceId device);

/// Whether this console opens the file in another program: pictures, documents and plain text, where the content is what the name's ending
/// says. Anything that could run (programs, scripts, pages, documents with macros) is only saved.
[[nodiscard]] bool mayOpen(const AttachmentLine &file);
/// Whether it is a picture that is shown small beside its name.
[[nodiscard]] bool isPicture(const AttachmentLine &file);

} // namespace comptoir::desk
