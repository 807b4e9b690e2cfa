// SPDX-License-Identifier: GPL-3.0-or-later
#include "Asset.h"
#include "Catch.h"
#include "Samples.h"

using namespace comptoir;
using namespace comptoir::domain;
using namespace comptoir::tests;

namespace {

const QStringList kAwkward{QString(),
                           QStringLiteral("plain"),
                           QStringLiteral("\"quoted\" \\ / \n\r\t"),
                           QString(QChar(u'\0')) + QStringLiteral("\u0001\u001f\u007f"),
                           QStringLiteral("été œuvre \u202Eabc \U0001F468\u200D\U0001F469"),
                           QStringLiteral("\uFEFFx\uFEFF"),
                           QStringLiteral("[\"],\"")};

template <class T>
void comesBack(const T &value)
{
    const auto back = T::fromText(value.toText());
    REQUIRE(back);
    CHECK(*back == value);
    CHECK(back->toText() == value.toText());
}

template <class T>
void refuses(const std::vector<const char *> &texts)
{
    for (const char *text : texts) {
        INFO(text);
        CHECK_FALSE(T::fromText(QString::fromUtf8(text)));
    }
}

} // namespace

TEST_CASE("text forms give back what they were made of", "[domain][texts]")
{
    comesBack(Texts{kAwkward});
    PhoneNumbers numbers;
    RemoteAccesses accesses;
    FieldChanges changes;
    for (const QString &text : kAwkward) {
        numbers.list.push_back({NumberKind::Mobile, text, text});
        accesses.list.push_back({text, text});
        changes.list.push_back({text, text, text});
    }
    comesBack(numbers);
    comesBack(accesses);
    comesBack(changes);
    FieldVersions versions;
    versions.set(GuardedField::Parent, sampleId<OperationId>(1));
    versions.set(GuardedField::State, sampleId<OperationId>(2));
    comesBack(versions);
    CHECK(versions.toText()
          == QStringLiteral("{\"state\":\"00000000-0000-0000-0000-000000000002\",\"parent\":\"00000000-0000-0000-0000-000000000001\"}"));
    OrganisationRules rules;
    rules.matrix[0][0] = Priority::P4;
    rules.targets[4] = {1, 2};
    comesBack(rules);
}

TEST_CASE("empty values have the empty text", "[domain][texts]")
{
    CHECK(Texts{}.toText().isEmpty());
    CHECK(PhoneNumbers{}.toText().isEmpty());
    CHECK(RemoteAccesses{}.toText().isEmpty());
    CHECK(FieldChanges{}.toText().isEmpty());
    CHECK(FieldVersions{}.toText().isEmpty());
    CHECK(OrganisationRules{}.toText().isEmpty());
    CHECK(OrganisationRules::fromText(u"") == OrganisationRules{});
    CHECK(Texts::fromText(u"[]") == Texts{});
}

TEST_CASE("text forms refuse what is none", "[domain][texts]")
{
    refuses<Texts>({"{}", "[1]", "[\"a\"", "x", "[null]", "[[\"a\"]]"});
    refuses<PhoneNumbers>(
        {"{}", "[\"a\"]", "[{\"kind\":\"direct\",\"written\":\"1\"}]", "[{\"kind\":\"home\",\"written\":\"1\",\"key\":\"1\"}]"});
    refuses<RemoteAccesses>({"{}", "[1]", "[{\"type\":1,\"id\":\"a\"}]"});
    refuses<FieldChanges>({"{}", "[[\"a\",\"b\"]]", "[[\"a\",\"b\",1]]"});
    refuses<FieldVersions>({"[]", "{\"state\":\"x\"}", "{\"mood\":\"00000000-0000-0000-0000-000000000002\"}", "{\"state\":1}"});
    refuses<OrganisationRules>({"[]", "{\"matrix\":[\"p1\"]}", "{\"matrix\":1}", "{\"targets\":[[1,2]]}",
                                "{\"targets\":[[1,-2],[1,2],[1,2],[1,2],[1,2]]}", "{\"targets\":[[1,9999999],[1,2],[1,2],[1,2],[1,2]]}"});
}

TEST_CASE("every code is read back as its enumerator", "[domain][texts]")
{
    const auto all = []<class E>(E) {
        for (const auto &[value, code] : CodesOf<E>::list) {
            CHECK(fromCode<E>(QString::fromLatin1(code)) == value);
            CHECK(codeOf(value) == QLatin1String(code));
        }
        CHECK_FALSE(fromCode<E>(u"no such code"));
    };
    all(OpKind{});
    all(TicketState{});
    all(WaitReason{});
    all(GuardedField{});
    all(EntryKind{});
    all(Refusal::Code{});
}
