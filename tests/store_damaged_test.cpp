// SPDX-License-Identifier: GPL-3.0-or-later
#include "Catch.h"
#include "DamageTally.h"
#include "Mirror.h"
#include "OutboxTable.h"
#include "SettingTable.h"
#include "Store.h"
#include "TicketTable.h"

#include <QFile>
#include <QTemporaryDir>

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

/// A mirror whose last changes still stand in its log, as a kill leaves it; the answers after each of them.
std::vector<QByteArray> make(const QString &path, const QString &copy)
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
                        return store::DeviceTable::learn(db, domain::DeviceId::fromName("d"), QStringLiteral("7K"), 41);
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
    bool unclean;

    /// Opens and uses the file as the console does, and says to what end it came.
    std::string end()
    {
        auto store = Store::open(config(path));
        if (!store) {
            CHECK_FALSE(store.error().message.isEmpty());
            return "refused, told why";
        }
        const auto told = (*store)->read([](Db &db) { return answers(db); }).result();
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
    const auto after = make(closed, killed);
    DamageTally tally;
    for (int seed = 0; seed < kFiles; ++seed) {
        const auto kind = static_cast<Damage::Kind>(seed % Damage::kKinds);
        INFO("seed " << seed << ", " << Damage::name(kind));
        const QString path = folder.filePath(QStringLiteral("tried.db"));
        const bool ofLog = kind >= Damage::Kind::LogFlipped;
        const bool unclean = ofLog || seed % 2 == 0;
        copyDatabase(unclean ? killed : closed, path, unclean);
        REQUIRE(Damage(quint64(seed), kind).doTo(path));
        tally.count(kind, Trial{path, after, unclean}.end());
    }
    tally.print("mirror");
    CHECK(tally.of("refused, told why") == 0); // the console always comes up
    CHECK(tally.of("built anew, all of one's own saved") > 0);
    CHECK(tally.of("built anew, nothing readable", Damage::Kind::GarbageHeader) == 0); // the rows behind a lost header are all there
    CHECK(tally.of("harmless: the same answers") > 0);
    // SQLite has no sum of a row's text: a flipped bit there is another letter, and nothing else. Few, and all of them bit flips.
    CHECK(tally.of("changed within a row, unseen") < kFiles / 20);
}
