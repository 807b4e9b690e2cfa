// SPDX-License-Identifier: GPL-3.0-or-later
#include "Catch.h"
#include "DamageTally.h"
#include "DraftTable.h"
#include "Mirror.h"
#include "NoticeTable.h"
#include "OutboxTable.h"
#include "SettingTable.h"
#include "Store.h"
#include "TicketTable.h"

#include <QFile>
#include <QTemporaryDir>

#include <map>

using namespace comptoir;
using namespace comptoir::tests;
using store::Db;
using store::Store;

namespace {

const auto kTown = domain::OrganisationId::fromName("town");
constexpr int kFiles = 500;
constexpr int kOwn = 8;

Store::Config config(const QString &path)
{
    Store::Config out;
    out.path = path;
    out.migrations = QStringLiteral(":/sql/console");
    out.threads = false;
    out.onDamage = Store::OnDamage::Rebuild;
    return out;
}

QString ownText(int at)
{
    return QStringLiteral("écrit hors ligne %1.").arg(at);
}

base::Result<> openTicket(Db &db, const QString &summary)
{
    return store::DeviceTable::reserve(db).and_then([&](const domain::TicketNumber &number) {
        domain::Operation op;
        op.id = domain::OperationId::fromName(summary.toUtf8());
        op.entity = domain::EntityId{op.id.value};
        op.scope = domain::scopeOf(kTown);
        domain::TicketOpen payload;
        payload.ticket.organisation = kTown;
        payload.ticket.number = number.toString();
        payload.ticket.summary = summary;
        op.payload = payload;
        return store::mirror::perform(db, op, {domain::OperatorId::fromName("me"), QStringLiteral("Moi"), 1000, {}, false},
                                      {"boot", 1, 1000});
    });
}

/// Everything in the tables, as text; an error where something cannot be read.
base::Result<QByteArray> answers(Db &db)
{
    QByteArray out;
    for (const char *sql : {"SELECT quote(id)||quote(summary)||quote(state)||quote(number)||quote(seq) FROM ticket ORDER BY id",
                            "SELECT quote(op_id)||quote(payload)||quote(state) FROM outbox ORDER BY no",
                            "SELECT quote(id)||quote(ticket)||quote(text) FROM timeline ORDER BY id"}) {
        store::Statement query = db.prepare(sql);
        auto more = query.step();
        for (; more && *more; more = query.step()) {
            out += QByteArray(query.view(0).data(), qsizetype(query.view(0).size())) + '\n';
        }
        if (!more) {
            return tl::unexpected(more.error());
        }
    }
    return out;
}

/// What an operator wrote and nothing else holds: each row by its table and id.
struct OwnWork
{
    std::map<QByteArray, QByteArray> rows;
    int told = 0; ///< rows that say they are damaged

    template <class Row>
    void take(const char *table, const base::Uuid &id, bool damaged, const Row &row)
    {
        damaged ? void(++told) : void(rows.emplace(table + id.toBytes(), row));
    }

    /// Neither what was written nor said to be damaged.
    [[nodiscard]] int unseen(const OwnWork &written) const
    {
        int out = 0;
        for (const auto &[key, row] : rows) {
            const auto was = written.rows.find(key);
            out += was == written.rows.end() || was->second != row;
        }
        return out;
    }
};

base::Result<OwnWork> ownWork(Db &db)
{
    const auto operations = store::OutboxTable::all(db);
    const auto drafts = store::DraftTable::all(db);
    const auto notices = store::NoticeTable::all(db);
    if (!operations || !drafts || !notices) {
        return tl::unexpected(!operations ? operations.error() : !drafts ? drafts.error() : notices.error());
    }
    OwnWork out;
    for (const auto &row : *operations) {
        out.take("outbox", row.message.id.value, row.damaged, row.message.hash() + row.actorName.toUtf8());
    }
    for (const auto &row : *drafts) {
        out.take("draft", row.id, row.damaged, row.ticket.summary.toUtf8() + '|' + row.ticket.description.toUtf8());
    }
    for (const auto &row : *notices) {
        out.take("notice", row.op.value, row.damaged, row.payload + '|' + row.label.toUtf8() + '|' + row.refusal);
    }
    return out;
}

/// A draft and a notice.
base::Result<> writeBeside(Db &db, const QString &text)
{
    store::DraftRow draft{base::Uuid::fromName(text.toUtf8()), {}, 5};
    draft.ticket.summary = text;
    draft.ticket.description = QStringLiteral("brouillon");
    store::Notice notice;
    notice.op = domain::OperationId::fromName(text.toUtf8());
    notice.scope = domain::scopeOf(kTown);
    notice.entity = domain::EntityId::fromName("elsewhere");
    notice.kind = "ticket.note";
    notice.payload = "{\"text\":\"" + text.toUtf8() + "\"}";
    notice.label = text;
    notice.code = QStringLiteral("stale");
    return store::DraftTable::put(db, draft).and_then([&] { return store::NoticeTable::put(db, notice); });
}

/// A mirror whose last changes still stand in its log, as a kill leaves it; the answers after each of them.
std::vector<QByteArray> make(const QString &path, const QString &copy, OwnWork &written)
{
    std::vector<QByteArray> after;
    auto store = Store::open(config(path)).value();
    const auto now = [&] { after.push_back(store->read([](Db &db) { return answers(db); }).result().value()); };
    now();
    for (int batch = 0; batch < 3; ++batch) {
        REQUIRE(store
                    ->write([batch](Db &db) -> base::Result<> {
                        for (int at = 0; at < 100; ++at) {
                            domain::Ticket ticket;
                            ticket.id = domain::TicketId::fromName(QByteArray::number(100 * batch + at));
                            ticket.scope = domain::scopeOf(kTown);
                            ticket.summary = QStringLiteral("Ticket du service %1, d'assez de texte pour quelques pages").arg(at);
                            if (auto put = store::TicketTable::put(db, ticket, 100 * batch + at + 1); !put) {
                                return put;
                            }
                        }
                        return store::DeviceTable::learn(db, domain::DeviceId::fromName("d"), QStringLiteral("7K"), 41).and_then([&] {
                            return writeBeside(db, QStringLiteral("à côté %1").arg(batch));
                        });
                    })
                    .result());
        now();
    }
    store.reset(); // into the file
    store = Store::open(config(path)).value();
    for (int at = 0; at < kOwn; ++at) { // into the log
        REQUIRE(store->write([at](Db &db) { return openTicket(db, ownText(at)); }).result());
        now();
    }
    written = store->read(ownWork).result().value();
    copyDatabase(path, copy, true);
    return after;
}

/// How many of the operator's own changes are still in the outbox.
int ownLeft(const QByteArray &told)
{
    int found = 0;
    for (int at = 0; at < kOwn; ++at) {
        found += told.contains(ownText(at).toUtf8().toHex().toUpper()) || told.contains(ownText(at).toUtf8());
    }
    return found;
}

struct Trial
{
    QString path;
    const std::vector<QByteArray> &after;
    const OwnWork &meant;
    bool unclean;
    int damaged = 0; ///< rows of the operator's own that say they are damaged

    /// Opens and uses the file as the console does, and says to what end it came.
    std::string end()
    {
        auto store = Store::open(config(path));
        if (!store) {
            CHECK_FALSE(store.error().message.isEmpty());
            return "refused, told why";
        }
        const auto told = (*store)->read([](Db &db) { return answers(db); }).result();
        if (const auto own = (*store)->read(ownWork).result()) {
            CHECK(own->unseen(meant) == 0); // another letter is never taken for the operator's
            damaged = own->told;
        }
        const auto written = (*store)
                                 ->write([](Db &db) { // the next sign-in tells the code again
                                     return store::DeviceTable::learn(db, domain::DeviceId::fromName("d"), QStringLiteral("7K"), 90)
                                         .and_then([&] { return openTicket(db, QStringLiteral("afterwards")); });
                                 })
                                 .result();
        if ((*store)->wasRepaired()) {
            REQUIRE(told);
            REQUIRE(written);
            const int left = ownLeft(*told);
            return left == kOwn ? "built anew, all of one's own saved"
                : left > 0      ? "built anew, part of one's own saved"
                                : "built anew, nothing readable";
        }
        if (!told || !written) { // met while it was read: the next start repairs
            INFO((told ? written.error() : told.error()).message.toStdString());
            store->reset();
            const auto again = Store::open(config(path));
            CHECK((!again || (*again)->wasRepaired()));
            return "met in use, repaired at the next start";
        }
        if (*told == after.back()) {
            return "harmless: the same answers";
        }
        const bool earlier = std::find(after.begin(), after.end(), *told) != after.end();
        if (damaged > 0) {
            return "one's own is damaged, and says so";
        }
        return earlier ? "as before the last commits: the log was cut"
            : unclean  ? "changed within a row, unseen"
                       : "changed, unseen: after a clean stop nothing is checked";
    }
};

} // namespace

TEST_CASE("of 500 damaged mirrors none ends the program, and what the damage shows in is refused or built anew", "[store][damage]")
{
    QTemporaryDir folder;
    const QString killed = folder.filePath(QStringLiteral("killed.db"));
    const QString closed = folder.filePath(QStringLiteral("closed.db"));
    OwnWork written;
    const auto after = make(closed, killed, written);
    REQUIRE(written.rows.size() == kOwn + 2 * 3);
    DamageTally tally;
    for (int seed = 0; seed < kFiles; ++seed) {
        const auto kind = static_cast<Damage::Kind>(seed % Damage::kKinds);
        INFO("seed " << seed << ", " << Damage::name(kind));
        const QString path = folder.filePath(QStringLiteral("tried.db"));
        const bool ofLog = kind >= Damage::Kind::LogFlipped;
        const bool unclean = ofLog || seed % 2 == 0;
        copyDatabase(unclean ? killed : closed, path, unclean);
        REQUIRE(Damage(quint64(seed), kind).doTo(path));
        tally.count(kind, Trial{path, after, written, unclean}.end());
    }
    tally.print("mirror");
    CHECK(tally.of("refused, told why") == 0); // the console always comes up
    CHECK(tally.of("built anew, all of one's own saved") > 0);
    CHECK(tally.of("built anew, nothing readable", Damage::Kind::GarbageHeader) == 0); // the rows behind a lost header are all there
    CHECK(tally.of("harmless: the same answers") > 0);
    // SQLite has no sum of a row's text: a flipped bit there is another letter, and nothing else. Few, and all of them bit flips.
    CHECK(tally.of("changed within a row, unseen") < kFiles / 20);
}

TEST_CASE("of 500 files of one's own work with flipped bits none shows another letter without saying so", "[store][damage][sums]")
{
    QTemporaryDir folder;
    const QString whole = folder.filePath(QStringLiteral("whole.db"));
    OwnWork written;
    {
        auto store = Store::open(config(whole)).value();
        REQUIRE(store
                    ->write([](Db &db) -> base::Result<> {
                        auto done = store::DeviceTable::learn(db, domain::DeviceId::fromName("d"), QStringLiteral("7K"), 41);
                        for (int at = 0; done && at < 200; ++at) {
                            done = openTicket(db, ownText(at)).and_then([&] { return writeBeside(db, ownText(1000 + at)); });
                        }
                        return done;
                    })
                    .result());
        written = store->read(ownWork).result().value();
    }
    std::map<std::string, int> ends;
    for (int seed = 0; seed < kFiles; ++seed) {
        INFO("seed " << seed);
        const QString path = folder.filePath(QStringLiteral("tried.db"));
        copyDatabase(whole, path, false); // after a clean stop nothing else looks
        REQUIRE(Damage(quint64(seed), Damage::Kind::BitFlips).doTo(path));
        auto store = Store::open(config(path));
        REQUIRE(store);
        const auto own = (*store)->read(ownWork).result();
        if (!own) {
            ++ends["met in use"];
            continue;
        }
        CHECK(own->unseen(written) == 0);
        const auto left = own->rows.size() + std::size_t(own->told);
        ++ends[left < written.rows.size() ? "rows lost" : own->told > 0 ? "damaged rows, and they say so" : "all there"];
    }
    for (const auto &[end, count] : ends) {
        std::printf("    own work: %4d %s\n", count, end.c_str());
    }
    CHECK(ends["damaged rows, and they say so"] > kFiles / 4);
}
