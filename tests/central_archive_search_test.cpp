// SPDX-License-Identifier: GPL-3.0-or-later
#include "ArchiveMessages.h"
#include "ArchiveTown.h"
#include "EntityRows.h"
#include "TimelineEntry.h"

using namespace comptoir;
using namespace comptoir::tests;

namespace {

central::Answer<wire::ChangesReply> searched(Town &town, const QString &text, int limit = 0,
                                             const std::vector<domain::ScopeId> &scopes = {}, const Desk *who = nullptr)
{
    const QByteArray body = wire::ArchiveSearch{text, limit, scopes}.encode();
    return town.rig.service->archive().search((who ? *who : town.desk).session.accessToken, body, false).result().map([](const auto &page) {
        return wire::ChangesReply::decode(page.body).value();
    });
}

/// The summaries that are told, in their order.
QStringList found(const central::Answer<wire::ChangesReply> &reply)
{
    REQUIRE(reply);
    QStringList out;
    for (const auto &page : reply->pages) {
        for (const auto &table : page.tables) {
            REQUIRE(table.name == "ticket");
            for (std::size_t at = 0; at < table.rowCount; ++at) {
                CHECK(table.seq(at) > 0);
                out.append(wire::readRow<domain::Ticket>(table, at)->summary);
            }
        }
    }
    return out;
}

central::Answer<wire::ChangesReply> read(Town &town, domain::ScopeId scope, base::Uuid ticket, const Desk *who = nullptr)
{
    return town.rig.service->archive()
        .ticket((who ? *who : town.desk).session.accessToken, scope, domain::TicketId{ticket}, false)
        .result()
        .map([](const auto &page) { return wire::ChangesReply::decode(page.body).value(); });
}

QString codeOf(const central::Answer<wire::ChangesReply> &reply)
{
    return reply ? QStringLiteral("answered") : QString::number(reply.error().problem.status) + reply.error().problem.detail;
}

} // namespace

TEST_CASE("old tickets are found by beginnings of words, and by number or alias in whatever case", "[central][window][archive]")
{
    Town town;
    const auto screen = town.opened(QStringLiteral("Écran noir à l’accueil"), {}, {QStringLiteral("INC0012345")});
    town.close(screen);
    const auto printer = town.opened(QStringLiteral("Imprimante bloquée"));
    town.close(printer);
    const auto live = town.opened(QStringLiteral("Imprimante neuve"));
    REQUIRE(town.later(61) == 2);
    CHECK(found(searched(town, QStringLiteral("ecran ACCUEIL"))) == QStringList{QStringLiteral("Écran noir à l’accueil")});
    CHECK(found(searched(town, QStringLiteral("bloq impr"))) == QStringList{QStringLiteral("Imprimante bloquée")}); // not the live one
    CHECK(found(searched(town, QStringLiteral("mprimante"))).isEmpty());
    CHECK(found(searched(town, QStringLiteral("ecran bloquee"))).isEmpty());
    CHECK(found(searched(town, QStringLiteral("inc0012345"))) == QStringList{QStringLiteral("Écran noir à l’accueil")});
    CHECK(found(searched(town, QStringLiteral("INC00123"))).isEmpty());
    CHECK(found(searched(town, u' ' + town.row(printer).entity.number.toLower())) == QStringList{QStringLiteral("Imprimante bloquée")});
    for (const char *nothing : {"%", "_", "%%", "' OR 1=1 --", "", "   ", "i_primante", "\\"}) {
        CAPTURE(nothing);
        CHECK(found(searched(town, QString::fromLatin1(nothing))).isEmpty());
    }
    CHECK(found(searched(town, town.row(live).entity.number)).isEmpty());
    CHECK(searched(town, QString(300, u'a')).error().problem.status == 400);
}

TEST_CASE("the newest closed come first, no more than asked for, and a page says whether that is all", "[central][window][archive]")
{
    Town town;
    QStringList all;
    for (int at = 0; at < 5; ++at) {
        const auto ticket = town.opened(QStringLiteral("panne %1").arg(at));
        town.rig.clock.now += base::kMinuteMs;
        town.close(ticket);
        all.prepend(QStringLiteral("panne %1").arg(at));
    }
    REQUIRE(town.later(61) == 5);
    CHECK(found(searched(town, QStringLiteral("panne"))) == all);
    CHECK(searched(town, QStringLiteral("panne"))->pages.front().complete);
    const auto some = searched(town, QStringLiteral("panne"), 2);
    CHECK(found(some) == all.mid(0, 2));
    CHECK_FALSE(some->pages.front().complete);
    CHECK(searched(town, QStringLiteral("panne"), 5)->pages.front().complete);
}

TEST_CASE("an old ticket is read with its history, and what is not granted answers as what is not there", "[central][window][archive]")
{
    Town town;
    const auto old = town.opened(QStringLiteral("écran noir"));
    town.close(old);
    const auto live = town.opened(QStringLiteral("écran gris"));
    const auto before = town.after(0);
    REQUIRE(town.later(61) == 1);
    const auto reply = read(town, old.scope, old.entity.value);
    REQUIRE(reply);
    REQUIRE(reply->pages.size() == 1);
    const auto &page = reply->pages.front();
    REQUIRE(page.tables.size() == 2);
    CHECK(page.tables[0].name == "ticket");
    CHECK(page.tables[1].name == "timeline");
    CHECK(page.tables[1].rowCount == 4); // opened, noted, resolved, closed
    CHECK(page.tables[0].seq(0) > page.tables[1].seq(page.tables[1].rowCount - 1));
    CHECK(reply->epoch == town.desk.session.epoch);
    CHECK(codeOf(read(town, live.scope, live.entity.value)) == u"answered"); // it may have come back meanwhile
    town.rig.addOperator(QStringLiteral("bruno"), domain::Role::Operator, {QStringLiteral("B")});
    const Desk bruno = town.rig.signIn(QStringLiteral("bruno"), "other");
    const QString nothing = codeOf(read(town, old.scope, base::Uuid{}, &bruno));
    CHECK(nothing.startsWith(u"404"));
    CHECK(codeOf(read(town, old.scope, old.entity.value, &bruno)) == nothing);
    CHECK(codeOf(read(town, domain::scopeOf(town.rig.b), old.entity.value, &bruno)) == nothing);
    CHECK(codeOf(read(town, domain::ScopeId{}, old.entity.value, &bruno)) == nothing);
    CHECK(found(searched(town, QStringLiteral("ecran"), 0, {}, &bruno)).isEmpty());
    CHECK(found(searched(town, QStringLiteral("ecran"), 0, {old.scope}, &bruno)).isEmpty());
    CHECK(found(searched(town, town.row(old).entity.number, 0, {}, &bruno)).isEmpty());
    CHECK(searched(town, QStringLiteral("ecran"), 0, {old.scope}, &bruno)->pages.empty());
}
