// SPDX-License-Identifier: GPL-3.0-or-later
#include "Catch.h"
#include "Erasure.h"
#include "Samples.h"
#include "TextLimits.h"

using namespace comptoir;
using namespace comptoir::domain;
using namespace comptoir::tests;

namespace {

const auto kWho = sampleId<PersonId>(0xC1);

Person zephirine()
{
    Person out;
    out.id = kWho;
    out.scope = scopeOf(kOrganisation);
    out.organisation = kOrganisation;
    out.givenName = QStringLiteral("Zéphirine");
    out.familyName = QStringLiteral("Le Quillacq");
    out.email = QStringLiteral("zephirine.lequillacq@mairie.example");
    out.login = QStringLiteral("zlequillacq");
    out.numbers.list = {{NumberKind::Direct, QStringLiteral("05 56 10 20 30"), QStringLiteral("+33556102030")},
                        {NumberKind::Direct, QStringLiteral("4471"), QStringLiteral("ext:a:4471")}};
    return out;
}

PlainTraces traces()
{
    PlainTraces out;
    out.add(zephirine());
    return out;
}

QString blanked(const char *text, bool own = true)
{
    return traces().blanked(QString::fromUtf8(text), own, 1000);
}

QString said(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

TEST_CASE("a person's name, numbers and e-mail are found in a text however they are written", "[domain][erasure]")
{
    CHECK(blanked("Rappeler Zéphirine Le Quillacq demain") == said("Rappeler [effacé] demain"));
    CHECK(blanked("LE QUILLACQ Zephirine, bureau 12") == said("[effacé], bureau 12"));
    CHECK(blanked("Mme Quillacq") == said("Mme [effacé]"));
    CHECK(blanked("zéphirine.lequillacq@mairie.example")
          == said("zéphirine.lequillacq@mairie.example").replace(said("zéphirine"), said("[effacé]")));
    CHECK(blanked("à ZEPHIRINE.LeQuillacq@mairie.example.") == said("à [effacé]."));
    CHECK(blanked("au 0556102030, au +33 5 56 10 20 30, au 05.56.10.20.30 ou au (0033) 5-56-10-20-30")
          == said("au [effacé], au [effacé], au [effacé] ou au ([effacé]"));
    CHECK(blanked("poste 4471") == said("poste [effacé]"));
    CHECK(blanked("compte zlequillacq bloqué") == said("compte [effacé] bloqué"));
    CHECK(blanked("Ze\u0301phirine Le Quillacq") == said("[effacé]"));
}

TEST_CASE("in texts that are not theirs only what tells of nobody else goes", "[domain][erasure]")
{
    CHECK(blanked("Zéphirine Le Quillacq, 05 56 10 20 30", false) == said("[effacé], [effacé]"));
    CHECK(blanked("M. Quillacq et Zéphirine, poste 4471", false) == said("M. Quillacq et Zéphirine, poste 4471"));
    CHECK(blanked("0556102031 et 12 0556 10 20", true) == said("0556102031 et 12 0556 10 20"));
    PlainTraces shared = traces();
    shared.share(zephirine().numbers.list.front());
    CHECK(shared.blanked(said("05 56 10 20 30"), false, 100) == said("05 56 10 20 30"));
    CHECK(shared.blanked(said("05 56 10 20 30"), true, 100) == said("[effacé]"));
}

TEST_CASE("the quick look never misses what the thorough one finds", "[domain][erasure]")
{
    for (const char *text : {"Rappeler Zéphirine Le Quillacq", "LE  QUILLACQ, Zephirine", "05.56.10 20 30",
                             "zephirine.lequillacq@mairie.example", "Ze\u0301phirine Le-Quillacq", "4471"}) {
        INFO(text);
        CHECK(traces().mayStandIn(text));
    }
    CHECK_FALSE(traces().mayStandIn("imprimante en panne au 2e, 0556102031"));
}

TEST_CASE("a ticket keeps all but who it is for", "[domain][erasure]")
{
    const PlainTraces known = traces();
    const ErasedPerson who{kWho, known};
    Ticket ticket = standingTicket();
    ticket.requester = kWho;
    ticket.requesterName = zephirine().displayName();
    ticket.summary = said("PC de Quillacq lent");
    ticket.tags.list = {said("quillacq"), said("pc")};
    const Ticket before = ticket;
    CHECK(erase(who, ticket));
    CHECK(ticket.requester.isNull());
    CHECK(ticket.requesterName == said("[effacé]"));
    CHECK(ticket.summary == said("PC de [effacé] lent"));
    CHECK(ticket.tags.list == QStringList{said("[effacé]"), said("pc")});
    CHECK(ticket.number == before.number);
    CHECK(ticket.openedMs == before.openedMs);
    CHECK_FALSE(erase(who, ticket)); // a second time there is nothing left
    Ticket other = standingTicket();
    other.summary = said("PC de Quillacq lent");
    CHECK_FALSE(erase(who, other));
}

TEST_CASE("a call of theirs loses its number, one of somebody else keeps it", "[domain][erasure]")
{
    const PlainTraces known = traces();
    const ErasedPerson who{kWho, known};
    Contact missed;
    missed.number = said("05 56 10 20 30");
    missed.key = said("+33556102030");
    Contact others = missed;
    others.person = sampleId<PersonId>(0xC2);
    CHECK(erase(who, missed));
    CHECK((missed.number.isEmpty() && missed.key.isEmpty()));
    CHECK(erase(who, others)); // the number as it was shown tells of them
    CHECK(others.key == said("+33556102030"));
}

TEST_CASE("operations on the person hold nothing any more, others keep what they meant", "[domain][erasure]")
{
    const PlainTraces known = traces();
    const ErasedPerson who{kWho, known};
    Operation add = operation(0xC1, PersonAdd{zephirine()}, 0xC1);
    CHECK(erase(who, add, false));
    CHECK(std::get<PersonAdd>(add.payload).person.displayName().isEmpty());
    Operation learn = operation(7, PersonLearnNumber{zephirine().numbers.list.front()}, 0xC1);
    CHECK(erase(who, learn, false));
    Operation edit = operation(8, TicketEdit{said("requester"), kWho.toString(), zephirine().displayName(), {}});
    CHECK(erase(who, edit, false));
    CHECK(std::get<TicketEdit>(edit.payload) == TicketEdit{said("requester"), {}, said("[effacé]"), {}});
    Operation note = operation(9, TicketNote{said("Quillacq rappelle au 4471"), true});
    CHECK(erase(who, note, true));
    CHECK(std::get<TicketNote>(note.payload) == TicketNote{said("[effacé] rappelle au [effacé]"), true});
}

TEST_CASE("a text never grows beyond its field", "[domain][erasure]")
{
    PlainTraces known;
    known.addName(said("Li Wu"));
    const QString full = QString(393, u'x') + said(" Li Wu");
    CHECK(known.blanked(full, true, kMostSummary).size() <= kMostSummary);
}
