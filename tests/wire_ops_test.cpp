// SPDX-License-Identifier: GPL-3.0-or-later
#include "Catch.h"
#include "Filled.h"
#include "JsonWriter.h"
#include "OpsMessages.h"

using namespace comptoir;
using namespace comptoir::tests;

namespace {

wire::OpMessage sampleOp(quint8 n = 1)
{
    wire::OpMessage out;
    out.id = numberedId<domain::OperationId>(n);
    out.scope = numberedId<domain::ScopeId>(0xA0);
    out.entity = numberedId<domain::EntityId>(n);
    out.kind = "ticket.note";
    out.deps = {numberedId<domain::OperationId>(3), numberedId<domain::OperationId>(4)};
    out.ageMs = 1500;
    out.payload = R"({"text":"vu"})";
    return out;
}

wire::OpsRequest sampleRequest(int count)
{
    wire::OpsRequest out;
    out.epoch = "e-1";
    out.device = numberedId<domain::DeviceId>(9);
    out.clockMs = 1'763'773'514'000;
    for (int n = 0; n < count; ++n) {
        out.ops.push_back(sampleOp(static_cast<quint8>(n + 1)));
    }
    return out;
}

} // namespace

TEST_CASE("the hash of an operation is stable and blind to its age alone", "[wire][ops]")
{
    const wire::OpMessage op = sampleOp();
    CHECK(op.hash().toHex() == "9fbf15256ac8d0afbcc1df082dca4d02d3e173122e38ce8b7cf93f1ab360e7a6");
    wire::OpMessage older = op;
    older.ageMs = 99;
    CHECK(older.hash() == op.hash());
    const auto differs = [&](auto &&change) {
        wire::OpMessage other = op;
        change(other);
        return other.hash() != op.hash();
    };
    CHECK(differs([](wire::OpMessage &o) { o.id = numberedId<domain::OperationId>(2); }));
    CHECK(differs([](wire::OpMessage &o) { o.scope = {}; }));
    CHECK(differs([](wire::OpMessage &o) { o.entity = numberedId<domain::EntityId>(2); }));
    CHECK(differs([](wire::OpMessage &o) { o.kind = "ticket.edit"; }));
    CHECK(differs([](wire::OpMessage &o) { o.version = 2; }));
    CHECK(differs([](wire::OpMessage &o) { o.deps.pop_back(); }));
    CHECK(differs([](wire::OpMessage &o) { o.payload = R"({"text": "vu"})"; }));
}

TEST_CASE("a batch comes back as it went", "[wire][ops]")
{
    const wire::OpsRequest request = sampleRequest(50);
    const auto back = wire::OpsRequest::decode(request.encode());
    REQUIRE(back);
    CHECK(back->epoch == request.epoch);
    CHECK(back->device == request.device);
    CHECK(back->clockMs == request.clockMs);
    CHECK(back->protocol == wire::kProtocol);
    CHECK(back->ops == request.ops);
    CHECK(wire::OpsRequest::decode(sampleRequest(0).encode())->ops.empty());
}

TEST_CASE("the payload keeps its very bytes, blanks, order and unknown members included", "[wire][ops]")
{
    for (const char *payload : {R"({ "z" : 1 ,"a":[ {"b":"}]\"\\" } ] , "text":"x" })", "{}", R"({"text":"\u00e9\\"})", "{\n}"}) {
        wire::OpsRequest request = sampleRequest(2);
        request.ops[1].payload = payload;
        const auto back = wire::OpsRequest::decode(request.encode());
        REQUIRE(back);
        CHECK(back->ops[1].payload == payload);
        CHECK(back->ops[1].hash() == request.ops[1].hash());
    }
}

TEST_CASE("an operation of the domain comes back through the message", "[wire][ops]")
{
    for (const auto &[kind, code] : domain::CodesOf<domain::OpKind>::list) {
        domain::Operation op;
        op.id = numberedId<domain::OperationId>(1);
        op.entity = numberedId<domain::EntityId>(2);
        op.payload = filledPayload(kind, QStringLiteral("é\"\\"));
        const auto message = wire::OpMessage::from(op, 7);
        CHECK(message.kind == code);
        CHECK(message.ageMs == 7);
        const auto back = message.toOperation();
        REQUIRE(back);
        CHECK(*back == op);
    }
}

TEST_CASE("a batch beyond its limits is too large, not invalid", "[wire][ops]")
{
    CHECK(wire::OpsRequest::decode(sampleRequest(51).encode()).error().kind == base::Error::Kind::Full);
    wire::OpsRequest heavy = sampleRequest(1);
    heavy.ops[0].payload = "{\"text\":\"" + QByteArray(300'000, 'x') + "\"}";
    CHECK(wire::OpsRequest::decode(heavy.encode()).error().kind == base::Error::Kind::Full);
}

TEST_CASE("a batch that breaks a rule is invalid", "[wire][ops]")
{
    const QByteArray good = sampleRequest(1).encode();
    REQUIRE(wire::OpsRequest::decode(good));
    const std::vector<std::pair<const char *, const char *>> spoilers{{"\"payload\":{", "\"payloaf\":{"},
                                                                      {"\"payload\":{\"text\":\"vu\"}", "\"payload\":[1]"},
                                                                      {"\"payload\":{\"text\":\"vu\"}", "\"payload\":null"},
                                                                      {"\"v\":1", "\"v\":0"},
                                                                      {"\"v\":1", "\"v\":\"1\""},
                                                                      {"\"age_ms\":1500", "\"age_ms\":-1"},
                                                                      {"\"kind\":\"ticket.note\"", "\"kind\":7"},
                                                                      {"\"kind\":\"ticket.note\"", "\"kind\":\"\\u0000\""},
                                                                      {"\"scope\":\"", "\"scope\":\"x"},
                                                                      {"\"deps\":[", "\"deps\":[1,"},
                                                                      {"\"ops\":[", "\"ops\":{\"a\":["},
                                                                      {"\"device\":\"", "\"device\":\"x"},
                                                                      {"\"protocol\":1", "\"protocol\":true"},
                                                                      {"\"payload\":{", "\"pay\\u006coad\":{"},
                                                                      {"\"epoch\":\"e-1\"", "\"epoch\":\"e\\n1\""}};
    for (const auto &[from, to] : spoilers) {
        QByteArray bad = good;
        bad.replace(from, to);
        INFO(to);
        REQUIRE(bad != good);
        const auto read = wire::OpsRequest::decode(bad);
        REQUIRE_FALSE(read);
        CHECK(read.error().kind == base::Error::Kind::Invalid);
    }
}

TEST_CASE("verdicts come back with their refusals", "[wire][ops]")
{
    domain::Refusal refusal{domain::Refusal::Code::Taken, QStringLiteral("assignee"), QStringLiteral("Inès \"L\""),
                            numberedId<domain::OperationId>(8), QStringLiteral("set by somebody else")};
    wire::OpsReply reply;
    reply.epoch = "e-1";
    reply.verdicts.push_back({numberedId<domain::OperationId>(1), {}, wire::VerdictCode::Ok, 12, {}});
    reply.verdicts.push_back(wire::Verdict::refused(numberedId<domain::OperationId>(2), numberedId<domain::ScopeId>(3), 13, refusal));
    const auto back = wire::OpsReply::decode(reply.encode());
    REQUIRE(back);
    CHECK(back->verdicts == reply.verdicts);
    CHECK_FALSE(back->verdicts[0].refusal());
    CHECK(back->verdicts[1].refusal() == refusal);
    for (const auto &[code, text] : domain::CodesOf<domain::Refusal::Code>::list) {
        refusal.code = code;
        CHECK(wire::Verdict::refused({}, {}, 0, refusal).refusal() == refusal);
    }
    CHECK(wire::isAccepted(wire::VerdictCode::Noop));
    CHECK_FALSE(wire::isAccepted(wire::VerdictCode::TooOld));
    for (const char *bad : {"{}", R"({"verdicts":[{}]})", R"({"verdicts":[{"id":"x","scope":"shared","code":"ok"}]})",
                            R"({"verdicts":[{"id":"01010101-0101-0101-0101-010101010101","scope":"shared","code":"great"}]})",
                            R"({"verdicts":[{"id":"01010101-0101-0101-0101-010101010101","code":"ok"}]})"}) {
        INFO(bad);
        CHECK(wire::OpsReply::decode(bad).error().kind == base::Error::Kind::Protocol);
    }
}

TEST_CASE("the writer escapes and repairs", "[wire][json]")
{
    wire::JsonWriter out;
    out.beginArray()
        .utf8("a\"b\\c\n\x01")
        .utf8("\xFF\xC3")
        .utf8("0123456789abcdef\x7F")
        .utf8("été")
        .integer(std::numeric_limits<qint64>::min());
    out.boolean(true).null().id(base::Uuid{}).beginObject().keyText(QStringLiteral("\"k")).text(u"\xD800x").endObject().endArray();
    CHECK(out.take()
          == "[\"a\\\"b\\\\c\\n\\u0001\",\"\xEF\xBF\xBD\xEF\xBF\xBD\",\"0123456789abcdef\x7F\",\"été\",-9223372036854775808,true,null,null,"
             "{\"\\\"k\":\"\xEF\xBF\xBDx\"}]");
    CHECK(out.take().isEmpty());
    for (int position = 0; position < 20; ++position) {
        for (const char c : {'"', '\\', '\x1F', '\n'}) {
            std::string text(20, 'a');
            text[static_cast<size_t>(position)] = c;
            out.utf8(text);
            wire::JsonWriter plain;
            plain.text(QString::fromStdString(text));
            CHECK(out.take() == plain.take());
        }
    }
}
