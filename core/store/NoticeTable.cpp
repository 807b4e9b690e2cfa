// SPDX-License-Identifier: GPL-3.0-or-later
#include "NoticeTable.h"

#include "ContentSum.h"
#include "OpsMessages.h"
#include "Refusals.h"
#include "Rows.h"

namespace comptoir::store {

namespace {

#define NOTICE_COLUMNS "op_id,scope,entity,kind,version,payload,label,made_ms,code,refusal,sum"

/// All but whether it was told or dismissed.
ContentSum sumOf(const Notice &notice)
{
    ContentSum sum;
    sum.add(notice.op.value).add(notice.scope.value).add(notice.entity.value).add(QString::fromUtf8(notice.kind));
    sum.add(qint64(notice.version)).add(QByteArrayView(notice.payload)).add(notice.label).add(notice.madeMs);
    sum.add(notice.code).add(QString::fromUtf8(notice.refusal));
    return sum;
}

Notice noticeOf(const Statement &row)
{
    Notice notice{row.id<domain::OperationId>(0),
                  row.id<domain::ScopeId>(1),
                  row.id<domain::EntityId>(2),
                  row.text(3).toUtf8(),
                  static_cast<int>(row.integer(4)),
                  row.blob(5),
                  row.text(6),
                  row.integer(7),
                  row.text(8),
                  row.text(9).toUtf8()};
    return NoticeTable::verified(std::move(notice), row, 10);
}

// Of the column `dismissed`; 0 while it is shown.
constexpr qint64 kDismissed = 1;
constexpr qint64 kTakenBack = 2;

base::Result<> putAway(Db &db, domain::OperationId op, qint64 how)
{
    return db.prepare("UPDATE notice SET dismissed=? WHERE op_id=? AND dismissed=0").bindAll(how, op).run().map([&] {
        if (db.changedRows() > 0) {
            db.touch(Entity::Notice, op.value);
        }
    });
}

} // namespace

Notice NoticeTable::verified(Notice notice, const Statement &row, int column)
{
    if (sumOf(notice).differs(row, column)) {
        notice.damaged = true;
        notice.code = QString(domain::codeOf(wire::VerdictCode::Invalid));
        notice.refusal = wire::encodeRefusal(domain::damagedHere());
    }
    return notice;
}

base::Result<> NoticeTable::put(Db &db, const Notice &notice)
{
    Statement query = db.prepare("SELECT " NOTICE_COLUMNS ",dismissed FROM notice WHERE op_id=?");
    query.bind(0, notice.op);
    const auto before = firstRow(query, [](const Statement &row) { return std::pair(noticeOf(row), row.integer(11)); });
    if (!before) {
        return tl::unexpected(before.error());
    }
    Notice now = notice;
    if (*before) {
        const auto &[told, dismissed] = **before;
        if (dismissed != kTakenBack && !told.damaged && told.code == now.code && told.refusal == now.refusal) {
            return {}; // the same answer once more: it stands, or its operator has put it away
        }
        now.label = now.label.isEmpty() ? told.label : now.label; // what it was about may have gone meanwhile
    }
    query.reset();
    db.touch(Entity::Notice, now.op.value);
    return db.prepare("INSERT OR REPLACE INTO notice(" NOTICE_COLUMNS ") VALUES(?,?,?,?,?,?,?,?,?,?,?)")
        .bindAll(now.op, now.scope.value.toBytes(), now.entity, QString::fromUtf8(now.kind), qint64(now.version), now.payload, now.label,
                 now.madeMs, now.code, QString::fromUtf8(now.refusal), sumOf(now).value())
        .run();
}

base::Result<std::vector<Notice>> NoticeTable::open(Db &db, int limit)
{
    Statement query = db.prepare("SELECT " NOTICE_COLUMNS " FROM notice WHERE dismissed=0 ORDER BY made_ms, op_id LIMIT ?");
    query.bind(0, qint64(limit));
    return allRows(query, noticeOf);
}

base::Result<std::optional<Notice>> NoticeTable::find(Db &db, domain::OperationId op)
{
    Statement query = db.prepare("SELECT " NOTICE_COLUMNS " FROM notice WHERE op_id=? AND dismissed=0");
    query.bind(0, op);
    return firstRow(query, noticeOf);
}

base::Result<std::vector<Notice>> NoticeTable::all(Db &db)
{
    Statement query = db.prepare("SELECT " NOTICE_COLUMNS " FROM notice ORDER BY made_ms, op_id");
    return allRows(query, noticeOf);
}

base::Result<> NoticeTable::blank(Db &db, const Notice &notice)
{
    db.touch(Entity::Notice, notice.op.value);
    return db.prepare("UPDATE notice SET payload=?, label=?, refusal=?, sum=? WHERE op_id=?")
        .bindAll(notice.payload, notice.label, QString::fromUtf8(notice.refusal),
                 notice.damaged ? ContentSum::ofDamaged() : sumOf(notice).value(), notice.op)
        .run();
}

base::Result<qint64> NoticeTable::openCount(Db &db)
{
    Statement query = db.prepare(
        "SELECT count(DISTINCT CASE WHEN kind LIKE 'contact.%' THEN entity ELSE op_id END) FROM notice WHERE dismissed=0");
    return query.step().map([&](bool) { return query.integer(0); });
}

base::Result<> NoticeTable::dismiss(Db &db, domain::OperationId op)
{
    return putAway(db, op, kDismissed);
}

base::Result<> NoticeTable::takeBack(Db &db, domain::OperationId op)
{
    return putAway(db, op, kTakenBack);
}

base::Result<domain::EntityId> NoticeTable::callOf(Db &db, domain::OperationId op)
{
    Statement query = db.prepare("SELECT entity FROM notice WHERE op_id=? AND kind LIKE 'contact.%'");
    return query.bind(0, op).step().map([&](bool found) { return found ? query.id<domain::EntityId>(0) : domain::EntityId{}; });
}

base::Result<bool> NoticeTable::isTold(Db &db, domain::OperationId op)
{
    return db.prepare("SELECT 1 FROM notice WHERE op_id=?").bind(0, op).step();
}

base::Result<std::vector<Notice>> NoticeTable::ofKind(Db &db, const QByteArray &kind)
{
    Statement query = db.prepare("SELECT " NOTICE_COLUMNS " FROM notice WHERE kind=? ORDER BY made_ms, op_id");
    query.bind(0, QString::fromUtf8(kind));
    return allRows(query, noticeOf);
}

base::Result<domain::TicketId> NoticeTable::standingAfterAll(Db &db, const QString &number)
{
    Statement query = db.prepare("SELECT t.id FROM notice AS n CROSS JOIN ticket AS t ON t.id=n.op_id"
                                 " WHERE n.kind='ticket.open' AND t.number=? LIMIT 1");
    return query.bind(0, number).step().map([&](bool found) { return found ? query.id<domain::TicketId>(0) : domain::TicketId{}; });
}

} // namespace comptoir::store
