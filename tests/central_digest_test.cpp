// SPDX-License-Identifier: GPL-3.0-or-later
#include "Catch.h"
#include "CentralRig.h"
#include "Contact.h"
#include "Digest.h"
#include "DigestTable.h"
#include "Durations.h"
#include "PageRows.h"
#include "RowWriter.h"
#include "Tuning.h"

using namespace comptoir;
using namespace comptoir::tests;

namespace {

const QString kAnne = QStringLiteral("anne");

std::vector<QByteArray> allTables()
{
    std::vector<QByteArray> out;
    for (const auto &table : central::pageTables()) {
        out.push_back(QByteArray::fromStdString(table.name));
    }
    return out;
}

/// One answer from the beginning, with the digests over `tables`.
wire::ChangesReply pulled(CentralRig &rig, const Desk &desk, const std::vector<QByteArray> &tables, int limit = 0)
{
    wire::ChangesRequest request;
    request.device = desk.device;
    request.tables = tables;
    request.limit = limit;
    const auto answer = rig.service->changesAfter(desk.session.accessToken, request.encode(), false).result();
    REQUIRE(answer);
    const auto reply = wire::ChangesReply::decode(answer->body);
    REQUIRE(reply);
    return *reply;
}

/// What the rows of a page add up to.
QByteArray sumOf(const wire::ScopePage &page)
{
    quint64 sum = 0;
    for (const auto &table : page.tables) {
        for (std::size_t at = 0; at < table.rowCount; ++at) {
            sum += wire::rowHash(table.row(at)[1].id, table.seq(at));
        }
    }
    return wire::digestText(sum);
}

void checkSums(CentralRig &rig, const Desk &desk)
{
    const auto reply = pulled(rig, desk, allTables());
    REQUIRE(reply.pages.size() == 2);
    for (const auto &page : reply.pages) {
        REQUIRE(page.complete);
        CHECK_FALSE(page.digest.isEmpty());
        CHECK(page.digest == sumOf(page));
    }
}

void work(CentralRig &rig, Desk &desk)
{
    for (int at = 0; at < 5; ++at) {
        const auto open = rig.ticketOpen(desk, rig.a, QStringLiteral("t"));
        (void)rig.verdict(desk, open);
        (void)rig.verdict(desk, rig.message(open.scope, open.entity, domain::TicketNote{QStringLiteral("n"), false}));
        (void)rig.verdict(desk, rig.message(open.scope, open.entity, domain::TicketNote{QString(), false})); // refused
    }
}

base::Result<> sqlOn(CentralRig &rig, const char *sql)
{
    return rig.store->write([sql](store::Db &db) { return db.run(sql); }).result();
}

qint64 counted(CentralRig &rig, const char *sql)
{
    const auto found = rig.store
                           ->read([sql](store::Db &db) -> base::Result<qint64> {
                               store::Statement query = db.prepare(sql);
                               return query.step().map([&](bool) { return query.integer(0); });
                           })
                           .result();
    REQUIRE(found);
    return *found;
}

} // namespace

TEST_CASE("the digest of a scope is what its rows add up to, whatever is done to them", "[central][digest]")
{
    CentralRig rig;
    rig.addOperator(kAnne, domain::Role::Operator, {QStringLiteral("A")});
    Desk anne = rig.signIn(kAnne);
    work(rig, anne);
    checkSums(rig, anne);

    const auto open = rig.ticketOpen(anne, rig.a, QStringLiteral("gone"));
    (void)rig.verdict(anne, open);
    REQUIRE(rig.store->write([&](store::Db &db) { return central::RowWriter(db, open.scope).remove<domain::Ticket>(open.entity.value); })
                .result());
    checkSums(rig, anne);

    // A batch that is undone leaves no trace in it.
    const auto undone = rig.store
                            ->write([&](store::Db &db) -> base::Result<qint64> {
                                domain::Person person;
                                person.id = rig.ids.make<domain::PersonId>();
                                person.scope = open.scope;
                                return central::RowWriter(db, open.scope).put(person).and_then([](qint64) -> base::Result<qint64> {
                                    return base::fail(base::Error::Kind::Io, QStringLiteral("undone"));
                                });
                            })
                            .result();
    REQUIRE_FALSE(undone);
    checkSums(rig, anne);
}

TEST_CASE("a digest covers the tables that were asked for, and is told at the end of a scope only", "[central][digest]")
{
    CentralRig rig;
    rig.addOperator(kAnne, domain::Role::Operator, {QStringLiteral("A")});
    Desk anne = rig.signIn(kAnne);
    work(rig, anne);
    for (const auto &page : pulled(rig, anne, {}).pages) {
        CHECK(page.digest.isEmpty());
    }
    for (const auto &page : pulled(rig, anne, allTables(), 2).pages) {
        CHECK((page.complete || page.digest.isEmpty()));
    }
    const auto reply = pulled(rig, anne, {"ticket"});
    REQUIRE(reply.pages.size() == 2);
    auto tickets = reply.pages.back();
    REQUIRE(tickets.scope == domain::scopeOf(rig.a));
    tickets.tables.erase(
        std::remove_if(tickets.tables.begin(), tickets.tables.end(), [](const auto &table) { return table.name != "ticket"; }),
        tickets.tables.end());
    REQUIRE(tickets.tables.size() == 1);
    CHECK(tickets.digest == sumOf(tickets));
}

TEST_CASE("a business agent's digest leaves out what it may not read", "[central][digest]")
{
    CentralRig rig;
    const QString bruno = QStringLiteral("bruno");
    rig.addOperator(kAnne, domain::Role::Operator, {QStringLiteral("A")});
    rig.addOperator(bruno, domain::Role::BusinessAgent, {QStringLiteral("A")});
    Desk anne = rig.signIn(kAnne);
    domain::Contact call;
    call.startedMs = rig.clock.now;
    call.id = rig.ids.make<domain::ContactId>();
    REQUIRE(rig.store->write([&](store::Db &db) { return central::RowWriter(db, {}).put(call); }).result());
    checkSums(rig, anne);
    checkSums(rig, rig.signIn(bruno));
}

TEST_CASE("the rows of a database from before there were digests are added up once, by the sweep", "[central][digest]")
{
    CentralRig rig;
    rig.addOperator(kAnne, domain::Role::Operator, {QStringLiteral("A")});
    Desk anne = rig.signIn(kAnne);
    work(rig, anne);
    REQUIRE(sqlOn(rig, "DELETE FROM row_digest; UPDATE scope SET digest_known = 0"));
    work(rig, anne);
    for (const auto &page : pulled(rig, anne, allTables()).pages) {
        CHECK(page.digest.isEmpty());
    }
    REQUIRE(rig.service->sweep().result());
    checkSums(rig, anne);
    work(rig, anne);
    checkSums(rig, anne);
}

TEST_CASE("tombstones of half a year ago are forgotten, and who has not asked since fetches anew", "[central][changes][floor]")
{
    CentralRig rig;
    rig.addOperator(kAnne, domain::Role::Operator, {QStringLiteral("A")});
    Desk anne = rig.signIn(kAnne);
    const auto open = rig.ticketOpen(anne, rig.a, QStringLiteral("gone"));
    const auto opened = rig.verdict(anne, open);
    const auto gone = rig.store
                          ->write(
                              [&](store::Db &db) { return central::RowWriter(db, open.scope).remove<domain::Ticket>(open.entity.value); })
                          .result();
    REQUIRE(gone);
    const auto asked = [&](qint64 seq) { return rig.pull(anne, {{open.scope, {1, seq}}}); };
    const auto days = [&](int count) {
        for (int day = 0; day < count; ++day) {
            rig.clock.now += base::kDayMs;
            REQUIRE(rig.service->sweep().result());
        }
        anne = rig.signIn(kAnne);
    };
    REQUIRE(rig.service->sweep().result());
    days(170);
    CHECK(counted(rig, "SELECT count(*) FROM tombstone") == 1);
    CHECK(asked(opened.seq));
    days(20);
    CHECK(counted(rig, "SELECT count(*) FROM tombstone") == 0);
    const auto late = asked(opened.seq);
    REQUIRE_FALSE(late);
    CHECK(late.error().problem.status == 410);
    CHECK(late.error().problem.extension(QStringLiteral("code")) == QStringLiteral("cursor_too_old"));
    CHECK(late.error().problem.extension(QStringLiteral("scope")) == open.scope.toString());
    CHECK(asked(*gone)); // it has seen the tombstone
    CHECK(asked(0));
    // Marks do not pile up: no more than one a day of the half year, and none where nothing moves.
    CHECK(counted(rig, "SELECT count(*) FROM scope_mark") <= 4);
}
