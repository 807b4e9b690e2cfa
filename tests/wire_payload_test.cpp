// SPDX-License-Identifier: GPL-3.0-or-later
#include "Catch.h"
#include "Filled.h"
#include "OpMessage.h"
#include "PayloadCodec.h"
#include "EntityRows.h"
#include "Suites.h"

using namespace comptoir;
using namespace comptoir::domain;
using namespace comptoir::tests;

namespace {

void comesBack(const Payload &payload, OpKind kind)
{
    const QByteArray json = wire::encodePayload(payload);
    const auto back = wire::decodePayload(kind, wire::kPayloadVersion, json);
    INFO(codeOf(kind).data() << ' ' << json.toStdString());
    INFO((back ? QString() : back.error().message).toStdString());
    REQUIRE(back);
    REQUIRE(*back == payload);
    REQUIRE(wire::encodePayload(*back) == json);
}

base::Result<Payload> decode(OpKind kind, const QByteArray &json)
{
    return wire::decodePayload(kind, 1, json);
}

QString complaint(OpKind kind, const QByteArray &json)
{
    const auto read = decode(kind, json);
    INFO(json.toStdString());
    REQUIRE_FALSE(read);
    REQUIRE(read.error().kind == base::Error::Kind::Invalid);
    return read.error().message;
}

} // namespace

TEST_CASE("every payload comes back as it went", "[wire][payload]")
{
    for (const auto &[kind, code] : CodesOf<OpKind>::list) {
        comesBack(filledPayload(kind, QStringLiteral("Été à l'œuvre")), kind);
        comesBack(filledPayload(kind, QString()), kind);
    }
}

TEST_CASE("every payload carries the naughty strings in every text unchanged", "[wire][payload][suite]")
{
    const auto strings = naughtyStrings();
    for (const QString &text : strings) {
        for (const auto &[kind, code] : CodesOf<OpKind>::list) {
            comesBack(filledPayload(kind, text), kind);
        }
    }
    CHECK((strings.empty() || strings.size() >= 480));
}

TEST_CASE("control characters, NUL and characters beyond the base plane survive", "[wire][payload]")
{
    QString all;
    for (char16_t c = 0; c < 0x250; ++c) {
        all += QChar(c);
    }
    all += QStringLiteral("\uFFFE\uFFFF\U0010FFFF\U0001F600\u2028\u2029\uFEFF");
    comesBack(filledPayload(OpKind::TicketNote, all), OpKind::TicketNote);
}

TEST_CASE("a text may begin with the mark of byte order", "[wire][payload]")
{
    for (const QString &text : {QStringLiteral("\uFEFF"), QStringLiteral("\uFEFFx"), QStringLiteral("\uFEFF\uFEFF")}) {
        comesBack(filledPayload(OpKind::TicketOpen, text), OpKind::TicketOpen);
        comesBack(filledPayload(OpKind::TicketTag, text), OpKind::TicketTag);
        const std::string utf8 = text.toStdString();
        CHECK(std::get<QString>(wire::cellOf(wire::RawCell::ofText(utf8))) == text);
    }
}

TEST_CASE("a lone surrogate travels as the replacement character", "[wire][payload]")
{
    for (const QString &text : {QString(QChar(0xD800)), QString(QChar(0xDC00)), QString(QString(QChar(0xD800)) + u'x')}) {
        const auto back = decode(OpKind::TicketNote, wire::encodePayload(TicketNote{text, false}));
        REQUIRE(back);
        CHECK(std::get<TicketNote>(*back).text.startsWith(QChar(0xFFFD)));
    }
}

TEST_CASE("unknown members are ignored, absent ones take their default", "[wire][payload]")
{
    const auto read = decode(OpKind::TicketWait, R"({"later":{"deep":[1,2,{"x":null}]},"until_ms":null})");
    REQUIRE(read);
    CHECK(*read == Payload(TicketWait{}));
}

TEST_CASE("what breaks a rule is refused with its member named", "[wire][payload]")
{
    CHECK(complaint(OpKind::TicketNote, R"({"text":1})").contains(u"text"));
    CHECK(complaint(OpKind::TicketNote, R"({"to_requester":"yes"})").contains(u"to_requester"));
    CHECK(complaint(OpKind::TicketNote, "{\"text\":\"" + QByteArray(20'001, 'x') + "\"}").contains(u"text"));
    CHECK(complaint(OpKind::TicketOpen, "{\"summary\":\"" + QByteArray(401, 'x') + "\"}").contains(u"summary"));
    CHECK(complaint(OpKind::TicketOpen, R"({"impact":"huge"})").contains(u"impact"));
    CHECK(complaint(OpKind::TicketOpen, R"({"requester":"me"})").contains(u"requester"));
    CHECK(complaint(OpKind::TicketOpen, R"({"tags":["a"]})").contains(u"tags"));
    CHECK(complaint(OpKind::TicketOpen, R"({"tags":"{}"})").contains(u"tags"));
    CHECK(complaint(OpKind::TicketWait, R"({"until_ms":1.5})").contains(u"until_ms"));
    CHECK(complaint(OpKind::TicketWait, R"({"until_ms":-1})").contains(u"until_ms"));
    CHECK(complaint(OpKind::TicketWait, R"({"until_ms":9007199254740993})").contains(u"until_ms"));
    CHECK(complaint(OpKind::TicketTag, R"({"add":[1]})").contains(u"add"));
    CHECK(complaint(OpKind::TicketTag, "{\"add\":[" + QByteArray("\"a\",").repeated(50) + "\"a\"]}").contains(u"add"));
    CHECK(complaint(OpKind::TicketClaim, R"({"expected":5})").contains(u"expected"));
    CHECK(complaint(OpKind::ContactWrapUp, R"({"tickets":"[1]"})").contains(u"tickets"));
    for (const char *json :
         {"", "[]", "1", "null", "{", "{}{}", "{\"a\":1,}", "\xEF\xBB\xBF", "{\"text\":\"\xFF\"}", "{\"text\":\"a\nb\"}"}) {
        CHECK_FALSE(complaint(OpKind::TicketNote, json).isEmpty());
    }
}

TEST_CASE("depth and size are bounded", "[wire][payload]")
{
    CHECK_FALSE(decode(OpKind::TicketNote, "{\"x\":" + QByteArray(100'000, '[')));
    CHECK_FALSE(decode(OpKind::TicketNote, "{\"x\":" + QByteArray(200, '[') + QByteArray(200, ']') + "}"));
    const auto large = decode(OpKind::TicketNote, "{\"x\":\"" + QByteArray(200'000, 'x') + "\"}");
    REQUIRE_FALSE(large);
    CHECK(large.error().kind == base::Error::Kind::Full);
}

TEST_CASE("a newer version and an unknown kind are told from broken ones", "[wire][payload]")
{
    CHECK(wire::decodePayload(OpKind::TicketNote, 2, "{}").error().kind == base::Error::Kind::TooNew);
    CHECK(wire::decodePayload(OpKind::TicketNote, 0, "{}").error().kind == base::Error::Kind::Invalid);
    wire::OpMessage op;
    op.kind = "ticket.levitate";
    op.payload = "{}";
    CHECK(op.toOperation().error().kind == base::Error::Kind::TooNew);
}

TEST_CASE("JSON is accepted and rejected as the parsing suite has it", "[wire][payload][suite]")
{
    for (const JsonCase &one : jsonCases()) {
        // Inside a message: as the value of a member nobody knows.
        const auto read = decode(OpKind::TicketNote, "{\"text\":\"x\",\"unknown\":" + one.input + "}");
        INFO(one.name.toStdString() << ": " << one.input.left(200).toStdString());
        if (one.verdict == JsonCase::Verdict::Accept) {
            CHECK(read);
        } else if (one.verdict == JsonCase::Verdict::Reject) {
            CHECK_FALSE(read);
        }
        for (const auto &[kind, code] : CodesOf<OpKind>::list) {
            const auto whole = decode(kind, one.input);
            CHECK((whole || !whole.error().message.isEmpty()));
        }
    }
}
