// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of a ticket that was refused, made a draft again, and proves to have been accepted; and of what had been done to it.
#include "Catch.h"
#include "CursorTable.h"
#include "DeskRig.h"
#include "Mirror.h"
#include "OutboxTable.h"
#include "Scopes.h"
#include "TicketQueue.h"
#include "TicketTable.h"
#include "Tickets.h"

#include <algorithm>

using namespace comptoir;
using namespace comptoir::tests;
using domain::TicketState;

namespace {

struct Redrafting : DeskRig
{
    desk::Tickets tickets{parts()};
    domain::ScopeId scope = domain::scopeOf(merignac);

    domain::TicketId opened(const desk::Draft &draft)
    {
        const auto id = settled(tickets.open(draft));
        REQUIRE(id);
        return *id;
    }

    desk::Draft begun(const QString &summary)
    {
        const auto draft = settled(tickets.startDraft(written(summary)));
        REQUIRE(draft);
        return *draft;
    }

    domain::Ticket ticket(domain::TicketId id)
    {
        const auto page = settled(tickets.page(id));
        REQUIRE(page);
        return page->ticket;
    }

    void take(const wire::Verdict &verdict)
    {
        REQUIRE(settled(store->write([&](store::Db &db) { return store::mirror::takeVerdicts(db, {verdict}); })));
    }

    void forbid(domain::TicketId id)
    {
        domain::Refusal refusal;
        refusal.code = domain::Refusal::Code::Forbidden;
        take(wire::Verdict::refused(domain::OperationId{id.value}, scope, 0, refusal));
    }

    void refuseNumber(domain::TicketId id, qint64 seq)
    {
        domain::Refusal refusal;
        refusal.code = domain::Refusal::Code::Invalid;
        refusal.field = QStringLiteral("number");
        take(wire::Verdict::refused(domain::OperationId{id.value}, scope, seq, refusal));
        REQUIRE(settled(store->write([&](store::Db &db) { // the page that tells it is the last there is
            return store::OutboxTable::retire(db, domain::OperationId{id.value}).and_then([&] {
                return store::TicketTable::remove(db, id.value);
            });
        })));
    }

    /// The grant is back: the service tells that it had accepted it.
    void accept(const domain::Ticket &stands, qint64 seq)
    {
        take({domain::OperationId{stands.id.value}, scope, wire::VerdictCode::Ok, seq, {}});
        arrive(stands, seq);
    }

    void arrive(const domain::Ticket &stands, qint64 seq)
    {
        REQUIRE(settled(store->write([&](store::Db &db) { return store::TicketTable::put(db, stands, seq); })));
    }

    void fetched(bool complete)
    {
        store::CursorRow cursor;
        cursor.scope = scope;
        cursor.complete = complete;
        REQUIRE(settled(store->write([&](store::Db &db) { return store::CursorTable::put(db, cursor); })));
    }

    qint64 waiting()
    {
        const auto count = settled(store->read([](store::Db &db) { return store::OutboxTable::pendingCount(db); }));
        REQUIRE(count);
        return *count;
    }
};

} // namespace

TEST_CASE("a draft made from a refused ticket that proves to have been accepted joins it, and stands only once", "[desk][redraft]")
{
    Redrafting desk;
    const auto first = desk.opened(desk.begun(QStringLiteral("Imprimante en panne")));
    const domain::Ticket stands = desk.ticket(first);
    desk.forbid(first);
    auto draft = settled(desk.tickets.redraft(first));
    REQUIRE(draft);
    CHECK(draft->ticket.number == stands.number);
    draft->ticket.description += QStringLiteral("rappeler à 14 h");
    draft->ticket.urgency = domain::Level::High;
    draft->ticket.tags.list = {QStringLiteral("mairie")};
    REQUIRE(settled(desk.tickets.saveDraft(*draft)));
    const domain::TicketId beside{draft->id};
    REQUIRE(settled(desk.tickets.keepAnswer(beside, domain::OpKind::TicketResolve, QStringLiteral("rebranchée"))));
    const qint64 before = desk.waiting();
    desk.accept(stands, 5);

    const bool resolved = GENERATE(false, true);
    const auto id = resolved ? settled(desk.tickets.openResolved(*draft, QStringLiteral("solved"), QStringLiteral("rebranchée")))
                             : settled(desk.tickets.open(*draft));
    REQUIRE(id);
    CHECK(*id == first);
    CHECK(desk.ticket(first).state == (resolved ? TicketState::Resolved : TicketState::New));
    CHECK(desk.ticket(first).urgency == domain::Level::High);
    CHECK(desk.ticket(first).tags.list == QStringList{QStringLiteral("mairie")});
    const QString more = resolved ? QString() : QStringLiteral("\n\nrebranchée"); // half written still
    CHECK(settled(desk.tickets.keptText(first)) == QString(QStringLiteral("rappeler à 14 h") + more)); // nothing written is lost
    CHECK(settled(desk.tickets.keptAnswers(beside))->isEmpty());
    CHECK(settled(desk.tickets.drafts())->empty());
    CHECK_FALSE(settled(desk.tickets.page(domain::TicketId{draft->id})));
    CHECK(desk.waiting() == before + (resolved ? 3 : 2)); // two fields, and no second opening is on its way
}

TEST_CASE("a second opening refused for its number goes back to the ticket that has it, where that is the desk's own", "[desk][redraft]")
{
    Redrafting desk;
    const auto first = desk.opened(desk.begun(QStringLiteral("Imprimante en panne")));
    const domain::Ticket stands = desk.ticket(first);
    desk.forbid(first);
    const auto draft = settled(desk.tickets.redraft(first));
    REQUIRE(draft);
    const auto second = desk.opened(*draft); // before anybody knows
    CHECK(second != first);
    desk.refuseNumber(second, 7);
    const bool here = GENERATE(true, false); // whether the page with the first one came before she asks
    desk.fetched(here);
    if (here) {
        desk.accept(stands, 5);
    }
    const auto again = settled(desk.tickets.redraft(second));
    REQUIRE(again);
    CHECK(again->ticket.number == stands.number);
    if (!here) {
        desk.accept(stands, 5);
    }
    CHECK(desk.opened(*again) == first);
    CHECK(settled(desk.tickets.drafts())->empty());
}

TEST_CASE("a number that somebody else's ticket has is changed, refused before or not", "[desk][redraft]")
{
    Redrafting desk;
    const auto first = desk.opened(desk.begun(QStringLiteral("Imprimante en panne")));
    const QString number = desk.ticket(first).number;
    const bool before = GENERATE(false, true);
    domain::TicketId refused = first;
    if (before) {
        desk.forbid(first);
        const auto draft = settled(desk.tickets.redraft(first));
        REQUIRE(draft);
        refused = desk.opened(*draft);
    }
    desk.refuseNumber(refused, 7);
    desk.fetched(true);
    const bool seen = GENERATE(true, false);
    if (seen) {
        domain::Ticket other = desk.written(QStringLiteral("Autre appel"));
        other.id = domain::TicketId::fromName("of a restored profile");
        other.scope = desk.scope;
        other.number = number;
        desk.arrive(other, 3);
    }
    const auto again = settled(desk.tickets.redraft(refused));
    REQUIRE(again);
    CHECK(again->ticket.number != number);
    CHECK(again->ticket.description.contains(number));
    const auto third = desk.opened(*again);
    CHECK(third.value == again->id);
}

TEST_CASE("what had been done to a refused ticket is done again with the draft made from it, unless something else is", "[desk][redraft]")
{
    Redrafting desk;
    const auto first = desk.opened(desk.begun(QStringLiteral("Imprimante en panne")));
    enum class Had { Claimed, Waiting, Resolved, Closed, Cancelled, HandedOver };
    const auto had = GENERATE(Had::Claimed, Had::Waiting, Had::Resolved, Had::Closed, Had::Cancelled, Had::HandedOver);
    const auto other = domain::OperatorId::fromName("other");
    desk::Tickets &tickets = desk.tickets;
    if (had == Had::HandedOver) {
        REQUIRE(settled(tickets.assign(first, desk.group, other, QStringLiteral("suite à donner"))));
    } else {
        REQUIRE(settled(tickets.claim(first)));
    }
    if (had == Had::Waiting) {
        REQUIRE(settled(tickets.wait(first, domain::WaitReason::Supplier, desk.clock.ms + 1000, QStringLiteral("devis"))));
    } else if (had == Had::Resolved || had == Had::Closed) {
        REQUIRE(settled(tickets.resolve(first, QStringLiteral("solved"), QStringLiteral("rebranchée"))));
    } else if (had == Had::Cancelled) {
        REQUIRE(settled(tickets.cancel(first, QStringLiteral("doublon"))));
    }
    if (had == Had::Closed) {
        REQUIRE(settled(tickets.close(first)));
    }
    const domain::Ticket before = desk.ticket(first);
    desk.forbid(first);
    const auto draft = settled(tickets.redraft(first));
    REQUIRE(draft);
    CHECK(draft->ticket.description.contains(QStringLiteral("devis")) == (had == Had::Waiting));
    CHECK(draft->ticket.description.contains(QStringLiteral("doublon")) == (had == Had::Cancelled));
    CHECK(draft->ticket.description.contains(QStringLiteral("suite à donner")) == (had == Had::HandedOver));
    CHECK(settled(tickets.drafts())->front() == *draft); // kept with it, over a restart
    SECTION("as it was")
    {
        const domain::Ticket now = desk.ticket(desk.opened(*draft));
        CHECK(now.state == before.state);
        CHECK(now.assignee == before.assignee);
        CHECK(now.group == before.group);
        CHECK(now.waitReason == before.waitReason);
        CHECK(now.waitUntilMs == before.waitUntilMs);
        CHECK(now.resolutionCode == before.resolutionCode);
        CHECK(now.resolution == before.resolution);
    }
    SECTION("resolved at once, otherwise")
    {
        const auto id = settled(tickets.openResolved(*draft, QStringLiteral("workaround"), QStringLiteral("contournée")));
        REQUIRE(id);
        CHECK(desk.ticket(*id).state == TicketState::Resolved);
        CHECK(desk.ticket(*id).resolution == u"contournée");
    }
}

TEST_CASE("a draft begun where nothing can be written gets its number when it is kept, once", "[desk][redraft]")
{
    Redrafting desk;
    const desk::Draft draft = desk.tickets.unkeptDraft(desk.written(QStringLiteral("Badge")));
    CHECK(draft.ticket.number.isEmpty());
    const bool kept = GENERATE(true, false);
    QString number;
    if (kept) {
        const auto first = settled(desk.tickets.saveDraft(draft));
        const auto again = settled(desk.tickets.saveDraft(draft)); // on its way before the first was answered
        REQUIRE(first);
        REQUIRE(again);
        number = first->ticket.number;
        CHECK(again->ticket.number == number);
    }
    const domain::Ticket ticket = desk.ticket(desk.opened(draft));
    CHECK_FALSE(ticket.number.isEmpty());
    CHECK((ticket.number == number) == kept);
    CHECK(settled(desk.tickets.drafts())->empty());
}

TEST_CASE("a ticket whose opening was refused can be read, and becomes a draft again with all that was written to it", "[desk][ticket]")
{
    Redrafting desk;
    const auto id = desk.opened(desk.begun(QStringLiteral("Imprimante en panne")));
    const QString number = desk.ticket(id).number;
    REQUIRE(settled(desk.tickets.edit(id, QStringLiteral("summary"), QStringLiteral("Imprimante éteinte"))));
    REQUIRE(settled(desk.tickets.edit(id, QStringLiteral("urgency"), QStringLiteral("high"))));
    REQUIRE(settled(desk.tickets.tag(id, {QStringLiteral("mairie")}, {})));
    REQUIRE(settled(desk.tickets.note(id, QStringLiteral("rappeler à 14 h"), false)));
    REQUIRE(settled(desk.tickets.resolve(id, QStringLiteral("solved"), QStringLiteral("rebranchée"))));
    REQUIRE(settled(desk.tickets.keepText(id, QStringLiteral("note à moitié"))));
    REQUIRE(settled(desk.tickets.keepAnswer(id, domain::OpKind::TicketReopen, QStringLiteral("de nouveau éteinte"))));
    const bool byNumber = GENERATE(false, true);
    domain::Refusal refusal;
    refusal.code = byNumber ? domain::Refusal::Code::Invalid : domain::Refusal::Code::Gone;
    refusal.field = byNumber ? QStringLiteral("number") : QString();
    const auto scope = domain::scopeOf(desk.merignac);
    REQUIRE(settled(desk.store->write([&](store::Db &db) {
        return store::mirror::takeVerdicts(db, {wire::Verdict::refused(domain::OperationId{id.value}, scope, 0, refusal)});
    })));

    const desk::TicketPage page = settled(desk.tickets.page(id)).value();
    CHECK(page.unopened);
    CHECK(page.ticket.summary == u"Imprimante en panne");
    CHECK(page.refused.size() == 6);

    const auto draft = settled(desk.tickets.redraft(id));
    REQUIRE(draft);
    CHECK((draft->ticket.number == number) != byNumber);
    CHECK(draft->ticket.summary == u"Imprimante éteinte");
    CHECK(draft->ticket.urgency == domain::Level::High);
    CHECK(draft->ticket.tags.list == QStringList{QStringLiteral("mairie")});
    CHECK(draft->ticket.description.contains(QStringLiteral("rappeler à 14 h")));
    CHECK(draft->ticket.resolution == u"rebranchée");
    CHECK(draft->ticket.resolutionCode == u"solved");
    CHECK(draft->ticket.description.contains(QStringLiteral("note à moitié")));
    CHECK(draft->ticket.description.contains(QStringLiteral("de nouveau éteinte")));
    CHECK(settled(desk.tickets.keptAnswers(id))->isEmpty());
    CHECK(draft->ticket.description.contains(number) == byNumber); // what the caller was told
    CHECK(settled(desk.tickets.keptText(id)) == QString());
    CHECK(draft->ticket.state == TicketState::Resolved);
    REQUIRE(settled(desk.tickets.drafts())->size() == 1);
    CHECK(settled(desk.tickets.drafts())->front() == *draft);
    CHECK_FALSE(settled(desk.tickets.page(id))); // nothing stands under the old id any more
    CHECK_FALSE(settled(desk.tickets.redraft(id))); // struck twice it makes one draft
    CHECK(settled(desk.tickets.drafts())->size() == 1);

    const auto again = settled(desk.tickets.open(*draft));
    REQUIRE(again);
    CHECK(*again != id);
    const desk::TicketPage now = settled(desk.tickets.page(*again)).value();
    CHECK(now.pending);
    CHECK_FALSE(now.unopened);
    CHECK(now.ticket.state == TicketState::Resolved); // as it had been
    CHECK(now.ticket.resolution == u"rebranchée");
}

TEST_CASE("a restricted draft becomes a restricted ticket, and stays one when it is refused and drafted again",
          "[desk][redraft][restricted]")
{
    Redrafting desk;
    const domain::ScopeId restricted = domain::restrictedScopeOf(desk.merignac);
    domain::Ticket asked = desk.written(QStringLiteral("Dossier disciplinaire"));
    asked.scope = restricted;
    const auto draft = settled(desk.tickets.startDraft(asked));
    REQUIRE(draft);
    const auto kept = settled(desk.tickets.drafts());
    REQUIRE((kept && kept->size() == 1));
    CHECK(kept->front().ticket.scope == restricted);
    const auto id = desk.opened(*draft);
    CHECK(desk.ticket(id).scope == restricted);
    const auto lines = settled(
        desk.store->read([](store::Db &db) { return store::TicketQueue::lines(db, {}, store::TicketOrder::Number, false, 10, {}); }));
    REQUIRE(lines);
    CHECK(std::count_if(lines->begin(), lines->end(), [](const store::TicketLine &line) { return line.restricted; }) == 1);
    CHECK(desk.ticket(id).resolveDueMs > 0); // by the rules of its organisation

    desk.scope = restricted;
    desk.forbid(id);
    const auto again = settled(desk.tickets.redraft(id));
    REQUIRE(again);
    CHECK(again->ticket.scope == restricted);
    CHECK(desk.ticket(desk.opened(*again)).scope == restricted);
}
