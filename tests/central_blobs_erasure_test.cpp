// SPDX-License-Identifier: GPL-3.0-or-later
#include "AttachmentTable.h"
#include "BlobDesk.h"
#include "Catch.h"
#include "ErasureStory.h"

using namespace comptoir;
using namespace comptoir::tests;
using domain::AttachmentState;

namespace {

const QByteArray kTelling = QByteArray("Dossier de Zéphirine Quillacq, 05 56 10 20 30\n").repeated(200);

/// Files on her tickets and on somebody else's, with their bytes, some of them not whole.
struct FileStory
{
    FileStory(CentralRig &rig, const Story &story) : desk(rig, story.desk)
    {
        stored = desk.attachTo(story.ticketOpen, kTelling, QStringLiteral("dossier.txt"));
        desk.send(stored, kTelling);
        coming = desk.attachTo(story.ticketOpen, kTelling + "x", QStringLiteral("suite.txt"));
        REQUIRE(desk.put(coming, 0, kTelling.left(5'000)));
        held = desk.attachTo(story.ticketOpen, kTelling + "y", QStringLiteral("Zéphirine.txt"));
        named = desk.attachTo(story.other, kTelling, QStringLiteral("Badge de Mme Quillacq Zéphirine.txt"));
        desk.send(named, kTelling);
        kept = desk.attachTo(story.other, contentOf(6'000), QStringLiteral("plan.png"));
        desk.send(kept, contentOf(6'000));
    }

    [[nodiscard]] std::vector<File> gone() const { return {stored, coming, held, named}; }

    BlobDesk desk;
    File stored;
    File coming;
    File held;
    File named;
    File kept;
};

void expectGone(BlobDesk &desk, const File &file)
{
    const auto row = desk.row(file);
    CHECK(row.state == AttachmentState::Erased);
    CHECK(row.name.isEmpty());
    CHECK(row.sha256.isEmpty());
    CHECK(row.size == 0);
    for (const int status : {desk.state(file).error().problem.status, desk.put(file, 0, kTelling).error().problem.status,
                             desk.read(file, 0, 10).error().problem.status}) {
        CHECK(status == 410);
    }
    const auto entry = desk.rig.store
                           ->read([&](store::Db &db) { return store::EntityTable<domain::TimelineEntry>::find(db, row.entry.value); })
                           .result();
    REQUIRE(entry);
    REQUIRE(*entry);
    CHECK_FALSE((*entry)->entity.changes.toText().contains(QStringLiteral(".txt")));
}

} // namespace

TEST_CASE("an erasure takes the files of the person's tickets and those named after them, with their bytes", "[central][blobs][erasure]")
{
    CentralRig rig;
    const Story story(rig);
    FileStory files(rig, story);
    CHECK(rig.service->erasures().preview(QStringLiteral("quillacq")).result()->counts.attachments == 4);
    const auto done = rig.service->erasures().erase(story.person, kFull).result();
    REQUIRE(done);
    CHECK(done->counts.attachments == 4);
    for (const File &file : files.gone()) {
        expectGone(files.desk, file);
    }
    CHECK(files.desk.fetched(files.kept, 6'000) == contentOf(6'000));
    const auto pieces = rig.store
                            ->read([](store::Db &db) {
                                store::Statement query = db.prepare("SELECT count(*) FROM blob_piece");
                                return query.step().map([&](bool) { return query.integer(0); });
                            })
                            .result();
    CHECK(pieces == 1);
}

TEST_CASE("no byte of an erased file is left in the service's files", "[central][blobs][erasure][file]")
{
    CentralRig rig;
    const Story story(rig);
    FileStory files(rig, story);
    CHECK_FALSE(tellingFiles(rig.folder.path()).isEmpty());
    REQUIRE(rig.service->erasures().erase(story.person, kFull).result());
    CHECK(tellingFiles(rig.folder.path()) == QStringList{});
}

TEST_CASE("what somebody else's ticket has of the same bytes stays", "[central][blobs][erasure]")
{
    CentralRig rig;
    const Story story(rig);
    BlobDesk desk(rig, story.desk);
    const QByteArray bytes = contentOf(8'000);
    const File theirs = desk.attachTo(story.ticketOpen, bytes);
    desk.send(theirs, bytes);
    const File other = desk.attach(bytes);
    desk.send(other, bytes);
    REQUIRE(rig.service->erasures().erase(story.person, kFull).result());
    expectGone(desk, theirs);
    CHECK(desk.fetched(other, 8'000) == bytes);
}

TEST_CASE("a file attached before the erasure by a console that had not heard of it is erased from the start", "[central][blobs][erasure]")
{
    CentralRig rig;
    const Story story(rig);
    BlobDesk desk(rig, story.desk);
    const auto late = rig.message(story.scope, story.ticketOpen.entity, desk.payloadOf(kTelling, QStringLiteral("dossier.txt")));
    const File file{{story.scope, domain::TicketId{story.ticketOpen.entity.value}, desk.last}};
    rig.clock.now += 5000;
    REQUIRE(rig.service->erasures().erase(story.person, kFull).result());
    auto aged = late;
    aged.ageMs = 6000;
    CHECK(wire::isAccepted(rig.verdict(story.desk, aged).code));
    expectGone(desk, file);
}

TEST_CASE("a console that was away hears of it: what it had attached and not sent is erased before it goes", "[central][blobs][erasure]")
{
    CentralRig rig;
    const Story story(rig);
    BlobDesk desk(rig, story.desk);
    Copy copy(rig, story.desk);
    copy.pull();
    const auto op = copy.perform(story.scope, story.ticketOpen.entity, desk.payloadOf(kTelling, QStringLiteral("dossier.txt")));
    const File file{{story.scope, domain::TicketId{story.ticketOpen.entity.value}, desk.last}};
    const auto here = [&] {
        const auto rows = copy.store->read([&](store::Db &db) { return store::AttachmentTable::of(db, file.address.ticket); }).result();
        REQUIRE(rows);
        REQUIRE(rows->size() == 1);
        return rows->front();
    };
    CHECK(here().seq == 0);
    CHECK(here().entity.entry == op);
    CHECK(here().entity.state == AttachmentState::Held);
    rig.clock.now += 5000;
    REQUIRE(rig.service->erasures().erase(story.person, kFull).result());
    copy.pull();
    CHECK(here().entity.state == AttachmentState::Erased);
    CHECK(here().entity.name.isEmpty());
    for (const auto &verdict : copy.push()) {
        INFO(verdict.data.toStdString());
        CHECK(wire::isAccepted(verdict.code));
    }
    copy.pull();
    CHECK(here().seq > 0);
    CHECK(here().entity.state == AttachmentState::Erased);
    expectGone(desk, file);
    copy.scrub();
    CHECK(tellingFiles(copy.folder.path()) == QStringList{});
}

TEST_CASE("a backup older than the erasure brings no file back", "[central][blobs][erasure][file]")
{
    CentralRig rig;
    const QString backup = rig.folder.filePath(QStringLiteral("old.backup"));
    const QString database = rig.store->path();
    const Story story(rig);
    FileStory files(rig, story);
    REQUIRE(rig.service->backups().make(backup).result());
    rig.clock.now += 5000;
    REQUIRE(rig.service->erasures().erase(story.person, kFull).result());
    rig.service.reset();
    rig.store.reset();
    REQUIRE(central::Backups::restore({backup, database, QStringLiteral(":/sql/central")}, rig.clock, rig.random));
    REQUIRE(QFile::remove(backup)); // a copy on purpose
    CHECK(tellingFiles(rig.folder.path()) == QStringList{});
    rig.store = store::Store::open({database, QStringLiteral(":/sql/central"), store::Db::Durability::Normal, false}).value();
    rig.service = std::make_unique<central::CentralService>(
        central::CentralService::Parts{*rig.store, rig.clock, rig.random, {1, 8, 1}, false});
    files.desk.desk = rig.signIn(kAnne);
    for (const File &file : files.gone()) {
        expectGone(files.desk, file);
    }
    CHECK(files.desk.fetched(files.kept, 6'000) == contentOf(6'000));
}
