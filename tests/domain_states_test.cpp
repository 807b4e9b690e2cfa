// SPDX-License-Identifier: GPL-3.0-or-later
#include "Catch.h"
#include "Samples.h"

#include <map>

using namespace comptoir;
using namespace comptoir::domain;
using namespace comptoir::tests;

namespace {

constexpr std::string_view kStateLetters = "NPWRCX";

/// N P W R C X: accepted, and the state after; 0: a no-op; i, s: refused as invalid or stale.
using Expectation = std::map<std::string_view, std::string_view>;

char letterOf(const Applied<Ticket> &applied)
{
    if (!applied) {
        return applied.error().code == Refusal::Code::Invalid ? 'i' : applied.error().code == Refusal::Code::Stale ? 's' : '?';
    }
    return applied->noop ? '0' : kStateLetters[size_t(applied->state.state)];
}

void compare(const Expectation &expected, const std::optional<OperationId> &stateVersion)
{
    REQUIRE(expected.size() == CodesOf<OpKind>::list.size());
    for (const auto &[kind, code] : CodesOf<OpKind>::list) {
        for (size_t at = 0; at < kStateLetters.size(); ++at) {
            Ticket ticket = standingTicket(TicketState(at));
            if (stateVersion) {
                ticket.versions.set(GuardedField::State, *stateVersion);
            }
            const auto applied = apply(operation(2, plainPayload(kind)), std::optional(ticket), contextOf());
            INFO(code << " in " << kStateLetters[at] << (applied ? "" : ": " + applied.error().reason.toStdString()));
            CHECK(letterOf(applied) == expected.at(code)[at]);
        }
    }
}

} // namespace

TEST_CASE("every operation in every state does what the table says", "[domain][states]")
{
    compare(
        {
            // in:                     NPWRCX
            {"ticket.open", "iiiiii"},   {"ticket.edit", "NPWRii"},         {"ticket.tag", "NPWRii"},
            {"ticket.claim", "PPWiii"},  {"ticket.assign", "NPWiii"},       {"ticket.note", "NPWRCX"},
            {"ticket.wait", "WW0iii"}, // waiting for the same reason already
            {"ticket.resume", "iiPiii"}, {"ticket.resolve", "RRRiii"},      {"ticket.reopen", "iiiPPi"},
            {"ticket.close", "iiiCii"},  {"ticket.cancel", "XXXiii"},       {"ticket.link", "NPWRii"},
            {"ticket.assist", "NPWRCX"}, {"ticket.attach", "NPWRCX"},       {"person.add", "iiiiii"},
            {"person.edit", "iiiiii"},   {"person.learn_number", "iiiiii"}, {"person.unlearn_number", "iiiiii"},
            {"contact.log", "iiiiii"},   {"contact.wrap_up", "iiiiii"},
        },
        std::nullopt);
}

TEST_CASE("where somebody moved the state meanwhile, operations on the state are stale or done already", "[domain][states]")
{
    compare(
        {
            // in:                     NPWRCX
            {"ticket.open", "iiiiii"},
            {"ticket.edit", "NPWRss"},
            {"ticket.tag", "NPWRss"},
            {"ticket.claim", "PPWsss"},
            {"ticket.assign", "NPWsss"},
            {"ticket.note", "NPWRCX"},
            {"ticket.wait", "ss0sss"},
            {"ticket.resume", "s0ssss"},
            {"ticket.resolve", "sss0ss"},
            {"ticket.reopen", "s0ssss"},
            {"ticket.close", "ssss0s"},
            {"ticket.cancel", "sssss0"},
            {"ticket.link", "NPWRss"},
            {"ticket.assist", "NPWRCX"},
            {"ticket.attach", "NPWRCX"},
            {"person.add", "iiiiii"},
            {"person.edit", "iiiiii"},
            {"person.learn_number", "iiiiii"},
            {"person.unlearn_number", "iiiiii"},
            {"contact.log", "iiiiii"},
            {"contact.wrap_up", "iiiiii"},
        },
        sampleId<OperationId>(77));
}

TEST_CASE("a stale state is told with what stands and who set it", "[domain][states]")
{
    Ticket ticket = standingTicket(TicketState::Resolved);
    ticket.versions.set(GuardedField::State, sampleId<OperationId>(77));
    const auto applied = apply(operation(2, TicketWait{}), std::optional(ticket), contextOf());
    REQUIRE_FALSE(applied);
    CHECK(applied.error().code == Refusal::Code::Stale);
    CHECK(applied.error().field == QStringLiteral("state"));
    CHECK(applied.error().current == QStringLiteral("resolved"));
    CHECK(applied.error().setBy == sampleId<OperationId>(77));
}

TEST_CASE("stateAfter has no line for opening nor for people and contacts", "[domain][states]")
{
    for (size_t at = 0; at < kStateLetters.size(); ++at) {
        CHECK_FALSE(stateAfter(TicketState(at), OpKind::TicketOpen));
        CHECK_FALSE(stateAfter(TicketState(at), OpKind::PersonAdd));
        CHECK_FALSE(stateAfter(TicketState(at), OpKind::ContactWrapUp));
    }
}

TEST_CASE("any run of operations keeps the rules of the reducer", "[domain][states][property]")
{
    base::SeededRandom random(20260101);
    for (int run = 0; run < 300; ++run) {
        Ticket ticket = standingTicket();
        std::vector<OperationId> setters;
        for (quint64 step = 0; step < 60; ++step) {
            const Operation op = operation(100 + step, drawnPayload(random, setters));
            ApplyContext context = contextOf(random.below(2) == 0 ? kMe : kOther, kOpenedMs + qint64(random.below(100'000)));
            context.mayDeclareMajor = random.below(2) == 0;
            const auto applied = apply(op, std::optional(ticket), context);
            REQUIRE(applied == apply(op, std::optional(ticket), context));
            if (!applied) {
                REQUIRE_FALSE(applied.error().reason.isEmpty());
                continue;
            }
            const Ticket &after = applied->state;
            REQUIRE(applied->noop == !applied->entry);
            if (applied->noop) {
                REQUIRE(after == ticket);
                continue;
            }
            REQUIRE(applied->entry->id == op.id);
            REQUIRE(applied->entry->ticket == ticket.id);
            REQUIRE(after.state == stateAfter(ticket.state, op.kind()));
            REQUIRE(after.updatedMs >= ticket.updatedMs);
            REQUIRE((after.state == ticket.state || after.versions.of(GuardedField::State) == op.id));
            REQUIRE((after.assignee == ticket.assignee || after.versions.of(GuardedField::Assignee) == op.id));
            REQUIRE((after.impact == ticket.impact || after.versions.of(GuardedField::Impact) == op.id));
            REQUIRE((after.parent == ticket.parent || after.versions.of(GuardedField::Parent) == op.id));
            REQUIRE(after.organisation == ticket.organisation);
            REQUIRE(after.number == ticket.number);
            REQUIRE(after.scope == ticket.scope);
            REQUIRE(FieldChanges::fromText(applied->entry->changes.toText()) == applied->entry->changes);
            setters.push_back(op.id);
            ticket = after;
        }
    }
}
