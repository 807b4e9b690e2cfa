// SPDX-License-Identifier: GPL-3.0-or-later
#include "Apply.h"
#include "Erasure.h"
#include "Samples.h"

#include <Catch.h>

using namespace comptoir::domain;
using namespace comptoir::tests;

namespace {

TicketAttach attach()
{
    return std::get<TicketAttach>(plainPayload(OpKind::TicketAttach));
}

Applied<Ticket> applied(const TicketAttach &asked)
{
    return apply(operation(2, asked), std::optional(standingTicket(TicketState::InProgress)), contextOf());
}

} // namespace

TEST_CASE("a file attached is a line of history and a row, held by the console that has it", "[domain][attachment]")
{
    const TicketAttach asked = attach();
    const auto outcome = applied(asked);
    REQUIRE(outcome);
    REQUIRE(outcome->entry);
    CHECK(outcome->entry->kind == EntryKind::Attached);
    CHECK(outcome->entry->changes.list.front() == FieldChange{QStringLiteral("attachment"), {}, asked.attachment.toString()});
    REQUIRE(outcome->attachment);
    CHECK(outcome->attachment->id == asked.attachment);
    CHECK(outcome->attachment->ticket == outcome->state.id);
    CHECK(outcome->attachment->scope == outcome->state.scope);
    CHECK(outcome->attachment->entry == outcome->entry->id);
    CHECK(outcome->attachment->state == AttachmentState::Held);
    CHECK(outcome->attachment->holder == asked.holder);
    CHECK(outcome->attachment->author == contextOf().actor);
    CHECK(outcome->state.state == TicketState::InProgress);
}

TEST_CASE("a file without id, bytes, digest or a name that is one is refused", "[domain][attachment]")
{
    const auto refusedAt = [](const char *field, auto change) {
        TicketAttach asked = attach();
        change(asked);
        const auto outcome = applied(asked);
        INFO(field);
        REQUIRE_FALSE(outcome);
        CHECK(outcome.error().code == Refusal::Code::Invalid);
        CHECK(outcome.error().field == QString::fromLatin1(field));
    };
    refusedAt("attachment", [](TicketAttach &a) { a.attachment = {}; });
    refusedAt("name", [](TicketAttach &a) { a.name = QStringLiteral("../x"); });
    refusedAt("size", [](TicketAttach &a) { a.size = 0; });
    refusedAt("size", [](TicketAttach &a) { a.size = kMostAttachmentBytes + 1; });
    refusedAt("sha256", [](TicketAttach &a) { a.sha256 = QString(64, u'A'); });
    refusedAt("media_type", [](TicketAttach &a) { a.mediaType = QStringLiteral("text"); });
    refusedAt("holder_name", [](TicketAttach &a) { a.holderName = QString(1000, u'x'); });
}

TEST_CASE("no name of a file is a path, hides its ending or turns the reading round", "[domain][attachment]")
{
    for (const QString &bad :
         {QString(), QStringLiteral("."), QStringLiteral(".."), QStringLiteral("a/b"), QStringLiteral("a\\b"), QStringLiteral(".profile"),
          QStringLiteral("a\nb"), QStringLiteral("a\u202Egpj.exe"), QStringLiteral(" a"), QStringLiteral("a."), QStringLiteral("a:b"),
          QStringLiteral("*a\u2001."), QString(121, u'x'), QString(QChar(0xD800))}) {
        INFO(bad.toStdString());
        CHECK_FALSE(isAttachmentName(bad));
        CHECK(isAttachmentName(attachmentName(bad)));
    }
    CHECK(isAttachmentName(QStringLiteral("Capture d’écran 2026.png")));
    CHECK(attachmentName(QStringLiteral("/tmp/../écran.png")) == QStringLiteral("écran.png"));
    CHECK(attachmentName(QStringLiteral("C:\\Users\\..\\note.txt")) == QStringLiteral("note.txt"));
    const QString cut = attachmentName(QString(300, u'x') + QStringLiteral(".png"));
    CHECK(cut.size() == kMostAttachmentName);
    CHECK(cut.endsWith(QStringLiteral(".png")));
}

TEST_CASE("the type of a file is what its bytes tell, not its name", "[domain][attachment]")
{
    CHECK(mediaTypeOf(QByteArray("\x89PNG\r\n\x1a\n....", 12)) == QStringLiteral("image/png"));
    CHECK(mediaTypeOf(QByteArray("\xff\xd8\xff\xe0", 4)) == QStringLiteral("image/jpeg"));
    CHECK(mediaTypeOf("%PDF-1.7") == QStringLiteral("application/pdf"));
    CHECK(mediaTypeOf("<html><script>") == QStringLiteral("text/plain"));
    CHECK(mediaTypeOf(QByteArray("MZ\0\0", 4)) == QStringLiteral("application/vnd.microsoft.portable-executable"));
    CHECK(mediaTypeOf(QByteArray("\0\1\2", 3)) == QStringLiteral("application/octet-stream"));
    CHECK(mediaTypeOf({}) == QStringLiteral("application/octet-stream"));
}

TEST_CASE("an erasure takes the files on the person's tickets, and those their name tells of", "[domain][attachment][erasure]")
{
    Person anne;
    anne.id = sampleId<PersonId>(0xE0);
    anne.givenName = QStringLiteral("Anne");
    anne.familyName = QStringLiteral("Roche");
    PlainTraces traces;
    traces.add(anne);
    const ErasedPerson who{anne.id, traces};
    const auto outcome = applied(attach());
    REQUIRE(outcome);
    Attachment file = *outcome->attachment;
    CHECK_FALSE(erase(who, file, false));
    CHECK(file == *outcome->attachment);
    Attachment named = file;
    named.name = QStringLiteral("Carte de Anne Roche.jpg");
    for (const bool own : {true, false}) {
        Attachment gone = own ? file : named;
        CHECK(erase(who, gone, own));
        CHECK(gone.state == AttachmentState::Erased);
        CHECK(gone.name.isEmpty());
        CHECK(gone.sha256.isEmpty());
        CHECK(gone.size == 0);
        CHECK_FALSE(erase(who, gone, own));
    }
    TimelineEntry entry = *outcome->entry;
    CHECK_FALSE(erase(who, entry, false));
    CHECK(erase(who, entry, true));
    CHECK(entry.changes.list
          == std::vector{outcome->entry->changes.list.front(), FieldChange{QStringLiteral("name"), {}, {}},
                         FieldChange{QStringLiteral("size"), {}, {}}});
}

TEST_CASE("an operation that attaches a file the erasure takes makes a row that is erased from the start", "[domain][attachment][erasure]")
{
    PlainTraces traces;
    const ErasedPerson who{sampleId<PersonId>(0xE0), traces};
    Operation op = operation(2, attach());
    CHECK_FALSE(erase(who, op, false));
    CHECK(erase(who, op, true));
    CHECK_FALSE(erase(who, op, true));
    const auto outcome = apply(op, std::optional(standingTicket(TicketState::New)), contextOf());
    REQUIRE(outcome);
    REQUIRE(outcome->attachment);
    CHECK(outcome->attachment->state == AttachmentState::Erased);
    CHECK(outcome->attachment->id == attach().attachment);
    CHECK(outcome->attachment->name.isEmpty());
}
