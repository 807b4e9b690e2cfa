// SPDX-License-Identifier: GPL-3.0-or-later
#include "Catch.h"
#include "EventHub.h"
#include "Tuning.h"

using namespace comptoir;
using namespace comptoir::central;

namespace {

struct Heard
{
    int wakes = 0;
    bool closed = false;
    EventHub::Key key = 0;
};

Listener listenerOf(const QByteArray &name, domain::Role role, std::map<domain::ScopeId, qint64> scopes)
{
    Session session;
    session.operatorId = domain::OperatorId::fromName(name);
    session.family = FamilyId::fromName(name);
    session.role = role;
    return {session, std::move(scopes)};
}

void listen(EventHub &hub, const Listener &listener, Heard &heard)
{
    heard.key = hub.add(listener,
                        {[&heard] { ++heard.wakes; },
                         [&hub, &heard] {
                             heard.closed = true;
                             hub.remove(heard.key);
                         }});
}

const domain::ScopeId kA = domain::ScopeId::fromName("a");
const domain::ScopeId kB = domain::ScopeId::fromName("b");

} // namespace

TEST_CASE("a listener is told how far its scopes have come, then only what moves in them", "[central][events]")
{
    EventHub hub;
    Heard anne;
    listen(hub, listenerOf("anne", domain::Role::Operator, {{{}, 3}, {kA, 7}}), anne);
    REQUIRE(hub.take(anne.key)->moved == std::map<domain::ScopeId, qint64>{{{}, 3}, {kA, 7}});
    CHECK_FALSE(hub.take(anne.key));
    hub.moved({{kB, 9}});
    CHECK(anne.wakes == 0);
    hub.moved({{kA, 8}, {kB, 9}});
    CHECK(anne.wakes == 1);
    CHECK(hub.take(anne.key)->moved == std::map<domain::ScopeId, qint64>{{kA, 8}});
}

TEST_CASE("what a slow listener has not taken is merged into one message", "[central][events]")
{
    EventHub hub;
    Heard sue;
    listen(hub, listenerOf("sue", domain::Role::Supervisor, {{kA, 0}}), sue);
    (void)hub.take(sue.key);
    const Session anne = listenerOf("anne", domain::Role::Operator, {}).session;
    for (qint64 seq = 1; seq <= 1000; ++seq) {
        hub.moved({{kA, seq}});
        hub.heard(anne, {{}, seq % 2 ? domain::OperatorState::OnCall : domain::OperatorState::Available, 0, {}, 0, 0}, seq);
    }
    const auto message = hub.take(sue.key);
    REQUIRE(message);
    CHECK(message->moved == std::map<domain::ScopeId, qint64>{{kA, 1000}});
    REQUIRE(message->presence.size() == 1);
    CHECK(message->presence[0].state == domain::OperatorState::Available);
    CHECK(message->presence[0].operatorId == anne.operatorId);
}

TEST_CASE("where many listen, what moves right after they were told waits for the next telling", "[central][events]")
{
    EventHub hub;
    std::vector<std::chrono::microseconds> pauses;
    hub.setPauses([&](std::chrono::microseconds pause) { pauses.push_back(pause); });
    std::vector<Heard> desk(49);
    for (Heard &one : desk) {
        listen(hub, listenerOf("anne", domain::Role::Operator, {{kA, 0}}), one);
        (void)hub.take(one.key);
    }
    Heard &first = desk.front();
    hub.moved({{kA, 1}});
    hub.moved({{kA, 2}});
    CHECK(first.wakes == 2); // a small desk is told of each at once
    REQUIRE(pauses.empty());

    std::vector<Heard> more(200);
    for (Heard &one : more) {
        listen(hub, listenerOf("bob", domain::Role::Operator, {{kB, 0}}), one);
        (void)hub.take(one.key);
    }
    hub.moved({{kA, 3}});
    CHECK(first.wakes == 3);
    CHECK(pauses == std::vector{249 * EventHub::kPausePerListener});
    hub.moved({{kA, 5}});
    hub.heardFromPeer({.moved = {{kA, 4}, {kB, 6}}}, 0);
    CHECK(first.wakes == 3);
    CHECK(more.front().wakes == 0);
    hub.resume();
    CHECK(first.wakes == 4);
    CHECK(more.front().wakes == 1);
    CHECK(hub.take(first.key)->moved == std::map<domain::ScopeId, qint64>{{kA, 5}});
    CHECK(hub.take(more.front().key)->moved == std::map<domain::ScopeId, qint64>{{kB, 6}});
    REQUIRE(pauses.size() == 2);
    hub.resume(); // nothing moved meanwhile: the next is told at once
    hub.moved({{kA, 7}});
    CHECK(first.wakes == 5);
    hub.moved({{kA, 8}});
    hub.closeAll(); // a new life: what the old one's counters were is not told
    Heard later;
    listen(hub, listenerOf("anne", domain::Role::Operator, {{kA, 2}}), later);
    (void)hub.take(later.key);
    hub.resume();
    CHECK_FALSE(hub.take(later.key));
}

TEST_CASE("presence is told to supervisors and to oneself, and ends when the console is gone", "[central][events]")
{
    EventHub hub;
    Heard anne;
    Heard bob;
    Heard sue;
    const Listener speaker = listenerOf("anne", domain::Role::Operator, {});
    listen(hub, speaker, anne);
    listen(hub, listenerOf("bob", domain::Role::Operator, {}), bob);
    listen(hub, listenerOf("sue", domain::Role::Supervisor, {}), sue);
    wire::PresenceMessage told;
    told.state = domain::OperatorState::Pause;
    told.sinceMs = 5000;
    hub.heard(speaker.session, told, 1'000'000);
    CHECK(hub.take(anne.key)->presence[0].sinceMs == 995'000);
    CHECK(hub.take(sue.key)->presence.size() == 1);
    CHECK_FALSE(hub.take(bob.key));

    hub.tick(1'000'000 + kPresenceMs); // still listening
    CHECK_FALSE(hub.take(sue.key));
    hub.remove(anne.key);
    hub.tick(1'000'000 + 2 * kPresenceMs);
    const auto gone = hub.take(sue.key);
    REQUIRE(gone);
    CHECK(gone->presence[0].state == domain::OperatorState::Offline);
    CHECK_FALSE(hub.take(bob.key));
}

TEST_CASE("streams of an operator or of one sign-in are closed when told", "[central][events]")
{
    EventHub hub;
    Heard anne;
    Heard bob;
    const Listener first = listenerOf("anne", domain::Role::Operator, {});
    listen(hub, first, anne);
    listen(hub, listenerOf("bob", domain::Role::Operator, {}), bob);
    hub.closeOf(domain::OperatorId::fromName("bob"));
    CHECK(bob.closed);
    CHECK_FALSE(anne.closed);
    hub.closeOf(first.session.family);
    CHECK(anne.closed);
    CHECK(hub.size() == 0);
}
