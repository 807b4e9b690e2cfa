// SPDX-License-Identifier: GPL-3.0-or-later
#include "Catch.h"
#include "DraftTable.h"
#include "IdSource.h"
#include "Mirror.h"
#include "NoticeTable.h"
#include "OutboxTable.h"
#include "PrivateFile.h"
#include "Random.h"
#include "SettingTable.h"
#include "Store.h"
#include "TicketTable.h"

#include <QFile>
#include <QTemporaryDir>

#include <csignal>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace comptoir;
using store::Db;
using store::Store;

namespace {

const auto kTown = domain::OrganisationId::fromName("town");

Store::Config config(const QString &path)
{
    Store::Config out;
    out.path = path;
    out.migrations = QStringLiteral(":/sql/console");
    out.threads = false;
    out.onDamage = Store::OnDamage::Rebuild;
    return out;
}

base::Result<> openTicket(Db &db, const domain::OperationId &id, const QString &summary)
{
    return store::DeviceTable::reserve(db).and_then([&](const domain::TicketNumber &number) {
        domain::Operation op;
        op.id = id;
        op.entity = domain::EntityId{id.value};
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

qint64 countOf(Store &store, const char *sql)
{
    return *store
                .read([sql](Db &db) -> base::Result<qint64> {
                    store::Statement query = db.prepare(sql);
                    return query.step().map([&](bool) { return query.integer(0); });
                })
                .result();
}

/// A mirror with many rows and a few things of the operator's own.
void fill(Store &store)
{
    const auto done = store
                          .write([](Db &db) -> base::Result<> {
                              for (int i = 0; i < 3000; ++i) {
                                  domain::Ticket ticket;
                                  ticket.id = domain::TicketId::fromName(QByteArray::number(i));
                                  ticket.scope = domain::scopeOf(kTown);
                                  ticket.summary = QStringLiteral("Ticket du service %1 avec assez de texte pour remplir quelques pages")
                                                       .arg(i);
                                  if (auto put = store::TicketTable::put(db, ticket, i + 1); !put) {
                                      return put;
                                  }
                              }
                              return store::DeviceTable::learn(db, domain::DeviceId::fromName("d"), QStringLiteral("7K"), 41)
                                  .and_then([&] {
                                      return openTicket(db, domain::OperationId::fromName("op"), QStringLiteral("écrit hors ligne"));
                                  })
                                  .and_then([&] { return store::SettingTable::put(db, QStringLiteral("theme"), QStringLiteral("sombre")); })
                                  .and_then([&] {
                                      return store::DraftTable::put(db, {base::Uuid::fromName("draft"), {}, 7});
                                  });
                          })
                          .result();
    REQUIRE(done);
}

/// Spoils pages of the ticket table: what stands behind the first pages and before the operator's own, which came last.
void spoil(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadWrite));
    const qint64 pages = file.size() / 4096;
    for (qint64 page = pages / 4; page < pages / 2; page += 5) {
        file.seek(page * 4096);
        file.write(QByteArray(600, '\xff'));
    }
}

} // namespace

TEST_CASE("a damaged mirror is built anew and what is the operator's own is kept", "[store][repair]")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("mirror.db"));
    {
        auto store = Store::open(config(path));
        REQUIRE(store);
        fill(**store);
    }
    spoil(path);
    QFile marker(path + QStringLiteral(".open"));
    REQUIRE(marker.open(QIODevice::WriteOnly));

    auto service = config(path);
    service.onDamage = Store::OnDamage::Refuse;
    const auto refused = Store::open(service);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == base::Error::Kind::Corrupt);

    auto store = Store::open(config(path));
    REQUIRE(store);
    CHECK((*store)->wasRepaired());
    CHECK(QFile::exists(path + QStringLiteral(".damaged-1")));
    CHECK(countOf(**store, "SELECT count(*) FROM outbox WHERE state='pending'") == 1);
    CHECK(countOf(**store, "SELECT count(*) FROM draft") == 1);
    CHECK(countOf(**store, "SELECT count(*) FROM setting WHERE value='sombre'") == 1);
    CHECK(countOf(**store, "SELECT count(*) FROM cursor") == 0);
    CHECK(countOf(**store, "SELECT counter FROM device WHERE code='7K'") == 42);
    // The ticket written here is in view; the service's rows will be fetched.
    CHECK(countOf(**store, "SELECT count(*) FROM ticket") == 1);
    const auto kept = (*store)->read([](Db &db) { return store::OutboxTable::pendingIn(db, domain::scopeOf(kTown), 10); }).result();
    REQUIRE(kept);
    CHECK(kept->front().message.payload.contains("hors ligne"));
}

TEST_CASE("a file that is no database any more is moved aside, never deleted", "[store][repair]")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("mirror.db"));
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(20000, 'x'));
    file.close();
    auto store = Store::open(config(path));
    REQUIRE(store);
    CHECK((*store)->wasRepaired());
    CHECK(QFile(path + QStringLiteral(".damaged-1")).size() == 20000);
}

TEST_CASE("an unclean stop alone repairs nothing", "[store][repair]")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("mirror.db"));
    REQUIRE(Store::open(config(path)));
    CHECK_FALSE(QFile::exists(path + QStringLiteral(".open")));
    QFile marker(path + QStringLiteral(".open"));
    REQUIRE(marker.open(QIODevice::WriteOnly));
    auto store = Store::open(config(path));
    REQUIRE(store);
    CHECK_FALSE((*store)->wasRepaired());
}

TEST_CASE("every change confirmed before a kill is there afterwards", "[store][durability]")
{
    for (int round = 0; round < 5; ++round) {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("mirror.db"));
        int confirmed[2];
        REQUIRE(::pipe(confirmed) == 0);
        const pid_t child = ::fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            auto store = Store::open(config(path));
            if (!store
                || !(*store)
                        ->write(
                            [](Db &db) { return store::DeviceTable::learn(db, domain::DeviceId::fromName("d"), QStringLiteral("7K"), 0); })
                        .result()) {
                ::_exit(1);
            }
            for (int i = 0;; ++i) {
                const auto id = domain::OperationId::fromName(QByteArray::number(i));
                if (!(*store)->write([&](Db &db) { return openTicket(db, id, QStringLiteral("n° %1").arg(i)); }).result()) {
                    ::_exit(1);
                }
                if (::write(confirmed[1], "x", 1) != 1) {
                    ::_exit(1);
                }
            }
        }
        ::close(confirmed[1]);
        qint64 count = 0;
        char mark = 0;
        while (count < 3 + round * 7 && ::read(confirmed[0], &mark, 1) == 1) {
            ++count;
        }
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        while (::read(confirmed[0], &mark, 1) == 1) {
            ++count;
        }
        ::close(confirmed[0]);
        auto store = Store::open(config(path));
        REQUIRE(store);
        CHECK(countOf(**store, "SELECT count(*) FROM outbox") >= count);
        CHECK(countOf(**store, "SELECT count(*) FROM ticket") == countOf(**store, "SELECT count(*) FROM outbox"));
        CHECK(countOf(**store, "SELECT counter FROM device") == countOf(**store, "SELECT count(*) FROM outbox"));
    }
}

TEST_CASE("a file renamed for good stands in its place, and is not said to where that may not last", "[store][files]")
{
    QTemporaryDir folder;
    const auto named = [&](const char *name) { return folder.filePath(QLatin1String(name)); };
    const auto write = [&](const char *name, const QByteArray &bytes) {
        QFile file(named(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write(bytes) == bytes.size());
    };
    write("new", "new");
    write("old", "old");
    REQUIRE(store::renameForGood(named("new"), named("old")));
    QFile stands(named("old"));
    REQUIRE(stands.open(QIODevice::ReadOnly));
    CHECK(stands.readAll() == "new");
    CHECK_FALSE(QFile::exists(named("new")));
    CHECK_FALSE(store::renameForGood(named("nothing"), named("old")));
    CHECK_FALSE(store::renameForGood(named("old"), named("no folder/old")));
    CHECK(QFile::exists(named("old")));

    // No descriptor is left to tell the folder by.
    rlimit before{};
    REQUIRE(::getrlimit(RLIMIT_NOFILE, &before) == 0);
    const int next = ::dup(STDERR_FILENO);
    REQUIRE(::close(next) == 0);
    const rlimit none{rlim_t(next), before.rlim_max};
    REQUIRE(::setrlimit(RLIMIT_NOFILE, &none) == 0);
    const auto unsure = store::renameForGood(named("old"), named("again"));
    REQUIRE(::setrlimit(RLIMIT_NOFILE, &before) == 0);
    CHECK_FALSE(unsure);
}
