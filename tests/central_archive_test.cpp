// SPDX-License-Identifier: GPL-3.0-or-later
#include "ArchiveMessages.h"
#include "ArchiveTown.h"
#include "BlobDesk.h"
#include "Catch.h"
#include "ErasureStory.h"

using namespace comptoir;
using namespace comptoir::tests;

namespace {

const wire::RowTable *tableOf(const wire::ScopePage &page, std::string_view name)
{
    const auto found = std::find_if(page.tables.begin(), page.tables.end(), [&](const auto &table) { return table.name == name; });
    return found == page.tables.end() ? nullptr : &*found;
}

/// The seqs of the ticket's rows of one table.
std::vector<qint64> seqsOf(const wire::ScopePage &page, std::string_view name, const wire::OpMessage &ticket)
{
    std::vector<qint64> out;
    const auto *table = tableOf(page, name);
    for (std::size_t at = 0; table && at < table->rowCount; ++at) {
        const auto &cell = table->row(at)[table->column(name == "ticket" ? "id" : "ticket")];
        if (cell.type == wire::RawCell::Id && cell.id == ticket.entity.value) {
            out.push_back(table->seq(at));
        }
    }
    return out;
}

} // namespace

TEST_CASE("a ticket closed long ago leaves with its history, and one tombstone tells of it", "[central][window]")
{
    Town town;
    const auto old = town.opened(QStringLiteral("écran noir"));
    town.close(old);
    const auto open = town.opened(QStringLiteral("resté ouvert"));
    const qint64 known = town.row(open).seq;
    CHECK(town.later(59) == 0);
    CHECK_FALSE(town.isAway(old));
    CHECK(town.later(2) == 1);
    REQUIRE(town.isAway(old));
    CHECK_FALSE(town.isAway(open));
    const auto page = town.after(known);
    REQUIRE(page.gone.size() == 1);
    CHECK(page.gone.front().table == "ticket");
    CHECK(page.gone.front().id == old.entity.value);
    const auto anew = town.after(0);
    CHECK(seqsOf(anew, "ticket", old).empty());
    CHECK(seqsOf(anew, "timeline", old).empty());
    CHECK(seqsOf(anew, "ticket", open).size() == 1);
    town.checkSums();
    CHECK(town.later(1) == 0); // nothing is put away twice
}

TEST_CASE("an operation on a ticket that was put away brings it back whole", "[central][window]")
{
    Town town;
    const auto old = town.opened(QStringLiteral("écran noir"));
    town.close(old);
    const auto before = town.after(0);
    REQUIRE(town.later(61) == 1);
    const qint64 head = town.after(0).to;
    const auto verdict = town.does(old, domain::TicketNote{QStringLiteral("encore"), false});
    REQUIRE(verdict.code == wire::VerdictCode::Ok);
    const auto page = town.after(head);
    CHECK(page.gone.empty());
    const auto history = seqsOf(page, "timeline", old);
    const auto row = seqsOf(page, "ticket", old);
    REQUIRE(row.size() == 1);
    CHECK(history.size() == seqsOf(before, "timeline", old).size() + 1);
    CHECK(std::is_sorted(history.begin(), history.end()));
    CHECK(history.back() < row.front());
    CHECK(row.front() == verdict.seq);
    CHECK(town.after(0).gone.empty()); // the tombstone is forgotten
    CHECK(town.rowsAway() == 0);
    town.checkSums();
    // In the order it was written in.
    const auto texts = [&](const wire::ScopePage &of) {
        std::vector<base::Uuid> ids;
        const auto *table = tableOf(of, "timeline");
        for (std::size_t at = 0; table && at < table->rowCount; ++at) {
            if (table->row(at)[table->column("ticket")].id == old.entity.value) {
                ids.push_back(table->row(at)[1].id);
            }
        }
        return ids;
    };
    auto after = texts(page);
    after.pop_back();
    CHECK(after == texts(before));
    // And is put away again when nobody has touched it for long enough.
    CHECK(town.later(61) == 1);
    town.checkSums();
}

TEST_CASE("a ticket comes back in the midst of a batch", "[central][window][batch]")
{
    Town town;
    const auto old = town.opened(QStringLiteral("écran noir"));
    town.close(old);
    REQUIRE(town.later(100) == 1);
    const auto fresh = town.opened(QStringLiteral("imprimante"));
    const auto note = [&](const wire::OpMessage &ticket, const QString &text) {
        return town.rig.message(ticket.scope, ticket.entity, domain::TicketNote{text, false});
    };
    const auto reply = town.rig.push(
        town.desk, {note(fresh, QStringLiteral("un")), note(old, QStringLiteral("deux")), note(fresh, QStringLiteral("trois"))});
    REQUIRE(reply);
    qint64 last = 0;
    for (const wire::Verdict &verdict : reply->verdicts) {
        CHECK(verdict.code == wire::VerdictCode::Ok);
        CHECK(verdict.seq > last);
        last = verdict.seq;
    }
    CHECK_FALSE(town.isAway(old));
    CHECK(town.row(old).seq == reply->verdicts[1].seq);
    CHECK(town.row(fresh).seq == last);
    town.checkSums();
}

TEST_CASE("a refused operation brings a ticket back, too: it is judged as always", "[central][window]")
{
    Town town;
    const auto old = town.opened(QStringLiteral("écran noir"));
    town.close(old);
    REQUIRE(town.later(61) == 1);
    CHECK(town.does(old, domain::TicketResume{town.stateOf(old)}).code == wire::VerdictCode::Invalid);
    CHECK_FALSE(town.isAway(old));
    town.checkSums();
}

TEST_CASE("what an open ticket hangs on stays, and comes back with it", "[central][window]")
{
    Town town;
    const auto parent = town.opened(QStringLiteral("panne générale"));
    const auto child = town.opened(QStringLiteral("le mien aussi"), domain::TicketId{parent.entity.value});
    town.close(parent);
    CHECK(town.later(61) == 0);
    town.close(child);
    CHECK(town.later(61) == 2);
    REQUIRE(town.isAway(parent));
    SECTION("reopened")
    {
        REQUIRE(town.does(child, domain::TicketReopen{QStringLiteral("encore"), town.stateOf(child)}).code == wire::VerdictCode::Ok);
        CHECK_FALSE(town.isAway(child));
    }
    SECTION("named by a new one")
    {
        (void)town.opened(QStringLiteral("encore un"), domain::TicketId{parent.entity.value});
        CHECK(town.isAway(child));
    }
    SECTION("linked to")
    {
        const auto other = town.opened(QStringLiteral("encore un"));
        REQUIRE(town.does(other, domain::TicketLink{domain::TicketId{parent.entity.value}, {}, {}}).code == wire::VerdictCode::Ok);
    }
    CHECK_FALSE(town.isAway(parent));
    CHECK(town.later(61) <= 1);
    CHECK_FALSE(town.isAway(parent));
    town.checkSums();
}

TEST_CASE("a clock that is ahead puts no more away than a month of quiet does", "[central][window]")
{
    Town town;
    const auto old = town.opened(QStringLiteral("écran noir"));
    town.close(old);
    town.rig.clock.now += 3650 * base::kDayMs;
    CHECK(town.rig.service->archive().putAway(60 * base::kDayMs).result().value() == 0);
    CHECK(town.rig.service->archive().putAwayAfter(0).result().value() == 0);
    CHECK_FALSE(town.isAway(old));
}

TEST_CASE("a number of a ticket that was put away is not given again", "[central][window]")
{
    Town town;
    const auto old = town.opened(QStringLiteral("écran noir"));
    town.close(old);
    REQUIRE(town.later(61) == 1);
    domain::TicketOpen open;
    open.ticket.organisation = town.rig.a;
    open.ticket.summary = QStringLiteral("autre");
    open.ticket.number = town.row(old).entity.number;
    const auto verdict = town.rig.verdict(town.desk, town.rig.message(old.scope, {}, open));
    CHECK(verdict.code == wire::VerdictCode::Invalid);
    CHECK(town.isAway(old));
}

TEST_CASE("bytes that arrive for a ticket that was put away bring it back, and those stored stay at hand", "[central][window]")
{
    Town town;
    BlobDesk files(town.rig, town.desk);
    const QByteArray bytes = contentOf(9'000);
    const auto old = town.opened(QStringLiteral("écran noir"));
    const File stored = files.attachTo(old, bytes);
    REQUIRE(files.put(stored, 0, bytes)->state.stored);
    const File coming = files.attachTo(old, contentOf(8'000, 2));
    town.close(old);
    REQUIRE(town.later(61) == 1);
    files.desk = town.desk;
    CHECK(files.fetched(stored, 4'000) == bytes);
    CHECK(town.isAway(old));
    REQUIRE(files.put(coming, 0, contentOf(8'000, 2))->state.stored);
    CHECK_FALSE(town.isAway(old));
    CHECK(town.rowsAway() == 0);
    town.checkSums();
}

TEST_CASE("an erasure reaches what was put away, and leaves no word of it behind", "[central][window][erasure]")
{
    Town town;
    domain::PersonAdd add;
    add.person.organisation = town.rig.a;
    add.person.givenName = QStringLiteral("Zéphirine");
    add.person.familyName = QStringLiteral("Quillacq");
    const auto person = town.rig.message(domain::scopeOf(town.rig.a), {}, add);
    REQUIRE(town.rig.verdict(town.desk, person).code == wire::VerdictCode::Ok);
    domain::TicketOpen open;
    open.ticket.organisation = town.rig.a;
    open.ticket.summary = QStringLiteral("PC de Mme Quillacq lent");
    open.ticket.number = town.desk.nextNumber();
    open.ticket.requester = domain::PersonId{person.entity.value};
    open.ticket.requesterName = kFull;
    const auto old = town.rig.message(domain::scopeOf(town.rig.a), {}, open);
    REQUIRE(town.rig.verdict(town.desk, old).code == wire::VerdictCode::Ok);
    town.close(old);
    REQUIRE(town.later(61) == 1);
    REQUIRE(town.rig.service->erasures().erase(open.ticket.requester, kFull).result());
    CHECK_FALSE(town.isAway(old));
    CHECK_FALSE(town.row(old).entity.summary.contains(QStringLiteral("Quillacq")));
    CHECK(town.rowsAway() == 0);
    town.checkSums();
    CHECK(town.later(1) == 1); // and the next round puts it away again
    const auto found = town.rig.service->archive()
                           .search(town.desk.session.accessToken, wire::ArchiveSearch{QStringLiteral("quillacq"), 0, {}}.encode(), false)
                           .result();
    REQUIRE(found);
    CHECK(wire::ChangesReply::decode(found->body).value().pages.empty());
    CHECK(tellingFiles(town.rig.folder.path()).isEmpty());
}
