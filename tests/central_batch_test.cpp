// SPDX-License-Identifier: GPL-3.0-or-later
#include "Catch.h"
#include "CentralRig.h"
#include "RowTable.h"

using namespace comptoir;
using namespace comptoir::tests;
using wire::VerdictCode;

namespace {

const QString kAnne = QStringLiteral("anne");

wire::OpMessage on(CentralRig &rig, const wire::OpMessage &ticket, domain::Payload payload)
{
    return rig.message(ticket.scope, ticket.entity, std::move(payload));
}

wire::OpMessage hanging(CentralRig &rig, const wire::OpMessage &ticket, const wire::OpMessage &parent)
{
    return on(rig, ticket, domain::TicketLink{domain::TicketId{parent.entity.value}, {}, {}});
}

/// Operations of which most need what earlier ones of the same batch have done.
std::vector<wire::OpMessage> entangled(CentralRig &rig, Desk &desk)
{
    const auto first = rig.ticketOpen(desk, rig.a, QStringLiteral("no screen"));
    desk.counter = 0; // a profile that was restored
    auto sameNumber = rig.ticketOpen(desk, rig.a, QStringLiteral("no sound"));
    const auto second = rig.ticketOpen(desk, rig.a, QStringLiteral("no network"));
    const auto note = on(rig, first, domain::TicketNote{QStringLiteral("called back"), false});
    auto dependent = on(rig, first, domain::TicketNote{QStringLiteral("and again"), false});
    dependent.deps = {sameNumber.id};
    auto other = note;
    other.payload = "{\"text\":\"something else\",\"to_requester\":false}";
    domain::PersonAdd add;
    add.person.organisation = rig.a;
    add.person.familyName = QStringLiteral("Martin");
    const auto person = rig.message(first.scope, {}, add);
    const auto named = rig.message(first.scope, second.entity,
                                   domain::TicketEdit{QStringLiteral("requester"), person.entity.toString(), {}, {}});
    const auto link = hanging(rig, second, first);
    const auto circle = hanging(rig, first, second);
    return {first,
            sameNumber,
            second,
            note,
            note,
            dependent,
            other,
            person,
            named,
            link,
            circle,
            on(rig, first, domain::TicketAssign{domain::GroupId::fromName("nowhere"), {}, {}, {}, {}}),
            on(rig, first, domain::TicketClaim{}),
            rig.ticketOpen(desk, rig.b, QStringLiteral("not granted"))};
}

/// What a console that has nothing is told of A: rows with their seqs, verdicts, the sum.
std::vector<std::string> told(CentralRig &rig, const Desk &desk)
{
    std::vector<std::string> out;
    const auto reply = rig.pull(desk);
    REQUIRE(reply);
    for (const wire::ScopePage &page : reply->pages) {
        out.push_back("to " + std::to_string(page.to) + " digest " + page.digest.toStdString());
        for (const wire::RowTable &table : page.tables) {
            for (std::size_t row = 0; row < table.rowCount; ++row) {
                std::string line = table.name;
                for (std::size_t at = 0; at < table.columns.size(); ++at) {
                    const wire::RawCell &cell = table.row(row)[at];
                    line += '|' + std::to_string(cell.integer) + std::string(cell.type == wire::RawCell::Text ? cell.text : "")
                        + (cell.type == wire::RawCell::Id ? cell.id.toString().toStdString() : "");
                }
                out.push_back(line);
            }
        }
        for (const wire::Verdict &verdict : page.results) {
            out.push_back(verdict.id.toString().toStdString() + ' ' + std::to_string(verdict.seq) + ' ' + verdict.data.toStdString());
        }
    }
    return out;
}

} // namespace

TEST_CASE("a batch leaves what its operations leave one by one", "[central][ops][batch]")
{
    CentralRig together;
    CentralRig single;
    std::vector<Desk> desks;
    for (CentralRig *rig : {&together, &single}) {
        rig->addOperator(kAnne, domain::Role::Operator, {QStringLiteral("A")});
        desks.push_back(rig->signIn(kAnne));
    }
    const auto ops = entangled(together, desks[0]);
    REQUIRE(entangled(single, desks[1]) == ops); // the same desk twice

    const auto reply = together.push(desks[0], ops);
    REQUIRE(reply);
    std::vector<wire::Verdict> oneByOne;
    for (const wire::OpMessage &op : ops) {
        oneByOne.push_back(single.verdict(desks[1], op));
    }
    std::vector<VerdictCode> codes;
    for (const wire::Verdict &verdict : reply->verdicts) {
        codes.push_back(verdict.code);
    }
    using enum VerdictCode;
    CHECK(codes == std::vector{Ok, Invalid, Ok, Ok, Ok, Invalid, HashMismatch, Ok, Ok, Ok, Invalid, Gone, Ok, Forbidden});
    CHECK(reply->verdicts == oneByOne);
    CHECK(told(together, desks[0]) == told(single, desks[1]));
    CHECK(together.service->verify().result()); // the sums fit the rows
    CHECK(together.signIn(kAnne).session.highestCounter == single.signIn(kAnne).session.highestCounter);

    // A second time nothing moves, and the verdicts stand.
    const auto before = told(together, desks[0]);
    const auto again = together.push(desks[0], ops);
    REQUIRE(again);
    CHECK(again->verdicts == reply->verdicts);
    CHECK(told(together, desks[0]) == before);
}
