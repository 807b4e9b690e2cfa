// SPDX-License-Identifier: GPL-3.0-or-later
#include "Catch.h"
#include "CentralRig.h"
#include "OpTable.h"
#include "RowTable.h"

using namespace comptoir;
using namespace comptoir::tests;
using wire::VerdictCode;

namespace {

const QString kAnne = QStringLiteral("anne");

wire::OpMessage note(CentralRig &rig, const wire::OpMessage &ticket, const QString &text)
{
    return rig.message(ticket.scope, ticket.entity, domain::TicketNote{text, false});
}

} // namespace

TEST_CASE("an accepted operation stands under the seq of its row, its history entry below", "[central][ops]")
{
    CentralRig rig;
    rig.addOperator(kAnne, domain::Role::Operator, {QStringLiteral("A")});
    Desk anne = rig.signIn(kAnne);
    const auto open = rig.ticketOpen(anne, rig.a, QStringLiteral("no screen"));
    const auto verdict = rig.verdict(anne, open);
    CHECK(verdict.code == VerdictCode::Ok);
    CHECK(verdict.seq == 2);

    const auto reply = rig.pull(anne);
    REQUIRE(reply);
    const auto page = std::find_if(reply->pages.begin(), reply->pages.end(),
                                   [&](const auto &one) { return one.scope == domain::scopeOf(rig.a); });
    REQUIRE(page != reply->pages.end());
    CHECK(page->complete);
    CHECK(page->to == 2);
    REQUIRE(page->tables.size() == 2);
    CHECK(page->tables[0].name == "ticket");
    CHECK(page->tables[0].seq(0) == 2);
    CHECK(page->tables[1].name == "timeline");
    CHECK(page->tables[1].seq(0) == 1);
    REQUIRE(page->results.size() == 1);
    CHECK(page->results[0] == verdict);
}

TEST_CASE("an operation sent twice has one effect and the same verdict", "[central][ops]")
{
    CentralRig rig;
    rig.addOperator(kAnne, domain::Role::Operator, {QStringLiteral("A")});
    Desk anne = rig.signIn(kAnne);
    auto open = rig.ticketOpen(anne, rig.a, QStringLiteral("no screen"));
    const auto first = rig.verdict(anne, open);
    open.ageMs = 5000; // outside the hash
    CHECK(rig.verdict(anne, open) == first);

    const auto late = note(rig, open, QString());
    const auto refusal = rig.verdict(anne, late);
    CHECK(refusal.code == VerdictCode::Invalid);
    CHECK(refusal.seq > first.seq);
    CHECK(rig.verdict(anne, late) == refusal);
}

TEST_CASE("the same id with another content is refused and does not touch what stands", "[central][ops]")
{
    CentralRig rig;
    rig.addOperator(kAnne, domain::Role::Operator, {QStringLiteral("A")});
    Desk anne = rig.signIn(kAnne);
    const auto open = rig.ticketOpen(anne, rig.a, QStringLiteral("no screen"));
    const auto first = rig.verdict(anne, open);
    auto other = rig.ticketOpen(anne, rig.a, QStringLiteral("something else"));
    other.id = open.id;
    other.entity = open.entity;
    CHECK(rig.verdict(anne, other).code == VerdictCode::HashMismatch);
    CHECK(rig.verdict(anne, open) == first);
}

TEST_CASE("the first claim wins, the second is told who has it", "[central][ops]")
{
    CentralRig rig;
    const QString bob = QStringLiteral("bob");
    rig.addOperator(kAnne, domain::Role::Operator, {QStringLiteral("A")});
    rig.addOperator(bob, domain::Role::Operator, {QStringLiteral("A")});
    Desk anne = rig.signIn(kAnne, "pc1");
    Desk other = rig.signIn(bob, "pc2");
    const auto open = rig.ticketOpen(anne, rig.a, QStringLiteral("no screen"));
    REQUIRE(rig.verdict(anne, open).code == VerdictCode::Ok);
    CHECK(rig.verdict(anne, rig.message(open.scope, open.entity, domain::TicketClaim{})).code == VerdictCode::Ok);
    const auto second = rig.verdict(other, rig.message(open.scope, open.entity, domain::TicketClaim{}));
    CHECK(second.code == VerdictCode::Taken);
    REQUIRE(second.refusal());
    CHECK(second.refusal()->current == anne.session.operatorId.toString());
}

TEST_CASE("a ticket number bears the device's own code and means one ticket", "[central][ops]")
{
    CentralRig rig;
    rig.addOperator(kAnne, domain::Role::Operator, {QStringLiteral("A"), QStringLiteral("B")});
    Desk anne = rig.signIn(kAnne, "pc1");
    Desk away = rig.signIn(kAnne, "pc2");
    CHECK(anne.session.deviceCode != away.session.deviceCode);
    REQUIRE(rig.verdict(anne, rig.ticketOpen(anne, rig.a, QStringLiteral("one"))).code == VerdictCode::Ok);

    anne.counter = 0; // a profile that was restored
    const auto again = rig.verdict(anne, rig.ticketOpen(anne, rig.b, QStringLiteral("two")));
    CHECK(again.code == VerdictCode::Invalid);
    REQUIRE(again.refusal());
    CHECK(again.refusal()->field == QStringLiteral("number"));
    CHECK(again.refusal()->current == QStringLiteral("1"));

    std::swap(anne.session.deviceCode, away.session.deviceCode);
    const auto foreign = rig.verdict(anne, rig.ticketOpen(anne, rig.a, QStringLiteral("three")));
    CHECK(foreign.code == VerdictCode::Invalid);
    CHECK(foreign.refusal()->field == QStringLiteral("number"));
    CHECK(rig.signIn(kAnne, "pc1").session.highestCounter == 1);
}

TEST_CASE("no ticket is opened under another's alias, and no alias takes another device's numbers", "[central][ops]")
{
    CentralRig rig;
    rig.addOperator(kAnne, domain::Role::Operator, {QStringLiteral("A"), QStringLiteral("B")});
    Desk anne = rig.signIn(kAnne, "pc1");
    Desk away = rig.signIn(kAnne, "pc2");
    const auto opened = [&](Desk &desk, const QStringList &aliases) {
        auto message = rig.ticketOpen(desk, rig.a, QStringLiteral("x"));
        auto op = message.toOperation();
        REQUIRE(op);
        std::get<domain::TicketOpen>(op->payload).ticket.aliases.list = aliases;
        return rig.verdict(desk, wire::OpMessage::from(*op, 0));
    };
    const QString third = anne.session.deviceCode + QStringLiteral("-3");
    CHECK(opened(anne, {third, QStringLiteral("INC0000045")}).code == VerdictCode::Ok);
    CHECK(rig.verdict(anne, rig.ticketOpen(anne, rig.a, QStringLiteral("two"))).code == VerdictCode::Ok);
    const auto taken = rig.verdict(anne, rig.ticketOpen(anne, rig.b, QStringLiteral("three")));
    CHECK(taken.code == VerdictCode::Invalid);
    REQUIRE(taken.refusal());
    CHECK(taken.refusal()->field == QStringLiteral("number"));
    CHECK(taken.refusal()->current == QStringLiteral("2"));
    CHECK(rig.verdict(anne, rig.ticketOpen(anne, rig.b, QStringLiteral("four"))).code == VerdictCode::Ok);

    const auto foreign = opened(away, {anne.session.deviceCode + QStringLiteral("-9")});
    CHECK(foreign.code == VerdictCode::Invalid);
    REQUIRE(foreign.refusal());
    CHECK(foreign.refusal()->field == QStringLiteral("aliases"));
}

TEST_CASE("an operation older than the horizon is refused, its age is clamped", "[central][ops]")
{
    CentralRig rig;
    rig.addOperator(kAnne, domain::Role::Operator, {QStringLiteral("A")});
    Desk anne = rig.signIn(kAnne);
    auto open = rig.ticketOpen(anne, rig.a, QStringLiteral("old"));
    open.ageMs = qint64(90) * 24 * 3600 * 1000;
    REQUIRE(rig.verdict(anne, open).code == VerdictCode::Ok);
    const auto rows = rig.pull(anne);
    REQUIRE(rows);
    for (const auto &page : rows->pages) {
        for (const auto &table : page.tables) {
            if (table.name == "ticket") {
                CHECK(table.row(0)[table.column("opened_ms")].integer == rig.clock.now - qint64(30) * 24 * 3600 * 1000);
            }
        }
    }
    const auto late = note(rig, open, QStringLiteral("hello"));
    rig.clock.now += qint64(181) * 24 * 3600 * 1000;
    anne = rig.signIn(kAnne);
    CHECK(rig.verdict(anne, late).code == VerdictCode::TooOld);
}

TEST_CASE("what depends on a refused operation is refused, in the same batch too", "[central][ops]")
{
    CentralRig rig;
    rig.addOperator(kAnne, domain::Role::Operator, {QStringLiteral("A")});
    Desk anne = rig.signIn(kAnne);
    const auto open = rig.ticketOpen(anne, rig.a, QStringLiteral("x"));
    auto refused = note(rig, open, QString());
    auto dependent = note(rig, open, QStringLiteral("text"));
    dependent.deps = {refused.id};
    const auto reply = rig.push(anne, {open, refused, dependent, note(rig, open, QStringLiteral("independent"))});
    REQUIRE(reply);
    REQUIRE(reply->verdicts.size() == 4);
    CHECK(reply->verdicts[0].code == VerdictCode::Ok);
    CHECK(reply->verdicts[1].code == VerdictCode::Invalid);
    CHECK(reply->verdicts[2].code == VerdictCode::Invalid);
    CHECK(reply->verdicts[2].refusal()->field == QStringLiteral("deps"));
    CHECK(reply->verdicts[3].code == VerdictCode::Ok);
}

TEST_CASE("what depends on itself or on an operation never received is refused; one forgotten since stood", "[central][ops]")
{
    CentralRig rig;
    rig.addOperator(kAnne, domain::Role::Operator, {QStringLiteral("A")});
    Desk anne = rig.signIn(kAnne);
    const auto open = rig.ticketOpen(anne, rig.a, QStringLiteral("x"));
    auto itself = note(rig, open, QStringLiteral("itself"));
    itself.deps = {itself.id};
    const auto never = note(rig, open, QStringLiteral("never sent"));
    auto orphan = note(rig, open, QStringLiteral("orphan"));
    orphan.deps = {open.id, never.id};
    auto noTime = note(rig, open, QStringLiteral("no time"));
    noTime.deps = {domain::OperationId::fromName("never")};
    auto fine = note(rig, open, QStringLiteral("fine"));
    fine.deps = {open.id};
    const auto reply = rig.push(anne, {open, itself, orphan, noTime, fine});
    REQUIRE(reply);
    REQUIRE(reply->verdicts.size() == 5);
    for (const std::size_t refused : {std::size_t(1), std::size_t(2), std::size_t(3)}) {
        CHECK(reply->verdicts[refused].code == VerdictCode::Invalid);
        REQUIRE(reply->verdicts[refused].refusal());
        CHECK(reply->verdicts[refused].refusal()->field == QStringLiteral("deps"));
    }
    CHECK(reply->verdicts[4].code == VerdictCode::Ok);

    // Half a year later the opening is forgotten: what is done after it still goes through.
    rig.clock.now += qint64(181) * 24 * 3600 * 1000;
    anne = rig.signIn(kAnne);
    REQUIRE(rig.service->sweep().result());
    auto late = note(rig, open, QStringLiteral("late"));
    late.deps = {open.id};
    CHECK(rig.verdict(anne, late).code == VerdictCode::Ok);
}

TEST_CASE("an unknown kind of operation is told unknown, another epoch is told 409", "[central][ops]")
{
    CentralRig rig;
    rig.addOperator(kAnne, domain::Role::Operator, {QStringLiteral("A")});
    Desk anne = rig.signIn(kAnne);
    auto future = rig.ticketOpen(anne, rig.a, QStringLiteral("x"));
    future.kind = "ticket.teleport";
    CHECK(rig.verdict(anne, future).code == VerdictCode::Unknown);

    const auto stale = rig.push(anne, {}, "0123456789abcdef0123456789abcdef");
    REQUIRE_FALSE(stale);
    CHECK(stale.error().problem.status == 409);
    CHECK(stale.error().problem.extension(QStringLiteral("code")) == QStringLiteral("epoch"));
    CHECK(stale.error().problem.extension(QStringLiteral("epoch")) == QString::fromLatin1(anne.session.epoch));
}

TEST_CASE("an operation of a scope that is not granted is, for what depends on it, one never received", "[central][ops]")
{
    CentralRig rig;
    const QString bob = QStringLiteral("bob");
    rig.addOperator(kAnne, domain::Role::Operator, {QStringLiteral("A")});
    rig.addOperator(bob, domain::Role::Operator, {QStringLiteral("B")});
    Desk anne = rig.signIn(kAnne);
    Desk away = rig.signIn(bob, "pc2");
    const auto foreign = rig.ticketOpen(away, rig.b, QStringLiteral("not hers"));
    const auto refused = note(rig, foreign, QString());
    REQUIRE(rig.verdict(away, foreign).code == VerdictCode::Ok);
    REQUIRE(rig.verdict(away, refused).code == VerdictCode::Invalid);
    const auto open = rig.ticketOpen(anne, rig.a, QStringLiteral("x"));
    REQUIRE(rig.verdict(anne, open).code == VerdictCode::Ok);
    const auto never = note(rig, open, QStringLiteral("never sent"));
    const auto answerOn = [&](domain::OperationId needed) {
        auto dependent = note(rig, open, QStringLiteral("text"));
        dependent.deps = {needed};
        const auto verdict = rig.verdict(anne, dependent);
        return std::pair{verdict.code, verdict.data};
    };
    const auto unknown = answerOn(never.id);
    CHECK(unknown.first == VerdictCode::Invalid);
    CHECK(answerOn(foreign.id) == unknown);
    CHECK(answerOn(refused.id) == unknown);
}

TEST_CASE("an operation of a scope that is not granted is stored only where it is forgotten in its time", "[central][ops]")
{
    CentralRig rig;
    rig.addOperator(kAnne, domain::Role::Operator, {QStringLiteral("A")});
    Desk anne = rig.signIn(kAnne);
    const auto stored = [&](const wire::OpMessage &message) {
        return rig.store->read([&](store::Db &db) { return central::OpTable::find(db, message.id); }).result().value().has_value();
    };
    constexpr qint64 day = 24 * 3600 * 1000;
    const qint64 now = rig.clock.now;
    const auto today = rig.ticketOpen(anne, rig.b, QStringLiteral("today"));
    rig.clock.now = now + 400 * day;
    const auto ahead = rig.ticketOpen(anne, rig.b, QStringLiteral("ahead"));
    rig.clock.now = now - 400 * day;
    const auto old = rig.ticketOpen(anne, rig.b, QStringLiteral("old"));
    rig.clock.now = now;
    auto noTime = rig.ticketOpen(anne, rig.b, QStringLiteral("no time"));
    noTime.id = domain::OperationId::fromName("no time");
    for (const auto &message : {today, ahead, old, noTime}) {
        const auto verdict = rig.verdict(anne, message);
        CHECK(verdict.code == VerdictCode::Forbidden);
        CHECK(verdict.seq == 0);
    }
    CHECK(stored(today));
    CHECK_FALSE(stored(ahead));
    CHECK_FALSE(stored(old));
    CHECK_FALSE(stored(noTime));
}
