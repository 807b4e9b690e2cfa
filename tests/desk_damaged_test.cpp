// SPDX-License-Identifier: GPL-3.0-or-later
// What was typed at this desk and is damaged on its disk: read, never done as it stands.
#include "Catch.h"
#include "DeskRig.h"
#include "Mirror.h"
#include "OutboxTable.h"
#include "Pending.h"
#include "Refusals.h"
#include "Tickets.h"

using namespace comptoir;
using namespace comptoir::tests;

namespace {

struct DamagedDesk : DeskRig
{
    desk::Tickets tickets{parts()};
    desk::Pending pending{parts()};

    desk::Draft begun(const QString &summary)
    {
        const auto draft = settled(tickets.startDraft(written(summary)));
        REQUIRE(draft);
        return *draft;
    }

    domain::TicketId opened(const QString &summary)
    {
        const auto id = settled(tickets.open(begun(summary)));
        REQUIRE(id);
        return *id;
    }

    /// As the disk does it; where the damage meets an operation, the next round sets it aside.
    void damage(const char *sql)
    {
        REQUIRE(settled(store->write([&](store::Db &db) {
            return db.run("DROP TRIGGER IF EXISTS outbox_sum").and_then([&] { return db.run(sql); }).and_then([&] {
                return store::mirror::setAsideDamaged(db);
            });
        })));
    }

    std::vector<desk::Pending::Item> items()
    {
        const auto all = settled(pending.items());
        REQUIRE(all);
        return *all;
    }
};

constexpr const char *kOtherLetter = "UPDATE outbox SET payload=CAST(replace(CAST(payload AS TEXT),'noir','nohr') AS BLOB)";

} // namespace

TEST_CASE("a damaged draft says so until it is opened, however often it is kept", "[desk][sums]")
{
    DamagedDesk desk;
    const auto draft = desk.begun(QStringLiteral("Écran noir"));
    const auto kept = [&] { return settled(desk.tickets.drafts()).value().front(); };
    CHECK_FALSE(kept().damaged);
    desk.damage("UPDATE draft SET ticket=replace(ticket,'noir','nohr')");
    REQUIRE(kept().damaged);
    CHECK(kept().ticket.summary == u"Écran nohr");
    desk::Draft mended = kept();
    mended.ticket.summary = QStringLiteral("Écran noir");
    REQUIRE(settled(desk.tickets.saveDraft(mended)));
    CHECK(kept().damaged);
    REQUIRE(settled(desk.tickets.open(kept())));
    CHECK(settled(desk.tickets.drafts()).value().empty());
}

TEST_CASE("a draft that is no draft any more is a text with a number of its own", "[desk][sums]")
{
    DamagedDesk desk;
    const auto draft = desk.begun(QStringLiteral("Écran noir"));
    desk.damage("UPDATE draft SET ticket='x'||ticket");
    desk::Draft legible = settled(desk.tickets.drafts()).value().front();
    CHECK(legible.damaged);
    CHECK(legible.ticket.description.contains(draft.ticket.number)); // what the caller was told
    const auto saved = settled(desk.tickets.saveDraft(legible));
    REQUIRE(saved);
    CHECK_FALSE(saved->ticket.number.isEmpty());
    CHECK(saved->ticket.number != draft.ticket.number);
}

TEST_CASE("a damaged opening stands on the list with its reason and becomes a draft that says it is damaged", "[desk][sums]")
{
    DamagedDesk desk;
    const auto id = desk.opened(QStringLiteral("Écran noir"));
    desk.damage(kOtherLetter);
    REQUIRE(desk.items().size() == 1);
    const auto item = desk.items().front();
    CHECK(item.state == desk::Pending::Item::State::Refused);
    CHECK(domain::isDamagedHere(item.refusal));
    CHECK(item.text.contains(u"nohr"));
    CHECK_FALSE(item.again);
    const auto page = settled(desk.tickets.page(id));
    REQUIRE(page);
    CHECK(page->unopened);
    const auto again = settled(desk.tickets.redraft(id));
    REQUIRE(again);
    CHECK(again->damaged);
    CHECK(settled(desk.tickets.drafts()).value().front().damaged);
}

TEST_CASE("a damaged note is shown beside its ticket and not done again as it is", "[desk][sums]")
{
    DamagedDesk desk;
    const auto id = desk.opened(QStringLiteral("Clavier"));
    REQUIRE(settled(desk.tickets.note(id, QStringLiteral("écran noir aussi"), true)));
    desk.damage(kOtherLetter);
    const auto page = settled(desk.tickets.page(id));
    REQUIRE(page);
    CHECK_FALSE(page->unopened);
    REQUIRE(page->refused.size() == 1);
    CHECK(page->refused.front().mine == u"écran nohr aussi");
    CHECK(domain::isDamagedHere(page->refused.front().refusal));
    CHECK_FALSE(page->refused.front().again);
    CHECK_FALSE(settled(desk.tickets.insist(page->refused.front().op)));
    CHECK(std::none_of(page->timeline.begin(), page->timeline.end(), [](const auto &line) { return line.entry.text.contains(u"nohr"); }));
}
