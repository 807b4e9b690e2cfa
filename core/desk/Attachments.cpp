// SPDX-License-Identifier: GPL-3.0-or-later
#include "Attachments.h"

#include "Attaching.h"
#include "BlobKeep.h"
#include "BlobTidying.h"
#include "IdSource.h"
#include "Log.h"
#include "OwnAttachmentTable.h"
#include "Store.h"
#include "Then.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <utility>

namespace comptoir::desk {

using base::Error;
using base::Result;

struct Attachments::Private
{
    DeskParts parts;
    Attachments *q;
    std::unique_ptr<QTemporaryDir> opened = {}; ///< what other programs were given
    bool tidying = false;
    bool again = false;

    [[nodiscard]] QString path() const { return parts.store.path(); }
    void tidy(bool atStart);
    void onChanged(const store::Changes &changes);
};

void Attachments::Private::tidy(bool atStart)
{
    if (std::exchange(tidying, true)) {
        again = true;
        return;
    }
    const auto future = parts.store.write(
        [path = path(), atStart](store::Db &db) { return atStart ? store::blobs::tidyAtStart(db, path) : store::blobs::tidy(db, path); });
    base::then(future, q, [this](const Result<> &done) {
        tidying = false;
        if (!done) {
            qCWarning(base::lcDesk) << "attachments nobody names could not be let go of:" << done.error().message;
        }
        if (std::exchange(again, false)) {
            tidy(false);
        }
    });
}

void Attachments::Private::onChanged(const store::Changes &changes)
{
    const bool files = changes.touches(store::Entity::Attachment);
    if (files || changes.touches(store::Entity::Cursor)) {
        tidy(false);
    }
    // A draft that becomes a ticket, one that is refused: what is told of its files changes with it.
    if (files || changes.touches(store::Entity::Notice)) {
        Q_EMIT q->changed();
    }
}

Attachments::Attachments(const DeskParts &parts, QObject *parent) : QObject(parent), m_d(std::make_unique<Private>(Private{parts, this}))
{
    connect(&parts.store, &store::Store::changed, this, [this](const store::Changes &changes) { m_d->onChanged(changes); });
    m_d->tidy(true);
}

Attachments::~Attachments() = default;

QFuture<Result<std::vector<AttachmentLine>>> Attachments::of(domain::TicketId ticket)
{
    return m_d->parts.store.read([path = m_d->path(), ticket](store::Db &db) { return attachmentsOf(db, path, ticket); });
}

Attachments::Done Attachments::attach(domain::TicketId to, const QString &name, Source source)
{
    return m_d->parts.store.write([acting = Acting::now(m_d->parts), id = m_d->parts.ids.make<domain::AttachmentId>(), path = m_d->path(),
                                   to, name, source = std::move(source)](store::Db &db) {
        return source().and_then([&](const QByteArray &bytes) { return desk::attach(db, path, acting, id, to, name, bytes); });
    });
}

Attachments::Source Attachments::fileSource(const QString &path)
{
    return [path]() -> Result<QByteArray> {
        QFile file(path);
        // Asked before it is opened: opening a pipe would wait for its other end.
        if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly)) {
            return tl::unexpected(Error{Error::Kind::Invalid, QStringLiteral("this is no file that can be read"), QStringLiteral("no_file"),
                                        QStringLiteral("attachment")});
        }
        return file.read(domain::kMostAttachmentBytes + 1);
    };
}

Attachments::Done Attachments::remove(domain::AttachmentId id)
{
    return m_d->parts.store.write([id](store::Db &db) {
        return store::OwnAttachmentTable::find(db, id).and_then(
            [&](const auto &own) { return own && !own->attached ? store::OwnAttachmentTable::remove(db, id) : Result<>(); });
    });
}

Attachments::Done Attachments::want(domain::AttachmentId id)
{
    return m_d->parts.store.write([id](store::Db &db) { return store::WantedAttachmentTable::put(db, id); });
}

Attachments::Done Attachments::look(const AttachmentLine &file, std::function<void(const QByteArray &)> eye)
{
    return m_d->parts.store.read([path = m_d->path(), sum = file.sha256, eye = std::move(eye)](store::Db &) -> Result<> {
        return store::BlobKeep(path).whole(sum).map([&](const QByteArray &bytes) { eye(bytes); });
    });
}

QFuture<Result<QString>> Attachments::copyToOpen(const AttachmentLine &file)
{
    if (!m_d->opened) {
        m_d->opened = std::make_unique<QTemporaryDir>(QDir::temp().filePath(QStringLiteral("comptoir-XXXXXX")));
    }
    return m_d->parts.store.read([from = m_d->path(), file, folder = m_d->opened->path()](store::Db &) -> Result<QString> {
        const QString own = folder + u'/' + file.id.toString();
        const QString path = own + u'/' + domain::attachmentName(file.name);
        if (!QDir().mkpath(own)) {
            return base::fail(Error::Kind::Io, QStringLiteral("the folder %1 cannot be made").arg(own));
        }
        return store::BlobKeep(from).copyTo(file.sha256, path).map([&] { return path; });
    });
}

Attachments::Done Attachments::saveAs(const AttachmentLine &file, const QString &path)
{
    return m_d->parts.store.read(
        [from = m_d->path(), sum = file.sha256, path](store::Db &) -> Result<> { return store::BlobKeep(from).copyTo(sum, path); });
}

} // namespace comptoir::desk
