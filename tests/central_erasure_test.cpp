// SPDX-License-Identifier: GPL-3.0-or-later
#include "Catch.h"
#include "DraftTable.h"
#include "ErasureLedger.h"
#include "ErasureStory.h"
#include "ErasureTable.h"
#include "NoticeTable.h"
#include "PersonTable.h"
#include "TicketTable.h"
#include "TimelineTable.h"

using namespace comptoir;
using namespace comptoir::tests;

namespace {

central::Erasures::Done erase(CentralRig &rig, const Story &story)
{
    const auto done = rig.service->erasures().erase(story.person, kFull).result();
    if (!done) {
        FAIL(done.error().message.toStdString());
    }
    CHECK(done->notScrubbed.isEmpty()); // on a server the tests' role owns the tables
    return *done;
}

template <class T>
T rowOf(store::Store &store, const base::Uuid &id)
{
    const auto row = store.read([&](store::Db &db) { return store::EntityTable<T>::find(db, id); }).result();
    REQUIRE(row);
    REQUIRE(*row);
    return (*row)->entity;
}

void expectNobody(CentralRig &rig, const Story &story)
{
    CHECK_FALSE(rig.store->read([&](store::Db &db) { return store::EntityTable<domain::Person>::find(db, story.person.value); })
                    .result()
                    .value()
                    .has_value());
    const auto ticket = rowOf<domain::Ticket>(*rig.store, story.ticketOpen.id.value);
    CHECK(ticket.requester.isNull());
    CHECK(ticket.requesterName == QStringLiteral("[effacé]"));
    CHECK(ticket.summary == QStringLiteral("PC de Mme [effacé] lent"));
}

} // namespace

TEST_CASE("a preview counts what would go and changes nothing", "[central][erasure]")
{
    CentralRig rig;
    const Story story(rig);
    const auto preview = rig.service->erasures().preview(QStringLiteral("zephirine.QUILLACQ@mairie.example")).result();
    REQUIRE(preview);
    CHECK(preview->who.person.id == story.person);
    CHECK(preview->who.organisation == QStringLiteral("A"));
    CHECK(preview->counts == central::ErasureCounts{1, 2, 1, 1, 0, 0, 0, 2});
    CHECK(rowOf<domain::Ticket>(*rig.store, story.ticketOpen.id.value).requester == story.person);
    CHECK_FALSE(QFile::exists(rig.store->path() + QStringLiteral(".erased")));
    CHECK(rig.service->erasures().preview(QStringLiteral("quillacq")).result());
    CHECK(rig.service->erasures().preview(QStringLiteral("personne")).result().error().kind == base::Error::Kind::NotFound);
    CHECK(rig.service->erasures().erase(story.person, QStringLiteral("Zoé")).result().error().kind == base::Error::Kind::Invalid);
}

TEST_CASE("after an erasure no byte of the service's files tells of the person, and their tickets stay", "[central][erasure][file]")
{
    CentralRig rig;
    const Story story(rig);
    CHECK_FALSE(tellingFiles(rig.folder.path()).isEmpty());
    const auto done = erase(rig, story);
    CHECK(done.counts.tickets == 2);
    expectNobody(rig, story);
    CHECK(tellingFiles(rig.folder.path()).isEmpty());
    CHECK(rig.service->audit().verify().result());
    CHECK(rowOf<domain::Ticket>(*rig.store, story.other.id.value).summary == QStringLiteral("Badge demandé par [effacé]"));
}

TEST_CASE("a console that comes back hears of it, and no byte of its copy tells of the person", "[central][erasure]")
{
    CentralRig rig;
    const Story story(rig);
    const int limit = GENERATE(0, 1, 3);
    Copy copy(rig, story.desk);
    copy.pull();
    CHECK_FALSE(tellingFiles(copy.folder.path()).isEmpty());
    // What this console alone has: unsent work, a draft, a half-written note, a notice.
    copy.perform(story.scope, story.ticketOpen.entity, domain::TicketNote{QStringLiteral("Zéphirine Quillacq, au 0556102030"), true});
    copy.perform(story.scope, domain::EntityId{story.person.value},
                 domain::PersonEdit{QStringLiteral("note"), QStringLiteral("Mme Quillacq")});
    domain::TicketOpen another;
    another.ticket.organisation = rig.a;
    another.ticket.number = story.desk.session.deviceCode + QStringLiteral("-900");
    another.ticket.beneficiary = story.person;
    another.ticket.beneficiaryName = kFull;
    another.ticket.summary = QStringLiteral("Souris de Quillacq");
    const auto opened = copy.perform(story.scope, {}, another);
    REQUIRE(copy.store
                ->write([&](store::Db &db) -> base::Result<> {
                    store::DraftRow draft{opened.value, another.ticket, 1};
                    draft.ticket.requester = story.person;
                    store::Notice notice{opened,
                                         story.scope,
                                         story.ticketOpen.entity,
                                         "ticket.note",
                                         1,
                                         R"({"text":"Quillacq"})",
                                         QStringLiteral("7K-1 PC de Mme Quillacq"),
                                         1,
                                         QStringLiteral("stale"),
                                         R"({"current":"PC de\nQuillacq"})"};
                    return store::DraftTable::put(db, draft)
                        .and_then([&] {
                            return store::KeptTextTable::put(db, domain::TicketId{opened.value}, QStringLiteral("Mme Quillacq"), 1);
                        })
                        .and_then([&] { return store::NoticeTable::put(db, notice); });
                })
                .result());
    erase(rig, story);
    copy.pull(limit);
    copy.scrub();
    CHECK(tellingFiles(copy.folder.path()).isEmpty());
    const auto shown = rowOf<domain::Ticket>(*copy.store, opened.value);
    CHECK(shown.summary == QStringLiteral("Souris de [effacé]"));
    CHECK(rowOf<domain::Ticket>(*copy.store, story.ticketOpen.id.value).summary == QStringLiteral("PC de Mme [effacé] lent"));
    CHECK_FALSE(
        copy.store->read([&](store::Db &db) { return store::PersonTable::find(db, story.person.value); }).result().value().has_value());
    // What waited goes, without an alarm; what was on the person has no effect.
    for (const wire::Verdict &verdict : copy.push()) {
        CHECK(wire::isAccepted(verdict.code));
    }
    copy.pull();
    copy.scrub();
    CHECK(tellingFiles(copy.folder.path()).isEmpty());
    CHECK(tellingFiles(rig.folder.path()).isEmpty());
}

TEST_CASE("a console that lost the rows of a scope still takes the person out of what it kept of it", "[central][erasure]")
{
    CentralRig rig;
    const Story story(rig);
    Copy copy(rig, story.desk);
    copy.pull();
    domain::TicketOpen open;
    open.ticket.organisation = rig.a;
    open.ticket.number = story.desk.session.deviceCode + QStringLiteral("-901");
    open.ticket.requester = story.person;
    open.ticket.requesterName = kFull;
    open.ticket.summary = QStringLiteral("Souris de Zéphirine Quillacq");
    const auto sent = copy.perform(story.scope, {}, open);
    const auto refusal = wire::encodeRefusal({domain::Refusal::Code::Forbidden, {}, {}, {}, QStringLiteral("no longer granted")});
    REQUIRE(copy.store
                ->write([&](store::Db &db) {
                    return store::mirror::takeVerdicts(db, {{sent, story.scope, wire::VerdictCode::Forbidden, 0, refusal}}).and_then([&] {
                        return store::mirror::drop(db, story.scope);
                    });
                })
                .result());
    const auto kept = [&] { return copy.store->read([](store::Db &db) { return store::NoticeTable::all(db); }).result().value(); };
    REQUIRE(kept().size() == 1);
    CHECK(kept().front().payload.contains("Quillacq"));
    erase(rig, story);
    copy.pull(); // the scope is granted again: only the erasure comes, nothing that tells the name
    CHECK_FALSE(kept().front().payload.contains("Quillacq"));
    copy.scrub();
    CHECK(tellingFiles(copy.folder.path()).isEmpty());
}

TEST_CASE("an operation blanked after it was sent is the one the service knows", "[central][erasure]")
{
    CentralRig rig;
    const Story story(rig);
    Copy copy(rig, story.desk);
    copy.pull();
    copy.perform(story.scope, story.ticketOpen.entity, domain::TicketNote{QStringLiteral("Quillacq attend"), false});
    const auto sent = rig.push(story.desk, {copy.outbox().front().message}); // the answer is lost
    REQUIRE(sent);
    erase(rig, story);
    copy.pull();
    const wire::OpMessage blanked = copy.outbox().front().message;
    CHECK_FALSE(blanked.payload.contains("Quillacq"));
    const auto again = rig.push(story.desk, {blanked});
    REQUIRE(again);
    CHECK(again->verdicts == sent->verdicts);
    wire::OpMessage forged = blanked;
    forged.formerHash.clear();
    CHECK(rig.verdict(story.desk, forged).code == wire::VerdictCode::HashMismatch);
}

TEST_CASE("what a console made before the erasure and sends after it, not having heard, brings nothing back", "[central][erasure]")
{
    CentralRig rig;
    const Story story(rig);
    const auto note = rig.message(story.scope, story.ticketOpen.entity,
                                  domain::TicketNote{QStringLiteral("Quillacq, 05 56 10 20 30"), false});
    const auto elsewhere = rig.message(domain::scopeOf(rig.b), story.other.entity,
                                       domain::TicketNote{QStringLiteral("vu avec Zéphirine Quillacq"), false});
    domain::TicketOpen open;
    open.ticket.organisation = rig.a;
    open.ticket.number = story.desk.session.deviceCode + QStringLiteral("-77");
    open.ticket.requester = story.person;
    open.ticket.requesterName = kFull;
    open.ticket.summary = QStringLiteral("Clavier de Quillacq");
    const auto late = rig.message(story.scope, {}, open);
    rig.clock.now += 5000;
    erase(rig, story);
    rig.clock.now += 5000;
    for (const auto &op : {note, elsewhere, late}) {
        CHECK(rig.verdict(story.desk, op).code == wire::VerdictCode::Ok);
        CHECK(rig.verdict(story.desk, op).code == wire::VerdictCode::Ok); // sent again as it was
    }
    // Whoever is called so and calls after it is somebody new.
    const auto fresh = rig.message(story.scope, story.ticketOpen.entity,
                                   domain::TicketNote{QStringLiteral("une autre Zéphirine Quillacq"), false});
    CHECK(rig.verdict(story.desk, fresh).code == wire::VerdictCode::Ok);
    CHECK(rowOf<domain::TimelineEntry>(*rig.store, note.id.value).text == QStringLiteral("[effacé], [effacé]"));
    CHECK(rowOf<domain::TimelineEntry>(*rig.store, elsewhere.id.value).text == QStringLiteral("vu avec [effacé]"));
    CHECK(rowOf<domain::Ticket>(*rig.store, late.id.value).summary == QStringLiteral("Clavier de [effacé]"));
    CHECK(rowOf<domain::TimelineEntry>(*rig.store, fresh.id.value).text == QStringLiteral("une autre Zéphirine Quillacq"));
}

TEST_CASE("where it cannot be read whom an operation tells of, it is not taken", "[central][erasure][file]")
{
    CentralRig rig;
    const Story story(rig);
    const auto note = rig.message(story.scope, story.ticketOpen.entity,
                                  domain::TicketNote{QStringLiteral("Zéphirine Quillacq rappelle"), false});
    rig.clock.now += 5000;
    erase(rig, story);
    rig.clock.now += 5000;
    REQUIRE(rig.store->write([](store::Db &db) { return db.run("ALTER TABLE erased_trace RENAME TO gone"); }).result());
    CHECK_FALSE(rig.push(story.desk, {note}));
    REQUIRE(rig.store->write([](store::Db &db) { return db.run("ALTER TABLE gone RENAME TO erased_trace"); }).result());
    CHECK(rig.verdict(story.desk, note).code == wire::VerdictCode::Ok);
    CHECK(rowOf<domain::TimelineEntry>(*rig.store, note.id.value).text == QStringLiteral("[effacé] rappelle"));
}

TEST_CASE("a backup older than the erasure does not bring the person back, nor do operations pushed again", "[central][erasure][file]")
{
    const bool knewHer = GENERATE(true, false);
    CentralRig rig;
    const QString backup = rig.folder.filePath(QStringLiteral("old.backup"));
    const QString database = rig.store->path();
    const Desk anne = Story::anne(rig);
    if (!knewHer) {
        REQUIRE(rig.service->backups().make(backup).result());
    }
    const Story story(rig, anne);
    if (knewHer) {
        REQUIRE(rig.service->backups().make(backup).result());
    }
    rig.clock.now += 5000;
    erase(rig, story);
    rig.service.reset();
    rig.store.reset();
    REQUIRE(central::Backups::restore({backup, database, QStringLiteral(":/sql/central")}, rig.clock, rig.random));
    REQUIRE(QFile::remove(backup)); // a copy on purpose: it holds what it holds
    CHECK(tellingFiles(rig.folder.path()).isEmpty());
    rig.store = store::Store::open({database, QStringLiteral(":/sql/central"), store::Db::Durability::Normal, false}).value();
    rig.service = std::make_unique<central::CentralService>(
        central::CentralService::Parts{*rig.store, rig.clock, rig.random, {1, 8, 1}, false});
    Desk back = rig.signIn(kAnne);
    rig.clock.now += 5000;
    // A console that was away for all of it pushes everything again.
    std::vector<wire::OpMessage> again = story.all;
    const auto reply = rig.push(back, again);
    REQUIRE(reply);
    for (const auto &verdict : reply->verdicts) {
        INFO(verdict.data.toStdString());
        CHECK(wire::isAccepted(verdict.code));
    }
    expectNobody(rig, story);
    REQUIRE(rig.store
                ->write([](store::Db &db) {
                    return db.commit().and_then([&] { return store::scrub::rewrite(db); }).and_then([&] { return db.begin(); });
                })
                .result());
    CHECK(tellingFiles(rig.folder.path()) == QStringList{});
}

TEST_CASE("database and ledger are brought into agreement before anybody is served", "[central][erasure]")
{
    CentralRig rig;
    const Story story(rig);
    const QString database = rig.store->path();
    const central::ErasureLedger ledger(database);
    rig.service.reset();
    rig.store.reset();
    // Killed between ledger and commit: the ledger decides.
    REQUIRE(ledger.append({story.person, rig.clock.now}));
    CHECK(central::Erasures::settle(database, QStringLiteral(":/sql/central"), rig.random).value() == 1);
    CHECK(central::Erasures::settle(database, QStringLiteral(":/sql/central"), rig.random).value() == 0);
    CHECK(tellingFiles(rig.folder.path()).isEmpty());
    // The ledger was taken away: it is written again.
    REQUIRE(QFile::remove(ledger.path()));
    CHECK(central::Erasures::settle(database, QStringLiteral(":/sql/central"), rig.random).value() == 0);
    REQUIRE(ledger.read());
    CHECK(ledger.read()->size() == 1);
    CHECK((QFile::permissions(ledger.path()) & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther))
          == QFile::Permissions{});
}

TEST_CASE("a ledger cut short loses its last line alone, a broken one is refused", "[central][erasure]")
{
    QTemporaryDir folder;
    const central::ErasureLedger ledger(folder.filePath(QStringLiteral("central.db")));
    CHECK(ledger.read()->empty());
    const auto one = domain::PersonId::fromName("one");
    const auto two = domain::PersonId::fromName("two");
    REQUIRE(ledger.append({one, 1}));
    QFile file(ledger.path());
    REQUIRE(file.open(QIODevice::Append));
    file.write(two.value.toText().left(20));
    file.close();
    CHECK(ledger.read()->size() == 1);
    REQUIRE(ledger.append({two, 2}));
    REQUIRE(ledger.read()->size() == 2);
    CHECK(ledger.read()->back().person == two);
    REQUIRE(file.open(QIODevice::ReadWrite));
    file.write("x");
    file.close();
    CHECK(ledger.read().error().kind == base::Error::Kind::Corrupt);
}
