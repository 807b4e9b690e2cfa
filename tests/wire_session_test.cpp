// SPDX-License-Identifier: GPL-3.0-or-later
#include "Catch.h"
#include "ChangesMessages.h"
#include "EventMessages.h"
#include "Filled.h"
#include "OpsMessages.h"
#include "Problem.h"
#include "Random.h"
#include "SessionMessages.h"
#include "Suites.h"

using namespace comptoir;
using namespace comptoir::tests;

namespace {

wire::SessionReply sampleSession(const QString &text)
{
    wire::SessionReply out;
    out.accessToken = "access";
    out.accessExpiresInS = 900;
    out.refreshToken = "refresh";
    out.operatorId = numberedId<domain::OperatorId>(1);
    out.operatorName = text;
    out.role = domain::Role::Supervisor;
    out.groups.list = {numberedId<domain::GroupId>(3), numberedId<domain::GroupId>(4)};
    out.deviceCode = QStringLiteral("7K");
    out.highestCounter = 142;
    out.epoch = "e-1";
    out.serviceTimeMs = 1'700'000'000'000;
    return out;
}

/// Every decoder of the module.
void decodeAll(const QByteArray &json)
{
    const auto quiet = [](const auto &result) { CHECK((result || !result.error().message.isEmpty())); };
    quiet(wire::SignInRequest::decode(json));
    quiet(wire::RefreshRequest::decode(json));
    quiet(wire::SessionReply::decode(json));
    quiet(wire::PresenceMessage::decode(json));
    quiet(wire::EventMessage::decode(json));
    quiet(wire::Problem::decode(json));
    quiet(wire::OpsRequest::decode(json));
    quiet(wire::OpsReply::decode(json));
    quiet(wire::ChangesRequest::decode(json));
    quiet(wire::ChangesReply::decode(json));
}

} // namespace

TEST_CASE("signing in travels unchanged, any password included", "[wire][session]")
{
    auto texts = naughtyStrings();
    texts.push_back(QStringLiteral("mot de passe \u0001\"\\"));
    for (const QString &text : texts) {
        const wire::SignInRequest request{text, text, numberedId<domain::DeviceId>(2), text, 1};
        const auto back = wire::SignInRequest::decode(request.encode());
        REQUIRE(back);
        CHECK(back->login == text);
        CHECK(back->password == text);
        CHECK(back->deviceName == text);
        CHECK(back->device == request.device);
        const auto session = wire::SessionReply::decode(sampleSession(text).encode());
        REQUIRE(session);
        CHECK(session->operatorName == text);
    }
    CHECK_FALSE(wire::SignInRequest::decode(R"({"login":"a","device":"01010101-0101-0101-0101-010101010101","protocol":1})"));
    CHECK_FALSE(wire::SignInRequest::decode(QByteArray(R"({"login":"a","password":")" + QByteArray(1025, 'x')
                                                       + R"(","device":"01010101-0101-0101-0101-010101010101","protocol":1})")));
}

TEST_CASE("a session and its refresh travel unchanged", "[wire][session]")
{
    const wire::SessionReply session = sampleSession(QStringLiteral("Inès"));
    const auto back = wire::SessionReply::decode(session.encode());
    REQUIRE(back);
    CHECK(back->accessToken == session.accessToken);
    CHECK(back->accessExpiresInS == 900);
    CHECK(back->refreshToken == session.refreshToken);
    CHECK(back->operatorId == session.operatorId);
    CHECK(back->role == domain::Role::Supervisor);
    CHECK(back->groups == session.groups);
    CHECK(back->deviceCode == QStringLiteral("7K"));
    CHECK(back->highestCounter == 142);
    CHECK(back->epoch == "e-1");
    CHECK(back->serviceTimeMs == session.serviceTimeMs);
    const wire::RefreshRequest refresh{"refresh", numberedId<domain::DeviceId>(2), 1};
    CHECK(wire::RefreshRequest::decode(refresh.encode())->refreshToken == "refresh");
}

TEST_CASE("events travel unchanged", "[wire][events]")
{
    wire::EventMessage event;
    event.moved[domain::ScopeId{}] = 5;
    event.moved[numberedId<domain::ScopeId>(3)] = 7;
    event.presence.push_back({numberedId<domain::OperatorId>(1), domain::OperatorState::Pause, 9, QStringLiteral("déjeuner"), 0, 0});
    event.presence.push_back({numberedId<domain::OperatorId>(2), domain::OperatorState::OnCall, 9, {}, 3, 8});
    event.call = wire::CallMessage{QStringLiteral("c1"), QStringLiteral("0556101112"), QStringLiteral("trunk"),
                                   domain::CallOutcome::Missed};
    CHECK(wire::EventMessage::decode(event.encode()).value() == event);
    CHECK(wire::EventMessage::decode("{}").value() == wire::EventMessage{});
    CHECK(wire::PresenceMessage::decode(event.presence[1].encode()).value() == event.presence[1]);
    for (const char *bad : {R"({"moved":{"x":1}})", R"({"moved":{"shared":-1}})", R"({"moved":5})", R"({"presence":[{"state":"asleep"}]})",
                            R"({"presence":[{}]})", R"({"presence":{}})", R"({"call":5})"}) {
        INFO(bad);
        CHECK_FALSE(wire::EventMessage::decode(bad));
    }
}

TEST_CASE("a problem is read leniently and written as the RFC has it", "[wire][problem]")
{
    wire::Problem problem{QStringLiteral("about:blank"), QStringLiteral("Conflict"), 409, QStringLiteral("another epoch"), {}};
    problem.extensions[QStringLiteral("code")] = QStringLiteral("epoch");
    problem.extensions[QStringLiteral("min_protocol")] = qint64{2};
    const auto back = wire::Problem::decode(problem.encode());
    REQUIRE(back);
    CHECK(*back == problem);
    CHECK(back->extension(QStringLiteral("code")) == QStringLiteral("epoch"));
    CHECK(back->extension(QStringLiteral("min_protocol")).isEmpty());
    const auto odd = wire::Problem::decode(R"({"type":5,"title":["x"],"status":"500","detail":null,"errors":[1]})");
    REQUIRE(odd);
    CHECK(odd->status == 0);
    CHECK(odd->title.isEmpty());
    CHECK_FALSE(wire::Problem::decode("<html>502 Bad Gateway</html>"));
    CHECK_FALSE(wire::Problem::decode({}));
    problem.extensions[QStringLiteral("status")] = qint64{200};
    CHECK(wire::Problem::decode(problem.encode())->status == 409);
}

TEST_CASE("no decoder crashes on the parsing suite nor on spoiled messages", "[wire][suite][property]")
{
    for (const JsonCase &one : jsonCases()) {
        decodeAll(one.input);
        decodeAll("{\"ops\":" + one.input + ",\"scopes\":" + one.input + ",\"verdicts\":" + one.input + ",\"moved\":" + one.input + "}");
    }
    const std::vector<QByteArray> messages{
        sampleSession(QStringLiteral("x")).encode(),
        wire::SignInRequest{QStringLiteral("a"), QStringLiteral("b"), numberedId<domain::DeviceId>(1), {}, 1}.encode(),
        R"({"moved":{"shared":5},"presence":[{"state":"pause","since_ms":4}],"call":{"number":"1"}})",
        R"({"type":"about:blank","title":"x","status":409,"code":"epoch"})",
        R"({"ops":[{"id":"01010101-0101-0101-0101-010101010101","payload":{"a":"}"}}],"protocol":1})"};
    base::SeededRandom random(3);
    for (int run = 0; run < 3000; ++run) {
        QByteArray spoiled = messages[random.below(messages.size())];
        for (quint64 flips = random.below(4); flips > 0; --flips) {
            spoiled[qsizetype(random.below(quint64(spoiled.size())))] = static_cast<char>(random.below(256));
        }
        decodeAll(spoiled.first(qsizetype(random.below(quint64(spoiled.size() + 1)))));
        decodeAll(spoiled);
    }
}
