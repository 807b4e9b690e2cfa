// SPDX-License-Identifier: GPL-3.0-or-later
// What is forgotten for good is not forgotten for a clock's mistake.
#include "Catch.h"
#include "CentralRig.h"
#include "RowWriter.h"
#include "Tuning.h"

using namespace comptoir;
using namespace comptoir::tests;

namespace {

const QString kAnne = QStringLiteral("anne");

qint64 countOf(CentralRig &rig, const char *table)
{
    const std::string sql = std::string("SELECT count(*) FROM ") + table;
    return rig.store
        ->read([&](store::Db &db) {
            store::Statement query = db.prepare(sql);
            return query.step().map([&](bool) { return query.integer(0); });
        })
        .result()
        .value();
}

/// So many days of a service that sweeps each day.
void days(CentralRig &rig, int count)
{
    for (int day = 0; day < count; ++day) {
        rig.clock.now += base::kDayMs;
        REQUIRE(rig.service->sweep().result());
    }
}

} // namespace

TEST_CASE("a clock set years ahead by mistake makes the sweep forget nothing; time that passes with work does", "[central][horizon]")
{
    CentralRig rig;
    rig.addOperator(kAnne, domain::Role::Operator, {QStringLiteral("A")});
    Desk anne = rig.signIn(kAnne);
    const auto open = rig.ticketOpen(anne, rig.a, QStringLiteral("une fois"));
    const auto stays = rig.ticketOpen(anne, rig.a, QStringLiteral("deux fois"));
    const auto first = rig.verdict(anne, open);
    REQUIRE(rig.verdict(anne, stays).code == wire::VerdictCode::Ok);
    REQUIRE(rig.store->write([&](store::Db &db) { return central::RowWriter(db, open.scope).remove<domain::Ticket>(open.entity.value); })
                .result());
    days(rig, 2);
    const qint64 right = rig.clock.now;
    const qint64 ops = countOf(rig, "op");
    const qint64 entries = countOf(rig, "audit_entry");
    REQUIRE(countOf(rig, "tombstone") == 1);

    rig.clock.now += 5 * 365 * base::kDayMs;
    REQUIRE(rig.service->sweep().result());
    CHECK(countOf(rig, "op") == ops);
    CHECK(countOf(rig, "tombstone") == 1);
    CHECK(countOf(rig, "audit_entry") == entries);

    rig.clock.now = right; // somebody has set it right
    anne = rig.signIn(kAnne);
    const auto again = rig.verdict(anne, open);
    CHECK(again.seq == first.seq);
    CHECK(again.code == first.code);

    for (int month = 0; month < 14; ++month) {
        days(rig, 30);
        anne = rig.signIn(kAnne);
        (void)rig.verdict(anne, rig.ticketOpen(anne, rig.a, QString::number(month)));
    }
    days(rig, 2);
    CHECK(countOf(rig, "op") < ops + 14);
    CHECK(countOf(rig, "tombstone") == 0);
    CHECK(countOf(rig, "audit_entry WHERE action='pruned'") > 0);
}
