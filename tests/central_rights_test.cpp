// SPDX-License-Identifier: GPL-3.0-or-later
#include "AccountRows.h"
#include "Catch.h"
#include "CentralRig.h"
#include "OpTable.h"
#include "Rights.h"
#include "RowWriter.h"

using namespace comptoir;
using namespace comptoir::tests;
using wire::VerdictCode;

namespace {

const QString kAnne = QStringLiteral("anne");
const QString kBob = QStringLiteral("bob");

/// One payload of each kind, as good as it can be without knowing the entity.
std::vector<domain::Payload> everyPayload(domain::OrganisationId organisation, const QString &number)
{
    domain::TicketOpen open;
    open.ticket.organisation = organisation;
    open.ticket.summary = QStringLiteral("x");
    open.ticket.number = number;
    domain::PersonAdd add;
    add.person.organisation = organisation;
    add.person.familyName = QStringLiteral("Martin");
    domain::ContactLog log;
    log.contact.organisation = organisation;
    const domain::PhoneNumber phone{domain::NumberKind::Learned, QStringLiteral("4201"), QStringLiteral("ext:4201")};
    return {open,
            domain::TicketEdit{QStringLiteral("summary"), QStringLiteral("mine"), {}, {}},
            domain::TicketTag{{QStringLiteral("t")}, {}},
            domain::TicketClaim{},
            domain::TicketAssign{},
            domain::TicketNote{QStringLiteral("hello"), false},
            domain::TicketWait{},
            domain::TicketResume{},
            domain::TicketResolve{QStringLiteral("done"), QStringLiteral("done"), {}},
            domain::TicketReopen{QStringLiteral("no"), {}},
            domain::TicketClose{},
            domain::TicketCancel{QStringLiteral("no"), {}},
            domain::TicketLink{},
            domain::TicketAssist{},
            domain::TicketAttach{},
            add,
            domain::PersonEdit{QStringLiteral("note"), QStringLiteral("mine")},
            domain::PersonLearnNumber{phone},
            domain::PersonUnlearnNumber{phone.key},
            log,
            domain::ContactWrapUp{}};
}

/// Ticket, person and contact of organisation B, made by bob.
std::vector<domain::EntityId> foreignRows(CentralRig &rig, Desk &bob)
{
    std::vector<domain::EntityId> out;
    const auto kinds = everyPayload(rig.b, bob.nextNumber());
    for (const std::size_t at : {std::size_t(0), std::size_t(15), std::size_t(19)}) {
        domain::Payload payload = kinds[at];
        if (auto *log = std::get_if<domain::ContactLog>(&payload)) {
            log->contact.handledBy = bob.session.operatorId;
        }
        const auto op = rig.message(domain::scopeOf(rig.b), {}, payload);
        REQUIRE(rig.verdict(bob, op).code == VerdictCode::Ok);
        out.push_back(op.entity);
    }
    return out;
}

QByteArray everything(CentralRig &rig)
{
    return rig.store
        ->read([](store::Db &db) -> base::Result<QByteArray> {
            QByteArray out;
            for (const char *sql : {"SELECT id, assignee, seq, summary, versions FROM ticket ORDER BY id",
                                    "SELECT id, site, seq, note, numbers FROM person ORDER BY id",
                                    "SELECT id, person, seq, note, outcome FROM contact ORDER BY id",
                                    "SELECT id, actor, seq, text, changes FROM timeline ORDER BY id"}) {
                store::Statement query = db.prepare(sql);
                while (query.step().value()) {
                    out += query.blob(0).toHex() + query.uuid(1).toBytes().toHex() + QByteArray::number(query.integer(2));
                    out += query.text(3).toUtf8() + query.text(4).toUtf8() + '\n';
                }
            }
            return out;
        })
        .result()
        .value();
}

} // namespace

TEST_CASE("no operation of any kind reaches another organisation's rows, by any role", "[central][rights]")
{
    for (const domain::Role role :
         {domain::Role::Operator, domain::Role::Supervisor, domain::Role::Administrator, domain::Role::BusinessAgent}) {
        CentralRig rig;
        rig.addOperator(kAnne, role, {QStringLiteral("A")});
        rig.addOperator(kBob, domain::Role::Operator, {QStringLiteral("B")});
        Desk anne = rig.signIn(kAnne, "pc1");
        Desk bob = rig.signIn(kBob, "pc2");
        auto entities = foreignRows(rig, bob);
        entities.push_back(domain::EntityId::fromName("nothing"));
        const QByteArray before = everything(rig);
        for (const domain::EntityId entity : entities) {
            for (const domain::OrganisationId organisation : {rig.b, domain::OrganisationId::fromName("nowhere")}) {
                for (const auto &payload : everyPayload(organisation, anne.nextNumber())) {
                    const auto verdict = rig.verdict(anne, rig.message(domain::scopeOf(organisation), entity, payload));
                    CHECK(verdict.code == VerdictCode::Forbidden);
                    CHECK(verdict.seq == 0);
                }
            }
        }
        CHECK(everything(rig) == before);
    }
}

TEST_CASE("a foreign row answers as an absent one within an own scope", "[central][rights]")
{
    CentralRig rig;
    rig.addOperator(kAnne, domain::Role::Supervisor, {QStringLiteral("A")});
    rig.addOperator(kBob, domain::Role::Operator, {QStringLiteral("B")});
    Desk anne = rig.signIn(kAnne, "pc1");
    Desk bob = rig.signIn(kBob, "pc2");
    const auto entities = foreignRows(rig, bob);
    const QByteArray before = everything(rig);
    for (const domain::ScopeId scope : {domain::scopeOf(rig.a), domain::ScopeId{}}) {
        for (const domain::EntityId entity : entities) {
            for (const auto &payload : everyPayload(rig.a, anne.nextNumber())) {
                const auto foreign = rig.verdict(anne, rig.message(scope, entity, payload));
                const auto absent = rig.verdict(anne, rig.message(scope, domain::EntityId::fromName("nothing"), payload));
                CHECK_FALSE(wire::isAccepted(foreign.code));
                CHECK(foreign.code == absent.code);
                CHECK(foreign.data == absent.data);
            }
        }
    }
    CHECK(everything(rig) == before);
}

TEST_CASE("the feed holds rows of granted scopes alone", "[central][rights]")
{
    CentralRig rig;
    rig.addOperator(kAnne, domain::Role::Operator, {QStringLiteral("A")});
    rig.addOperator(kBob, domain::Role::Operator, {QStringLiteral("B")});
    Desk anne = rig.signIn(kAnne, "pc1");
    Desk bob = rig.signIn(kBob, "pc2");
    (void)foreignRows(rig, bob);
    const domain::ScopeId foreign = domain::scopeOf(rig.b);
    for (const auto &cursors : {std::map<domain::ScopeId, wire::Cursor>{}, std::map<domain::ScopeId, wire::Cursor>{{foreign, {1, 0}}},
                                std::map<domain::ScopeId, wire::Cursor>{
                                    {foreign, {0, 0}}, {domain::scopeOf(domain::OrganisationId::fromName("nowhere")), {1, 7}}}}) {
        const auto reply = rig.pull(anne, cursors);
        REQUIRE(reply);
        for (const auto &page : reply->pages) {
            CHECK(page.scope != foreign);
        }
        CHECK(reply->drop.size() == cursors.size()); // granted no longer and never there look the same
    }
}

TEST_CASE("a token speaks for its own device alone", "[central][rights]")
{
    CentralRig rig;
    rig.addOperator(kAnne, domain::Role::Operator, {QStringLiteral("A")});
    Desk anne = rig.signIn(kAnne, "pc1");
    anne.device = domain::DeviceId::fromName("pc2");
    const auto push = rig.push(anne, {});
    REQUIRE_FALSE(push);
    CHECK(push.error().problem.status == 403);
    const auto pull = rig.pull(anne);
    REQUIRE_FALSE(pull);
    CHECK(pull.error().problem.status == 403);
}

TEST_CASE("rights that are taken away hold from the next request on", "[central][rights]")
{
    CentralRig rig;
    rig.addOperator(kAnne, domain::Role::Operator, {QStringLiteral("A")});
    Desk anne = rig.signIn(kAnne);
    const auto open = rig.ticketOpen(anne, rig.a, QStringLiteral("x"));
    REQUIRE(rig.verdict(anne, open).code == VerdictCode::Ok);
    REQUIRE(rig.service->accounts().revoke(kAnne, {QStringLiteral("A")}).result());
    CHECK(rig.verdict(anne, rig.message(open.scope, open.entity, domain::TicketNote{QStringLiteral("late"), false})).code
          == VerdictCode::Forbidden);
    CHECK(rig.verdict(anne, open).code == VerdictCode::Forbidden);
    const auto reply = rig.pull(anne, {{open.scope, {1, 2}}});
    REQUIRE(reply);
    CHECK(reply->drop == std::vector{open.scope});

    REQUIRE(rig.service->accounts().grant(kAnne, {QStringLiteral("A")}).result());
    const auto again = rig.pull(anne, {{open.scope, {1, 2}}});
    REQUIRE(again);
    const auto page = std::find_if(again->pages.begin(), again->pages.end(), [&](const auto &one) { return one.scope == open.scope; });
    REQUIRE(page != again->pages.end());
    CHECK(page->generation == 2);
    CHECK(page->from == 0);

    REQUIRE(rig.service->accounts().withdraw(kAnne).result());
    const auto out = rig.pull(anne);
    REQUIRE_FALSE(out);
    CHECK(out.error().problem.status == 401);
}

TEST_CASE("an account is added with its rights or not at all", "[central][rights]")
{
    CentralRig rig;
    domain::Operator who;
    who.login = who.name = kAnne;
    const auto add = [&](const QString &organisation) {
        return rig.service->accounts().add({who, {}, {organisation}}, QString::fromUtf16(CentralRig::kPassword)).result();
    };
    const auto refused = add(QStringLiteral("Nowhere"));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == base::Error::Kind::NotFound);
    CHECK(rig.service->accounts().list().result()->empty());
    const auto added = add(QStringLiteral("A"));
    REQUIRE(added);
    CHECK(added->second == 1);
}

TEST_CASE("an account that was withdrawn comes back without its rights of before", "[central][rights]")
{
    CentralRig rig;
    rig.addOperator(kAnne, domain::Role::Operator, {QStringLiteral("A"), QStringLiteral("B")});
    REQUIRE(rig.service->accounts().withdraw(kAnne).result());
    CHECK(rig.service->accounts().list().result()->front().organisations.isEmpty());
    rig.addOperator(kAnne, domain::Role::Operator, {QStringLiteral("B")});
    const auto lines = rig.service->accounts().list().result();
    REQUIRE(lines);
    CHECK(lines->front().organisations == QStringList{QStringLiteral("B")});
}

TEST_CASE("an account that comes back keeps its name and groups where nobody says others", "[central][rights]")
{
    CentralRig rig;
    domain::Group group;
    group.id = domain::GroupId::fromName("desk");
    group.name = QStringLiteral("Accueil");
    REQUIRE(rig.store->write([&](store::Db &db) { return central::RowWriter(db, {}).put(group); }).result());
    domain::Operator who;
    who.login = kAnne;
    who.name = QStringLiteral("Anne Roche");
    const auto password = QString::fromUtf16(CentralRig::kPassword);
    REQUIRE(rig.service->accounts().add({who, {group.name}, {QStringLiteral("a")}}, password).result()); // "a" is the organisation A
    REQUIRE(rig.service->accounts().withdraw(kAnne).result());
    rig.addOperator(kAnne, domain::Role::Operator, {});
    const auto back = rig.store->read([](store::Db &db) { return central::operatorNamed(db, kAnne); }).result();
    REQUIRE(back);
    CHECK(back->name == u"Anne Roche");
    CHECK(back->groups.list == std::vector{group.id});
}

TEST_CASE("a business agent may work on tickets, not on people, calls and where tickets go", "[central][rights]")
{
    using domain::OpKind;
    const domain::Role agent = domain::Role::BusinessAgent;
    CHECK(central::mayPerform(agent, OpKind::TicketNote));
    CHECK(central::mayPerform(agent, OpKind::TicketResolve));
    for (const OpKind kind : {OpKind::TicketAssign, OpKind::TicketClose, OpKind::TicketCancel, OpKind::TicketLink, OpKind::TicketAssist,
                              OpKind::PersonEdit, OpKind::ContactLog}) {
        CHECK_FALSE(central::mayPerform(agent, kind));
    }
    for (const auto &[kind, code] : domain::CodesOf<OpKind>::list) {
        CHECK(central::mayPerform(domain::Role::Operator, kind));
    }
    CHECK_FALSE(central::mayRead(agent, {}, "contact"));
    CHECK_FALSE(central::mayDeclareMajor(domain::Role::Operator));
    CHECK(central::mayDeclareMajor(domain::Role::Supervisor));
}
