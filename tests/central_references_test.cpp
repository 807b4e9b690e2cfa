// SPDX-License-Identifier: GPL-3.0-or-later
#include "Asset.h"
#include "Catch.h"
#include "CentralRig.h"
#include "RowWriter.h"

using namespace comptoir;
using namespace comptoir::tests;
using wire::VerdictCode;

namespace {

const QString kAnne = QStringLiteral("anne");

/// Writes rows as an import does.
template <class T>
void put(CentralRig &rig, const T &row)
{
    REQUIRE(rig.store
                ->write([&](store::Db &db) {
                    central::RowWriter rows(db, row.scope);
                    return rows.put(row).map([](qint64) {});
                })
                .result());
}

/// One row of each kind that a ticket can name, by a name that tells them apart.
struct Named
{
    domain::PersonId person;
    domain::SiteId site;
    domain::AssetId asset;

    Named(CentralRig &rig, domain::OrganisationId organisation, const QByteArray &name)
        : person(domain::PersonId::fromName(name))
        , site(domain::SiteId::fromName(name))
        , asset(domain::AssetId::fromName(name))
    {
        const domain::ScopeId scope = domain::scopeOf(organisation);
        domain::Person someone;
        someone.id = person;
        someone.scope = scope;
        someone.organisation = organisation;
        someone.familyName = QStringLiteral("Martin");
        put(rig, someone);
        put(rig, domain::Site{site, scope, organisation, QStringLiteral("Mairie"), {}, {}});
        domain::Asset machine;
        machine.id = asset;
        machine.scope = scope;
        machine.organisation = organisation;
        machine.name = QStringLiteral("PC-1");
        put(rig, machine);
    }
};

wire::OpMessage edit(CentralRig &rig, const wire::OpMessage &ticket, const char *field, const QString &value)
{
    return rig.message(ticket.scope, ticket.entity, domain::TicketEdit{QLatin1String(field), value, {}, {}});
}

wire::OpMessage link(CentralRig &rig, const wire::OpMessage &ticket, const wire::OpMessage &parent, domain::Expected expected = {})
{
    return rig.message(ticket.scope, ticket.entity, domain::TicketLink{domain::TicketId{parent.entity.value}, {}, expected});
}

} // namespace

TEST_CASE("an edit names what is there and may be seen; the foreign answers as the absent", "[central][ops][references]")
{
    CentralRig rig;
    const Named own(rig, rig.a, "own");
    const Named foreign(rig, rig.b, "foreign");
    rig.addOperator(kAnne, domain::Role::Operator, {QStringLiteral("A")});
    Desk anne = rig.signIn(kAnne);
    const auto ticket = rig.ticketOpen(anne, rig.a, QStringLiteral("no screen"));
    REQUIRE(rig.verdict(anne, ticket).code == VerdictCode::Ok);

    const auto absent = QString::fromLatin1(base::Uuid::fromName("nothing").toText());
    const std::vector<std::tuple<const char *, QString, QString>> fields{
        {"requester", own.person.toString(), foreign.person.toString()},
        {"beneficiary", own.person.toString(), foreign.person.toString()},
        {"site", own.site.toString(), foreign.site.toString()},
        {"asset", own.asset.toString(), foreign.asset.toString()},
        {"category", QString(), own.person.toString()},
        {"support_group", QString(), own.person.toString()},
    };
    for (const auto &[field, good, bad] : fields) {
        CAPTURE(field);
        const auto foreignVerdict = rig.verdict(anne, edit(rig, ticket, field, bad));
        const auto absentVerdict = rig.verdict(anne, edit(rig, ticket, field, absent));
        CHECK(foreignVerdict.code == VerdictCode::Gone);
        REQUIRE(foreignVerdict.refusal());
        CHECK(foreignVerdict.refusal()->field == QLatin1String(field));
        CHECK(absentVerdict.code == foreignVerdict.code);
        CHECK(absentVerdict.data == foreignVerdict.data);
        CHECK(wire::isAccepted(rig.verdict(anne, edit(rig, ticket, field, good)).code));
    }
}

TEST_CASE("an assignment names an operator and a group that are there", "[central][ops][references]")
{
    CentralRig rig;
    const domain::Group group{domain::GroupId::fromName("network"), {}, QStringLiteral("Network")};
    put(rig, group);
    rig.addOperator(kAnne, domain::Role::Operator, {QStringLiteral("A")});
    Desk anne = rig.signIn(kAnne);
    const auto ticket = rig.ticketOpen(anne, rig.a, QStringLiteral("no screen"));
    REQUIRE(rig.verdict(anne, ticket).code == VerdictCode::Ok);
    const auto assign = [&](domain::GroupId to, domain::OperatorId who) {
        return rig.verdict(anne, rig.message(ticket.scope, ticket.entity, domain::TicketAssign{to, who, {}, {}, {}}));
    };
    const auto nobody = assign({}, domain::OperatorId::fromName("nobody"));
    CHECK(nobody.code == VerdictCode::Gone);
    CHECK(nobody.refusal()->field == u"assignee");
    const auto nowhere = assign(domain::GroupId::fromName("nowhere"), {});
    CHECK(nowhere.code == VerdictCode::Gone);
    CHECK(nowhere.refusal()->field == u"support_group");
    CHECK(assign(group.id, anne.session.operatorId).code == VerdictCode::Ok);
}

TEST_CASE("an assignee is active and works in the ticket's scope", "[central][ops][references]")
{
    CentralRig rig;
    rig.addOperator(kAnne, domain::Role::Operator, {QStringLiteral("A")});
    rig.addOperator(QStringLiteral("bob"), domain::Role::Operator, {QStringLiteral("B")});
    rig.addOperator(QStringLiteral("carl"), domain::Role::Operator, {QStringLiteral("A")});
    Desk anne = rig.signIn(kAnne);
    const domain::OperatorId bob = rig.signIn(QStringLiteral("bob"), "pc2").session.operatorId;
    const domain::OperatorId carl = rig.signIn(QStringLiteral("carl"), "pc3").session.operatorId;
    const auto ticket = rig.ticketOpen(anne, rig.a, QStringLiteral("no screen"));
    REQUIRE(rig.verdict(anne, ticket).code == VerdictCode::Ok);
    const auto assign = [&](domain::OperatorId who) {
        return rig.verdict(anne, rig.message(ticket.scope, ticket.entity, domain::TicketAssign{{}, who, {}, {}, {}}));
    };
    const auto refused = [&](domain::OperatorId who) {
        const auto verdict = assign(who);
        return verdict.code == VerdictCode::Gone && verdict.refusal() && verdict.refusal()->field == u"assignee";
    };
    CHECK(refused(bob));
    const auto carlRow = rig.store->read([&](store::Db &db) { return store::EntityTable<domain::Operator>::find(db, carl.value); })
                             .result();
    REQUIRE((carlRow && *carlRow));
    domain::Operator changed = (*carlRow)->entity;
    changed.active = false;
    put(rig, changed);
    CHECK(refused(carl));
    changed.active = true;
    put(rig, changed);
    CHECK(assign(carl).code == VerdictCode::Ok);
}

TEST_CASE("a ticket is opened for somebody who is there, the same push may bring them", "[central][ops][references]")
{
    CentralRig rig;
    const Named foreign(rig, rig.b, "foreign");
    rig.addOperator(kAnne, domain::Role::Operator, {QStringLiteral("A")});
    Desk anne = rig.signIn(kAnne);
    const auto openFor = [&](domain::PersonId who) {
        domain::TicketOpen open;
        open.ticket.organisation = rig.a;
        open.ticket.summary = QStringLiteral("no screen");
        open.ticket.number = anne.nextNumber();
        open.ticket.requester = who;
        return rig.message(domain::scopeOf(rig.a), {}, open);
    };
    CHECK(rig.verdict(anne, openFor(foreign.person)).code == VerdictCode::Gone);
    CHECK(rig.verdict(anne, openFor(domain::PersonId::fromName("nobody"))).code == VerdictCode::Gone);
    // Not one of the two has raised the counter, though both bore the device's code.
    CHECK(rig.signIn(kAnne).session.highestCounter == 0);

    domain::PersonAdd add;
    add.person.organisation = rig.a;
    add.person.familyName = QStringLiteral("Martin");
    const auto person = rig.message(domain::scopeOf(rig.a), {}, add);
    anne = rig.signIn(kAnne);
    const auto open = openFor(domain::PersonId{person.entity.value});
    const auto reply = rig.push(anne, {person, open});
    REQUIRE(reply);
    CHECK(reply->verdicts[0].code == VerdictCode::Ok);
    CHECK(reply->verdicts[1].code == VerdictCode::Ok);
    CHECK(rig.signIn(kAnne).session.highestCounter == 1);
}

TEST_CASE("somebody of another organisation that is granted may ask", "[central][ops][references]")
{
    CentralRig rig;
    const Named other(rig, rig.b, "other");
    rig.addOperator(kAnne, domain::Role::Operator, {QStringLiteral("A"), QStringLiteral("B")});
    Desk anne = rig.signIn(kAnne);
    const auto ticket = rig.ticketOpen(anne, rig.a, QStringLiteral("no screen"));
    REQUIRE(rig.verdict(anne, ticket).code == VerdictCode::Ok);
    CHECK(rig.verdict(anne, edit(rig, ticket, "requester", other.person.toString())).code == VerdictCode::Ok);
}

TEST_CASE("a parent is a ticket of the same scope and no circle comes of it", "[central][ops][references]")
{
    CentralRig rig;
    rig.addOperator(kAnne, domain::Role::Operator, {QStringLiteral("A"), QStringLiteral("B")});
    Desk anne = rig.signIn(kAnne);
    std::vector<wire::OpMessage> tickets;
    for (int i = 0; i < 3; ++i) {
        tickets.push_back(rig.ticketOpen(anne, rig.a, QStringLiteral("ticket")));
    }
    const auto elsewhere = rig.ticketOpen(anne, rig.b, QStringLiteral("elsewhere"));
    REQUIRE(rig.push(anne, {tickets[0], tickets[1], tickets[2]}));
    REQUIRE(rig.verdict(anne, elsewhere).code == VerdictCode::Ok);

    const auto first = link(rig, tickets[0], tickets[1]);
    CHECK(rig.verdict(anne, first).code == VerdictCode::Ok);
    CHECK(rig.verdict(anne, link(rig, tickets[1], tickets[2])).code == VerdictCode::Ok);
    const auto circle = rig.verdict(anne, link(rig, tickets[2], tickets[0]));
    CHECK(circle.code == VerdictCode::Invalid);
    REQUIRE(circle.refusal());
    CHECK(circle.refusal()->field == u"parent");

    const auto foreign = rig.verdict(anne, link(rig, tickets[2], elsewhere));
    const auto absent = rig.verdict(
        anne, rig.message(tickets[2].scope, tickets[2].entity, domain::TicketLink{domain::TicketId::fromName("nothing"), {}, {}}));
    CHECK(foreign.code == VerdictCode::Gone);
    CHECK(absent.code == VerdictCode::Gone);
    CHECK(foreign.data == absent.data);
    // What stands already is nobody's fault now: the same parent once more changes nothing.
    CHECK(rig.verdict(anne, link(rig, tickets[0], tickets[1], first.id)).code == VerdictCode::Noop);
    CHECK(rig.verdict(anne, rig.message(tickets[0].scope, tickets[0].entity, domain::TicketLink{{}, {}, first.id})).code
          == VerdictCode::Ok);
}

TEST_CASE("an operation dated ahead is refused beyond 30 days of skew and leaves the counter alone", "[central][ops]")
{
    CentralRig rig;
    rig.addOperator(kAnne, domain::Role::Operator, {QStringLiteral("A")});
    Desk anne = rig.signIn(kAnne);
    constexpr qint64 day = 24 * 3600 * 1000;
    const qint64 now = rig.clock.now;
    rig.clock.now = now + 30 * day - 60'000;
    const auto slightly = rig.ticketOpen(anne, rig.a, QStringLiteral("a wrong month"));
    rig.clock.now = now + 30 * day + 60'000;
    const auto far = rig.ticketOpen(anne, rig.a, QStringLiteral("a wrong year"));
    rig.clock.now = now;
    CHECK(rig.verdict(anne, slightly).code == VerdictCode::Ok);
    const auto refused = rig.verdict(anne, far);
    CHECK(refused.code == VerdictCode::Ahead);
    REQUIRE(refused.refusal());
    CHECK(refused.refusal()->field == u"id");
    CHECK(rig.signIn(kAnne).session.highestCounter == 1);
}

TEST_CASE("a service whose own clock is wrong judges nothing, and takes everything once it is set", "[central][ops]")
{
    CentralRig rig;
    rig.addOperator(kAnne, domain::Role::Operator, {QStringLiteral("A")});
    constexpr qint64 day = 24 * 3600 * 1000;
    const qint64 now = rig.clock.now;
    const qint64 wrongBy = GENERATE(-400 * day, 400 * day);
    CAPTURE(wrongBy);
    rig.clock.now = now + wrongBy;
    Desk anne = rig.signIn(kAnne);
    rig.clock.now = now;
    const auto ticket = rig.ticketOpen(anne, rig.a, QStringLiteral("no screen"));
    const auto other = rig.ticketOpen(anne, rig.a, QStringLiteral("no mouse"));
    rig.clock.now = now + wrongBy;
    rig.consoleClockMs = now;
    const auto waits = [&] {
        const auto answer = rig.push(anne, {ticket, other});
        return !answer && answer.error().problem.status == 503
            && answer.error().problem.extension(QStringLiteral("code")) == QStringLiteral("clock") && answer.error().retryAfterS > 0;
    };
    CHECK(waits());
    rig.consoleClockMs = 0; // does not tell
    CHECK(waits());
    rig.clock.now = now;
    rig.consoleClockMs = now;
    anne = rig.signIn(kAnne);
    CHECK(rig.verdict(anne, ticket).code == VerdictCode::Ok);
    CHECK(rig.verdict(anne, other).code == VerdictCode::Ok);
}
