// SPDX-License-Identifier: GPL-3.0-or-later
#include "AttachmentTable.h"

#include "Rows.h"

namespace comptoir::store {

base::Result<std::vector<AttachmentTable::Stored>> AttachmentTable::of(Db &db, domain::TicketId ticket)
{
    static const std::string sql = select("WHERE ticket=? ORDER BY at_ms, seq=0, seq, id");
    Statement query = db.prepare(sql);
    query.bind(0, ticket);
    return all(query);
}

base::Result<> AttachmentTable::putPending(Db &db, const domain::Attachment &attachment)
{
    static const std::string sql = upsert() + " WHERE attachment.seq=0";
    Statement write = db.prepare(sql);
    int at = 0;
    domain::forEachField<domain::Attachment>([&](const auto &field) { write.bind(at++, domain::toCell(attachment.*(field.member))); });
    return write.bind(at, qint64(0)).run();
}

base::Result<> AttachmentTable::removePending(Db &db, domain::OperationId op)
{
    return db.prepare("DELETE FROM attachment WHERE entry=? AND seq=0").bind(0, op).run();
}

} // namespace comptoir::store
