// SPDX-License-Identifier: GPL-3.0-or-later
#include "Archive.h"
#include "Catch.h"
#include "Clock.h"
#include "Compression.h"
#include "EntityRows.h"
#include "FakeHttp.h"
#include "HttpArchive.h"
#include "HttpTransport.h"
#include "Store.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace comptoir;
using namespace comptoir::tests;
using Kind = base::Error::Kind;

namespace {

const auto kTown = domain::OrganisationId::fromName("town");
const auto kScope = domain::scopeOf(kTown);
const auto kOld = domain::TicketId::fromName("old");

domain::Ticket closed(const QByteArray &name, const QString &number, qint64 closedMs)
{
    domain::Ticket ticket;
    ticket.id = domain::TicketId::fromName(name);
    ticket.scope = kScope;
    ticket.organisation = kTown;
    ticket.number = number;
    ticket.summary = QStringLiteral("Imprimante");
    ticket.state = domain::TicketState::Closed;
    ticket.closedMs = closedMs;
    return ticket;
}

template <class T>
void rows(wire::PageWriter &page, const std::vector<T> &all)
{
    page.beginTable(domain::FieldsOf<T>::kind, wire::headerOf<T>());
    qint64 seq = 10;
    for (const T &row : all) {
        wire::writeRow(page, row, ++seq);
    }
    page.endTable();
}

QByteArray found(const std::vector<domain::Ticket> &tickets)
{
    wire::PageWriter page(kScope, 1, 0);
    rows(page, tickets);
    return wire::encodeChangesReply("e", {page.finish(0, 0, true)}, {});
}

/// The old ticket whole: its history told in the order of its rows, not of time.
QByteArray whole(domain::TicketId of = kOld)
{
    wire::PageWriter page(kScope, 1, 0);
    rows(page, std::vector{closed("old", QStringLiteral("7K-1"), 5000)});
    std::vector<domain::TimelineEntry> lines(2);
    lines[0].kind = domain::EntryKind::Closed;
    lines[0].atMs = 5000;
    lines[1].kind = domain::EntryKind::Opened;
    lines[1].atMs = 1000;
    for (auto &line : lines) {
        line.id = domain::OperationId::fromName(QByteArray::number(line.atMs));
        line.scope = kScope;
        line.ticket = of;
    }
    rows(page, lines);
    domain::Attachment file;
    file.id = domain::AttachmentId::fromName("file");
    file.scope = kScope;
    file.ticket = kOld;
    file.name = QStringLiteral("photo.png");
    file.size = 1234;
    file.state = domain::AttachmentState::Stored;
    rows(page, std::vector{file});
    return wire::encodeChangesReply("e", {page.finish(0, 0, true)}, {});
}

QByteArray signedIn()
{
    wire::SessionReply reply;
    reply.accessToken = "access";
    reply.accessExpiresInS = 900;
    reply.refreshToken = "refresh";
    reply.operatorId = domain::OperatorId{base::Uuid::fromName("amelie")};
    reply.deviceCode = QStringLiteral("7K");
    reply.epoch = "e";
    return reply.encode();
}

struct Console
{
    explicit Console(const QString &address)
    {
        auto opened = net::HttpTransport::open({QUrl(address), {}}, session, clock);
        REQUIRE(opened);
        transport = std::move(*opened);
        transport->setLimits({300, 400, 1'500, 500});
        REQUIRE(session.take({200, signedIn()}));
        source = std::make_unique<net::HttpArchive>(*transport);
        store::Store::Config config;
        config.path = folder.filePath(QStringLiteral("mirror.sqlite"));
        config.migrations = QStringLiteral(":/sql/console");
        config.threads = false;
        auto mirror = store::Store::open(config);
        REQUIRE(mirror);
        store = std::move(*mirror);
        archive = std::make_unique<desk::Archive>(*source, *store, clock);
    }

    template <class T>
    base::Result<T> answerOf(QFuture<base::Result<T>> asked)
    {
        REQUIRE(waitUntil([&] { return asked.isFinished(); }));
        return asked.result();
    }
    auto search(const QString &text) { return answerOf(archive->search(text, 3)); }
    auto read() { return answerOf(archive->read(kScope, kOld)); }

    base::SystemClock clock;
    net::Session session{domain::DeviceId{base::Uuid::fromName("device")}};
    std::unique_ptr<net::HttpTransport> transport;
    std::unique_ptr<net::HttpArchive> source;
    QTemporaryDir folder;
    std::unique_ptr<store::Store> store;
    std::unique_ptr<desk::Archive> archive;
};

} // namespace

TEST_CASE("tickets no console keeps are asked for by words, the number's own first, then the newest closed", "[net][archive]")
{
    FakeHttp service([](const FakeHttp::Request &) {
        return FakeHttp::reply(200,
                               wire::compress(found({closed("a", QStringLiteral("7K-3"), 10), closed("old", QStringLiteral("7K-1"), 5),
                                                     closed("b", QStringLiteral("7K-4"), 30), closed("c", QStringLiteral("7K-5"), 20)})),
                               "Content-Encoding: zstd\r\n");
    });
    Console console(service.address());
    const auto hits = console.search(QStringLiteral(" 7k-1 "));
    REQUIRE(hits);
    REQUIRE(hits->size() == 3);
    CHECK(hits->at(0) == desk::ArchiveHit{kOld, kScope, QStringLiteral("7K-1"), QStringLiteral("Imprimante"), 5});
    CHECK(hits->at(1).closedMs == 30);
    CHECK(hits->at(2).closedMs == 20);
    REQUIRE(service.seen.size() == 1);
    CHECK(service.seen[0].method == "POST");
    CHECK(service.seen[0].path == "/v1/archive/search");
    CHECK(service.seen[0].token.contains("access"));
    const auto asked = QJsonDocument::fromJson(service.seen[0].body).object();
    CHECK(asked.value(u"text").toString() == QStringLiteral("7k-1"));
    CHECK(asked.value(u"limit").toInt() == 3);
}

TEST_CASE("a ticket no console keeps is read whole, its history by time, its files by name and size", "[net][archive]")
{
    FakeHttp service([](const FakeHttp::Request &) { return FakeHttp::reply(200, whole()); });
    Console console(service.address());
    const qint64 before = console.clock.nowMs();
    const auto read = console.read();
    REQUIRE(read);
    CHECK(service.seen.front().method == "GET");
    CHECK(service.seen.front().path == "/v1/archive/" + kScope.toString().toLatin1() + '/' + kOld.toString().toLatin1());
    CHECK(read->page.ticket.number == QStringLiteral("7K-1"));
    REQUIRE(read->page.timeline.size() == 2);
    CHECK(read->page.timeline[0].entry.kind == domain::EntryKind::Opened);
    CHECK(read->page.timeline[1].entry.kind == domain::EntryKind::Closed);
    REQUIRE(read->files.size() == 1);
    CHECK(read->files[0].name == QStringLiteral("photo.png"));
    CHECK(read->files[0].size == 1234);
    CHECK(read->files[0].where == desk::AttachmentLine::Where::Stored);
    CHECK_FALSE(read->files[0].here);
    CHECK(read->readMs >= before);
}

TEST_CASE("whatever the service says instead of an old ticket is told by its kind", "[net][archive]")
{
    const auto [status, kind] = GENERATE(table<int, Kind>({{401, Kind::Auth},
                                                           {403, Kind::Forbidden},
                                                           {404, Kind::NotFound},
                                                           {429, Kind::Busy},
                                                           {503, Kind::Busy},
                                                           {500, Kind::Protocol},
                                                           {302, Kind::Protocol}}));
    FakeHttp service([code = status](const FakeHttp::Request &request) {
        return FakeHttp::reply(request.path.startsWith("/v1/session") ? 401 : code, "{}");
    });
    Console console(service.address());
    const auto read = console.read();
    const auto hits = console.search(QStringLiteral("x"));
    REQUIRE_FALSE(read);
    REQUIRE_FALSE(hits);
    CAPTURE(status);
    CHECK(read.error().kind == kind);
    CHECK(hits.error().kind == kind);
}

TEST_CASE("an answer that is not what was asked for is no ticket", "[net][archive]")
{
    const QByteArray body = GENERATE(as<QByteArray>(), "", "<html>", "{}", R"({"epoch":"e","scopes":[]})", "other ticket", "other history");
    FakeHttp service([&](const FakeHttp::Request &) {
        return FakeHttp::reply(200,
                               body == "other ticket"        ? found({closed("new", QStringLiteral("7K-9"), 1)})
                                   : body == "other history" ? whole(domain::TicketId::fromName("new"))
                                                             : body);
    });
    Console console(service.address());
    const auto read = console.read();
    CAPTURE(body.toStdString());
    REQUIRE_FALSE(read);
    CHECK(read.error().kind == Kind::Protocol);
}

TEST_CASE("a file of an old ticket comes in pieces, each asked for by its range", "[net][archive]")
{
    const QByteArray file(domain::kMostPieceBytes + 3, 'x');
    const bool knowsParts = GENERATE(true, false);
    FakeHttp service([&](const FakeHttp::Request &request) {
        const qint64 from = request.range.mid(6).split('-').value(0).toLongLong();
        return knowsParts ? FakeHttp::reply(206, file.mid(from, domain::kMostPieceBytes)) : FakeHttp::reply(200, file);
    });
    Console console(service.address());
    const auto id = domain::AttachmentId::fromName("file");
    const auto first = console.answerOf(console.source->piece(kScope, kOld, id, 0));
    const auto last = console.answerOf(console.source->piece(kScope, kOld, id, domain::kMostPieceBytes));
    REQUIRE(first);
    REQUIRE(service.seen.size() == 2);
    CHECK(service.seen[0].path
          == "/v1/blobs/" + kScope.toString().toLatin1() + '/' + kOld.toString().toLatin1() + '/' + id.toString().toLatin1());
    CHECK(service.seen[0].range == "bytes=0-262143");
    CHECK(service.seen[1].range == "bytes=262144-524287");
    CHECK(service.seen[0].token.contains("access"));
    if (knowsParts) {
        CHECK(first->size() == domain::kMostPieceBytes);
        REQUIRE(last);
        CHECK(*last == "xxx");
    } else {
        CHECK(*first == file);
        REQUIRE_FALSE(last); // all of it once more, after a part: not taken
        CHECK(last.error().kind == Kind::Protocol);
    }
}

TEST_CASE("whatever the service says instead of a piece is told by its kind", "[net][archive]")
{
    const auto [status, kind] = GENERATE(table<int, Kind>({{404, Kind::NotFound},
                                                           {409, Kind::NotFound},
                                                           {410, Kind::NotFound},
                                                           {403, Kind::Forbidden},
                                                           {503, Kind::Busy},
                                                           {416, Kind::Protocol}}));
    FakeHttp service([code = status](const FakeHttp::Request &) { return FakeHttp::reply(code, "{}"); });
    Console console(service.address());
    const auto piece = console.answerOf(console.source->piece(kScope, kOld, domain::AttachmentId::fromName("file"), 0));
    CAPTURE(status);
    REQUIRE_FALSE(piece);
    CHECK(piece.error().kind == kind);
}

TEST_CASE("a service that is not there, or says nothing, is told so and leaves nothing hanging", "[net][archive]")
{
    SECTION("not there")
    {
        Console console(QStringLiteral("http://127.0.0.1:1"));
        CHECK(console.read().error().kind == Kind::Network);
        CHECK(console.search(QStringLiteral("x")).error().kind == Kind::Network);
    }
    SECTION("silent")
    {
        FakeHttp service([](const FakeHttp::Request &) { return QByteArray(); });
        Console console(service.address());
        CHECK(console.read().error().kind == Kind::Timeout);
    }
}
