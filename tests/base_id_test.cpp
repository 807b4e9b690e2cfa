// SPDX-License-Identifier: GPL-3.0-or-later
#include "Catch.h"

#include "Clock.h"
#include "Id.h"
#include "IdSource.h"
#include "Random.h"

#include <QSet>

using namespace comptoir::base;

namespace {

class SetClock final : public Clock
{
public:
    qint64 ms = 1'700'000'000'000;
    [[nodiscard]] qint64 nowMs() const override { return ms; }
    [[nodiscard]] qint64 bootMs() const override { return ms; }
    [[nodiscard]] QByteArray bootId() const override { return QByteArrayLiteral("boot"); }
};

} // namespace

TEST_CASE("a uuid survives the way through its text and its bytes", "[base][id]")
{
    const Uuid id = Uuid::fromName("comptoir");
    CHECK_FALSE(id.isNull());
    CHECK(id.toText().size() == 36);
    CHECK(Uuid::fromText(id.toText()) == id);
    CHECK(Uuid::fromText(id.toText().toUpper()) == id);
    CHECK(Uuid::fromString(id.toString()) == id);
    CHECK(Uuid::fromBytes(id.toBytes()) == id);
}

TEST_CASE("what is not a uuid is not read as one", "[base][id]")
{
    for (const char *text :
         {"", "00000000-0000-0000-0000-00000000000", "00000000-0000-0000-0000-0000000000000", "00000000x0000-0000-0000-000000000000",
          "0000000g-0000-0000-0000-000000000000", "{0000000-0000-0000-0000-00000000000}"}) {
        CAPTURE(text);
        CHECK_FALSE(Uuid::fromText(text));
    }
    CHECK_FALSE(Uuid::fromString(QString(36, QChar(0x0660))));
    CHECK_FALSE(Uuid::fromBytes(QByteArray(15, '\0')));
    CHECK_FALSE(Uuid::fromBytes(QByteArray(17, '\0')));
}

TEST_CASE("the id of a name is always the same and marked version 8", "[base][id]")
{
    CHECK(Uuid::fromName("a") == Uuid::fromName("a"));
    CHECK(Uuid::fromName("a") != Uuid::fromName("b"));
    CHECK(Uuid::fromName("a").toText().at(14) == '8');
    CHECK_FALSE(Uuid::fromName("a").timeMs());
}

TEST_CASE("new ids are version 7, carry the time and grow", "[base][id]")
{
    SetClock clock;
    SeededRandom random(7);
    IdSource source(clock, random);
    Uuid before = source.next();
    CHECK(before.toText().at(14) == '7');
    CHECK(before.timeMs() == clock.ms);
    for (int i = 0; i < 20'000; ++i) {
        if (i % 5000 == 0) {
            clock.ms -= 1000; // the wall clock steps back
        }
        const Uuid id = source.next();
        REQUIRE(before < id);
        before = id;
    }
}

TEST_CASE("ids of different kinds hash and compare within their kind", "[base][id]")
{
    using PetId = Id<struct PetTag>;
    QSet<PetId> pets{PetId::fromName("cat"), PetId::fromName("dog"), PetId::fromName("cat")};
    CHECK(pets.size() == 2);
    CHECK(PetId().isNull());
    CHECK(PetId::fromName("cat"));
    STATIC_REQUIRE_FALSE(std::is_convertible_v<PetId, Id<struct CarTag>>);
}
