// SPDX-License-Identifier: GPL-3.0-or-later
#include "CallerNumber.h"
#include "Catch.h"
#include "Samples.h"
#include "TicketNumber.h"

#include <set>

using namespace comptoir;
using namespace comptoir::domain;
using namespace comptoir::tests;

namespace {

using Sort = CallerNumber::Sort;

/// Two town halls whose extensions overlap, one without a plan.
std::vector<Organisation> organisations()
{
    Organisation bordeaux;
    bordeaux.id = kOrganisation;
    bordeaux.numbering.ranges = {{QStringLiteral("4000"), QStringLiteral("4999"), QStringLiteral("+33556102"), 3}};
    bordeaux.numbering.trunks = {QStringLiteral("trunk-bordeaux")};
    Organisation pessac;
    pessac.id = sampleId<OrganisationId>(0xA1);
    pessac.numbering.ranges = {{QStringLiteral("4200"), QStringLiteral("4299"), {}, 0},
                               {QStringLiteral("60000"), QStringLiteral("60999"), {}, 0}};
    pessac.numbering.trunks = {QStringLiteral("trunk-pessac")};
    Organisation bare;
    bare.id = sampleId<OrganisationId>(0xA2);
    return {bordeaux, pessac, bare};
}

CallerNumber read(const char *raw, const char *trunk = "")
{
    return CallerNumber::read(QString::fromUtf8(raw), QString::fromLatin1(trunk), organisations());
}

QString key(const Organisation &organisation, const char *digits)
{
    return QStringLiteral("ext:%1:%2").arg(organisation.id.toString(), QLatin1String(digits));
}

} // namespace

TEST_CASE("one French number has one key however it is written", "[domain][numbering]")
{
    for (const char *raw : {"0556101112", "05 56 10 11 12", "05.56.10.11.12", "05/56/10/11/12", "05-56-10-11-12", "+33 5 56 10 11 12",
                            "+33(0)5 56 10 11 12", "+33 (0) 5 56 10 11 12", "0033 5 56 10 11 12", "0033(0)556101112",
                            "tel:+33-5-56-10-11-12", "sip:0556101112@pbx.example", "sips:+33556101112@pbx;user=phone",
                            "\"Martin\" <sip:+33556101112@pbx>", " (05) 56 10 11 12 ", "05\u00A056\u00A010\u00A011\u00A012",
                            "05\u202F56\u202F10\u202F11\u202F12", "TEL:0556101112;phone-context=+33", "sip:%2B33556101112@pbx"}) {
        const CallerNumber number = read(raw);
        INFO(raw);
        CHECK(number.sort == Sort::Outside);
        REQUIRE_FALSE(number.keys.empty());
        CHECK(number.keys.front() == QStringLiteral("+33556101112"));
        CHECK(number.written == QStringLiteral("05 56 10 11 12"));
    }
}

TEST_CASE("withheld numbers are told from unreadable ones", "[domain][numbering]")
{
    for (const char *raw : {"", "  ", "anonymous", "Anonymous", "sip:anonymous@anonymous.invalid", "unknown", "withheld", "Restricted",
                            "<sip:Anonymous@x>"}) {
        INFO(raw);
        CHECK(read(raw).sort == Sort::Withheld);
        CHECK(read(raw).keys.empty());
    }
    for (const char *raw : {"martin", "+", "1", "05 56 ab", "0", "123456789012345678901234567890", "sip:alice@pbx", "\xF0\x9F\x93\x9E",
                            "+0", "00000000000"}) {
        INFO(raw);
        CHECK(read(raw).sort == Sort::Unreadable);
        CHECK(read(raw).keys.empty());
    }
}

TEST_CASE("a short number is an extension of the trunk's organisation", "[domain][numbering]")
{
    const auto all = organisations();
    const CallerNumber number = read("42 01", "trunk-bordeaux");
    CHECK(number.sort == Sort::Extension);
    CHECK(number.written == QStringLiteral("4201"));
    CHECK(number.organisation == all[0].id);
    CHECK(number.keys == std::vector{key(all[0], "4201"), QStringLiteral("+33556102201")});
    for (const char *digits : {"420", "4201", "60123", "601234"}) {
        CHECK(read(digits, "trunk-pessac").keys == std::vector{key(all[1], digits)});
    }
}

TEST_CASE("a short number without a known trunk is looked for in each plan that holds it", "[domain][numbering]")
{
    const auto all = organisations();
    CHECK(read("4201", "other").keys == std::vector{key(all[0], "4201"), key(all[1], "4201"), QStringLiteral("+33556102201")});
    CHECK(read("4201").organisation.isNull());
    CHECK(read("4301").organisation == all[0].id);
    CHECK(read("60123").keys == std::vector{key(all[1], "60123")});
    CHECK(read("999").sort == Sort::Extension);
    CHECK(read("999").keys.empty());
}

TEST_CASE("an outside number of a plan is also its extension", "[domain][numbering]")
{
    const auto all = organisations();
    const CallerNumber number = read("05 56 10 22 01");
    CHECK(number.sort == Sort::Outside);
    CHECK(number.keys == std::vector{QStringLiteral("+33556102201"), key(all[0], "4201")});
    CHECK(number.organisation == all[0].id);
}

TEST_CASE("overseas departments have their own country codes, foreign numbers theirs", "[domain][numbering]")
{
    const std::vector<std::tuple<const char *, const char *, const char *>> vectors{
        {"0262 20 12 34", "+262262201234", "0262 20 12 34"},       {"+262 262 20 12 34", "+262262201234", "0262 20 12 34"},
        {"0692 12 34 56", "+262692123456", "0692 12 34 56"},       {"+33 262 20 12 34", "+262262201234", "0262 20 12 34"},
        {"0590 20 12 34", "+590590201234", "0590 20 12 34"},       {"+590 590 20 12 34", "+590590201234", "0590 20 12 34"},
        {"00 590 690 00 12 34", "+590690001234", "0690 00 12 34"}, {"0594 30 12 34", "+594594301234", "0594 30 12 34"},
        {"0596 30 12 34", "+596596301234", "0596 30 12 34"},       {"+44 20 7946 0018", "+442079460018", "+44 20 7946 0018"},
        {"0032 2 555 12 12", "+3225551212", "+32 2 555 12 12"},    {"+49 30 901820", "+4930901820", "+49 30 901820"},
        {"06 12 34 56 78", "+33612345678", "06 12 34 56 78"}};
    for (const auto &[raw, e164, written] : vectors) {
        INFO(raw);
        const CallerNumber number = read(raw);
        CHECK(number.sort == Sort::Outside);
        REQUIRE_FALSE(number.keys.empty());
        CHECK(number.keys.front() == QLatin1String(e164));
        CHECK(number.written == QLatin1String(written));
    }
}

TEST_CASE("the key of a person's number is the one their call looks for", "[domain][numbering]")
{
    const auto all = organisations();
    CHECK(numberKey(QStringLiteral("42 01"), all[0]) == key(all[0], "4201"));
    CHECK(numberKey(QStringLiteral("05.56.10.11.12"), all[0]) == QStringLiteral("+33556101112"));
    CHECK(numberKey(QStringLiteral("rue Sainte-Catherine"), all[0]) == QString());
    CHECK(numberKey(QString(), all[0]) == QString());
    CHECK(writtenNumber(key(all[0], "4201")) == QStringLiteral("4201"));
    CHECK(writtenNumber(QStringLiteral("+33556101112")) == QStringLiteral("05 56 10 11 12"));
    CHECK(writtenNumber(QStringLiteral("nonsense")) == QStringLiteral("nonsense"));
}

TEST_CASE("reading a number never fails, whatever comes", "[domain][numbering][property]")
{
    base::SeededRandom random(7);
    const QString alphabet = QStringLiteral("0123456789+()-./ sip:tel@;<>%2Bé\u0660\uFF11") + QChar(0xD800);
    for (int run = 0; run < 5000; ++run) {
        QString raw;
        for (quint64 length = random.below(80); length > 0; --length) {
            raw += alphabet[qsizetype(random.below(quint64(alphabet.size())))];
        }
        const CallerNumber number = CallerNumber::read(raw, QStringLiteral("trunk-pessac"), organisations());
        CHECK(number.written.size() <= 64);
        CHECK((number.sort != Sort::Outside || number.keys.front().startsWith(u'+')));
    }
}

TEST_CASE("a plan maps extensions to outside numbers and back", "[domain][numbering]")
{
    const NumberingPlan plan{{{QStringLiteral("4000"), QStringLiteral("5499"), QStringLiteral("+33556102"), 3}}, {}, QStringLiteral("FR")};
    CHECK(plan.isExtension(QStringLiteral("4000")));
    CHECK(plan.isExtension(QStringLiteral("5499")));
    CHECK_FALSE(plan.isExtension(QStringLiteral("5500")));
    CHECK_FALSE(plan.isExtension(QStringLiteral("040")));
    CHECK_FALSE(plan.isExtension(QStringLiteral("40000")));
    CHECK(plan.outsideOf(QStringLiteral("5123")) == QStringLiteral("+33556102123"));
    CHECK_FALSE(plan.extensionBehind(QStringLiteral("+33556102123"))); // 4123 or 5123
    CHECK(plan.extensionBehind(QStringLiteral("+33556102777")) == QStringLiteral("4777"));
    CHECK_FALSE(plan.extensionBehind(QStringLiteral("+3355610277")));
    CHECK(NumberingPlan::fromText(plan.toText()) == plan);
    CHECK(NumberingPlan{}.toText().isEmpty());
    for (const char *bad :
         {"[]", "{\"ranges\":[[\"4000\",\"499\",\"\",0]]}", "{\"ranges\":[[\"4000\",\"4999\",\"33\",3]]}",
          "{\"ranges\":[[\"4000\",\"4999\",\"\",9]]}", "{\"ranges\":[[\"4a00\",\"4999\",\"\",0]]}", "{\"trunks\":[1]}", "{"}) {
        INFO(bad);
        CHECK_FALSE(NumberingPlan::fromText(QString::fromLatin1(bad)));
    }
}

TEST_CASE("ticket numbers are read forgivingly and written one way", "[domain][numbering]")
{
    CHECK(TicketNumber::fromString(u"7K-142")->toString() == QStringLiteral("7K-142"));
    CHECK(TicketNumber::fromString(u" 7k-142 ")->toString() == QStringLiteral("7K-142"));
    CHECK(TicketNumber::fromString(u"io-l4o")->toString() == QStringLiteral("10-140"));
    for (const char16_t *bad :
         {u"", u"7K", u"7K-", u"-142", u"7-142", u"7K142", u"7K-0", u"7K--1", u"7K-1x", u"7É-1", u"ABCDEF-1", u"7K-1234567890123456"}) {
        CHECK_FALSE(TicketNumber::fromString(QStringView(bad)));
    }
}

TEST_CASE("device codes never repeat and grow from two characters", "[domain][numbering]")
{
    std::set<QString> seen;
    for (qint64 n = 0; n < 40'000; ++n) {
        const QString code = deviceCode(n);
        REQUIRE(seen.insert(code).second);
        REQUIRE(code.size() == (n < 1024 ? 2 : n < 1024 + 32'768 ? 3 : 4));
        REQUIRE(TicketNumber::fromString(QString(code + QStringLiteral("-1")))->device == code);
    }
}
