// SPDX-License-Identifier: GPL-3.0-or-later
// What was refused for want of a grant, and is tried again once it is back.
#include "CallHandling.h"
#include "Catch.h"
#include "ContactTable.h"
#include "CursorTable.h"
#include "DeskRig.h"
#include "Insist.h"
#include "Lookup.h"
#include "Mirror.h"
#include "NoticeTable.h"
#include "OutboxTable.h"
#include "Pending.h"
#include "PersonTable.h"
#include "SettingTable.h"
#include "Tickets.h"

#include <QEventLoop>
#include <QTimer>

using namespace comptoir;
using namespace comptoir::tests;
using Kind = desk::CallEvent::Kind;
using State = desk::Pending::Item::State;

namespace {

struct Again : DeskRig
{
    HandTelephone telephone;
    desk::CallHandling calls{parts()};
    desk::Tickets tickets{parts()};
    desk::Lookup lookup{parts()};
    desk::Pending pending{parts()};
    domain::ScopeId scope = domain::scopeOf(merignac);

    Again() { calls.add(&telephone); }
    ~Again() { telephone.disconnect(); }

    std::vector<store::OutboxRow> waiting()
    {
        const auto rows = settled(store->read([this](store::Db &db) { return store::OutboxTable::pendingIn(db, scope, 100); }));
        REQUIRE(rows);
        return *rows;
    }

    /// The organisation was revoked: all that waits is refused and its rows go.
    void refuseAll()
    {
        std::vector<wire::Verdict> verdicts;
        domain::Refusal refusal;
        refusal.code = domain::Refusal::Code::Forbidden;
        for (const store::OutboxRow &row : waiting()) {
            verdicts.push_back(wire::Verdict::refused(row.message.id, scope, 0, refusal));
        }
        REQUIRE(settled(store->write([&](store::Db &db) { return store::mirror::takeVerdicts(db, verdicts); })));
    }

    void granted(bool complete = true)
    {
        store::CursorRow cursor;
        cursor.scope = scope;
        cursor.complete = complete;
        REQUIRE(settled(store->write([&](store::Db &db) { return store::CursorTable::put(db, cursor); })));
    }

    std::vector<desk::Pending::Item> refused()
    {
        auto items = settled(pending.items());
        REQUIRE(items);
        std::erase_if(*items, [](const auto &item) { return item.state == State::Waiting; });
        return *items;
    }

    std::optional<domain::Contact> contact(domain::ContactId id)
    {
        const auto found = settled(store->read([&](store::Db &db) { return store::ContactTable::find(db, id.value); }));
        REQUIRE(found);
        return *found ? std::optional((*found)->entity) : std::nullopt;
    }

    domain::ContactId rung()
    {
        telephone.say(Kind::Ring, QStringLiteral("c1"), QStringLiteral("4201"));
        telephone.say(Kind::Answer, QStringLiteral("c1"));
        return calls.state().contact;
    }

    domain::TicketId opened(domain::Ticket ticket)
    {
        const auto draft = settled(tickets.startDraft(ticket));
        const auto id = settled(tickets.open(*draft));
        REQUIRE(id);
        return *id;
    }

    /// Ring, new ticket, resolved, wrapped up.
    std::pair<domain::ContactId, domain::TicketId> called()
    {
        const auto contact = rung();
        domain::Ticket ticket = written(QStringLiteral("Souris"));
        ticket.contact = contact;
        const auto id = opened(ticket);
        calls.attach(id);
        REQUIRE(settled(tickets.resolve(id, QStringLiteral("solved"), QStringLiteral("rebranchée"))));
        clock.ms += 60'000;
        telephone.say(Kind::HangUp, QStringLiteral("c1"));
        calls.finishWrapUp(QStringLiteral("rappeler jeudi"));
        runPosted();
        REQUIRE(contact);
        return {contact, id};
    }

    domain::Ticket ticket(domain::TicketId id)
    {
        const auto page = settled(tickets.page(id));
        REQUIRE(page);
        return page->ticket;
    }
};

} // namespace

TEST_CASE("a refused call is logged anew, once its organisation is granted again and here whole", "[desk][again]")
{
    Again desk;
    const auto [before, first] = desk.called();
    const qint64 wrapUpMs = desk.contact(before)->wrapUpMs;
    desk.refuseAll();
    CHECK_FALSE(desk.contact(before));
    const auto items = desk.refused();
    REQUIRE(std::count_if(items.begin(), items.end(), [](const auto &item) { return item.kind.startsWith(u"contact."); }) == 1);
    const auto item = *std::find_if(items.begin(), items.end(), [](const auto &one) { return one.kind.startsWith(u"contact."); });
    CHECK(item.kind == u"contact.log");
    CHECK(item.state == State::Refused);
    CHECK(item.again);
    CHECK_FALSE(item.placed);
    CHECK(item.label == u"4201");
    CHECK(item.text.contains(u"rappeler jeudi"));

    CHECK(settled(desk.pending.tryAgain(item.entity)).error().kind == base::Error::Kind::Forbidden);
    desk.granted(false);
    CHECK(settled(desk.pending.tryAgain(item.entity)).error().kind == base::Error::Kind::Busy);
    CHECK(desk.waiting().empty());
    desk.granted();
    const bool all = GENERATE(false, true);
    if (all) {
        desk.pending.tryAllAgain();
        runPosted();
    } else {
        REQUIRE(settled(desk.pending.tryAgain(item.entity)));
    }
    const auto sent = desk.waiting();
    REQUIRE(sent.size() == 2);
    CHECK(sent[0].message.kind == "contact.log");
    CHECK(sent[1].message.kind == "contact.wrap_up");
    CHECK(sent[0].message.id.value == sent[0].message.entity.value); // it opens
    CHECK(sent[1].message.entity == sent[0].message.entity);
    CHECK(sent[0].message.entity != domain::EntityId{before.value}); // the old id has its verdict for ever
    const domain::ContactId now{sent[0].message.entity.value};
    REQUIRE(desk.contact(now));
    CHECK(desk.contact(now)->person == desk.claire);
    CHECK(desk.contact(now)->note == u"rappeler jeudi");
    CHECK(desk.contact(now)->wrapUpMs == wrapUpMs);
    for (const auto &left : desk.refused()) {
        CHECK_FALSE(left.kind.startsWith(u"contact."));
    }
    REQUIRE(settled(desk.pending.tryAgain(item.entity))); // nothing is left of it
    CHECK(desk.waiting().size() == 2);

    // The ticket, made a draft and opened afterwards, and the call name one another.
    const auto draft = settled(desk.tickets.redraft(first));
    REQUIRE(draft);
    const auto id = settled(desk.tickets.open(*draft));
    REQUIRE(id);
    CHECK(desk.ticket(*id).contact == now);
    CHECK(desk.contact(now)->tickets.list == std::vector{*id});
}

TEST_CASE("a ticket made a draft and opened again takes its refused call and its new caller with it", "[desk][again]")
{
    Again desk;
    domain::Person zoe;
    zoe.organisation = desk.merignac;
    zoe.givenName = QStringLiteral("Zoé");
    zoe.familyName = QStringLiteral("Lœuillet");
    const auto caller = settled(desk.lookup.addPerson(zoe));
    REQUIRE(caller);
    const auto contact = desk.rung();
    domain::Ticket ticket = desk.written(QStringLiteral("Souris"));
    ticket.contact = contact;
    ticket.requester = *caller;
    const auto first = desk.opened(ticket);
    desk.calls.attach(first);
    desk.telephone.say(Kind::HangUp, QStringLiteral("c1"));
    desk.calls.finishWrapUp({});
    runPosted();
    desk.refuseAll();
    desk.granted();
    const auto draft = settled(desk.tickets.redraft(first));
    REQUIRE(draft);
    const auto id = settled(desk.tickets.open(*draft));
    REQUIRE(id);
    const domain::Ticket now = desk.ticket(*id);
    CHECK(now.contact != contact);
    REQUIRE(desk.contact(now.contact));
    CHECK(desk.contact(now.contact)->tickets.list == std::vector{*id});
    CHECK(desk.contact(now.contact)->wrapUpMs > 0);
    CHECK(now.requester != *caller);
    CHECK(settled(desk.store->read([&](store::Db &db) { return store::PersonTable::find(db, now.requester.value); })).value());
    QByteArrayList kinds;
    for (const store::OutboxRow &row : desk.waiting()) {
        kinds << row.message.kind;
    }
    CHECK(kinds == QByteArrayList{"person.add", "contact.log", "contact.wrap_up", "ticket.open"});
    CHECK(desk.refused().empty());
}

TEST_CASE("a call refused while it lasts goes on under a new id, and stands once on the list", "[desk][again]")
{
    Again desk;
    const auto before = desk.rung();
    runPosted();
    desk.refuseAll();
    CHECK(desk.refused().size() == 1);
    desk.clock.ms += 60'000;
    desk.telephone.say(Kind::HangUp, QStringLiteral("c1"));
    desk.calls.finishWrapUp(QStringLiteral("mot de passe"));
    runPosted();
    const auto sent = desk.waiting();
    REQUIRE(sent.size() >= 2);
    CHECK(sent.front().message.entity != domain::EntityId{before.value});
    CHECK(sent.front().message.id.value == sent.front().message.entity.value);
    CHECK(sent.back().message.kind == "contact.wrap_up");
    CHECK(sent.back().message.entity == sent.front().message.entity);
    CHECK(desk.refused().empty());
    desk.refuseAll();
    const auto items = desk.refused();
    REQUIRE(items.size() == 1);
    const auto counted = [&] { return settled(desk.store->read([](store::Db &db) { return store::NoticeTable::openCount(db); })).value(); };
    CHECK(counted() == 1);
    REQUIRE(settled(desk.pending.dismiss(items.front().op)));
    CHECK(desk.refused().empty());
    CHECK(counted() == 0);
}

TEST_CASE("what a rule refuses of a call is told once and not tried for ever", "[desk][call][again]")
{
    Again desk;
    std::vector<base::Error> failures;
    QObject::connect(&desk.calls, &desk::CallHandling::failed, &desk.calls, [&](const base::Error &error) { failures.push_back(error); });
    const auto id = desk.rung();
    runPosted();
    auto other = *desk.contact(id);
    const auto handledBy = [&](domain::OperatorId who) {
        other.handledBy = who;
        REQUIRE(settled(desk.store->write([&](store::Db &db) { return store::ContactTable::put(db, other, 1); })));
    };
    handledBy(domain::OperatorId::fromName("somebody else"));
    desk.telephone.say(Kind::HangUp, QStringLiteral("c1"));
    runPosted();
    REQUIRE(failures.size() == 1);
    const auto before = desk.waiting().size();
    handledBy(desk.session.operatorId); // what was kept to be tried again would go through now
    QEventLoop loop;
    QTimer::singleShot(3'500, &loop, &QEventLoop::quit);
    loop.exec();
    CHECK(failures.size() == 1);
    CHECK(desk.waiting().size() == before);
}

TEST_CASE("what was refused before the service was restored leaves the view with that, however far its pages come", "[desk][restored]")
{
    Again desk;
    const auto id = desk.opened(desk.written(QStringLiteral("Écran noir")));
    REQUIRE(settled(desk.tickets.claim(id)));
    REQUIRE(settled(desk.tickets.page(id))->ticket.assignee == desk.session.operatorId);
    const auto claim = desk.waiting().back().message.id;
    REQUIRE(settled(desk.store->write([&](store::Db &db) {
        domain::Refusal taken;
        taken.code = domain::Refusal::Code::Taken;
        return store::DeviceTable::setEpoch(db, QByteArrayLiteral("before")).and_then([&] {
            return store::mirror::takeVerdicts(db, {wire::Verdict::refused(claim, desk.scope, 12, taken)});
        });
    })));
    // No page has told of it yet: it is shown until one does.
    REQUIRE(settled(desk.tickets.page(id))->ticket.assignee == desk.session.operatorId);
    REQUIRE(settled(desk.store->write([](store::Db &db) { return store::mirror::enterEpoch(db, QByteArrayLiteral("after")); })));
    const auto page = settled(desk.tickets.page(id));
    REQUIRE(page);
    CHECK(page->ticket.assignee.isNull());
    CHECK(page->ticket.summary == u"Écran noir"); // still on its way
    REQUIRE(page->refused.size() == 1); // and told until somebody has seen it
    CHECK(page->refused.front().op == claim);
}

TEST_CASE("a refused deed on a ticket can be insisted on; its opening, and a file whose bytes its notice keeps, cannot", "[desk][insist]")
{
    const auto row = [](const char *kind) {
        store::Outstanding::Row out;
        out.kind = kind;
        out.state = store::Outstanding::Row::State::Refused;
        out.code = "stale";
        return out;
    };
    CHECK(desk::canInsist(row("ticket.claim")));
    CHECK(desk::canInsist(row("ticket.resolve")));
    CHECK_FALSE(desk::canInsist(row("ticket.open")));
    CHECK_FALSE(desk::canInsist(row("ticket.attach")));
    CHECK_FALSE(desk::canInsist(row("person.edit")));
    CHECK_FALSE(desk::canInsist(row("ticket.of_another_version")));
}
