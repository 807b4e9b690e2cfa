// SPDX-License-Identifier: GPL-3.0-or-later
#include "OwnAttachmentTable.h"

#include "Rows.h"

namespace comptoir::store {

namespace {

OwnAttachment ownAttachment(const Statement &row)
{
    return {row.id<domain::AttachmentId>(0),
            row.id<domain::TicketId>(1),
            row.text(2),
            row.integer(3),
            row.text(4),
            row.text(5),
            row.integer(6),
            row.integer(7) != 0,
            row.integer(8),
            row.text(9)};
}

} // namespace

base::Result<> OwnAttachmentTable::put(Db &db, const OwnAttachment &file)
{
    db.touch(Entity::Attachment, file.id.value);
    return db
        .prepare("INSERT OR REPLACE INTO own_attachment(id,ticket,name,size,sha256,media_type,added_ms,attached,sent,failure) "
                 "VALUES(?,?,?,?,?,?,?,?,?,?)")
        .bindAll(file.id, file.ticket, file.name, file.size, file.sha256, file.mediaType, file.addedMs, qint64(file.attached), file.sent,
                 file.failure)
        .run();
}

base::Result<std::optional<OwnAttachment>> OwnAttachmentTable::find(Db &db, domain::AttachmentId id)
{
    Statement query = db.prepare(
        "SELECT id,ticket,name,size,sha256,media_type,added_ms,attached,sent,failure FROM own_attachment WHERE id=?");
    query.bind(0, id);
    return firstRow(query, ownAttachment);
}

base::Result<std::vector<OwnAttachment>> OwnAttachmentTable::of(Db &db, domain::TicketId ticket)
{
    Statement query = db.prepare("SELECT id,ticket,name,size,sha256,media_type,added_ms,attached,sent,failure FROM own_attachment "
                                 "WHERE ticket=? ORDER BY added_ms, id");
    query.bind(0, ticket);
    return allRows(query, ownAttachment);
}

base::Result<> OwnAttachmentTable::remove(Db &db, domain::AttachmentId id)
{
    db.touch(Entity::Attachment, id.value);
    return db.prepare("DELETE FROM own_attachment WHERE id=?").bind(0, id).run();
}

base::Result<> OwnAttachmentTable::removeOf(Db &db, domain::TicketId ticket)
{
    db.touch(Entity::Attachment, ticket.value);
    return db.prepare("DELETE FROM own_attachment WHERE ticket=?").bind(0, ticket).run();
}

base::Result<> OwnAttachmentTable::setSent(Db &db, domain::AttachmentId id, qint64 sent, const QString &failure)
{
    db.touch(Entity::Attachment, id.value);
    return db.prepare("UPDATE own_attachment SET sent=?, failure=? WHERE id=?").bindAll(sent, failure, id).run();
}

base::Result<> WantedAttachmentTable::put(Db &db, domain::AttachmentId id)
{
    db.touch(Entity::Attachment, id.value);
    return db.prepare("INSERT OR REPLACE INTO wanted_attachment(id) VALUES(?)").bind(0, id).run();
}

base::Result<> WantedAttachmentTable::fail(Db &db, domain::AttachmentId id, const QString &failure)
{
    db.touch(Entity::Attachment, id.value);
    return db.prepare("UPDATE wanted_attachment SET failure=? WHERE id=?").bindAll(failure, id).run();
}

base::Result<> WantedAttachmentTable::remove(Db &db, domain::AttachmentId id)
{
    db.touch(Entity::Attachment, id.value);
    return db.prepare("DELETE FROM wanted_attachment WHERE id=?").bind(0, id).run();
}

base::Result<std::optional<QString>> WantedAttachmentTable::find(Db &db, domain::AttachmentId id)
{
    Statement query = db.prepare("SELECT failure FROM wanted_attachment WHERE id=?");
    query.bind(0, id);
    return firstRow(query, [](const Statement &row) { return row.text(0); });
}

} // namespace comptoir::store
