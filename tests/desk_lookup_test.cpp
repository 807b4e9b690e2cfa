// SPDX-License-Identifier: GPL-3.0-or-later
#include "Catch.h"
#include "DeskRig.h"
#include "History.h"
#include "Lookup.h"
#include "PersonTable.h"
#include "Tickets.h"

using namespace comptoir;
using namespace comptoir::tests;
using Why = desk::LookAlike::Why;

namespace {

struct Desk : DeskRig
{
    desk::Lookup lookup{parts()};
    desk::Tickets tickets{parts()};

    void addPeople(const std::vector<std::pair<QString, QString>> &names)
    {
        for (const auto &[given, family] : names) {
            domain::Person person;
            person.organisation = merignac;
            person.givenName = given;
            person.familyName = family;
            REQUIRE(settled(lookup.addPerson(person)));
        }
    }

    QStringList names(const QString &typed, int limit = 8)
    {
        const auto hits = settled(lookup.people(typed, limit));
        REQUIRE(hits);
        QStringList out;
        for (const desk::PersonHit &hit : *hits) {
            out << hit.person.displayName();
        }
        return out;
    }

    domain::TicketId opened(domain::Ticket ticket)
    {
        const auto draft = settled(tickets.startDraft(ticket));
        REQUIRE(draft);
        const auto id = settled(tickets.open(*draft));
        REQUIRE(id);
        return *id;
    }

    std::vector<desk::LookAlike> alike(const domain::Ticket &written, int limit = 3)
    {
        const auto found = settled(lookup.lookAlikes(written, limit));
        REQUIRE(found);
        return *found;
    }
};

desk::OrderedEntry edit(const char *name, const char *actor, qint64 atMs, qint64 seq, const QString &before, const QString &after)
{
    desk::OrderedEntry out;
    out.entry.id = domain::OperationId::fromName(name);
    out.entry.actor = domain::OperatorId::fromName(actor);
    out.entry.actorName = QString::fromUtf8(actor);
    out.entry.kind = domain::EntryKind::Edited;
    out.entry.atMs = atMs;
    out.entry.changes.list = {{QStringLiteral("summary"), before, after}};
    out.seq = seq;
    return out;
}

} // namespace

TEST_CASE("whose name was typed comes first, in any order of the words, then the words, then beginnings", "[desk][lookup]")
{
    Desk desk;
    // The one that is meant stands in the oldest row: newer rows come before it wherever nothing ranks them.
    std::vector<std::pair<QString, QString>> crowd;
    for (int n = 0; n < 30; ++n) {
        crowd.emplace_back(QStringLiteral("Claire%1").arg(QChar(u'a' + n % 26)), QStringLiteral("Martinet"));
    }
    crowd.emplace_back(QStringLiteral("Marie-Claire"), QStringLiteral("Martin"));
    desk.addPeople(crowd);
    CHECK(desk.names(QStringLiteral("Claire Martin")).front() == u"Claire Martin");
    CHECK(desk.names(QStringLiteral("martin claire")).front() == u"Claire Martin");
    CHECK(desk.names(QStringLiteral("Clâire MARTIN")).value(1) == u"Marie-Claire Martin");
    CHECK(desk.names(QStringLiteral("clairea mart")).front().startsWith(u"Clairea"));
    CHECK(desk.names(QStringLiteral("claire mart")).size() == 8);
    CHECK(desk.names(QStringLiteral("claire mart")).front() == u"Claire Martin"); // one whole word, and no further word
    CHECK(desk.names(QString()).isEmpty());
}

TEST_CASE("a draft is told of open tickets it may be about again: requester, equipment, words; never closed or old ones", "[desk][lookup]")
{
    Desk desk;
    domain::Ticket old = desk.written(QStringLiteral("Clavier"));
    old.requester = desk.claire;
    (void)desk.opened(old);
    desk.clock.ms += 15LL * 24 * 3600 * 1000;
    domain::Ticket hers = desk.written(QStringLiteral("Badge"));
    hers.requester = desk.claire;
    const auto byRequester = desk.opened(hers);
    domain::Ticket machine = desk.written(QStringLiteral("Lent"));
    machine.asset = desk.workstation;
    const auto byAsset = desk.opened(machine);
    const auto byWords = desk.opened(desk.written(QStringLiteral("Imprimantes du CCAS : bourrage")));
    (void)desk.opened(desk.written(QStringLiteral("Imprimante à livrer"))); // one word of two is not enough
    const auto closed = desk.opened(desk.written(QStringLiteral("Imprimante, bourrage encore")));
    REQUIRE(settled(desk.tickets.resolve(closed, QStringLiteral("fixed"), QStringLiteral("ok"))));
    (void)desk.opened(desk.written(QStringLiteral("Imprimante : bourrage"), desk.pessac)); // another organisation's

    domain::Ticket written = desk.written(QStringLiteral("Bourrage de l’imprimante"));
    written.requester = desk.claire;
    written.asset = desk.workstation;
    const auto found = desk.alike(written);
    REQUIRE(found.size() == 3);
    CHECK(found[0].ticket.id == byRequester);
    CHECK(found[0].why == Why::Requester);
    CHECK(found[1].ticket.id == byAsset);
    CHECK(found[1].why == Why::Asset);
    CHECK(found[2].ticket.id == byWords);
    CHECK(found[2].why == Why::Words);
    CHECK(desk.alike(desk.written(QStringLiteral("Avec depuis pour"))).empty());
    CHECK(desk.alike(desk.written({})).empty());
    CHECK(desk.alike(written, 1).size() == 1);
}

TEST_CASE("of two changes of one field the history ends with the one that stands, and the loser is known", "[desk][history]")
{
    const auto me = domain::OperatorId::fromName("me");
    // Bruno wrote at 100 without the network; it arrived (seq 9) after mine of 200 (seq 5).
    const std::vector<desk::OrderedEntry> byTime{edit("theirs", "Bruno", 100, 9, QStringLiteral("mine"), QStringLiteral("theirs")),
                                                 edit("mine", "me", 200, 5, QStringLiteral("first"), QStringLiteral("mine"))};
    const auto lines = desk::historyOf(byTime);
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].entry.changes.list[0].after == u"mine");
    CHECK_FALSE(lines[0].late);
    CHECK(lines[1].entry.changes.list[0].after == u"theirs");
    CHECK(lines[1].late);
    const auto lost = desk::lostBy(me, byTime);
    REQUIRE(lost.size() == 1);
    CHECK(lost[0].op == domain::OperationId::fromName("mine"));
    CHECK(lost[0].field == u"summary");
    CHECK(lost[0].mine == u"mine");
    CHECK(lost[0].stands == u"theirs");
    CHECK(lost[0].who == u"Bruno");
    CHECK(lost[0].atMs == 100);
    CHECK(desk::lostBy(domain::OperatorId::fromName("Bruno"), byTime).empty());

    // Set once more, not yet confirmed: mine stands again.
    auto again = byTime;
    again.push_back(edit("again", "me", 300, 0, QStringLiteral("theirs"), QStringLiteral("mine")));
    CHECK(desk::lostBy(me, again).empty());
    CHECK(desk::historyOf(again).back().pending);
    // A later change that had mine before it is no loss.
    CHECK(desk::lostBy(me,
                       {edit("mine", "me", 200, 5, {}, QStringLiteral("mine")),
                        edit("next", "Bruno", 300, 9, QStringLiteral("mine"), QStringLiteral("next"))})
              .empty());
}
