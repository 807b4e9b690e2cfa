// SPDX-License-Identifier: GPL-3.0-or-later
// What a newer service tells, and what is damaged of what it told, stops nothing where own work stands on it.
#include "BaseTable.h"
#include "Catch.h"
#include "CursorTable.h"
#include "Digest.h"
#include "DirectoryTables.h"
#include "EntityRows.h"
#include "Mirror.h"
#include "NoticeTable.h"
#include "OutboxTable.h"
#include "PersonErasing.h"
#include "SettingTable.h"
#include "Store.h"
#include "TicketTable.h"
#include "TimelineTable.h"

#include <QTemporaryDir>

using namespace comptoir;
using store::Db;
using store::mirror::PageFate;

namespace {

const auto kTown = domain::OrganisationId::fromName("town");
const auto kScope = domain::scopeOf(kTown);

struct Desk
{
    QTemporaryDir folder;
    std::unique_ptr<Db> db;
    std::map<qint64, domain::Ticket> rows; ///< what the service has
    std::vector<wire::Verdict> results;
    qint64 seq = 0;
    qint64 cursor = 0;
    int notes = 0;

    Desk()
    {
        store::Store::Config config;
        config.path = folder.filePath(QStringLiteral("mirror.db"));
        config.migrations = QStringLiteral(":/sql/console");
        config.threads = false;
        REQUIRE(store::Store::open(config));
        db = std::move(*Db::open(config.path, Db::Mode::Write));
        send("one");
        send("two");
        REQUIRE(pull() == PageFate::Taken);
    }

    domain::Ticket &send(const char *name)
    {
        domain::Ticket ticket;
        ticket.id = domain::TicketId::fromName(name);
        ticket.scope = kScope;
        ticket.organisation = kTown;
        ticket.number = QLatin1String(name);
        ticket.state = domain::TicketState::InProgress;
        std::erase_if(rows, [&](const auto &row) { return row.second.id == ticket.id; });
        return rows[++seq] = ticket;
    }

    /// What came after the cursor; `newer`: with a state this version does not know, on "one".
    base::Result<PageFate> pull(bool newer = false)
    {
        quint64 digest = 0;
        wire::PageWriter page(kScope, 1, cursor);
        page.beginTable("ticket", wire::headerOf<domain::Ticket>());
        for (const auto &[at, ticket] : rows) {
            digest += wire::rowHash(ticket.id.value, at);
            if (at > cursor) {
                wire::writeRow(page, ticket, at);
            }
        }
        page.endTable();
        for (const wire::Verdict &verdict : results) {
            page.result(verdict);
        }
        QByteArray json = wire::encodeChangesReply("epoch", {page.finish(seq, 0, true, wire::digestText(digest))}, {});
        json.replace(newer ? "\"waiting\"" : "nothing", "\"escalated\"");
        const auto reply = wire::ChangesReply::decode(json);
        REQUIRE(reply);
        auto fate = store::mirror::applyPage(*db, reply->pages.front());
        cursor = fate ? store::CursorTable::find(*db, kScope)->value().at.seq : cursor;
        return fate;
    }

    domain::OperationId note(const char *ticket)
    {
        domain::Operation op;
        op.id = domain::OperationId::fromName(QByteArray("note" + QByteArray::number(++notes)));
        op.entity = domain::EntityId::fromName(ticket);
        op.scope = kScope;
        op.payload = domain::TicketNote{QStringLiteral("rappelé"), false};
        const domain::ApplyContext me{domain::OperatorId::fromName("me"), QStringLiteral("Inès"), 5, {}, false};
        REQUIRE(store::mirror::perform(*db, op, me, {"boot", 1, 1000}));
        return op.id;
    }

    /// "one" with a state of a newer service comes over a note of one's own.
    domain::OperationId noteOnNewer()
    {
        const auto op = note("one");
        send("one").state = domain::TicketState::Waiting;
        send("two").summary = QStringLiteral("changé");
        REQUIRE(pull(true) == PageFate::Taken);
        return op;
    }

    [[nodiscard]] QString text(const std::string &sql)
    {
        auto query = db->prepare(sql);
        const auto row = query.step();
        REQUIRE(row);
        return *row ? query.text(0) : QStringLiteral("nothing");
    }

    [[nodiscard]] QString state(const char *ticket)
    {
        auto query = db->prepare("SELECT state FROM ticket WHERE id=?");
        const auto row = query.bind(0, base::Uuid::fromName(ticket)).step();
        REQUIRE(row);
        return *row ? query.text(0) : QStringLiteral("nothing");
    }

    [[nodiscard]] qint64 count(const std::string &what) { return text("SELECT count(*) FROM " + what).toLongLong(); }
};

} // namespace

TEST_CASE("a row of a newer service under own work is shown as it is told, and the page is taken", "[store][newer]")
{
    Desk desk;
    const auto op = desk.noteOnNewer();
    CHECK(desk.state("one") == u"escalated");
    CHECK(desk.text("SELECT summary FROM ticket WHERE number='two'") == u"changé");
    CHECK(desk.count("outbox WHERE shown=1 AND state='pending'") == 1);
    CHECK(desk.count("timeline WHERE seq=0") == 1); // what was written stays in view

    SECTION("a state that is known here again: the note is shown on it")
    {
        desk.send("one").state = domain::TicketState::Waiting;
        REQUIRE(desk.pull() == PageFate::Taken);
        CHECK(desk.state("one") == u"waiting");
        CHECK(desk.count("timeline WHERE seq=0") == 1);
    }
    SECTION("the note is taken, its row is of the newer service still")
    {
        desk.send("one").state = domain::TicketState::Waiting;
        desk.results = {{op, kScope, wire::VerdictCode::Ok, desk.seq, {}}};
        REQUIRE(desk.pull(true) == PageFate::Taken);
        CHECK(desk.state("one") == u"escalated");
        CHECK(desk.count("outbox WHERE shown=1") == 0);
        CHECK(desk.count("base") == 0);
    }
    SECTION("the note is refused and told, under the ticket's number")
    {
        desk.results = {{op, kScope, wire::VerdictCode::Stale, ++desk.seq, {}}};
        REQUIRE(desk.pull(true) == PageFate::Taken);
        const auto told = store::NoticeTable::find(*desk.db, op);
        REQUIRE((told && *told));
        CHECK((*told)->label.startsWith(u"one"));
        CHECK(desk.state("one") == u"escalated");
        CHECK(desk.count("base") == 0);
    }
    SECTION("the service is restored: the note is shown and sent again")
    {
        REQUIRE(store::DeviceTable::setEpoch(*desk.db, "epoch"));
        REQUIRE(desk.db->run("UPDATE outbox SET state='accepted', shown=0, seq=9; DELETE FROM base"));
        REQUIRE(store::mirror::enterEpoch(*desk.db, "another"));
        CHECK(desk.count("outbox WHERE shown=1 AND state='pending'") == 1);
        CHECK(desk.count("base WHERE instr(body,'escalated')>0") == 1);
    }
    SECTION("what waits and is damaged is set aside")
    {
        REQUIRE(desk.db->run("UPDATE outbox SET wall_ms=7"));
        REQUIRE(store::mirror::setAsideDamaged(*desk.db));
        CHECK(store::NoticeTable::openCount(*desk.db) == 1);
    }
}

TEST_CASE("rules of an organisation that are of a newer service stop no page over own work", "[store][newer]")
{
    Desk desk;
    domain::Organisation town;
    town.id = kTown;
    REQUIRE(store::OrganisationTable::put(*desk.db, town, 1));
    (void)desk.note("one");
    REQUIRE(desk.db->run("UPDATE organisation SET rules='{'"));
    REQUIRE_FALSE(store::OrganisationTable::find(*desk.db, kTown.value)); // so it is told where it is asked for
    desk.send("one").summary = QStringLiteral("changé");
    REQUIRE(desk.pull() == PageFate::Taken);
    CHECK(desk.count("ticket WHERE summary='changé'") == 1);
}

TEST_CASE("what a newer service calls things takes no list away; what is damaged is told", "[store][newer]")
{
    Desk desk;
    (void)desk.note("one");
    domain::Ticket &one = desk.send("one");
    one.state = domain::TicketState::Waiting;
    one.parent = domain::TicketId::fromName("two");
    REQUIRE(desk.pull(true) == PageFate::Taken);
    const auto id = domain::TicketId::fromName("one");
    REQUIRE_FALSE(store::TicketTable::find(*desk.db, id.value)); // what asks for exactly what stands is not given a default
    const auto shown = store::TicketTable::findToShow(*desk.db, id.value);
    REQUIRE((shown && *shown));
    CHECK((*shown)->unknown == QStringList{QStringLiteral("state")});
    CHECK((*shown)->entity.number == u"one");
    const auto children = store::TicketTable::childrenOf(*desk.db, one.parent, 10);
    REQUIRE(children);
    CHECK(children->size() == 1);

    REQUIRE(desk.db->run("UPDATE timeline SET kind='huddled'"));
    const auto history = store::TimelineTable::of(*desk.db, id);
    REQUIRE((history && history->size() == 1));
    CHECK(history->front().entity.kind == domain::EntryKind::Unknown);
    CHECK(history->front().entity.text == QStringLiteral("rappelé"));
    REQUIRE(desk.db->run("UPDATE timeline SET changes='['"));
    CHECK(store::TimelineTable::of(*desk.db, id).error().kind == base::Error::Kind::Corrupt);
}

TEST_CASE("a base row that is damaged goes, and its scope is fetched anew with what was done on it", "[store][newer]")
{
    Desk desk;
    const auto op = desk.note("one");
    const char *damage = GENERATE("body='{'", "body=replace(body,'}','')", "body='{}'", "kind='tickft'",
                                  "body=replace(body,':0',':\"0\"')");
    INFO(damage);
    REQUIRE(desk.db->run(std::string("UPDATE base SET ") + damage));
    const bool aside = GENERATE(false, true);
    if (aside) { // met where what is damaged is set aside
        REQUIRE(store::mirror::setAsideDamaged(*desk.db));
    } else { // met as a page tells of something else that was done on it
        const auto other = desk.note("one");
        desk.results = {{other, kScope, wire::VerdictCode::Invalid, ++desk.seq, {}}};
        desk.send("two").summary = QStringLiteral("changé");
        REQUIRE(desk.pull() == PageFate::SetBack);
        CHECK(desk.text("SELECT summary FROM ticket WHERE number='two'") == u"changé");
        desk.results.clear();
    }
    CHECK(desk.state("one") == u"in_progress"); // what was shown is shown until all has come
    const auto cursor = store::CursorTable::find(*desk.db, kScope);
    REQUIRE((cursor && *cursor));
    CHECK((*cursor)->anew);
    CHECK((*cursor)->at.seq == 0);
    desk.cursor = 0;
    REQUIRE(desk.pull() == PageFate::Taken);
    CHECK(desk.state("one") == u"in_progress");
    CHECK(desk.count("base WHERE body IS NOT NULL AND kind='ticket'") == 1);
    CHECK(desk.count("outbox WHERE shown=1 AND state='pending'") == 1);
    CHECK(desk.count("timeline WHERE seq=0") == 1);
    CHECK(store::OutboxTable::isPending(*desk.db, op) == true);
    desk.send("one"); // and is as sound as any
    REQUIRE(desk.pull() == PageFate::Taken);
}

TEST_CASE("an erasure passes over no base row it cannot read", "[store][newer][erasure]")
{
    Desk desk;
    (void)desk.note("one");
    (void)desk.note("two");
    domain::Ticket &one = desk.send("one");
    one.state = domain::TicketState::Waiting;
    one.requester = domain::PersonId::fromName("p");
    one.requesterName = QStringLiteral("Zéphirine Quillacq");
    one.summary = QStringLiteral("Zéphirine Quillacq rappelle");
    REQUIRE(desk.pull(true) == PageFate::Taken);
    REQUIRE(desk.db->run("UPDATE base SET body='{\"summary\":\"Zéphirine Quillacq\"' WHERE instr(body,'two')>0"));
    const auto moved = store::mirror::erasePerson(*desk.db, domain::PersonId::fromName("p"));
    REQUIRE(moved);
    CHECK(moved->size() == 2);
    CHECK(
        desk.count("base WHERE instr(body,'uillacq')>0 OR instr(body,'" + domain::PersonId::fromName("p").toString().toStdString() + "')>0")
        == 0);
    desk.send("two");
    REQUIRE(desk.pull(true));
    CHECK(desk.state("one") == u"escalated");
}
