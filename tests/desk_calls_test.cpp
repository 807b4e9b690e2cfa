// SPDX-License-Identifier: GPL-3.0-or-later
#include "CallHandling.h"
#include "Catch.h"
#include "DeskRig.h"
#include "Lookup.h"
#include "Queues.h"
#include "Tickets.h"

using namespace comptoir;
using namespace comptoir::tests;
using Kind = desk::CallEvent::Kind;
using Phase = desk::CallState::Phase;

namespace {

struct Desk : DeskRig
{
    desk::CallHandling calls{parts()};
    HandTelephone telephone;
    std::vector<desk::CallState> states;
    std::vector<desk::CallerCard> cards;
    std::vector<base::Error> failures;

    Desk()
    {
        QObject::connect(&calls, &desk::CallHandling::stateChanged, &calls,
                         [this](const desk::CallState &state) { states.push_back(state); });
        QObject::connect(&calls, &desk::CallHandling::cardReady, &calls, [this](const desk::CallerCard &card) { cards.push_back(card); });
        QObject::connect(&calls, &desk::CallHandling::failed, &calls, [this](const base::Error &error) { failures.push_back(error); });
        calls.add(&telephone);
    }
    ~Desk() { telephone.disconnect(); }

    std::vector<domain::Contact> log()
    {
        desk::Queues queues(parts());
        auto found = settled(queues.callLog(50));
        REQUIRE(found);
        return *found;
    }
};

} // namespace

TEST_CASE("the number is shown before anything is read, then the card with its reasons", "[desk][call]")
{
    Desk desk;
    desk.states.clear();
    desk.telephone.say(Kind::Ring, QStringLiteral("c1"), QStringLiteral("4201"));
    REQUIRE_FALSE(desk.states.empty());
    CHECK(desk.states.front().phase == Phase::Ringing);
    CHECK(desk.states.front().number == u"4201");
    CHECK(desk.states.front().name.isEmpty());
    REQUIRE(desk.cards.size() == 1);
    const auto &card = desk.cards.front();
    REQUIRE(card.candidates.size() == 1);
    CHECK(card.candidates.front().person.id == desk.claire);
    CHECK(card.candidates.front().organisationName == u"Mérignac");
    CHECK(card.candidates.front().reasons.front().kind == desk::IdentityReason::Kind::ExtensionPlan);
    REQUIRE(card.assets.size() == 1);
    CHECK(card.assets.front().name == u"PC-04471");
    CHECK(desk.calls.state().name == u"Claire Martin");
    CHECK(desk.calls.state().place == u"Mérignac");
}

TEST_CASE("a call is logged when it rings, is answered, ends and is wrapped up, in the caller's scope", "[desk][call]")
{
    Desk desk;
    desk.telephone.say(Kind::Ring, QStringLiteral("c1"), QStringLiteral("4201"));
    REQUIRE(desk.log().size() == 1);
    CHECK(desk.log().front().outcome == domain::CallOutcome::Ringing);
    CHECK(desk.log().front().scope == domain::scopeOf(desk.merignac));
    desk.calls.answer();
    CHECK(desk.telephone.commands == QStringList{QStringLiteral("answer c1")});
    desk.clock.ms += 4'000;
    desk.telephone.say(Kind::Answer, QStringLiteral("c1"));
    CHECK(desk.calls.state().state == domain::OperatorState::OnCall);
    desk.clock.ms += 60'000;
    desk.telephone.say(Kind::HangUp, QStringLiteral("c1"));
    CHECK(desk.calls.state().phase == Phase::WrapUp);
    desk.calls.finishWrapUp(QStringLiteral("mot de passe"));
    CHECK(desk.calls.state().phase == Phase::None);
    CHECK(desk.calls.state().state == domain::OperatorState::Available);
    const auto logged = desk.log();
    REQUIRE(logged.size() == 1);
    CHECK(logged.front().outcome == domain::CallOutcome::Answered);
    CHECK(logged.front().answeredMs - logged.front().startedMs == 4'000);
    CHECK(logged.front().endedMs - logged.front().answeredMs == 60'000);
    CHECK(logged.front().wrapUpMs > 0);
    CHECK(logged.front().note == u"mot de passe");
    CHECK(logged.front().person == desk.claire);
    CHECK(desk.failures.empty());
}

TEST_CASE("repeated, late and unordered events are sorted out", "[desk][call]")
{
    Desk desk;
    desk.telephone.say(Kind::Ring, QStringLiteral("c1"), QStringLiteral("0556000001"));
    desk.telephone.say(Kind::Ring, QStringLiteral("c1"), QStringLiteral("0556000001"));
    desk.telephone.say(Kind::HangUp, QStringLiteral("c1"));
    desk.telephone.say(Kind::HangUp, QStringLiteral("c1"));
    desk.telephone.say(Kind::Ring, QStringLiteral("c1"), QStringLiteral("0556000001"));
    CHECK(desk.log().size() == 1);
    CHECK(desk.log().front().outcome == domain::CallOutcome::Missed);
    CHECK(desk.calls.state().phase == Phase::None);
    desk.telephone.say(Kind::Answer, QStringLiteral("c1"));
    CHECK(desk.log().front().outcome == domain::CallOutcome::Answered);
    desk.telephone.say(Kind::HangUp, QStringLiteral("never rang"));
    CHECK(desk.log().size() == 1);
    desk.telephone.say(Kind::Answer, QStringLiteral("c2"), QStringLiteral("0556000002"));
    CHECK(desk.calls.state().phase == Phase::Talking);
    CHECK(desk.log().size() == 2);
    CHECK(desk.failures.empty());
}

TEST_CASE("a second call waits beside the first and comes when that ends", "[desk][call]")
{
    Desk desk;
    desk.telephone.say(Kind::Ring, QStringLiteral("c1"), QStringLiteral("4201"));
    desk.telephone.say(Kind::Answer, QStringLiteral("c1"));
    desk.telephone.say(Kind::Ring, QStringLiteral("c2"), QStringLiteral("5310"));
    CHECK(desk.calls.state().waiting == 1);
    CHECK(desk.calls.state().number == u"4201");
    CHECK(desk.cards.back().candidates.front().person.id == desk.claire);
    desk.telephone.say(Kind::HangUp, QStringLiteral("c1"));
    CHECK(desk.calls.state().phase == Phase::WrapUp);
    desk.calls.answer();
    CHECK(desk.telephone.commands.back() == u"answer c2");
    CHECK(desk.calls.state().number == u"5310");
    runPosted();
    CHECK(desk.cards.back().candidates.front().person.id == desk.paul);
    desk.telephone.say(Kind::HangUp, QStringLiteral("c2"));
    desk::Queues queues(desk.parts());
    const auto missed = settled(queues.missedCalls());
    REQUIRE(missed);
    REQUIRE(missed->size() == 1);
    CHECK(missed->front().personName == u"Paul Durand");
    CHECK(settled(queues.counts())->missedCalls == 1);
}

TEST_CASE("an unknown number is learned once the operator says whose it is", "[desk][call]")
{
    Desk desk;
    desk.telephone.say(Kind::Ring, QStringLiteral("c1"), QStringLiteral("06 12 34 56 78"), QStringLiteral("MARTIN Claire"));
    REQUIRE(desk.cards.back().candidates.size() == 1);
    CHECK(desk.cards.back().candidates.front().reasons.front().kind == desk::IdentityReason::Kind::SameName);
    CHECK(desk.calls.state().name.isEmpty());
    desk.telephone.say(Kind::Answer, QStringLiteral("c1"));
    desk.calls.identify(desk.claire, true);
    runPosted();
    CHECK(desk.calls.state().name == u"Claire Martin");
    CHECK(desk.cards.back().candidates.front().score == 100);
    desk.telephone.say(Kind::HangUp, QStringLiteral("c1"));
    desk.calls.finishWrapUp({});
    desk.telephone.say(Kind::Ring, QStringLiteral("c2"), QStringLiteral("+33612345678"));
    CHECK(desk.calls.state().name == u"Claire Martin");
    REQUIRE(desk.log().size() == 2);
    CHECK(desk.log().back().scope.isNull()); // it was opened before anybody knew
    CHECK(desk.log().back().person == desk.claire);
    CHECK(desk.failures.empty());
}

TEST_CASE("a withheld number is a call like any other", "[desk][call]")
{
    Desk desk;
    desk.telephone.say(Kind::Ring, QStringLiteral("c1"), QStringLiteral("anonymous"));
    CHECK(desk.calls.state().phase == Phase::Ringing);
    CHECK(desk.calls.state().number.isEmpty());
    CHECK(desk.cards.back().withheld);
    CHECK(desk.log().size() == 1);
}

TEST_CASE("a telephone that is gone leaves its call to the operator", "[desk][call]")
{
    Desk desk;
    desk.telephone.say(Kind::Ring, QStringLiteral("c1"), QStringLiteral("4201"));
    desk.telephone.say(Kind::Answer, QStringLiteral("c1"));
    desk.telephone.connected = false;
    Q_EMIT desk.telephone.connectedChanged(false);
    CHECK_FALSE(desk.calls.state().telephone);
    CHECK(desk.calls.state().phase == Phase::Talking);
    desk.calls.hangUp();
    CHECK(desk.calls.state().phase == Phase::WrapUp);
}

TEST_CASE("a ticket of the call stands in its contact and on the caller's card", "[desk][call]")
{
    Desk desk;
    desk::Tickets tickets(desk.parts());
    desk.telephone.say(Kind::Ring, QStringLiteral("c1"), QStringLiteral("4201"));
    desk.telephone.say(Kind::Answer, QStringLiteral("c1"));
    auto written = desk.written(QStringLiteral("Souris"));
    written.requester = desk.claire;
    const auto draft = settled(tickets.startDraft(written));
    const auto id = settled(tickets.open(*draft));
    CHECK(desk.calls.card().openTickets.empty());
    desk.calls.attach(*id);
    runPosted();
    desk.calls.attach(*id);
    CHECK(desk.log().front().tickets.list == std::vector{*id});
    REQUIRE(desk.calls.card().openTickets.size() == 1);
    CHECK(desk.calls.card().openTickets.front().id == *id);
    REQUIRE(settled(tickets.resolve(*id, QStringLiteral("solved"), QStringLiteral("Changée"))));
    desk.calls.readCardAgain();
    runPosted();
    CHECK(desk.calls.card().openTickets.empty());
}

namespace {

/// Opens a ticket for Claire in that contact.
domain::TicketId openedFor(Desk &desk, domain::ContactId contact)
{
    desk::Tickets tickets(desk.parts());
    auto written = desk.written(QStringLiteral("Souris"));
    written.requester = desk.claire;
    written.contact = contact;
    const auto draft = settled(tickets.startDraft(written));
    return settled(tickets.open(*draft)).value();
}

/// The call is answered, ends and is wrapped up; the next one rings from the same telephone.
void ringAgain(Desk &desk, const QString &number)
{
    desk.telephone.say(Kind::Answer, QStringLiteral("c1"));
    desk.telephone.say(Kind::HangUp, QStringLiteral("c1"));
    desk.calls.finishWrapUp({});
    desk.clock.ms += 60'000;
    desk.telephone.say(Kind::Ring, QStringLiteral("c2"), number);
    runPosted();
}

} // namespace

TEST_CASE("a ticket written in a call makes nobody surer of who calls; the operator's word does", "[desk][call][identity]")
{
    Desk desk;
    desk.telephone.say(Kind::Ring, QStringLiteral("c1"), QStringLiteral("4201"));
    desk.telephone.say(Kind::Answer, QStringLiteral("c1"));
    const desk::Candidate ringing = desk.calls.card().candidates.front();
    REQUIRE(ringing.score == 88);
    desk.clock.ms += 5'000;
    const std::size_t read = desk.cards.size();
    desk.calls.attach(openedFor(desk, desk.calls.state().contact));
    runPosted();
    REQUIRE(desk.cards.size() > read);
    CHECK(desk.calls.card().candidates.front().score == ringing.score);
    CHECK(desk.calls.card().candidates.front().reasons == ringing.reasons);
    desk.calls.identify(desk.claire, false);
    runPosted();
    CHECK(desk.calls.card().candidates.front().score == 100);
    CHECK(desk.calls.card().candidates.front().reasons.back().kind == desk::IdentityReason::Kind::Confirmed);
}

TEST_CASE("an earlier call counts by the ticket that was written in it, not by what its number made of the caller",
          "[desk][call][identity]")
{
    Desk desk;
    desk.telephone.say(Kind::Ring, QStringLiteral("c1"), QStringLiteral("4201"));
    const domain::ContactId earlier = desk.calls.state().contact;
    SECTION("nobody said who it was")
    {
        ringAgain(desk, QStringLiteral("4201"));
        CHECK(desk.calls.card().candidates.front().score == 88);
    }
    SECTION("a ticket was written for them then")
    {
        desk.clock.ms += 5'000;
        (void)openedFor(desk, earlier);
        ringAgain(desk, QStringLiteral("4201"));
        CHECK(desk.calls.card().candidates.front().score == 93);
        CHECK(desk.calls.card().candidates.front().reasons.back().kind == desk::IdentityReason::Kind::SeenInTicket);
    }
    SECTION("a ticket begun then is written only now")
    {
        ringAgain(desk, QStringLiteral("4201"));
        desk.clock.ms += 5'000;
        desk.calls.attach(openedFor(desk, earlier));
        runPosted();
        CHECK(desk.calls.card().candidates.front().score == 88);
    }
}

TEST_CASE("who was named in an earlier call from a number nobody has may be calling again", "[desk][call][identity]")
{
    Desk desk;
    desk.telephone.say(Kind::Ring, QStringLiteral("c1"), QStringLiteral("06 12 34 56 78"));
    desk.calls.identify(desk.claire, false);
    runPosted();
    ringAgain(desk, QStringLiteral("06 12 34 56 78"));
    REQUIRE(desk.calls.card().candidates.size() == 1);
    CHECK(desk.calls.card().candidates.front().score == 60);
    CHECK(desk.calls.card().candidates.front().reasons.front() == desk::IdentityReason{desk::IdentityReason::Kind::SeenInTicket, {}});
}

TEST_CASE("people are found by beginnings, without accents, by number and by e-mail", "[desk][lookup]")
{
    Desk desk;
    desk::Lookup lookup(desk.parts());
    const auto found = [&](const char *typed) { return settled(lookup.people(QString::fromUtf8(typed), 10)).value(); };
    CHECK(found("mart cl").size() == 1);
    CHECK(found("MÀRTIN").size() == 1);
    CHECK(found("claire.martin@exa").size() == 1);
    REQUIRE(found("4201").size() == 1);
    CHECK(found("420").front().person.id == desk.claire);
    CHECK(found("05 56 10 22 01").size() == 1);
    CHECK(found("zzz").empty());
    CHECK(found("").empty());
    CHECK(found("\"* OR 1").empty());

    domain::Person zoe;
    zoe.organisation = desk.pessac;
    zoe.givenName = QStringLiteral("Zoé");
    zoe.familyName = QStringLiteral("Lœuillet");
    zoe.numbers.list = {{domain::NumberKind::Direct, QStringLiteral("5444"), {}}};
    const auto id = settled(lookup.addPerson(zoe));
    REQUIRE(id);
    CHECK(found("loeuil").size() == 1);
    CHECK(found("5444").size() == 1);
    REQUIRE(settled(lookup.editPerson(*id, QStringLiteral("service"), QStringLiteral("Urbanisme"))));
    CHECK(found("urba").size() == 1);
}
