// SPDX-License-Identifier: GPL-3.0-or-later
#include "ArchiveMessages.h"
#include "Asset.h"
#include "ArchiveMessages.h"
#include "Catch.h"
#include "Compression.h"
#include "Contact.h"
#include "Digest.h"
#include "Directory.h"
#include "EntityRows.h"
#include "Filled.h"
#include "Organisation.h"
#include "Random.h"
#include "Suites.h"
#include "TimelineEntry.h"

using namespace comptoir;
using namespace comptoir::tests;

namespace {

template <class T>
void addTable(wire::PageWriter &page, const std::vector<T> &rows)
{
    page.beginTable(domain::FieldsOf<T>::kind, wire::headerOf<T>());
    qint64 seq = 0;
    for (const T &row : rows) {
        wire::writeRow(page, row, ++seq);
    }
    page.endTable();
}

template <class T>
void comesBack(const std::vector<QString> &texts)
{
    std::vector<T> rows(texts.size() + 1);
    for (size_t at = 0; at < texts.size(); ++at) {
        fillFields(rows[at], texts[at]);
    }
    wire::PageWriter page({}, 1, 0);
    addTable(page, rows);
    const auto reply = wire::ChangesReply::decode(wire::encodeChangesReply({}, {page.finish(qint64(rows.size()), 0, true)}, {}));
    INFO(domain::FieldsOf<T>::kind << ' ' << (reply ? QString() : reply.error().message).toStdString());
    REQUIRE(reply);
    const wire::RowTable &table = reply->pages.at(0).tables.at(0);
    REQUIRE(table.name == domain::FieldsOf<T>::kind);
    REQUIRE(table.rowCount == rows.size());
    for (size_t at = 0; at < rows.size(); ++at) {
        REQUIRE(table.seq(at) == qint64(at) + 1);
        const auto back = wire::readRow<T>(table, at);
        REQUIRE(back);
        REQUIRE(*back == rows[at]);
    }
}

void allComeBack(const std::vector<QString> &texts)
{
    comesBack<domain::Ticket>(texts);
    comesBack<domain::Person>(texts);
    comesBack<domain::Contact>(texts);
    comesBack<domain::Asset>(texts);
    comesBack<domain::TimelineEntry>(texts);
    comesBack<domain::Organisation>(texts);
    comesBack<domain::Site>(texts);
    comesBack<domain::Operator>(texts);
    comesBack<domain::Group>(texts);
    comesBack<domain::Category>(texts);
}

QByteArray sampleReply()
{
    std::vector<domain::Ticket> tickets(2);
    fillFields(tickets[0], QStringLiteral("été \"\\\n"));
    wire::PageWriter first(numberedId<domain::ScopeId>(7), 3, 10);
    addTable(first, tickets);
    first.gone({"person", numberedId<domain::PersonId>(5).value, 12});
    first.result(wire::Verdict::refused(
        numberedId<domain::OperationId>(6), numberedId<domain::ScopeId>(7), 13,
        {domain::Refusal::Code::Stale, QStringLiteral("state"), QStringLiteral("closed"), {}, QStringLiteral("late")}));
    wire::PageWriter second({}, 1, 0);
    return wire::encodeChangesReply("epoch-1", {first.finish(13, 9, false, wire::digestText(42)), second.finish(0, 0, true)},
                                    {numberedId<domain::ScopeId>(8)});
}

/// Touches every byte a decoded reply points at.
size_t walk(const wire::ChangesReply &reply)
{
    size_t sum = 0;
    for (const wire::ScopePage &page : reply.pages) {
        for (const wire::RowTable &table : page.tables) {
            REQUIRE(table.cells.size() == table.rowCount * table.columns.size());
            for (const wire::RawCell &cell : table.cells) {
                if (cell.type == wire::RawCell::Text) {
                    for (const char c : cell.text) {
                        sum += static_cast<unsigned char>(c);
                    }
                }
            }
        }
    }
    return sum;
}

} // namespace

TEST_CASE("rows of every entity come back as they went", "[wire][changes]")
{
    allComeBack({QString(), QStringLiteral("été"), QStringLiteral("\"\\\n\t\u0001"), QString(QChar(u'\0'))});
}

TEST_CASE("rows of every entity carry the naughty strings in every text unchanged", "[wire][changes][suite]")
{
    allComeBack(naughtyStrings());
}

TEST_CASE("a reply comes back with its pages, tombstones, results and dropped scopes", "[wire][changes]")
{
    const auto reply = wire::ChangesReply::decode(sampleReply());
    REQUIRE(reply);
    CHECK(reply->epoch == "epoch-1");
    REQUIRE(reply->pages.size() == 2);
    const wire::ScopePage &page = reply->pages[0];
    CHECK(page.scope == numberedId<domain::ScopeId>(7));
    CHECK(page.generation == 3);
    CHECK(page.from == 10);
    CHECK(page.to == 13);
    CHECK(page.backupSeq == 9);
    CHECK_FALSE(page.complete);
    CHECK(page.digest == "000000000000002a");
    CHECK(page.gone == std::vector{wire::Gone{"person", numberedId<domain::PersonId>(5).value, 12}});
    REQUIRE(page.results.size() == 1);
    CHECK(page.results[0].refusal()->current == QStringLiteral("closed"));
    CHECK(reply->pages[1].scope.isNull());
    CHECK(reply->pages[1].complete);
    CHECK(reply->drop == std::vector{numberedId<domain::ScopeId>(8)});
    CHECK(page.tables[0].column("summary") > 0);
    CHECK(page.tables[0].column("seq") == 0);
    CHECK(page.tables[0].column("no such column") == -1);
}

TEST_CASE("a request for changes comes back as it went", "[wire][changes]")
{
    wire::ChangesRequest request;
    request.epoch = "epoch-1";
    request.device = numberedId<domain::DeviceId>(4);
    request.limit = 500;
    request.cursors[domain::ScopeId{}] = {1, 77};
    request.cursors[numberedId<domain::ScopeId>(7)] = {2, 0};
    const auto back = wire::ChangesRequest::decode(request.encode());
    REQUIRE(back);
    CHECK(back->epoch == request.epoch);
    CHECK(back->device == request.device);
    CHECK(back->limit == 500);
    CHECK(back->cursors == request.cursors);
    for (const char *bad :
         {"{}", R"({"device":"x","cursors":{}})", R"({"device":"01010101-0101-0101-0101-010101010101","cursors":{"here":{}}})",
          R"({"device":"01010101-0101-0101-0101-010101010101","cursors":{"shared":5}})",
          R"({"device":"01010101-0101-0101-0101-010101010101","cursors":{"shared":{"seq":-1}}})",
          R"({"device":"01010101-0101-0101-0101-010101010101","limit":-5})"}) {
        INFO(bad);
        CHECK(wire::ChangesRequest::decode(bad).error().kind == base::Error::Kind::Invalid);
    }
}

TEST_CASE("a row that does not fit its header spoils the reply", "[wire][changes]")
{
    const auto read = [](const QByteArray &columns, const QByteArray &rows) {
        return wire::ChangesReply::decode(QByteArray(R"({"scopes":[{"scope":"shared","from":0,"to":1,"tables":[{"name":"t","columns":)"
                                                     + columns + R"(,"rows":)" + rows + "}]}]}"));
    };
    CHECK(read(R"(["seq:i","a:t"])", R"([[1,"x"],[2,null]])"));
    for (const char *rows : {R"([[1]])", R"([[1,"x",2]])", R"([[1,2]])", R"([["1","x"]])", R"([[null,"x"]])", R"([[1,"x"],5])",
                             R"([[1,{}]])", R"([[1,["x"]]])", R"([[1.5,"x"]])", R"([[1,true]])", "5", "{}"}) {
        INFO(rows);
        CHECK_FALSE(read(R"(["seq:i","a:t"])", rows));
    }
    CHECK_FALSE(read(R"(["seq:i","a:u"])", R"([[1,"x"]])"));
    for (const char *columns : {"[]", R"(["a:t"])", R"(["seq:t"])", R"(["seq"])", R"(["seq:i","a:x"])", R"([":i"])", "5"}) {
        INFO(columns);
        CHECK_FALSE(read(columns, "[]"));
    }
}

TEST_CASE("texts of a reply are valid UTF-8, whatever was escaped in it", "[wire][changes]")
{
    for (const char *text : {R"(\uD800)", R"(\uDC00)", R"(\uD800x)", R"(\uD83D\uDE00)", R"(\uDE00\uD83D)", R"(\u0000)"}) {
        const auto reply = wire::ChangesReply::decode(
            QByteArray(R"({"scopes":[{"scope":"shared","from":0,"to":1,"tables":[{"name":"t","columns":["seq:i","a:t"],"rows":[[1,")"
                       + QByteArray(text) + R"("]]}]}]})"));
        INFO(text);
        if (reply) {
            const std::string_view cell = reply->pages[0].tables[0].row(0)[1].text;
            CHECK(QByteArrayView(cell.data(), qsizetype(cell.size())).isValidUtf8());
        }
    }
}

TEST_CASE("cut short or spoiled, a reply is refused or read, never a crash", "[wire][changes][property]")
{
    const QByteArray whole = sampleReply();
    for (qsizetype size = 0; size < whole.size(); ++size) {
        CHECK_FALSE(wire::ChangesReply::decode(whole.first(size)));
    }
    base::SeededRandom random(11);
    size_t read = 0;
    for (int run = 0; run < 20'000; ++run) {
        QByteArray spoiled = whole;
        for (quint64 flips = random.below(3) + 1; flips > 0; --flips) {
            spoiled[qsizetype(random.below(quint64(spoiled.size())))] = static_cast<char>(random.below(256));
        }
        if (const auto reply = wire::ChangesReply::decode(spoiled)) {
            walk(*reply);
            ++read;
        }
    }
    CHECK(read > 0);
}

TEST_CASE("texts of a reply live as long as the reply, moved or not", "[wire][changes]")
{
    auto kept = std::make_unique<wire::ChangesReply>();
    {
        QByteArray json = sampleReply();
        auto reply = wire::ChangesReply::decode(json);
        json.fill('x');
        *kept = std::move(*reply);
    }
    const wire::RowTable &table = kept->pages[0].tables[0];
    CHECK(wire::readRow<domain::Ticket>(table, 0)->summary == QStringLiteral("été \"\\\n"));
}

TEST_CASE("compression comes back, bounded, and refuses damage", "[wire][compression]")
{
    base::SeededRandom random(5);
    for (const QByteArray &plain : {QByteArray(), QByteArray("x"), QByteArray(1'000'000, 'a'), random.bytes(300'000), sampleReply()}) {
        const QByteArray packed = wire::compress(plain);
        CHECK(wire::decompress(packed, plain.size() + 1).value() == plain);
        CHECK(wire::decompress(packed, plain.size()).value() == plain);
        if (!plain.isEmpty()) {
            CHECK(wire::decompress(packed, plain.size() - 1).error().kind == base::Error::Kind::Full);
        }
    }
    const QByteArray packed = wire::compress(sampleReply());
    for (qsizetype size = 0; size < packed.size(); ++size) {
        CHECK_FALSE(wire::decompress(packed.first(size), 1'000'000));
    }
    CHECK_FALSE(wire::decompress(QByteArray(packed + "x"), 1'000'000));
    CHECK_FALSE(wire::decompress("not zstd at all", 1'000'000));
    for (int run = 0; run < 5000; ++run) {
        QByteArray spoiled = packed;
        spoiled[qsizetype(random.below(quint64(spoiled.size())))] = static_cast<char>(random.below(256));
        const auto plain = wire::decompress(spoiled, 100'000);
        CHECK((!plain || plain->size() <= 100'000));
    }
}

TEST_CASE("a search in the archive is read back as it was written, and bounded", "[wire][archive]")
{
    const auto scope = numberedId<domain::ScopeId>(3);
    const wire::ArchiveSearch asked{QStringLiteral("é\"7K-1"), 20, {domain::ScopeId{}, scope}};
    CHECK(wire::ArchiveSearch::decode(asked.encode()).value() == asked);
    CHECK(wire::ArchiveSearch::decode("{\"text\":\"x\"}").value() == wire::ArchiveSearch{QStringLiteral("x"), 0, {}});
    for (const char *wrong : {"{}", "{\"text\":\"x\",\"limit\":51}", "{\"text\":\"x\",\"limit\":-1}", "{\"text\":1}",
                              "{\"text\":\"x\",\"scopes\":[\"here\"]}", "{\"text\":\"x\",\"scopes\":7}"}) {
        CAPTURE(wrong);
        CHECK_FALSE(wire::ArchiveSearch::decode(wrong));
    }
    CHECK_FALSE(wire::ArchiveSearch::decode(wire::ArchiveSearch{QString(257, u'a'), 0, {}}.encode()));
    CHECK(wire::archivePath({}, numberedId<domain::TicketId>(1)).startsWith("/v1/archive/shared/"));
}

TEST_CASE("the digest is blind to order and sees every row and seq", "[wire][digest]")
{
    const auto one = numberedId<domain::TicketId>(1).value;
    const auto two = numberedId<domain::TicketId>(2).value;
    CHECK(wire::rowHash(one, 1) + wire::rowHash(two, 2) == wire::rowHash(two, 2) + wire::rowHash(one, 1));
    CHECK(wire::rowHash(one, 1) + wire::rowHash(two, 2) != wire::rowHash(one, 2) + wire::rowHash(two, 1));
    CHECK(wire::rowHash(one, 1) != wire::rowHash(one, 2));
    CHECK(wire::digestText(0) == "0000000000000000");
    CHECK(wire::digestText(~quint64{0}) == "ffffffffffffffff");
}
