// SPDX-License-Identifier: GPL-3.0-or-later
#include "BlobDesk.h"
#include "Catch.h"
#include "EntityRows.h"
#include "Rows.h"
#include "Scopes.h"
#include "Tuning.h"

using namespace comptoir;
using namespace comptoir::tests;
using domain::AttachmentState;

namespace {

qint64 countOf(CentralRig &rig, const char *table)
{
    const std::string sql = std::string("SELECT count(*) FROM ") + table;
    return rig.store
        ->read([&](store::Db &db) {
            store::Statement query = db.prepare(sql);
            return query.step().map([&](bool) { return query.integer(0); });
        })
        .result()
        .value();
}

} // namespace

TEST_CASE("the bytes of a file come in pieces, and whole they are stored and travel", "[central][blobs]")
{
    CentralRig rig;
    BlobDesk anne(rig, QStringLiteral("anne"), {QStringLiteral("A")});
    const QByteArray bytes = contentOf(700'001);
    const File file = anne.attach(bytes);
    CHECK(anne.row(file).state == AttachmentState::Held);
    CHECK(anne.row(file).holder == anne.desk.device);
    const qint64 seq = anne.seqOf(file);
    CHECK(anne.state(file)->received == 0);
    CHECK(anne.put(file, 0, bytes.left(262'144))->state.received == 262'144);
    CHECK(anne.put(file, 262'144, bytes.mid(262'144, 200'000))->moved.empty());
    CHECK(anne.state(file)->received == 462'144);
    CHECK_FALSE(anne.state(file)->stored);
    CHECK(anne.read(file, 0, 100).error().problem.extension(QStringLiteral("code")) == u"not_stored");
    const auto last = anne.put(file, 462'144, bytes.mid(462'144));
    REQUIRE(last);
    CHECK(last->state.stored);
    CHECK(anne.row(file).state == AttachmentState::Stored);
    CHECK(anne.seqOf(file) > seq);
    CHECK(last->moved == std::map<domain::ScopeId, qint64>{{file.address.scope, anne.seqOf(file)}});
    CHECK(anne.fetched(file, 100'000) == bytes);
    CHECK(anne.read(file, 262'140, 8)->bytes == bytes.mid(262'140, 8));
    CHECK(anne.read(file, 700'000, 50)->bytes == bytes.right(1));
    CHECK(anne.put(file, 700'001, {})->state.stored); // said again: nothing more
    CHECK(countOf(rig, "upload") == 0);
    CHECK(rig.service->audit().verify().result());
}

TEST_CASE("a file is resumed where it broke off, and never has a hole", "[central][blobs]")
{
    CentralRig rig;
    BlobDesk anne(rig, QStringLiteral("anne"), {QStringLiteral("A")});
    const QByteArray bytes = contentOf(60'000);
    const File file = anne.attach(bytes);
    REQUIRE(anne.put(file, 0, bytes.left(20'000)));
    for (const qint64 wrong : {qint64(0), qint64(19'999), qint64(20'001), qint64(60'000)}) {
        const auto refused = anne.put(file, wrong, bytes.mid(wrong, 10'000));
        REQUIRE_FALSE(refused);
        CHECK(refused.error().problem.status == 409);
        CHECK(std::get<qint64>(refused.error().problem.extensions.at(QStringLiteral("offset"))) == 20'000);
    }
    CHECK(anne.put(file, 20'000, bytes.mid(20'000))->state.stored);
    CHECK(anne.fetched(file, 7'777) == bytes);
}

TEST_CASE("where a service ended before it looked at a whole file, an empty piece makes it look", "[central][blobs]")
{
    CentralRig rig;
    BlobDesk anne(rig, QStringLiteral("anne"), {QStringLiteral("A")});
    const QByteArray bytes = contentOf(9'000);
    const File file = anne.attach(bytes);
    REQUIRE(rig.store
                ->write([&](store::Db &db) {
                    const central::BlobTable::Upload upload{central::BlobTable::BlobId::fromName("x"), bytes.size(), 0};
                    return central::BlobTable::begin(db, file.address.scope, file.address.attachment, upload, rig.clock.now).and_then([&] {
                        return central::BlobTable::append(db, file.address.scope, file.address.attachment, 0, bytes, rig.clock.now);
                    });
                })
                .result());
    CHECK(anne.state(file)->received == 9'000);
    CHECK_FALSE(anne.state(file)->stored);
    CHECK(anne.put(file, 9'000, {})->state.stored);
    CHECK(anne.fetched(file, 9'000) == bytes);
}

TEST_CASE("bytes that are not those announced are dropped whole, and may be sent again", "[central][blobs]")
{
    CentralRig rig;
    BlobDesk anne(rig, QStringLiteral("anne"), {QStringLiteral("A")});
    const QByteArray bytes = contentOf(50'000);
    QByteArray other = bytes;
    other[30'000] = char(~other[30'000]);
    const File file = anne.attach(bytes);
    REQUIRE(anne.put(file, 0, other.left(25'000)));
    const auto refused = anne.put(file, 25'000, other.mid(25'000));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().problem.status == 422);
    CHECK(refused.error().problem.extension(QStringLiteral("code")) == u"content");
    CHECK(countOf(rig, "blob_piece") == 0);
    CHECK(countOf(rig, "upload") == 0);
    CHECK(anne.row(file).state == AttachmentState::Held);
    CHECK(anne.state(file)->received == 0);
    anne.send(file, bytes);
    CHECK(anne.fetched(file, 50'000) == bytes);
}

TEST_CASE("who stored a file, fetched one or sent other bytes stands in the audit of the organisation", "[central][blobs]")
{
    CentralRig rig;
    BlobDesk anne(rig, QStringLiteral("anne"), {QStringLiteral("A")});
    const QByteArray bytes = contentOf(300'000);
    const File file = anne.attach(bytes);
    REQUIRE(anne.put(file, 0, contentOf(200'000, 3)));
    REQUIRE_FALSE(anne.put(file, 200'000, contentOf(100'000, 3)));
    anne.send(file, bytes);
    CHECK(anne.fetched(file, 100'000) == bytes);
    const auto told = rig.store
                          ->read([&](store::Db &db) {
                              store::Statement query = db.prepare(
                                  "SELECT action, actor, scope FROM audit_entry WHERE subject = ? AND detail = ? ORDER BY no");
                              query.bindAll(file.address.attachment.toString(), file.address.ticket.toString());
                              return store::allRows(query, [&](const store::Statement &row) {
                                  CHECK(row.uuid(1) == anne.desk.session.operatorId.value);
                                  CHECK(row.uuid(2) == rig.a.value);
                                  return row.text(0);
                              });
                          })
                          .result();
    CHECK(told
          == std::vector{QStringLiteral("attachment_refused"), QStringLiteral("attachment_stored"), QStringLiteral("attachment_read")});
}

TEST_CASE("the same bytes twice in a scope are there once, in two scopes twice, and nobody learns of it", "[central][blobs]")
{
    CentralRig rig;
    BlobDesk anne(rig, QStringLiteral("anne"), {QStringLiteral("A"), QStringLiteral("B")});
    const QByteArray bytes = contentOf(10'000);
    const File first = anne.attach(bytes);
    anne.send(first, bytes);
    CHECK(countOf(rig, "blob_piece") == 1);
    const File again = anne.attach(bytes);
    CHECK(anne.state(again)->received == 0); // it is to be sent whole all the same
    CHECK_FALSE(anne.state(again)->stored);
    CHECK(anne.put(again, 10'000, {}).error().problem.status == 409);
    REQUIRE(anne.put(again, 0, bytes.left(5'000)));
    CHECK(countOf(rig, "blob_piece") == 2);
    CHECK(anne.put(again, 5'000, bytes.mid(5'000))->state.stored);
    CHECK(countOf(rig, "blob_piece") == 1);
    CHECK(countOf(rig, "blob") == 1);
    const File elsewhere = anne.attach(bytes, rig.b);
    CHECK(anne.state(elsewhere)->received == 0);
    anne.send(elsewhere, bytes);
    CHECK(countOf(rig, "blob") == 2);
    CHECK(countOf(rig, "blob_piece") == 2);
    for (const File &file : {first, again, elsewhere}) {
        CHECK(anne.fetched(file, 10'000) == bytes);
    }
}

TEST_CASE("a file of a scope that is not granted, of another ticket or of no ticket is not there", "[central][blobs]")
{
    CentralRig rig;
    BlobDesk anne(rig, QStringLiteral("anne"), {QStringLiteral("A")});
    BlobDesk bob(rig, QStringLiteral("bob"), {QStringLiteral("B")});
    const QByteArray bytes = contentOf(5'000);
    const File stored = anne.attach(bytes);
    anne.send(stored, bytes);
    const File held = anne.attach(bytes);
    const File other = anne.attach(bytes);
    const auto expectAbsent = [&](BlobDesk &who, const central::blobs::Address &address) {
        const wire::Problem absent = who.state({{rig.ids.make<domain::ScopeId>(), rig.ids.make<domain::TicketId>(), {}}}).error().problem;
        CHECK(absent.status == 404);
        CHECK(who.state({address}).error().problem == absent);
        CHECK(who.read({address}, 0, 10).error().problem == absent);
        CHECK(who.read({address}, 10'000, 10).error().problem == absent);
        CHECK(who.put({address}, 0, bytes).error().problem == absent);
        CHECK(who.put({address}, 5'000, {}).error().problem == absent);
        CHECK(who.put({address}, 0, contentOf(300'000)).error().problem == absent);
    };
    expectAbsent(bob, stored.address);
    expectAbsent(bob, held.address);
    expectAbsent(bob, {domain::scopeOf(rig.b), stored.address.ticket, stored.address.attachment});
    expectAbsent(anne, {stored.address.scope, other.address.ticket, stored.address.attachment});
    expectAbsent(anne, {domain::scopeOf(rig.b), stored.address.ticket, stored.address.attachment});
    expectAbsent(anne, {domain::ScopeId{}, stored.address.ticket, stored.address.attachment});
    expectAbsent(anne, {stored.address.scope, stored.address.ticket, rig.ids.make<domain::AttachmentId>()});
    REQUIRE(anne.put(held, 0, bytes.left(4'999)));
    REQUIRE(rig.service->accounts().revoke(QStringLiteral("anne"), {QStringLiteral("A")}).result());
    expectAbsent(anne, held.address); // in the middle
    expectAbsent(anne, stored.address);
    BlobDesk nobody = anne;
    nobody.desk.session.accessToken = "x";
    CHECK(nobody.state(stored).error().problem.status == 401);
    CHECK(nobody.put(stored, 0, bytes).error().problem.status == 401);
    CHECK(nobody.read(stored, 0, 1).error().problem.status == 401);
}

TEST_CASE("files of the restricted part are for those who work in it, though they see nothing else of the organisation", "[central][blobs]")
{
    CentralRig rig;
    BlobDesk anne(rig, QStringLiteral("anne"), {QStringLiteral("A/restricted")});
    BlobDesk bob(rig, QStringLiteral("bob"), {QStringLiteral("A")});
    auto open = rig.ticketOpen(anne.desk, rig.a, QStringLiteral("paie"));
    open.scope = domain::restrictedScopeOf(rig.a);
    REQUIRE(wire::isAccepted(rig.verdict(anne.desk, open).code));
    const QByteArray bytes = contentOf(5'000);
    const File file = anne.attachTo(open, bytes);
    anne.send(file, bytes);
    CHECK(anne.fetched(file, 5'000) == bytes);
    CHECK(bob.read(file, 0, 10).error().problem.status == 404);
    CHECK(bob.state({{domain::scopeOf(rig.a), file.address.ticket, file.address.attachment}}).error().problem.status == 404);
}

TEST_CASE("pieces have a least and a most size, files the one announced, and ranges lie in them", "[central][blobs]")
{
    CentralRig rig;
    BlobDesk anne(rig, QStringLiteral("anne"), {QStringLiteral("A")});
    const QByteArray bytes = contentOf(300'000);
    const File file = anne.attach(bytes);
    const auto status = [&](qint64 offset, const QByteArray &sent) { return anne.put(file, offset, sent).error().problem.status; };
    CHECK(status(0, bytes.left(262'145)) == 413);
    CHECK(status(0, bytes.left(4'095)) == 400);
    CHECK(status(0, {}) == 400);
    REQUIRE(anne.put(file, 0, bytes.left(200'000)));
    CHECK(status(200'000, bytes.mid(200'000) + "x") == 413);
    CHECK(anne.put(file, 200'000, bytes.mid(200'000))->state.stored);
    CHECK(anne.read(file, 300'000, 1).error().problem.status == 416);
    CHECK(anne.read(file, -1, 1).error().problem.status == 416);
    CHECK(anne.read(file, 0, 1'000'000)->bytes.size() == 262'144);
    CHECK(anne.attachVerdict(bytes, QStringLiteral("../x.png")).code == wire::VerdictCode::Invalid);
    CHECK(anne.attachVerdict(bytes, QStringLiteral("x.png"), file.address.attachment).code == wire::VerdictCode::Invalid); // in use
}

TEST_CASE("a piece that looks like nobody's id stays what it is", "[central][blobs]")
{
    CentralRig rig;
    BlobDesk anne(rig, QStringLiteral("anne"), {QStringLiteral("A")});
    const QByteArray bytes = contentOf(4'096) + QByteArray(16, '\0');
    const File file = anne.attach(bytes);
    REQUIRE(anne.put(file, 0, bytes.left(4'096)));
    CHECK(anne.put(file, 4'096, bytes.mid(4'096))->state.stored);
    CHECK(anne.fetched(file, 5'000) == bytes);
}

TEST_CASE("a scope has so much room and no more, for what is stored and what is on its way", "[central][blobs]")
{
    CentralRig rig;
    rig.service = std::make_unique<central::CentralService>(central::CentralService::Parts{
        .store = *rig.store, .clock = rig.clock, .random = rig.random, .cost = {1, 8, 1}, .threads = false, .attachmentQuota = 25'000});
    BlobDesk anne(rig, QStringLiteral("anne"), {QStringLiteral("A"), QStringLiteral("B")});
    const QByteArray bytes = contentOf(10'000);
    const File first = anne.attach(bytes);
    anne.send(first, bytes);
    const QByteArray different = contentOf(10'000, 2);
    const File second = anne.attach(different);
    REQUIRE(anne.put(second, 0, different.left(5'000)));
    const File third = anne.attach(bytes);
    const auto full = anne.put(third, 0, bytes);
    REQUIRE_FALSE(full);
    CHECK(full.error().problem.status == 507);
    CHECK(full.error().problem.extension(QStringLiteral("code")) == u"quota");
    CHECK(anne.put(second, 5'000, different.mid(5'000))->state.stored); // it had its room
    const File elsewhere = anne.attach(bytes, rig.b);
    anne.send(elsewhere, bytes);
}

TEST_CASE("what stopped coming a week ago is dropped, and is sent anew from its beginning", "[central][blobs]")
{
    CentralRig rig;
    BlobDesk anne(rig, QStringLiteral("anne"), {QStringLiteral("A")});
    const QByteArray bytes = contentOf(10'000);
    const File old = anne.attach(bytes);
    const File young = anne.attach(bytes);
    REQUIRE(anne.put(old, 0, bytes.left(5'000)));
    rig.clock.now += central::kUploadMs - 1000;
    anne.desk = rig.signIn(QStringLiteral("anne"));
    REQUIRE(anne.put(young, 0, bytes.left(5'000)));
    REQUIRE(rig.service->sweep().result());
    CHECK(anne.state(old)->received == 5'000);
    rig.clock.now += 2000;
    REQUIRE(rig.service->sweep().result());
    CHECK(anne.state(old)->received == 0);
    CHECK(anne.state(young)->received == 5'000);
    CHECK(countOf(rig, "blob_piece") == 1);
    anne.send(old, bytes);
    CHECK(anne.fetched(old, 10'000) == bytes);
}

TEST_CASE("an older console, which knows no files, reads the line that names one as a note", "[central][blobs]")
{
    CentralRig rig;
    BlobDesk anne(rig, QStringLiteral("anne"), {QStringLiteral("A")});
    (void)anne.attach(contentOf(10));
    const auto kinds = [&](const std::vector<QByteArray> &tables) {
        wire::ChangesRequest request;
        request.epoch = anne.desk.session.epoch;
        request.device = anne.desk.device;
        request.tables = tables;
        const auto page = rig.service->changesAfter(anne.desk.session.accessToken, request.encode(), false).result();
        REQUIRE(page);
        const auto reply = wire::ChangesReply::decode(page->body).value();
        std::map<QString, int> out;
        for (const wire::ScopePage &one : reply.pages) {
            for (const wire::RowTable &table : one.tables) {
                for (std::size_t at = 0; table.name == "timeline" && at < table.rowCount; ++at) {
                    ++out[domain::codeOf(wire::readRow<domain::TimelineEntry>(table, at).value().kind)];
                }
            }
        }
        return out;
    };
    CHECK(kinds({"ticket", "timeline", "attachment"})
          == std::map<QString, int>{{QStringLiteral("opened"), 1}, {QStringLiteral("attached"), 1}});
    CHECK(kinds({"ticket", "timeline"}) == std::map<QString, int>{{QStringLiteral("opened"), 1}, {QStringLiteral("note"), 1}});
}
