// SPDX-License-Identifier: GPL-3.0-or-later
// What was typed here and is damaged is told, never taken for what was typed.
#include "Catch.h"
#include "DraftTable.h"
#include "Mirror.h"
#include "NoticeTable.h"
#include "OutboxTable.h"
#include "Outstanding.h"
#include "OwnAttachmentTable.h"
#include "PersonErasing.h"
#include "PersonTable.h"
#include "Refusals.h"
#include "SettingTable.h"
#include "Store.h"
#include "TicketTable.h"

#include <QTemporaryDir>

using namespace comptoir;
using store::Db;
using store::DraftTable;
using store::NoticeTable;
using store::OutboxTable;

namespace {

const auto kTown = domain::OrganisationId::fromName("town");

struct Desk
{
    QTemporaryDir folder;
    std::unique_ptr<store::Store> opened;
    std::unique_ptr<Db> db;

    Desk()
    {
        store::Store::Config config;
        config.path = folder.filePath(QStringLiteral("mirror.db"));
        config.migrations = QStringLiteral(":/sql/console");
        config.threads = false;
        opened = std::move(*store::Store::open(config));
        opened.reset();
        db = std::move(*Db::open(config.path, Db::Mode::Write));
        REQUIRE(store::DeviceTable::learn(*db, domain::DeviceId::fromName("d"), QStringLiteral("7K"), 0));
    }

    domain::OperationId perform(const char *name, domain::Payload payload, domain::OperationId ticket = {})
    {
        domain::Operation op;
        op.id = domain::OperationId::fromName(name);
        op.entity = domain::EntityId{ticket.isNull() ? op.id.value : ticket.value};
        op.scope = domain::scopeOf(kTown);
        op.payload = std::move(payload);
        const domain::ApplyContext me{domain::OperatorId::fromName("me"), QStringLiteral("\uFEFFMoi"), 1000, {}, false};
        REQUIRE(store::mirror::perform(*db, op, me, {"boot", 1, 1000}));
        return op.id;
    }

    domain::OperationId open(const char *name, const domain::Ticket &like = {})
    {
        domain::TicketOpen open{like};
        open.ticket.organisation = kTown;
        open.ticket.number = store::DeviceTable::reserve(*db)->toString();
        open.ticket.summary = QStringLiteral("Écran noir de Zéphirine Quillacq");
        return perform(name, open);
    }

    [[nodiscard]] bool isDamaged(domain::OperationId op)
    {
        const auto rows = OutboxTable::all(*db);
        REQUIRE(rows);
        return std::any_of(rows->begin(), rows->end(), [&](const auto &row) { return row.message.id == op && row.damaged; });
    }

    /// What a damage does: behind the back of everything that keeps sums.
    void change(const std::string &sql)
    {
        REQUIRE(db->run("DROP TRIGGER IF EXISTS outbox_sum; DROP TRIGGER IF EXISTS notice_sum"));
        REQUIRE(db->run(sql));
    }

    [[nodiscard]] qint64 number(const std::string &sql)
    {
        auto query = db->prepare(sql);
        REQUIRE(query.step());
        return query.integer(0);
    }
};

store::Notice refusedNote()
{
    return {domain::OperationId::fromName("refused"),
            domain::scopeOf(kTown),
            domain::EntityId::fromName("t"),
            "ticket.note",
            1,
            R"({"text":"rappeler Mme Quillacq"})",
            QStringLiteral("7K-1 Écran"),
            5,
            QStringLiteral("stale"),
            R"({"current":"x"})"};
}

constexpr const char *kFlipped = "UPDATE outbox SET payload=CAST(replace(CAST(payload AS TEXT),'noir','nohr') AS BLOB)";

} // namespace

TEST_CASE("a change of anything an operation was made of is seen; what becomes of it is none", "[store][sums]")
{
    for (const char *change :
         {"scope=x'01020304050607080102030405060708'", "entity=x'01020304050607080102030405060708'", "kind='ticket.note'", "version=2",
          "deps=x'01020304050607080102030405060708'", "payload=CAST('{}' AS BLOB)", "base_seq=3", "boot_id=x'00'", "boot_ms=2", "wall_ms=2",
          "actor=NULL", "actor_name='Toi'", "may_major=1", "former_hash=x'01'", "sum=x'0102030405060708'"}) {
        INFO(change);
        Desk desk;
        const auto op = desk.open("one");
        CHECK_FALSE(desk.isDamaged(op));
        REQUIRE(desk.db->run("UPDATE outbox SET state='accepted', shown=0, seq=7"));
        CHECK_FALSE(desk.isDamaged(op));
        desk.change(std::string("UPDATE outbox SET ") + change);
        CHECK(desk.isDamaged(op));
        desk.change("UPDATE outbox SET sum=NULL");
        CHECK_FALSE(desk.isDamaged(op)); // a program without sums wrote it
    }
}

TEST_CASE("what a program without sums writes and rewrites is not damaged by that", "[store][sums]")
{
    Desk desk;
    const auto op = desk.open("one");
    REQUIRE(NoticeTable::put(*desk.db, refusedNote()));
    // An erasure, as the version before did it.
    REQUIRE(desk.db->run("UPDATE outbox SET payload=CAST('{}' AS BLOB), former_hash=x'01' WHERE payload<>x''"));
    REQUIRE(desk.db->run("UPDATE notice SET payload=CAST('{}' AS BLOB), label='[effacé]', refusal=''"));
    CHECK_FALSE(desk.isDamaged(op));
    CHECK_FALSE(NoticeTable::all(*desk.db)->front().damaged);
    const auto draft = base::Uuid::fromName("draft");
    REQUIRE(DraftTable::put(*desk.db, {draft, {}, 1}));
    REQUIRE(desk.db->prepare("INSERT OR REPLACE INTO draft(id,ticket,saved_ms) VALUES(?,'{\"summary\":\"x\"}',2)").bind(0, draft).run());
    const auto read = DraftTable::find(*desk.db, draft);
    REQUIRE((read && *read));
    CHECK_FALSE((*read)->damaged);
    CHECK((*read)->ticket.summary == u"x");
}

TEST_CASE("a damaged operation is set aside with a notice, with what was built on it; the others wait on", "[store][sums]")
{
    Desk desk;
    const auto one = desk.open("one");
    const auto note = desk.perform("note", domain::TicketNote{QStringLiteral("rappelé"), true}, one);
    REQUIRE(desk.db->run("UPDATE outbox SET sum=sum")); // touches nothing
    desk.change(kFlipped);
    const auto other = desk.open("other");
    REQUIRE(desk.isDamaged(one));
    REQUIRE(store::mirror::setAsideDamaged(*desk.db));
    const auto waiting = OutboxTable::pendingIn(*desk.db, domain::scopeOf(kTown), 10);
    REQUIRE(waiting);
    REQUIRE(waiting->size() == 1);
    CHECK(waiting->front().message.id == other);
    const auto told = NoticeTable::find(*desk.db, one);
    REQUIRE((told && *told));
    CHECK((*told)->payload.contains("nohr")); // what can be read is there to be read
    CHECK((*told)->refusal.contains(domain::damagedHere().reason.toUtf8()));
    CHECK((*told)->code == u"invalid");
    CHECK(NoticeTable::find(*desk.db, note)->has_value());
    CHECK_FALSE(store::TicketTable::find(*desk.db, one.value)->has_value()); // nobody has opened that
    CHECK(store::TicketTable::find(*desk.db, other.value)->has_value());
    REQUIRE(store::mirror::setAsideDamaged(*desk.db));
    CHECK(NoticeTable::all(*desk.db)->size() == 2);
}

TEST_CASE("whatever of an operation is damaged, setting aside comes to an end and leaves no effect in view", "[store][sums]")
{
    for (const char *change : {"op_id=x'01020304050607080102030405060708'", "entity=x'01020304050607080102030405060708'",
                               "scope=x'01020304050607080102030405060708'", "kind='ticket.nope'"}) {
        INFO(change);
        Desk desk;
        const auto one = desk.open("one");
        desk.change(std::string("UPDATE outbox SET ") + change);
        REQUIRE(store::mirror::setAsideDamaged(*desk.db));
        CHECK(OutboxTable::pendingCount(*desk.db) == 0);
        CHECK(NoticeTable::openCount(*desk.db) == 1);
        CHECK_FALSE(store::TicketTable::find(*desk.db, one.value)->has_value());
    }
}

TEST_CASE("a damaged notice says that it is damaged, wherever it is read", "[store][sums]")
{
    Desk desk;
    REQUIRE(NoticeTable::put(*desk.db, refusedNote()));
    const auto told = [&] { return NoticeTable::find(*desk.db, refusedNote().op).value().value(); };
    CHECK(told().code == u"stale");
    REQUIRE(desk.db->run("UPDATE notice SET told_ms=9"));
    CHECK_FALSE(told().damaged);
    desk.change("UPDATE notice SET payload=CAST(replace(CAST(payload AS TEXT),'rappeler','rappekez') AS BLOB)");
    CHECK(told().damaged);
    CHECK(told().code == u"invalid");
    const auto rows = store::Outstanding::noticesOf(*desk.db, refusedNote().entity.value, 9);
    REQUIRE(rows);
    REQUIRE(rows->size() == 1);
    CHECK(rows->front().refusal.contains(domain::damagedHere().reason.toUtf8()));
    CHECK(rows->front().payload.contains("rappekez"));
    store::Notice erased = told();
    erased.payload = "{}";
    REQUIRE(NoticeTable::blank(*desk.db, erased));
    CHECK(told().damaged); // an erasure makes nothing whole
}

TEST_CASE("a damaged draft opens and says so; one that cannot be read any more is shown as it stands", "[store][sums]")
{
    Desk desk;
    store::DraftRow draft{base::Uuid::fromName("draft"), {}, 12};
    draft.ticket.summary = QStringLiteral("imprimante");
    REQUIRE(DraftTable::put(*desk.db, draft));
    const auto read = [&] { return DraftTable::find(*desk.db, draft.id).value().value(); };
    CHECK_FALSE(read().damaged);
    REQUIRE(desk.db->run("UPDATE draft SET ticket=replace(ticket,'imprimante','imprimanue')"));
    CHECK(read().damaged);
    CHECK(read().ticket.summary == u"imprimanue");
    REQUIRE(DraftTable::put(*desk.db, read()));
    CHECK(read().damaged); // kept at the next pause, and still to be read through
    REQUIRE(desk.db->run("UPDATE draft SET ticket='x'||ticket"));
    CHECK(read().damaged);
    CHECK(read().ticket.description.contains(u"imprimanue"));
    REQUIRE(desk.db->run("UPDATE draft SET sum=NULL")); // of another version
    CHECK(DraftTable::all(*desk.db)->empty());
    REQUIRE(DraftTable::put(*desk.db, draft));
    CHECK_FALSE(read().damaged);
}

TEST_CASE("a draft that cannot be read keeps nothing of an erased person, and all the rest", "[store][sums][erasure]")
{
    Desk desk;
    domain::Person person;
    person.id = domain::PersonId::fromName("p");
    person.givenName = QStringLiteral("Zéphirine");
    person.familyName = QStringLiteral("Quillacq");
    person.email = QStringLiteral("z.quillacq@mairie.example");
    REQUIRE(store::PersonTable::put(*desk.db, person, 1));
    const auto put = [&](const char *name, const QString &body, const std::string &sum) {
        auto write = desk.db->prepare("INSERT INTO draft(id,ticket,saved_ms,sum) VALUES(?,?,1," + sum + ")");
        REQUIRE(write.bindAll(base::Uuid::fromName(name), body).run());
        REQUIRE(store::OwnAttachmentTable::put(*desk.db,
                                               {domain::AttachmentId::fromName(name),
                                                domain::TicketId::fromName(name),
                                                QStringLiteral("photo.png"),
                                                1,
                                                {},
                                                {},
                                                1,
                                                false,
                                                0,
                                                {}}));
    };
    const QString id = person.id.toString();
    // Of a newer version: a state and a member nobody knows here.
    put("newer",
        QStringLiteral(R"({"state":"escalated","requester":"%1","description":"Mme Quillacq rappelle","who":["Quillacq"],"kept":"écran"})")
            .arg(id),
        "NULL");
    put("damaged", QStringLiteral(R"({"summary":"clavier","requester":"%1","description":"pour Zéphirine Quill)").arg(id), "x'0102'");
    put("other", QStringLiteral(R"({"state":"escalated","description":"imprimante"})"), "NULL");
    REQUIRE(store::mirror::erasePerson(*desk.db, person.id));
    CHECK(desk.number("SELECT count(*) FROM draft") == 3);
    CHECK(desk.number("SELECT count(*) FROM draft WHERE instr(ticket,'Quillacq')+instr(ticket,'phirine')+instr(ticket,'" + id.toStdString()
                      + "')>0")
          == 0);
    CHECK(desk.number("SELECT count(*) FROM draft WHERE instr(ticket,'\"kept\":\"écran\"')>0 AND instr(ticket,'escalated')>0") == 1);
    CHECK(desk.number("SELECT count(*) FROM draft WHERE instr(ticket,'clavier')>0") == 1);
    CHECK(desk.number("SELECT count(*) FROM draft WHERE ticket='{\"state\":\"escalated\",\"description\":\"imprimante\"}' AND sum IS NULL")
          == 1);
    CHECK(desk.number("SELECT count(*) FROM own_attachment") == 1); // that of the draft that names somebody else
    const auto unread = DraftTable::unread(*desk.db);
    REQUIRE(unread);
    for (const auto &draft : *unread) {
        CHECK(draft.damaged == (draft.id == base::Uuid::fromName("damaged")));
    }
}

TEST_CASE("the sums follow an erasure, and a damaged operation stays one", "[store][sums][erasure]")
{
    Desk desk;
    domain::Person person;
    person.id = domain::PersonId::fromName("p");
    person.givenName = QStringLiteral("Zéphirine");
    person.familyName = QStringLiteral("Quillacq");
    person.organisation = kTown;
    REQUIRE(store::PersonTable::put(*desk.db, person, 1));
    domain::Ticket theirs;
    theirs.requester = person.id;
    theirs.requesterName = person.displayName();
    const auto one = desk.open("one", theirs);
    const auto damaged = desk.open("damaged", theirs);
    auto query = desk.db->prepare("UPDATE outbox SET wall_ms=2 WHERE op_id=?");
    REQUIRE(query.bind(0, damaged).run());
    store::Notice notice = refusedNote();
    notice.entity = domain::EntityId{one.value};
    REQUIRE(NoticeTable::put(*desk.db, notice));
    REQUIRE(DraftTable::put(*desk.db, {base::Uuid::fromName("draft"), theirs, 1}));
    REQUIRE(store::mirror::erasePerson(*desk.db, person.id));
    CHECK(desk.number("SELECT count(*) FROM outbox WHERE instr(payload,CAST('Quillacq' AS BLOB))>0") == 0);
    CHECK(desk.number("SELECT count(*) FROM notice WHERE instr(payload,CAST('Quillacq' AS BLOB))>0") == 0);
    CHECK(desk.number("SELECT count(*) FROM outbox WHERE length(former_hash)=32") == 2);
    CHECK(desk.number("SELECT (SELECT count(*) FROM outbox WHERE sum IS NULL)+(SELECT count(*) FROM notice WHERE sum IS NULL)"
                      "+(SELECT count(*) FROM draft WHERE sum IS NULL)")
          == 0);
    CHECK_FALSE(desk.isDamaged(one));
    CHECK(desk.isDamaged(damaged));
    CHECK_FALSE(NoticeTable::all(*desk.db)->front().damaged);
    CHECK_FALSE(DraftTable::all(*desk.db)->front().damaged);
    REQUIRE(desk.db->run("UPDATE outbox SET payload=CAST('{ }' AS BLOB)")); // and so by a program without sums
    CHECK_FALSE(desk.isDamaged(one));
    CHECK(desk.isDamaged(damaged));
}
