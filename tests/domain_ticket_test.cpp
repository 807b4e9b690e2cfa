// SPDX-License-Identifier: GPL-3.0-or-later
#include "Catch.h"
#include "Samples.h"

using namespace comptoir;
using namespace comptoir::domain;
using namespace comptoir::tests;

namespace {

constexpr qint64 kMinute = 60'000;

Applied<Ticket> open(const Ticket &written, ApplyContext context = contextOf(kMe, kOpenedMs))
{
    return apply(opening(1, written), std::optional<Ticket>(), context);
}

Applied<Ticket> on(const Ticket &ticket, quint64 id, Payload payload, const ApplyContext &context = contextOf())
{
    return apply(operation(id, std::move(payload)), std::optional(ticket), context);
}

TicketEdit edit(const char *field, const QString &value, Expected expected = {})
{
    return {QString::fromLatin1(field), value, {}, expected};
}

Refusal::Code codeOfRefusal(const Applied<Ticket> &applied)
{
    REQUIRE_FALSE(applied);
    return applied.error().code;
}

} // namespace

TEST_CASE("opening gives the ticket the operation's id, its times, its priority and targets", "[domain][ticket]")
{
    Ticket written = writtenTicket();
    written.state = TicketState::Closed;
    written.openedMs = 5;
    written.priority = Priority::P5;
    written.versions.set(GuardedField::State, sampleId<OperationId>(9));
    const auto applied = open(written);
    REQUIRE(applied);
    const Ticket &ticket = applied->state;
    CHECK(ticket.id.value == sampleId(1));
    CHECK(ticket.scope == scopeOf(kOrganisation));
    CHECK(ticket.state == TicketState::New);
    CHECK(ticket.openedMs == kOpenedMs);
    CHECK(ticket.updatedMs == kOpenedMs);
    CHECK(ticket.openedBy == kMe);
    CHECK(ticket.priority == Priority::P3);
    CHECK(ticket.respondDueMs == kOpenedMs + 4 * 60 * kMinute);
    CHECK(ticket.resolveDueMs == kOpenedMs + 24 * 60 * kMinute);
    CHECK(ticket.versions == FieldVersions{});
    REQUIRE(applied->entry);
    CHECK(applied->entry->kind == EntryKind::Opened);
    CHECK(applied->entry->actorName == QStringLiteral("Ines Faure"));
}

TEST_CASE("the priority follows the 3x3 matrix and major stands outside it", "[domain][ticket]")
{
    // SERVICE-DESK.md: HH1 HM2 HL3 MH2 MM3 ML4 LH3 LM4 LL5
    const std::vector<std::tuple<Level, Level, Priority>> vectors{
        {Level::High, Level::High, Priority::P1},   {Level::High, Level::Medium, Priority::P2},   {Level::High, Level::Low, Priority::P3},
        {Level::Medium, Level::High, Priority::P2}, {Level::Medium, Level::Medium, Priority::P3}, {Level::Medium, Level::Low, Priority::P4},
        {Level::Low, Level::High, Priority::P3},    {Level::Low, Level::Medium, Priority::P4},    {Level::Low, Level::Low, Priority::P5}};
    for (const auto &[impact, urgency, priority] : vectors) {
        Ticket written = writtenTicket();
        written.impact = impact;
        written.urgency = urgency;
        CHECK(open(written)->state.priority == priority);
        written.major = true;
        CHECK(codeOfRefusal(open(written)) == Refusal::Code::Forbidden);
        ApplyContext supervisor = contextOf();
        supervisor.mayDeclareMajor = true;
        CHECK(open(written, supervisor)->state.priority == Priority::P1);
    }
}

TEST_CASE("an opening that breaks a rule is refused with the field", "[domain][ticket]")
{
    const auto fieldOf = [](auto &&spoil) {
        Ticket written = writtenTicket();
        spoil(written);
        const auto applied = open(written);
        return applied ? QString() : applied.error().field;
    };
    CHECK(fieldOf([](Ticket &) {}) == QString());
    CHECK(fieldOf([](Ticket &t) { t.summary = QStringLiteral(" \n"); }) == QStringLiteral("summary"));
    CHECK(fieldOf([](Ticket &t) { t.summary = QString(401, u'x'); }) == QStringLiteral("summary"));
    CHECK(fieldOf([](Ticket &t) { t.summary = QString(400, u'x'); }) == QString());
    CHECK(fieldOf([](Ticket &t) { t.description = QString(20'001, u'x'); }) == QStringLiteral("description"));
    CHECK(fieldOf([](Ticket &t) { t.number = QStringLiteral("7k-142"); }) == QStringLiteral("number"));
    CHECK(fieldOf([](Ticket &t) { t.number.clear(); }) == QStringLiteral("number"));
    CHECK(fieldOf([](Ticket &t) { t.organisation = {}; }) == QStringLiteral("organisation"));
    CHECK(fieldOf([](Ticket &t) { t.tags.list = QStringList(51, QStringLiteral("a")); }) == QStringLiteral("tags"));
    CHECK(fieldOf([](Ticket &t) { t.requesterName = QString(300, u'x'); }) == QStringLiteral("requester_name"));

    Operation elsewhere = opening(1);
    elsewhere.scope = ScopeId{sampleId(0xAF)};
    CHECK(apply(elsewhere, std::optional<Ticket>(), contextOf()).error().field == QStringLiteral("organisation"));
    Operation misnamed = opening(1);
    misnamed.entity = sampleId<EntityId>(2);
    CHECK(apply(misnamed, std::optional<Ticket>(), contextOf()).error().field == QStringLiteral("id"));
}

TEST_CASE("opening what is there already is refused, unless nothing would differ", "[domain][ticket]")
{
    const Ticket ticket = standingTicket();
    const auto again = apply(opening(1), std::optional(ticket), contextOf(kMe, kOpenedMs));
    REQUIRE(again);
    CHECK(again->noop);
    CHECK(codeOfRefusal(apply(opening(1), std::optional(ticket), contextOf(kMe, kOpenedMs + 1))) == Refusal::Code::Invalid);
}

TEST_CASE("an absent ticket and one of another scope are gone alike", "[domain][ticket]")
{
    CHECK(codeOfRefusal(apply(operation(2, TicketClaim{}), std::optional<Ticket>(), contextOf())) == Refusal::Code::Gone);
    Operation foreign = operation(2, TicketClaim{});
    foreign.scope = ScopeId{sampleId(0xAF)};
    CHECK(codeOfRefusal(apply(foreign, std::optional(standingTicket()), contextOf())) == Refusal::Code::Gone);
    CHECK(codeOfRefusal(apply(operation(2, TicketClaim{}, 3), std::optional(standingTicket()), contextOf())) == Refusal::Code::Gone);
}

TEST_CASE("the first claim wins and a later one is refused", "[domain][ticket]")
{
    const auto mine = on(standingTicket(), 2, TicketClaim{});
    REQUIRE(mine);
    CHECK(mine->state.assignee == kMe);
    CHECK(mine->state.state == TicketState::InProgress);
    CHECK(mine->state.respondedMs == kOpenedMs + kMinute);
    CHECK(mine->state.versions.of(GuardedField::Assignee) == sampleId<OperationId>(2));
    CHECK(mine->state.versions.of(GuardedField::State) == sampleId<OperationId>(2));
    const auto theirs = on(mine->state, 3, TicketClaim{}, contextOf(kOther));
    REQUIRE_FALSE(theirs);
    CHECK(theirs.error().code == Refusal::Code::Taken);
    CHECK(theirs.error().field == QStringLiteral("assignee"));
    CHECK(theirs.error().current == kMe.toString());
    CHECK(theirs.error().setBy == sampleId<OperationId>(2));
    const auto informed = on(mine->state, 4, TicketClaim{sampleId<OperationId>(2)}, contextOf(kOther));
    REQUIRE(informed);
    CHECK(informed->state.assignee == kOther);
    CHECK(informed->state.respondedMs == mine->state.respondedMs);
}

TEST_CASE("claiming what is mine already changes nothing, unless it is still new", "[domain][ticket]")
{
    const Ticket mine = on(standingTicket(), 2, TicketClaim{})->state;
    const auto again = on(mine, 3, TicketClaim{});
    REQUIRE(again);
    CHECK(again->noop);
    CHECK(again->state == mine);
    Ticket given = standingTicket();
    given.assignee = kMe;
    given.versions.set(GuardedField::Assignee, sampleId<OperationId>(8));
    const auto begun = on(given, 3, TicketClaim{});
    REQUIRE(begun);
    CHECK_FALSE(begun->noop);
    CHECK(begun->state.state == TicketState::InProgress);
    CHECK(begun->state.versions.of(GuardedField::Assignee) == sampleId<OperationId>(8));
}

TEST_CASE("of many claims made offline exactly one holds", "[domain][ticket][property]")
{
    Ticket ticket = standingTicket();
    int won = 0;
    for (quint64 n = 0; n < 20; ++n) {
        const auto applied = on(ticket, 100 + n, TicketClaim{}, contextOf(sampleId<OperatorId>(0x100 + n)));
        if (applied) {
            ++won;
            ticket = applied->state;
        } else {
            CHECK(applied.error().code == Refusal::Code::Taken);
        }
    }
    CHECK(won == 1);
}

TEST_CASE("assigning compares only what it changes", "[domain][ticket]")
{
    const auto group = sampleId<GroupId>(0xC0);
    const auto assigned = on(standingTicket(), 2, TicketAssign{group, kOther, {}, {}, QStringLiteral("à voir")});
    REQUIRE(assigned);
    CHECK(assigned->state.group == group);
    CHECK(assigned->state.assignee == kOther);
    CHECK(assigned->state.state == TicketState::New);
    CHECK(assigned->entry->text == QStringLiteral("à voir"));
    const auto sameGroup = on(assigned->state, 3, TicketAssign{group, kMe, {}, sampleId<OperationId>(2), {}});
    REQUIRE(sameGroup);
    CHECK(sameGroup->state.versions.of(GuardedField::Group) == sampleId<OperationId>(2));
    CHECK(codeOfRefusal(on(sameGroup->state, 4, TicketAssign{group, kOther, {}, {}, {}})) == Refusal::Code::Taken);
    CHECK(codeOfRefusal(on(sameGroup->state, 4, TicketAssign{{}, kMe, {}, {}, {}})) == Refusal::Code::Stale);
    const auto nobody = on(sameGroup->state, 5, TicketAssign{{}, {}, sampleId<OperationId>(2), sampleId<OperationId>(3), {}});
    REQUIRE(nobody);
    CHECK(nobody->state.assignee.isNull());
    CHECK(nobody->state.group.isNull());
}

TEST_CASE("a guarded edit compares and sets; a second own edit builds on the first", "[domain][ticket]")
{
    const auto high = on(standingTicket(), 2, edit("impact", QStringLiteral("high")));
    REQUIRE(high);
    CHECK(high->state.priority == Priority::P2);
    CHECK(high->state.respondDueMs == kOpenedMs + 60 * kMinute);
    CHECK(high->entry->changes.list.size() == 2);
    CHECK(high->entry->changes.list[0] == FieldChange{QStringLiteral("impact"), QStringLiteral("medium"), QStringLiteral("high")});
    CHECK(high->entry->changes.list[1] == FieldChange{QStringLiteral("priority"), QStringLiteral("p3"), QStringLiteral("p2")});
    CHECK(codeOfRefusal(on(high->state, 3, edit("impact", QStringLiteral("low")))) == Refusal::Code::Stale);
    const auto same = on(high->state, 3, edit("impact", QStringLiteral("high")));
    REQUIRE(same);
    CHECK(same->noop);
    CHECK(same->state.versions.of(GuardedField::Impact) == sampleId<OperationId>(2));
    const auto low = on(high->state, 4, edit("impact", QStringLiteral("low"), sampleId<OperationId>(2)));
    REQUIRE(low);
    CHECK(low->state.priority == Priority::P4);
}

TEST_CASE("what a state does not permit is refused for the state, whoever set the field last", "[domain][ticket]")
{
    Ticket closed = open(writtenTicket())->state;
    closed.state = TicketState::Closed;
    closed.versions.set(GuardedField::State, sampleId<OperationId>(40)); // somebody else's
    closed.versions.set(GuardedField::Urgency, sampleId<OperationId>(41)); // the operator's own, before
    const auto refused = [&](const Payload &payload) {
        const auto applied = on(closed, 43, payload);
        REQUIRE_FALSE(applied);
        CHECK(applied.error().code == Refusal::Code::Stale);
        CHECK(applied.error().field == QStringLiteral("state"));
        CHECK(applied.error().setBy == sampleId<OperationId>(40));
    };
    refused(edit("urgency", QStringLiteral("low"), sampleId<OperationId>(41)));
    refused(edit("urgency", QStringLiteral("high"), sampleId<OperationId>(42))); // on an edit of the operator's that was refused
    refused(TicketClaim{sampleId<OperationId>(42)});
    refused(TicketLink{sampleId<TicketId>(7), {}, sampleId<OperationId>(42)});
}

TEST_CASE("an unguarded edit wins by order and keeps the old value in history", "[domain][ticket]")
{
    const auto first = on(standingTicket(), 2, edit("summary", QStringLiteral("Écran noir")));
    REQUIRE(first);
    const auto second = on(first->state, 3, edit("summary", QStringLiteral("Écran bleu")));
    REQUIRE(second);
    CHECK(second->entry->changes.list
          == std::vector{FieldChange{QStringLiteral("summary"), QStringLiteral("Écran noir"), QStringLiteral("Écran bleu")}});
}

TEST_CASE("edits that no rule permits are refused", "[domain][ticket]")
{
    const Ticket ticket = standingTicket();
    CHECK(codeOfRefusal(on(ticket, 2, edit("organisation", sampleId(0xA1).toString()))) == Refusal::Code::Invalid);
    CHECK(codeOfRefusal(on(ticket, 2, edit("number", QStringLiteral("7K-143")))) == Refusal::Code::Invalid);
    CHECK(codeOfRefusal(on(ticket, 2, edit("state", QStringLiteral("closed")))) == Refusal::Code::Invalid);
    CHECK(codeOfRefusal(on(ticket, 2, edit("impact", QStringLiteral("huge")))) == Refusal::Code::Invalid);
    CHECK(codeOfRefusal(on(ticket, 2, edit("requester", QStringLiteral("nobody")))) == Refusal::Code::Invalid);
    CHECK(codeOfRefusal(on(ticket, 2, edit("summary", QString(401, u'x')))) == Refusal::Code::Invalid);
    CHECK(codeOfRefusal(on(ticket, 2, edit("major", QStringLiteral("1")))) == Refusal::Code::Forbidden);
    ApplyContext supervisor = contextOf();
    supervisor.mayDeclareMajor = true;
    const auto major = on(ticket, 2, edit("major", QStringLiteral("1")), supervisor);
    REQUIRE(major);
    CHECK(major->state.priority == Priority::P1);
    CHECK(major->state.resolveDueMs == kOpenedMs + 4 * 60 * kMinute);
}

TEST_CASE("the requester's name changes with the requester", "[domain][ticket]")
{
    TicketEdit asked = edit("requester", sampleId(0xE0).toString());
    asked.display = QStringLiteral("Claire Martin");
    const auto applied = on(standingTicket(), 2, asked);
    REQUIRE(applied);
    CHECK(applied->state.requester.value == sampleId(0xE0));
    CHECK(applied->state.requesterName == QStringLiteral("Claire Martin"));
    CHECK(applied->state.versions.of(GuardedField::Requester) == sampleId<OperationId>(2));
}

TEST_CASE("a ticket waits, resumes, is resolved, reopened and closed with its times", "[domain][ticket]")
{
    const auto at = [](qint64 minutes) { return contextOf(kMe, kOpenedMs + minutes * kMinute); };
    const Ticket waiting = on(standingTicket(), 2, TicketWait{WaitReason::Part, 5, QStringLiteral("carte mère"), {}}, at(1))->state;
    CHECK(waiting.waitReason == WaitReason::Part);
    CHECK(waiting.waitUntilMs == 5);
    const Ticket resumed = on(waiting, 3, TicketResume{sampleId<OperationId>(2)}, at(2))->state;
    CHECK(resumed.state == TicketState::InProgress);
    CHECK(resumed.waitReason == WaitReason::None);
    CHECK(resumed.waitUntilMs == 0);
    CHECK(codeOfRefusal(on(resumed, 4, TicketResolve{{}, QStringLiteral(" "), sampleId<OperationId>(3)})) == Refusal::Code::Invalid);
    const auto resolved = on(resumed, 4,
                             TicketResolve{QStringLiteral("replaced"), QStringLiteral("Carte changée"), sampleId<OperationId>(3)}, at(3));
    REQUIRE(resolved);
    CHECK(resolved->state.resolvedMs == kOpenedMs + 3 * kMinute);
    CHECK(resolved->state.respondedMs == kOpenedMs + 3 * kMinute);
    CHECK(resolved->entry->text == QStringLiteral("Carte changée"));
    const Ticket closed = on(resolved->state, 5, TicketClose{sampleId<OperationId>(4)}, at(4))->state;
    CHECK(closed.closedMs == kOpenedMs + 4 * kMinute);
    const Ticket reopened = on(closed, 6, TicketReopen{QStringLiteral("encore"), sampleId<OperationId>(5)}, at(5))->state;
    CHECK(reopened.state == TicketState::InProgress);
    CHECK(reopened.resolvedMs == 0);
    CHECK(reopened.closedMs == 0);
    CHECK(reopened.reopenCount == 1);
    CHECK(reopened.updatedMs == kOpenedMs + 5 * kMinute);
    CHECK(on(reopened, 7, TicketNote{QStringLiteral("tard"), false}, at(1))->state.updatedMs == kOpenedMs + 5 * kMinute);
}

TEST_CASE("a resolution whose text would be lost is stale, the same one is done already", "[domain][ticket]")
{
    const Ticket resolved = on(standingTicket(), 2, TicketResolve{QStringLiteral("done"), QStringLiteral("fait"), {}})->state;
    CHECK(on(resolved, 3, TicketResolve{QStringLiteral("done"), QStringLiteral("fait"), {}})->noop);
    CHECK(codeOfRefusal(on(resolved, 3, TicketResolve{QStringLiteral("done"), QStringLiteral("autrement"), {}})) == Refusal::Code::Stale);
}

TEST_CASE("a note to the requester counts as the first response, an internal one does not", "[domain][ticket]")
{
    const auto internal = on(standingTicket(), 2, TicketNote{QStringLiteral("vu"), false});
    REQUIRE(internal);
    CHECK(internal->entry->kind == EntryKind::Note);
    CHECK(internal->state.respondedMs == 0);
    const auto told = on(standingTicket(), 2, TicketNote{QStringLiteral("vu"), true});
    REQUIRE(told);
    CHECK(told->entry->kind == EntryKind::PublicNote);
    CHECK(told->state.respondedMs == kOpenedMs + kMinute);
    CHECK(codeOfRefusal(on(standingTicket(), 2, TicketNote{QStringLiteral(" \t"), false})) == Refusal::Code::Invalid);
    CHECK(codeOfRefusal(on(standingTicket(), 2, TicketNote{QString(20'001, u'x'), false})) == Refusal::Code::Invalid);
}

TEST_CASE("tags are added and removed, once each", "[domain][ticket]")
{
    const Ticket tagged = on(standingTicket(), 2, TicketTag{{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("a")}, {}})->state;
    CHECK(tagged.tags.list == QStringList{QStringLiteral("a"), QStringLiteral("b")});
    CHECK(on(tagged, 3, TicketTag{{QStringLiteral("a")}, {QStringLiteral("c")}})->noop);
    CHECK(on(tagged, 3, TicketTag{{}, {QStringLiteral("a")}})->state.tags.list == QStringList{QStringLiteral("b")});
    CHECK(codeOfRefusal(on(tagged, 3, TicketTag{{QString()}, {}})) == Refusal::Code::Invalid);
}

TEST_CASE("a ticket hangs on another but not on itself", "[domain][ticket]")
{
    CHECK(codeOfRefusal(on(standingTicket(), 2, TicketLink{sampleId<TicketId>(1), {}, {}})) == Refusal::Code::Invalid);
    const auto linked = on(standingTicket(), 2, TicketLink{sampleId<TicketId>(5), QStringLiteral("7K-5"), {}});
    REQUIRE(linked);
    CHECK(linked->entry->text == QStringLiteral("7K-5"));
    CHECK(codeOfRefusal(on(linked->state, 3, TicketLink{{}, {}, {}})) == Refusal::Code::Stale);
    CHECK(on(linked->state, 3, TicketLink{{}, {}, sampleId<OperationId>(2)})->state.parent.isNull());
}

TEST_CASE("a remote session is written with who agreed and how it ended", "[domain][ticket]")
{
    const auto applied = on(standingTicket(), 2,
                            TicketAssist{{},
                                         QStringLiteral("PC-1"),
                                         QStringLiteral("vnc"),
                                         QStringLiteral("pc1::5900"),
                                         true,
                                         7,
                                         true,
                                         65'000,
                                         QStringLiteral("closed")});
    REQUIRE(applied);
    CHECK(applied->entry->kind == EntryKind::Assist);
    const auto &told = applied->entry->changes.list;
    CHECK(std::find(told.begin(), told.end(), FieldChange{QStringLiteral("agreed"), {}, QStringLiteral("1")}) != told.end());
    CHECK(std::find(told.begin(), told.end(), FieldChange{QStringLiteral("outcome"), {}, QStringLiteral("closed")}) != told.end());
}
