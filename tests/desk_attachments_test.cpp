// SPDX-License-Identifier: GPL-3.0-or-later
#include "AttachmentTable.h"
#include "Attachments.h"
#include "BlobKeep.h"
#include "Catch.h"
#include "DeskRig.h"
#include "Mirror.h"
#include "OutboxTable.h"
#include "OwnAttachmentTable.h"
#include "Tickets.h"

#include <QDir>
#include <QFileInfo>

#include <sys/stat.h>

using namespace comptoir;
using namespace comptoir::tests;
using desk::AttachmentLine;
using Where = AttachmentLine::Where;

namespace {

const QByteArray kPng = QByteArrayLiteral("\x89PNG\r\n\x1a\n") + "a picture";

struct Desk : DeskRig
{
    desk::Tickets tickets{parts()};
    desk::Attachments files{parts()};

    desk::Draft begun() { return *settled(tickets.startDraft(written(QStringLiteral("Imprimante")))); }
    domain::TicketId opened() { return *settled(tickets.open(begun())); }
    base::Result<> attach(const base::Uuid &to, const QString &name, const QByteArray &bytes)
    {
        return settled(files.attach(domain::TicketId{to}, name, [bytes] { return base::Result<QByteArray>(bytes); }));
    }
    std::vector<AttachmentLine> at(const base::Uuid &id) { return *settled(files.of(domain::TicketId{id})); }
    std::vector<store::OutboxRow> outbox()
    {
        return *settled(store->read([](store::Db &db) { return store::OutboxTable::all(db); }));
    }
    /// What the service tells of it.
    void tell(const AttachmentLine &line, domain::TicketId ticket, domain::AttachmentState state, domain::DeviceId holder)
    {
        domain::Attachment row;
        row.id = line.id;
        row.scope = domain::scopeOf(merignac);
        row.ticket = ticket;
        row.name = line.name;
        row.size = line.size;
        row.sha256 = line.sha256;
        row.mediaType = line.mediaType;
        row.state = state;
        row.holder = holder;
        row.holderName = QStringLiteral("POSTE-12");
        row.authorName = QStringLiteral("Claire");
        REQUIRE(settled(store->write([&](store::Db &db) {
            db.touch(store::Entity::Attachment, row.id.value);
            return store::AttachmentTable::put(db, row, 9);
        })));
    }
    bool holds(const AttachmentLine &line) { return store::BlobKeep(store->path()).holds(line.sha256); }
};

} // namespace

TEST_CASE("a file attached to a ticket is one operation, named in its history, and its bytes stand here", "[desk][attachment]")
{
    Desk desk;
    const auto ticket = desk.opened();
    REQUIRE(desk.attach(ticket.value, QStringLiteral("../erreur\u202egnp.exe"), kPng));
    const auto lines = desk.at(ticket.value);
    REQUIRE(lines.size() == 1);
    CHECK(domain::isAttachmentName(lines.front().name));
    CHECK(lines.front().mediaType == u"image/png"); // whatever its name says
    CHECK(lines.front().where == Where::Waiting);
    CHECK(lines.front().here);
    CHECK(desk.outbox().size() == 2);
    CHECK(desk.outbox().back().message.kind == "ticket.attach");
    const auto page = settled(desk.tickets.page(ticket));
    REQUIRE(page);
    CHECK(page->timeline.back().entry.kind == domain::EntryKind::Attached);
    QByteArray seen;
    REQUIRE(settled(desk.files.look(lines.front(), [&](const QByteArray &bytes) { seen = bytes; })));
    CHECK(seen == kPng);
}

TEST_CASE("what is pasted beside a draft survives a stop, goes with the ticket, and can be taken away before", "[desk][attachment]")
{
    Desk desk;
    const auto draft = desk.begun();
    REQUIRE(desk.attach(draft.id, QStringLiteral("one.png"), kPng));
    REQUIRE(desk.attach(draft.id, QStringLiteral("two.txt"), "two"));
    CHECK(desk.outbox().empty());
    const desk::Attachments again(desk.parts()); // another start tidies up
    runPosted();
    auto lines = desk.at(draft.id);
    REQUIRE(lines.size() == 2);
    CHECK(lines.front().where == Where::Draft);
    CHECK(lines.front().here);
    REQUIRE(settled(desk.files.remove(lines.back().id)));
    CHECK(!desk.holds(lines.back()));
    const auto ticket = settled(desk.tickets.open(draft));
    REQUIRE(ticket);
    lines = desk.at(ticket->value);
    REQUIRE(lines.size() == 1);
    CHECK(lines.front().where == Where::Waiting);
    REQUIRE(settled(desk.files.remove(lines.front().id))); // too late
    CHECK(desk.at(ticket->value).size() == 1);
}

TEST_CASE("a dropped draft keeps its files until the next start, for it can be brought back", "[desk][attachment]")
{
    Desk desk;
    const auto draft = desk.begun();
    REQUIRE(desk.attach(draft.id, QStringLiteral("one.png"), kPng));
    const auto line = desk.at(draft.id).front();
    REQUIRE(settled(desk.tickets.dropDraft(draft.id)));
    CHECK(desk.holds(line));
    const desk::Attachments again(desk.parts());
    runPosted();
    CHECK(!desk.holds(line));
}

TEST_CASE("no empty file, none above 25 MiB and nothing but a plain file is attached, and each says why", "[desk][attachment]")
{
    Desk desk;
    const auto ticket = desk.opened();
    CHECK(desk.attach(ticket.value, QStringLiteral("a"), {}).error().code == u"empty");
    CHECK(desk.attach(ticket.value, QStringLiteral("a"), QByteArray(domain::kMostAttachmentBytes + 1, 'x')).error().code == u"too_large");
    const QString pipe = desk.folder.filePath(QStringLiteral("pipe"));
    REQUIRE(::mkfifo(QFile::encodeName(pipe).constData(), 0600) == 0);
    for (const QString &path : {pipe, desk.folder.path(), desk.folder.filePath(QStringLiteral("absent"))}) {
        const auto done = settled(desk.files.attach(ticket, QStringLiteral("a"), desk::Attachments::fileSource(path)));
        REQUIRE(!done);
        CHECK(done.error().code == u"no_file");
    }
    CHECK(desk.at(ticket.value).empty());
    CHECK(desk.outbox().size() == 1);
}

TEST_CASE("a file says where its bytes are: on the way, at the service, at another console, nowhere", "[desk][attachment]")
{
    Desk desk;
    const auto ticket = desk.opened();
    REQUIRE(desk.attach(ticket.value, QStringLiteral("one.png"), kPng));
    const auto line = desk.at(ticket.value).front();
    const auto now = [&] { return desk.at(ticket.value).front(); };
    desk.tell(line, ticket, domain::AttachmentState::Held, desk.session.device);
    REQUIRE(settled(desk.store->write([&](store::Db &db) { return store::OwnAttachmentTable::setSent(db, line.id, 5, {}); })));
    CHECK(now().where == Where::Going);
    CHECK(now().moved == 5);
    desk.tell(line, ticket, domain::AttachmentState::Stored, desk.session.device);
    CHECK(now().where == Where::Stored);
    CHECK(now().here);

    AttachmentLine theirs = line;
    theirs.id = desk.ids.make<domain::AttachmentId>();
    theirs.sha256 = QString(64, u'a');
    desk.tell(theirs, ticket, domain::AttachmentState::Held, domain::DeviceId::fromName("other"));
    const auto other = [&] {
        const auto lines = desk.at(ticket.value);
        return *std::find_if(lines.begin(), lines.end(), [&](const AttachmentLine &one) { return one.id == theirs.id; });
    };
    CHECK(other().where == Where::Elsewhere);
    CHECK(other().holderName == u"POSTE-12");
    desk.tell(theirs, ticket, domain::AttachmentState::Stored, domain::DeviceId::fromName("other"));
    REQUIRE(settled(desk.files.want(theirs.id)));
    CHECK(other().coming);

    desk.tell(line, ticket, domain::AttachmentState::Erased, desk.session.device);
    runPosted();
    CHECK(!desk.holds(line));
}

TEST_CASE("bytes go with the scope they belong to, and those attached here and not stored stay", "[desk][attachment]")
{
    Desk desk;
    const auto ticket = desk.opened();
    REQUIRE(desk.attach(ticket.value, QStringLiteral("waits.png"), kPng));
    const auto waits = desk.at(ticket.value).front();
    AttachmentLine stored = waits;
    stored.id = desk.ids.make<domain::AttachmentId>();
    const auto sum = store::BlobKeep(desk.store->path()).put("stored");
    REQUIRE(sum);
    stored.sha256 = sum->sha256;
    desk.tell(stored, ticket, domain::AttachmentState::Stored, domain::DeviceId::fromName("other"));
    runPosted();
    CHECK(desk.holds(stored));
    REQUIRE(settled(desk.store->write([&](store::Db &db) { return store::mirror::drop(db, domain::scopeOf(desk.merignac)); })));
    runPosted();
    CHECK(!desk.holds(stored));
    CHECK(desk.holds(waits)); // until the service has judged the operation
}

TEST_CASE("only what cannot run is opened: the ending and the content must agree", "[desk][attachment]")
{
    const auto opens = [](const QString &name, const QString &type) {
        AttachmentLine line;
        line.name = name;
        line.mediaType = type;
        return desk::mayOpen(line);
    };
    CHECK(opens(QStringLiteral("Facture.PDF"), QStringLiteral("application/pdf")));
    CHECK(opens(QStringLiteral("a.png"), QStringLiteral("image/png")));
    CHECK(!opens(QStringLiteral("a.png"), QStringLiteral("text/plain")));
    CHECK(!opens(QStringLiteral("a.sh"), QStringLiteral("text/plain")));
    CHECK(!opens(QStringLiteral("a.desktop"), QStringLiteral("text/plain")));
    CHECK(!opens(QStringLiteral("a.svg"), QStringLiteral("text/plain")));
    CHECK(!opens(QStringLiteral("a.html"), QStringLiteral("text/plain")));
    CHECK(!opens(QStringLiteral("a.docm"), QStringLiteral("application/zip")));
    CHECK(!opens(QStringLiteral("a.txt"), QStringLiteral("application/x-elf")));
    CHECK(!opens(QStringLiteral("txt"), QStringLiteral("text/plain")));
}

TEST_CASE("a file is given to another program under its name, in a folder nobody else reads", "[desk][attachment]")
{
    Desk desk;
    const auto ticket = desk.opened();
    REQUIRE(desk.attach(ticket.value, QStringLiteral("one.png"), kPng));
    const auto path = settled(desk.files.copyToOpen(desk.at(ticket.value).front()));
    REQUIRE(path);
    CHECK(QFileInfo(*path).fileName() == u"one.png");
    struct stat about = {};
    REQUIRE(::stat(QFile::encodeName(QFileInfo(QFileInfo(*path).path()).path()).constData(), &about) == 0);
    CHECK((about.st_mode & 07777) == 0700);
    CHECK(!QFileInfo(*path).isExecutable());
}
