// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "AttachmentList.h"
#include "DeskParts.h"
#include "Result.h"

#include <QFuture>
#include <QObject>

#include <functional>
#include <memory>

namespace comptoir::desk {

/// The files beside tickets and drafts. Their bytes are read, summed and written on the store's threads; no network is touched: what this
/// console alone has travels later, what it does not have comes once it is wanted.
class Attachments : public QObject
{
    Q_OBJECT

public:
    using Done = QFuture<base::Result<>>;
    /// Gives a file's bytes, on a thread of the store's.
    using Source = std::function<base::Result<QByteArray>()>;

    Attachments(const DeskParts &parts, QObject *parent = nullptr);
    ~Attachments() override;

    /// Oldest first.
    [[nodiscard]] QFuture<base::Result<std::vector<AttachmentLine>>> of(domain::TicketId ticket);
    /// Attaches what `source` gives, called `name`, to a ticket, or to a draft by its id. Invalid with the code `too_large`, `empty` or `no_file`.
    Done attach(domain::TicketId to, const QString &name, Source source);
    /// The bytes of a file of this machine; at most kMostAttachmentBytes are read, and nothing but a plain file.
    [[nodiscard]] static Source fileSource(const QString &path);
    /// Takes it away from a draft; what a ticket has stays.
    Done remove(domain::AttachmentId id);
    /// Its bytes are to come to this machine.
    Done want(domain::AttachmentId id);
    /// Calls `eye` with the bytes, on a thread of the store's. NotFound where they are not here, Corrupt where they are not what they were.
    Done look(const AttachmentLine &file, std::function<void(const QByteArray &)> eye);
    /// Writes the bytes where another program may read them, under the file's name in a folder of this program's (0700) that goes when it
    /// ends. The path.
    [[nodiscard]] QFuture<base::Result<QString>> copyToOpen(const AttachmentLine &file);
    /// Writes the bytes into a file, which is replaced.
    Done saveAs(const AttachmentLine &file, const QString &path);

Q_SIGNALS:
    /// Something about files beside tickets or drafts changed: whoever shows some reads again.
    void changed();

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace comptoir::desk
