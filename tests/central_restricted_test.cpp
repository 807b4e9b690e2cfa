// SPDX-License-Identifier: GPL-3.0-or-later
#include "Catch.h"
#include "CentralRig.h"
#include "Scopes.h"

using namespace comptoir;
using namespace comptoir::tests;
using wire::VerdictCode;

namespace {

const QString kAnne = QStringLiteral("anne");
const QString kBruno = QStringLiteral("bruno");

/// Anne has the restricted part of A, Bruno the common one alone.
struct Restricted : CentralRig
{
    Restricted()
    {
        addOperator(kAnne, domain::Role::Operator, {QStringLiteral("A/restricted")});
        addOperator(kBruno, domain::Role::Supervisor, {QStringLiteral("A"), QStringLiteral("B")});
        anne = signIn(kAnne);
        bruno = signIn(kBruno, "pc2");
    }

    [[nodiscard]] wire::OpMessage openIn(Desk &desk, domain::ScopeId in, const QString &summary)
    {
        wire::OpMessage open = ticketOpen(desk, a, summary);
        open.scope = in;
        return open;
    }

    [[nodiscard]] bool sees(const Desk &desk, domain::ScopeId in)
    {
        const auto reply = pull(desk);
        REQUIRE(reply);
        return std::any_of(reply->pages.begin(), reply->pages.end(), [&](const auto &page) { return page.scope == in; });
    }

    domain::ScopeId scope = domain::restrictedScopeOf(a);
    Desk anne;
    Desk bruno;
};

} // namespace

TEST_CASE("a restricted scope has an id of its own that leads back to its organisation", "[central][restricted]")
{
    Restricted rig;
    CHECK(rig.scope != domain::scopeOf(rig.a));
    CHECK(rig.scope != domain::restrictedScopeOf(rig.b));
    CHECK(domain::organisationIfRestricted(rig.scope) == rig.a);
    CHECK(domain::isRestricted(rig.scope, rig.a));
    CHECK_FALSE(domain::isRestricted(domain::scopeOf(rig.a), rig.a));
    CHECK(domain::restrictedScopeOf({}).isNull());
    CHECK_FALSE(domain::isRestricted({}, {}));
}

TEST_CASE("a ticket of the restricted part is there for those alone who were granted it", "[central][restricted]")
{
    Restricted rig;
    const auto open = rig.openIn(rig.anne, rig.scope, QStringLiteral("Dossier disciplinaire"));
    REQUIRE(rig.verdict(rig.anne, open).code == VerdictCode::Ok);
    CHECK(rig.sees(rig.anne, rig.scope));
    CHECK(rig.sees(rig.anne, domain::scopeOf(rig.a))); // the people it is about
    CHECK_FALSE(rig.sees(rig.bruno, rig.scope));

    // Whether it is there shows nowhere: not in its own scope, not in the common one, not as a parent.
    const auto note = domain::TicketNote{QStringLiteral("curieux"), false};
    const auto there = rig.verdict(rig.bruno, rig.message(rig.scope, open.entity, note));
    const auto nowhere = rig.verdict(rig.bruno, rig.message(rig.scope, domain::EntityId{rig.ids.make<domain::TicketId>().value}, note));
    CHECK(there.code == VerdictCode::Forbidden);
    CHECK(there.seq == 0);
    CHECK(there.data == nowhere.data);
    CHECK(rig.verdict(rig.bruno, rig.message(domain::scopeOf(rig.a), open.entity, note)).code == VerdictCode::Gone);
    CHECK(rig.verdict(rig.bruno, rig.openIn(rig.bruno, rig.scope, QStringLiteral("x"))).code == VerdictCode::Forbidden);
    const auto common = rig.openIn(rig.bruno, domain::scopeOf(rig.a), QStringLiteral("Imprimante"));
    REQUIRE(rig.verdict(rig.bruno, common).code == VerdictCode::Ok);
    domain::TicketLink link;
    link.parent = domain::TicketId{open.entity.value};
    const auto linked = rig.verdict(rig.bruno, rig.message(common.scope, common.entity, link));
    CHECK(linked.code == VerdictCode::Gone);

    // Nor can it be given to who may not read it.
    domain::TicketAssign assign;
    assign.assignee = rig.bruno.session.operatorId;
    CHECK(rig.verdict(rig.anne, rig.message(rig.scope, open.entity, assign)).code == VerdictCode::Gone);
    assign.assignee = rig.anne.session.operatorId;
    CHECK(rig.verdict(rig.anne, rig.message(rig.scope, open.entity, assign)).code == VerdictCode::Ok);
}

TEST_CASE("only tickets live in a restricted part, and only in their own organisation's", "[central][restricted]")
{
    Restricted rig;
    auto elsewhere = rig.ticketOpen(rig.anne, rig.b, QStringLiteral("x"));
    elsewhere.scope = rig.scope;
    CHECK(rig.verdict(rig.anne, elsewhere).code == VerdictCode::Invalid);
    domain::PersonAdd add;
    add.person.organisation = rig.a;
    add.person.familyName = QStringLiteral("Martin");
    auto person = rig.message(rig.scope, {}, add);
    person.entity = domain::EntityId{person.id.value};
    CHECK(rig.verdict(rig.anne, person).code == VerdictCode::Invalid);
    domain::ContactLog log;
    log.contact.organisation = rig.a;
    log.contact.handledBy = rig.anne.session.operatorId;
    auto contact = rig.message(rig.scope, {}, log);
    contact.entity = domain::EntityId{contact.id.value};
    CHECK(rig.verdict(rig.anne, contact).code == VerdictCode::Invalid);
}

TEST_CASE("who leaves an organisation leaves its restricted part, and comes back to all of it by a new grant", "[central][restricted]")
{
    Restricted rig;
    REQUIRE(rig.verdict(rig.anne, rig.openIn(rig.anne, rig.scope, QStringLiteral("x"))).code == VerdictCode::Ok);
    const auto first = rig.pull(rig.anne);
    REQUIRE(first);
    std::map<domain::ScopeId, wire::Cursor> cursors;
    for (const auto &page : first->pages) {
        cursors[page.scope] = {page.generation, page.to};
    }
    const auto names = rig.service->accounts().list().result();
    REQUIRE(names);
    CHECK(names->front().organisations.contains(QStringLiteral("A/restricted")));

    REQUIRE(rig.service->accounts().revoke(kAnne, {QStringLiteral("A")}).result());
    const auto after = rig.pull(rig.anne, cursors);
    REQUIRE(after);
    CHECK(std::count(after->drop.begin(), after->drop.end(), rig.scope) == 1);
    CHECK(std::count(after->drop.begin(), after->drop.end(), domain::scopeOf(rig.a)) == 1);

    REQUIRE(rig.service->accounts().grant(kAnne, {QStringLiteral("A")}).result());
    CHECK_FALSE(rig.sees(rig.anne, rig.scope));
    REQUIRE(rig.service->accounts().grant(kAnne, {QStringLiteral("A/restricted")}).result());
    const auto again = rig.pull(rig.anne, cursors);
    REQUIRE(again);
    const auto page = std::find_if(again->pages.begin(), again->pages.end(), [&](const auto &one) { return one.scope == rig.scope; });
    REQUIRE(page != again->pages.end());
    CHECK(page->from == 0); // another generation: all of it
    CHECK(page->generation > cursors[rig.scope].generation);

    REQUIRE(rig.service->accounts().revoke(kAnne, {QStringLiteral("A/restricted")}).result());
    CHECK_FALSE(rig.sees(rig.anne, rig.scope));
    CHECK(rig.sees(rig.anne, domain::scopeOf(rig.a)));
}
