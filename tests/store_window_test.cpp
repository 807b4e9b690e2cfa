// SPDX-License-Identifier: GPL-3.0-or-later
#include "AttachmentTable.h"
#include "Catch.h"
#include "CursorTable.h"
#include "Digest.h"
#include "EntityRows.h"
#include "Mirror.h"
#include "Outstanding.h"
#include "Store.h"
#include "TicketTable.h"
#include "TimelineTable.h"

#include <QTemporaryDir>

using namespace comptoir;
using store::mirror::PageFate;

namespace {

const auto kTown = domain::OrganisationId::fromName("town");
const auto kScope = domain::scopeOf(kTown);

/// What the service has of one scope, and the console that reads its pages as they come over the wire.
struct Copy
{
    struct Row
    {
        QByteArray table;
        domain::Ticket ticket = {};
        domain::TimelineEntry entry = {};
        domain::Attachment file = {};
    };

    Copy()
    {
        store::Store::Config config;
        config.path = folder.filePath(QStringLiteral("mirror.db"));
        config.migrations = QStringLiteral(":/sql/console");
        config.threads = false;
        db = std::move(*store::Store::open(config));
        QObject::connect(db.get(), &store::Store::changed, db.get(), [this](const store::Changes &changes) { told = changes; });
    }

    static base::Uuid idOf(const Row &row)
    {
        return row.table == "ticket" ? row.ticket.id.value : row.table == "timeline" ? row.entry.id.value : row.file.id.value;
    }

    static domain::TicketId ticketId(int number) { return domain::TicketId::fromName(QByteArray("ticket" + QByteArray::number(number))); }

    /// A ticket with two lines of history and a file, all under fresh seqs: history in its order, the row last.
    void send(int number)
    {
        domain::Ticket ticket;
        ticket.id = ticketId(number);
        ticket.scope = kScope;
        ticket.organisation = kTown;
        ticket.number = QStringLiteral("7K-%1").arg(number);
        ticket.summary = QStringLiteral("Imprimante bloquée %1").arg(number);
        ticket.state = domain::TicketState::Closed;
        for (const char *line : {"opened", "closed"}) {
            domain::TimelineEntry entry;
            entry.id = domain::OperationId::fromName(QByteArray(line + QByteArray::number(number)));
            entry.scope = kScope;
            entry.ticket = ticket.id;
            put({"timeline", {}, entry, {}});
        }
        domain::Attachment file;
        file.id = domain::AttachmentId::fromName(QByteArray("file" + QByteArray::number(number)));
        file.scope = kScope;
        file.ticket = ticket.id;
        file.name = QStringLiteral("photo.png");
        file.sha256 = QString(64, u'a');
        put({"attachment", {}, {}, file});
        put({"ticket", ticket, {}, {}});
    }

    void put(const Row &row)
    {
        for (auto at = rows.begin(); at != rows.end();) {
            at = idOf(at->second) == idOf(row) ? rows.erase(at) : std::next(at);
        }
        rows[++seq] = row;
        gone.erase(row.ticket.id.value);
    }

    /// The ticket leaves with all that hangs on it, under one seq.
    void putAway(int number)
    {
        const auto id = ticketId(number);
        for (auto at = rows.begin(); at != rows.end();) {
            const Row &row = at->second;
            at = row.ticket.id == id || row.entry.ticket == id || row.file.ticket == id ? rows.erase(at) : std::next(at);
        }
        gone[id.value] = ++seq;
    }

    [[nodiscard]] quint64 digest() const
    {
        quint64 sum = 0;
        for (const auto &[at, row] : rows) {
            sum += wire::rowHash(idOf(row), at);
        }
        return sum;
    }

    template <class T>
    void write(wire::PageWriter &page, T Row::*which, qint64 to) const
    {
        page.beginTable(domain::FieldsOf<T>::kind, wire::headerOf<T>());
        for (const auto &[at, row] : rows) {
            if (row.table == domain::FieldsOf<T>::kind && at > cursor && at <= to) {
                wire::writeRow(page, row.*which, at);
            }
        }
        page.endTable();
    }

    /// What came after the cursor, up to `to`.
    PageFate pull(qint64 to = 0, const std::vector<wire::Verdict> &results = {})
    {
        to = to > 0 ? to : seq;
        wire::PageWriter page(kScope, 1, cursor);
        write(page, &Row::entry, to);
        write(page, &Row::ticket, to);
        write(page, &Row::file, to);
        for (const auto &[id, at] : gone) {
            if (at > cursor && at <= to) {
                page.gone({"ticket", id, at});
            }
        }
        for (const wire::Verdict &verdict : results) {
            page.result(verdict);
        }
        const bool complete = to == seq;
        const auto json = wire::encodeChangesReply(
            "epoch", {page.finish(to, 0, complete, complete ? wire::digestText(digest()) : QByteArray())}, {});
        const auto reply = wire::ChangesReply::decode(json);
        REQUIRE(reply);
        const auto fate = db->write([&](store::Db &at) { return store::mirror::applyPage(at, reply->pages.front()); }).result();
        REQUIRE(fate);
        cursor = to;
        return *fate;
    }

    template <class T>
    std::vector<qint64> seqsOf(int number)
    {
        const auto found = db->read([&](store::Db &at) { return T::of(at, ticketId(number)); }).result();
        REQUIRE(found);
        std::vector<qint64> out;
        for (const auto &row : *found) {
            out.push_back(row.seq);
        }
        return out;
    }

    /// Whether the ticket, its words, its number, and what hangs on it stand here; all or nothing.
    bool isWhole(int number)
    {
        const auto has = db->read([&](store::Db &at) {
                               return store::TicketTable::find(at, ticketId(number).value).map([](const auto &row) {
                                   return row.has_value();
                               });
                           }).result();
        const auto byNumber = db->read([&](store::Db &at) {
                                    return store::TicketTable::withNumber(at, QStringLiteral("7K-%1").arg(number));
                                }).result();
        const auto byWord = db->read([&](store::Db &at) {
                                  return store::TicketTable::search(at, QStringLiteral("bloq %1").arg(number), 20);
                              }).result();
        REQUIRE((has && byNumber && byWord));
        CHECK(!byNumber->isNull() == *has);
        CHECK(!byWord->empty() == *has);
        CHECK(seqsOf<store::TimelineTable>(number).size() == (*has ? 2U : 0U));
        CHECK(seqsOf<store::AttachmentTable>(number).size() == (*has ? 1U : 0U));
        return *has;
    }

    /// The operator writes a note on it; false where the reducer refuses.
    std::optional<domain::OperationId> note(int number)
    {
        domain::Operation op;
        op.id = domain::OperationId::fromName(QByteArray("note" + QByteArray::number(++notes)));
        op.entity = domain::EntityId{ticketId(number).value};
        op.scope = kScope;
        op.payload = domain::TicketNote{QStringLiteral("rappelé"), false};
        const domain::ApplyContext context{domain::OperatorId::fromName("me"), QStringLiteral("Inès"), 5, {}, false};
        const auto done = db->write([&](store::Db &at) { return store::mirror::perform(at, op, context, {}); }).result();
        return done ? std::optional(op.id) : std::nullopt;
    }

    std::size_t waiting()
    {
        const auto all = db->read([](store::Db &at) { return store::Outstanding::all(at, 10); }).result();
        REQUIRE(all);
        return all->size();
    }

    QTemporaryDir folder;
    std::unique_ptr<store::Store> db;
    store::Changes told;
    std::map<qint64, Row> rows;
    std::map<base::Uuid, qint64> gone;
    qint64 seq = 0;
    qint64 cursor = 0;
    int notes = 0;
};

} // namespace

TEST_CASE("a ticket that is put away goes with its history, its files, its words and its number", "[store][window]")
{
    Copy copy;
    copy.send(1);
    copy.send(2);
    REQUIRE(copy.pull() == PageFate::Taken);
    REQUIRE(copy.isWhole(1));
    copy.putAway(1);
    CHECK(copy.pull() == PageFate::Taken); // and the digest is the service's
    CHECK_FALSE(copy.isWhole(1));
    CHECK(copy.isWhole(2));
    CHECK(copy.told.ids.contains(Copy::ticketId(1).value));
    CHECK(copy.told.touches(store::Entity::Timeline));
    CHECK(copy.told.ids.contains(domain::AttachmentId::fromName("file1").value));
    CHECK_FALSE(copy.told.ids.contains(Copy::ticketId(2).value));

    copy.send(1); // brought back: all rows under new seqs
    CHECK(copy.pull() == PageFate::Taken);
    CHECK(copy.isWhole(1));
}

TEST_CASE("a ticket put away and brought back between two pages is taken whole, its older rows only once", "[store][window]")
{
    Copy copy;
    copy.send(1);
    REQUIRE(copy.pull() == PageFate::Taken);
    const auto before = copy.seqsOf<store::TimelineTable>(1);
    SECTION("in one page")
    {
        copy.putAway(1);
        copy.send(1);
    }
    SECTION("the tombstone is told though the rows came again after it")
    {
        copy.putAway(1);
        const auto at = copy.gone;
        copy.send(1);
        copy.gone = at;
    }
    SECTION("cut by pages: half of the history, then the rest")
    {
        copy.putAway(1);
        copy.send(1);
        CHECK(copy.pull(copy.seq - 3) == PageFate::Taken);
        CHECK(copy.pull(copy.seq - 1) == PageFate::Taken);
    }
    SECTION("one older line of history comes again under another seq")
    {
        copy.put({"timeline", {}, copy.rows.begin()->second.entry, {}});
    }
    CHECK(copy.pull() == PageFate::Taken);
    CHECK(copy.isWhole(1));
    CHECK(copy.seqsOf<store::TimelineTable>(1) != before);
}

TEST_CASE("a history that came before its ticket was put away goes though the ticket never came", "[store][window]")
{
    Copy copy;
    copy.send(1);
    CHECK(copy.pull(3) == PageFate::Taken);
    REQUIRE(copy.seqsOf<store::TimelineTable>(1).size() == 2);
    copy.putAway(1);
    CHECK(copy.pull() == PageFate::Taken);
    CHECK_FALSE(copy.isWhole(1));
}

TEST_CASE("what waits on a ticket that is put away survives, and the ticket comes back whole with it", "[store][window]")
{
    Copy copy;
    copy.send(1);
    REQUIRE(copy.pull() == PageFate::Taken);
    const auto note = copy.note(1);
    REQUIRE(note);
    REQUIRE(copy.seqsOf<store::TimelineTable>(1).size() == 3);
    copy.putAway(1);
    CHECK(copy.pull() == PageFate::Taken);
    CHECK_FALSE(copy.isWhole(1));
    CHECK(copy.waiting() == 1);

    // The service takes it: it brings the ticket back, the note on top of its history.
    copy.send(1);
    const domain::Ticket ticket = copy.rows.rbegin()->second.ticket;
    domain::TimelineEntry entry;
    entry.id = *note;
    entry.scope = kScope;
    entry.ticket = ticket.id;
    copy.put({"timeline", {}, entry, {}});
    copy.put({"ticket", ticket, {}, {}});
    CHECK(copy.pull(0, {{*note, kScope, wire::VerdictCode::Ok, copy.seq, {}}}) == PageFate::Taken);
    CHECK(copy.waiting() == 0);
    CHECK(copy.seqsOf<store::TimelineTable>(1).size() == 3);
    for (const qint64 at : copy.seqsOf<store::TimelineTable>(1)) {
        CHECK(at > 0);
    }
    CHECK(copy.seqsOf<store::AttachmentTable>(1).size() == 1);
}

TEST_CASE("a ticket put away while its scope is fetched anew leaves nothing behind", "[store][window]")
{
    Copy copy;
    copy.send(1);
    copy.send(2);
    REQUIRE(copy.pull() == PageFate::Taken);
    const bool written = GENERATE(false, true);
    if (written) {
        REQUIRE(copy.note(1));
    }
    REQUIRE(copy.db->write([](store::Db &db) { return store::mirror::startOver(db, kScope); }).result());
    copy.cursor = 0;
    SECTION("before anything has come again")
    {
        copy.putAway(1);
    }
    SECTION("after half of it has come again")
    {
        CHECK(copy.pull(2) == PageFate::Taken);
        copy.putAway(1);
    }
    SECTION("and brought back before the rest has come")
    {
        CHECK(copy.pull(2) == PageFate::Taken);
        copy.putAway(1);
        CHECK(copy.pull(copy.seq - 1) == PageFate::Taken);
        CHECK(copy.pull() == PageFate::Taken);
        copy.send(1);
        CHECK(copy.pull() == PageFate::Taken);
        CHECK(copy.seqsOf<store::TimelineTable>(1).size() == (written ? 3U : 2U));
        CHECK(copy.seqsOf<store::AttachmentTable>(1).size() == 1);
        copy.putAway(1);
    }
    CHECK(copy.pull() == PageFate::Taken);
    CHECK_FALSE(copy.isWhole(1));
    CHECK(copy.isWhole(2));
    CHECK(copy.waiting() == (written ? 1U : 0U));
}
