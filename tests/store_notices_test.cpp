// SPDX-License-Identifier: GPL-3.0-or-later
// What the service refuses is told, each time that it is news and no other time.
#include "Catch.h"
#include "Mirror.h"
#include "NoticeTable.h"
#include "OutboxTable.h"
#include "SettingTable.h"
#include "Store.h"
#include "TicketTable.h"

#include <QTemporaryDir>

using namespace comptoir;
using store::Db;
using store::NoticeTable;

namespace {

const auto kTown = domain::OrganisationId::fromName("town");
const auto kScope = domain::scopeOf(kTown);

struct Desk
{
    QTemporaryDir folder;
    std::unique_ptr<Db> db;
    domain::OperationId note = domain::OperationId::fromName("note");

    Desk()
    {
        store::Store::Config config;
        config.path = folder.filePath(QStringLiteral("mirror.db"));
        config.migrations = QStringLiteral(":/sql/console");
        config.threads = false;
        REQUIRE(store::Store::open(config));
        db = std::move(*Db::open(config.path, Db::Mode::Write));
        REQUIRE(store::DeviceTable::setEpoch(*db, "one"));
        domain::Ticket ticket;
        ticket.id = domain::TicketId::fromName("ticket");
        ticket.scope = kScope;
        ticket.number = QStringLiteral("7K-1");
        REQUIRE(store::TicketTable::put(*db, ticket, 1));
        domain::Operation op;
        op.id = note;
        op.entity = domain::EntityId{ticket.id.value};
        op.scope = kScope;
        op.payload = domain::TicketNote{QStringLiteral("rappelé"), false};
        const domain::ApplyContext me{domain::OperatorId::fromName("me"), QStringLiteral("Inès"), 5, {}, false};
        REQUIRE(store::mirror::perform(*db, op, me, {"boot", 1, 1000}));
    }

    void answer(wire::VerdictCode code, qint64 seq, const QByteArray &data = {})
    {
        REQUIRE(store::mirror::takeVerdicts(*db, {{note, kScope, code, seq, data}}));
    }

    [[nodiscard]] std::optional<store::Notice> told()
    {
        const auto found = NoticeTable::find(*db, note);
        REQUIRE(found);
        return *found;
    }
};

} // namespace

TEST_CASE("a refusal after a restore is told though the service had taken the operation before", "[store][notices]")
{
    Desk desk;
    desk.answer(wire::VerdictCode::Forbidden, 0);
    REQUIRE(desk.told());
    desk.answer(wire::VerdictCode::Ok, 9); // it had arrived after all
    REQUIRE_FALSE(desk.told());
    REQUIRE(store::mirror::enterEpoch(*desk.db, "two"));
    const bool same = GENERATE(false, true);
    desk.answer(same ? wire::VerdictCode::Forbidden : wire::VerdictCode::Stale, same ? 0 : 7, same ? "" : R"({"field":"state"})");
    const auto told = desk.told();
    REQUIRE(told);
    CHECK(told->code == (same ? u"forbidden" : u"stale"));
    CHECK(told->label.startsWith(u"7K-1"));
    CHECK_FALSE(told->damaged);
    CHECK(NoticeTable::openCount(*desk.db) == 1);
}

TEST_CASE("what an operator has put away is told again for another answer only", "[store][notices]")
{
    Desk desk;
    desk.answer(wire::VerdictCode::Forbidden, 0, R"({"reason":"no"})");
    REQUIRE(desk.told());
    REQUIRE(NoticeTable::dismiss(*desk.db, desk.note));
    SECTION("the very same")
    {
        desk.answer(wire::VerdictCode::Forbidden, 7, R"({"reason":"no"})");
        CHECK_FALSE(desk.told());
    }
    SECTION("another reason")
    {
        desk.answer(wire::VerdictCode::Forbidden, 7, R"({"reason":"not any more"})");
        REQUIRE(desk.told());
        CHECK(desk.told()->refusal.contains("any more"));
    }
    SECTION("another verdict, of a ticket that has gone since")
    {
        REQUIRE(store::TicketTable::remove(*desk.db, base::Uuid::fromName("ticket")));
        desk.answer(wire::VerdictCode::Gone, 7);
        REQUIRE(desk.told());
        CHECK(desk.told()->code == u"gone");
        CHECK(desk.told()->label.startsWith(u"7K-1"));
    }
}
