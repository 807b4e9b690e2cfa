// SPDX-License-Identifier: GPL-3.0-or-later
#include "Catch.h"
#include "DraftTable.h"
#include "IdSource.h"
#include "Mirror.h"
#include "OutboxTable.h"
#include "Random.h"
#include "SettingTable.h"
#include "Store.h"
#include "TicketTable.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <sys/stat.h>

using namespace comptoir;
using store::Db;
using store::Store;

namespace {

const auto kTown = domain::OrganisationId::fromName("town");
const auto kUnsent = domain::OperationId::fromName("unsent");
const auto kDraft = base::Uuid::fromName("draft");

Store::Config config(const QTemporaryDir &folder)
{
    Store::Config out;
    out.path = folder.filePath(QStringLiteral("mirror.sqlite"));
    out.migrations = QStringLiteral(":/sql/console");
    out.threads = false;
    out.onDamage = Store::OnDamage::Rebuild;
    return out;
}

/// Tickets of the service, one opened here and not sent, a draft, a setting.
base::Result<> fill(Db &db)
{
    for (int i = 0; i < 200; ++i) {
        domain::Ticket ticket;
        ticket.id = domain::TicketId::fromName(QByteArray::number(i));
        ticket.organisation = kTown;
        ticket.summary = QStringLiteral("Secretofservice %1").arg(i);
        if (auto put = store::TicketTable::put(db, ticket, i + 1); !put) {
            return put;
        }
    }
    domain::Operation op;
    op.id = kUnsent;
    op.entity = domain::EntityId{kUnsent.value};
    op.scope = domain::scopeOf(kTown);
    domain::TicketOpen payload;
    payload.ticket.organisation = kTown;
    payload.ticket.number = QStringLiteral("7K-1");
    payload.ticket.summary = QStringLiteral("Written here");
    op.payload = payload;
    domain::Ticket begun;
    begun.summary = QStringLiteral("Half written");
    return store::mirror::perform(db, op, {domain::OperatorId::fromName("me"), QStringLiteral("Moi"), 1000, {}, false}, {"boot", 1, 1000})
        .and_then([&] {
            return store::DraftTable::put(db, {kDraft, begun, 5});
        })
        .and_then([&] { return store::SettingTable::put(db, QStringLiteral("queue.width"), QStringLiteral("420")); });
}

qint64 tickets(Store &store)
{
    return *store
                .read([](Db &db) -> base::Result<qint64> {
                    store::Statement query = db.prepare("SELECT count(*) FROM ticket");
                    return query.step().map([&](bool) { return query.integer(0); });
                })
                .result();
}

base::Result<> wiped(const Store::Config &where)
{
    const auto done = Store::wipeLater(where);
    QElapsedTimer waited;
    for (waited.start(); !done.isFinished() && waited.elapsed() < 10'000;) {
        QCoreApplication::processEvents();
    }
    return done.isFinished() ? done.result() : base::fail(base::Error::Kind::Timeout, {});
}

bool anyFileHolds(const QTemporaryDir &folder, const QByteArray &bytes)
{
    for (const QFileInfo &one : QDir(folder.path()).entryInfoList(QDir::Files | QDir::Hidden)) {
        QFile file(one.filePath());
        REQUIRE(file.open(QIODevice::ReadOnly));
        if (file.readAll().contains(bytes)) {
            return true;
        }
    }
    return false;
}

/// What has to stand after a wipe.
void checkOwn(Store &store)
{
    CHECK(tickets(store) == 1);
    const auto sound = store.read([](Db &db) -> base::Result<bool> {
        const auto ticket = store::TicketTable::find(db, kUnsent.value);
        const auto waiting = store::OutboxTable::pendingCount(db);
        const auto draft = store::DraftTable::find(db, kDraft);
        const auto settings = store::SettingTable::all(db);
        CHECK((ticket && *ticket && (*ticket)->entity.summary == u"Written here"));
        CHECK((waiting && *waiting == 1));
        CHECK((draft && *draft && (*draft)->ticket.summary == u"Half written"));
        CHECK((settings && settings->value(QStringLiteral("queue.width")) == u"420"));
        return true;
    });
    CHECK(sound.result());
}

} // namespace

TEST_CASE("a wipe leaves none of the service's rows in any byte and every unsent operation, draft and setting", "[store][wipe]")
{
    QTemporaryDir folder;
    {
        auto store = Store::open(config(folder));
        REQUIRE(store);
        REQUIRE((*store)->write(&fill).result());
        CHECK(tickets(**store) == 201);
    }
    REQUIRE(anyFileHolds(folder, "Secretofservice"));
    REQUIRE(wiped(config(folder)));
    CHECK_FALSE(anyFileHolds(folder, "Secretofservice"));
    struct stat seen
    {};
    REQUIRE(::stat(QFile::encodeName(config(folder).path).constData(), &seen) == 0);
    CHECK((seen.st_mode & (S_IRWXG | S_IRWXO)) == 0);
    auto again = Store::open(config(folder));
    REQUIRE(again);
    checkOwn(**again);
    CHECK_FALSE((*again)->wasRepaired());
    CHECK((*again)->write(&fill).result().has_value() == false); // the operation is here already: nothing is done twice
}

TEST_CASE("a wipe of a store in use is made up for when it is opened next, and only once", "[store][wipe]")
{
    QTemporaryDir folder;
    {
        auto store = Store::open(config(folder));
        REQUIRE(store);
        REQUIRE((*store)->write(&fill).result());
        const auto refused = wiped(config(folder));
        REQUIRE_FALSE(refused);
        CHECK(refused.error().kind == base::Error::Kind::Locked);
        CHECK(tickets(**store) == 201);
    }
    {
        auto again = Store::open(config(folder));
        REQUIRE(again);
        checkOwn(**again);
        domain::Ticket ticket;
        ticket.id = domain::TicketId::fromName("new");
        REQUIRE((*again)->write([ticket](Db &db) { return store::TicketTable::put(db, ticket, 9); }).result());
    }
    auto third = Store::open(config(folder));
    REQUIRE(third);
    CHECK(tickets(**third) == 2);
}

TEST_CASE("a wipe that was cut short begins again", "[store][wipe]")
{
    QTemporaryDir folder;
    {
        auto store = Store::open(config(folder));
        REQUIRE(store);
        REQUIRE((*store)->write(&fill).result());
    }
    for (const char *left : {".wipe", ".fresh", ".fresh-wal"}) {
        QFile file(config(folder).path + QLatin1String(left));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write("half a page");
    }
    auto again = Store::open(config(folder));
    REQUIRE(again);
    checkOwn(**again);
    again->reset();
    CHECK_FALSE(anyFileHolds(folder, "Secretofservice"));
}

TEST_CASE("a wipe takes what repairs moved aside along", "[store][wipe]")
{
    QTemporaryDir folder;
    {
        auto store = Store::open(config(folder));
        REQUIRE(store);
        REQUIRE((*store)->write(&fill).result());
    }
    const QString path = config(folder).path;
    for (const char *left : {".damaged-1", ".damaged-1-wal", ".damaged-1-shm", ".damaged-12"}) {
        REQUIRE(QFile::copy(path, path + QLatin1String(left)));
    }
    REQUIRE(wiped(config(folder)));
    CHECK(QDir(folder.path()).entryList({QStringLiteral("*.damaged-*")}, QDir::Files | QDir::Hidden).isEmpty());
    CHECK_FALSE(anyFileHolds(folder, "Secretofservice"));
    auto again = Store::open(config(folder));
    REQUIRE(again);
    checkOwn(**again);
}

TEST_CASE("a store in use can be marked for its wipe; the next opening carries it out", "[store][wipe]")
{
    QTemporaryDir folder;
    {
        auto store = Store::open(config(folder));
        REQUIRE(store);
        REQUIRE((*store)->write(&fill).result());
        const auto marked = Store::markForWipe(config(folder));
        QElapsedTimer waited;
        for (waited.start(); !marked.isFinished() && waited.elapsed() < 10'000;) {
            QCoreApplication::processEvents();
        }
        REQUIRE((marked.isFinished() && marked.result()));
        CHECK(tickets(**store) == 201);
    }
    CHECK(Store::isMarkedForWipe(config(folder).path));
    auto again = Store::open(config(folder));
    REQUIRE(again);
    checkOwn(**again);
    CHECK_FALSE(Store::isMarkedForWipe(config(folder).path));
}

TEST_CASE("where there is no copy a wipe makes none", "[store][wipe]")
{
    QTemporaryDir folder;
    REQUIRE(wiped(config(folder)));
    CHECK(QDir(folder.path()).isEmpty(QDir::Files));
}
