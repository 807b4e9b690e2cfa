// SPDX-License-Identifier: GPL-3.0-or-later
#include "Catch.h"
#include "Samples.h"

using namespace comptoir;
using namespace comptoir::domain;
using namespace comptoir::tests;

namespace {

Person writtenPerson()
{
    Person out;
    out.organisation = kOrganisation;
    out.givenName = QStringLiteral("Claire");
    out.familyName = QStringLiteral("Martin");
    return out;
}

Person standingPerson()
{
    return apply(operation(1, PersonAdd{writtenPerson()}), std::optional<Person>(), contextOf(kMe, kOpenedMs))->state;
}

Applied<Person> on(const Person &person, Payload payload, qint64 atMs = kOpenedMs + 1)
{
    return apply(operation(2, std::move(payload)), std::optional(person), contextOf(kMe, atMs));
}

Contact ringing()
{
    Contact out;
    out.handledBy = kMe;
    out.number = QStringLiteral("4201");
    return out;
}

Operation shared(quint64 id, Payload payload, quint64 entity = 1)
{
    Operation out = operation(id, std::move(payload), entity);
    out.scope = {};
    return out;
}

} // namespace

TEST_CASE("a person is added to their organisation", "[domain][person]")
{
    const Person person = standingPerson();
    CHECK(person.id.value == sampleId(1));
    CHECK(person.scope == scopeOf(kOrganisation));
    CHECK(person.updatedMs == kOpenedMs);
    CHECK(person.displayName() == QStringLiteral("Claire Martin"));
    Person nameless = writtenPerson();
    nameless.givenName.clear();
    nameless.familyName.clear();
    CHECK_FALSE(apply(operation(1, PersonAdd{nameless}), std::optional<Person>(), contextOf()));
    nameless.email = QStringLiteral("accueil@mairie.example");
    CHECK(apply(operation(1, PersonAdd{nameless}), std::optional<Person>(), contextOf())->state.displayName() == nameless.email);
    Operation elsewhere = operation(1, PersonAdd{writtenPerson()});
    elsewhere.scope = {};
    CHECK(apply(elsewhere, std::optional<Person>(), contextOf()).error().field == QStringLiteral("organisation"));
}

TEST_CASE("a person is edited field by field, the last writer wins", "[domain][person]")
{
    const auto edited = on(standingPerson(), PersonEdit{QStringLiteral("vip"), QStringLiteral("1")});
    REQUIRE(edited);
    CHECK(edited->state.vip);
    CHECK(edited->state.updatedMs == kOpenedMs + 1);
    CHECK(on(edited->state, PersonEdit{QStringLiteral("vip"), QStringLiteral("1")})->noop);
    CHECK_FALSE(on(standingPerson(), PersonEdit{QStringLiteral("organisation"), sampleId(0xA1).toString()}));
    CHECK_FALSE(on(standingPerson(), PersonEdit{QStringLiteral("numbers"), {}}));
    CHECK_FALSE(on(standingPerson(), PersonEdit{QStringLiteral("vip"), QStringLiteral("oui")}));
    CHECK_FALSE(on(standingPerson(), PersonEdit{QStringLiteral("email"), QString(300, u'x')}));
    CHECK(apply(operation(2, PersonEdit{QStringLiteral("vip"), QStringLiteral("1")}), std::optional<Person>(), contextOf()).error().code
          == Refusal::Code::Gone);
}

TEST_CASE("numbers are learned once and unlearned", "[domain][person]")
{
    const PhoneNumber number{NumberKind::Learned, QStringLiteral("05 56 10 20 30"), QStringLiteral("+33556102030")};
    const Person known = on(standingPerson(), PersonLearnNumber{number})->state;
    CHECK(known.numbers.list == std::vector{number});
    CHECK(on(known, PersonLearnNumber{{NumberKind::Mobile, QStringLiteral("0556102030"), number.key}})->noop);
    CHECK(on(known, PersonUnlearnNumber{number.key})->state.numbers.list.empty());
    CHECK(on(known, PersonUnlearnNumber{QStringLiteral("+331")})->noop);
    CHECK_FALSE(on(known, PersonLearnNumber{{NumberKind::Learned, QStringLiteral("x"), {}}}));
    Person full = known;
    for (int n = 0; n < 19; ++n) {
        full.numbers.list.push_back({NumberKind::Learned, QString::number(n), QString::number(n)});
    }
    CHECK_FALSE(on(full, PersonLearnNumber{{NumberKind::Learned, QStringLiteral("9"), QStringLiteral("+339")}}));
    CHECK(on(full, PersonLearnNumber{number})->noop);
}

TEST_CASE("a contact is written whole by its own operator until it is wrapped up", "[domain][contact]")
{
    const auto rang = apply(shared(1, ContactLog{ringing()}), std::optional<Contact>(), contextOf());
    REQUIRE(rang);
    CHECK(rang->state.id.value == sampleId(1));
    CHECK(rang->state.scope.isNull());
    Contact answered = ringing();
    answered.outcome = CallOutcome::Answered;
    answered.answeredMs = 9;
    const auto talking = apply(shared(2, ContactLog{answered}), std::optional(rang->state), contextOf());
    REQUIRE(talking);
    CHECK(talking->state.outcome == CallOutcome::Answered);
    CHECK(apply(shared(3, ContactLog{answered}), std::optional(talking->state), contextOf())->noop);
    CHECK(apply(shared(3, ContactLog{answered}), std::optional(talking->state), contextOf(kOther)).error().code
          == Refusal::Code::Forbidden);
    CHECK(apply(shared(3, ContactWrapUp{10, {}, {}}), std::optional(talking->state), contextOf(kOther)).error().code
          == Refusal::Code::Forbidden);
    const ContactWrapUp wrap{10, {{sampleId<TicketId>(5)}}, QStringLiteral("rappel")};
    const auto wrapped = apply(shared(3, wrap), std::optional(talking->state), contextOf());
    REQUIRE(wrapped);
    CHECK(wrapped->state.wrapUpMs == 10);
    CHECK(wrapped->state.tickets.list == std::vector{sampleId<TicketId>(5)});
    CHECK(wrapped->state.note == QStringLiteral("rappel"));
    CHECK(apply(shared(4, wrap), std::optional(wrapped->state), contextOf())->noop);
    CHECK(apply(shared(4, ContactWrapUp{11, {}, {}}), std::optional(wrapped->state), contextOf()).error().code == Refusal::Code::Invalid);
    CHECK(apply(shared(4, ContactLog{answered}), std::optional(wrapped->state), contextOf()).error().code == Refusal::Code::Invalid);
}

TEST_CASE("a contact that is not there cannot be replaced nor wrapped up", "[domain][contact]")
{
    CHECK(apply(shared(2, ContactLog{ringing()}), std::optional<Contact>(), contextOf()).error().code == Refusal::Code::Gone);
    CHECK(apply(shared(2, ContactWrapUp{}), std::optional<Contact>(), contextOf()).error().code == Refusal::Code::Gone);
    CHECK(apply(shared(1, ContactLog{ringing()}), std::optional<Contact>(), contextOf(kOther)).error().code == Refusal::Code::Forbidden);
    CHECK(apply(operation(1, ContactLog{ringing()}), std::optional<Contact>(), contextOf()).error().field
          == QStringLiteral("organisation"));
}

TEST_CASE("an operation on another kind of entity is invalid", "[domain][person]")
{
    CHECK(apply(operation(2, TicketClaim{}), std::optional<Person>(), contextOf()).error().code == Refusal::Code::Invalid);
    CHECK(apply(operation(2, PersonEdit{}), std::optional<Contact>(), contextOf()).error().code == Refusal::Code::Invalid);
    CHECK(apply(operation(2, ContactLog{}), std::optional<Ticket>(), contextOf()).error().code == Refusal::Code::Invalid);
}
