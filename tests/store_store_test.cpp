// SPDX-License-Identifier: GPL-3.0-or-later
#include "Catch.h"
#include "Migrations.h"
#include "Random.h"
#include "Store.h"
#include "Then.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QThread>

using namespace comptoir;
using store::Db;
using store::Store;

namespace {

struct Folder
{
    QTemporaryDir dir;
    QString migrations = dir.filePath(QStringLiteral("sql"));

    Folder()
    {
        QDir().mkpath(migrations);
        write(QStringLiteral("0001_begin.sql"), "CREATE TABLE t(a UNIQUE);");
    }

    void write(const QString &name, const QByteArray &sql) const
    {
        QFile file(migrations + u'/' + name);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(sql);
    }

    [[nodiscard]] Store::Config config(bool threads) const
    {
        Store::Config out;
        out.path = dir.filePath(QStringLiteral("data/file.db"));
        out.migrations = migrations;
        out.threads = threads;
        return out;
    }
};

base::Result<qint64> count(Db &db)
{
    store::Statement query = db.prepare("SELECT count(*) FROM t");
    return query.step().map([&](bool) { return query.integer(0); });
}

template <class Future>
auto waitFor(Future future)
{
    QElapsedTimer timer;
    timer.start();
    while (!future.isFinished() && timer.elapsed() < 10000) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
    }
    REQUIRE(future.isFinished());
    return future.result();
}

auto insert(int value)
{
    return [value](Db &db) -> base::Result<> {
        db.touch(store::Entity::Ticket, base::Uuid::fromName(QByteArray::number(value)));
        return db.prepare("INSERT INTO t VALUES(?)").bind(0, qint64(value)).run();
    };
}

} // namespace

TEST_CASE("a write that succeeds is announced on the owner's thread, one that fails leaves nothing", "[store][store]")
{
    const bool threads = GENERATE(true, false);
    Folder folder;
    auto opened = Store::open(folder.config(threads));
    REQUIRE(opened);
    Store &store = **opened;
    int told = 0;
    QThread *toldOn = nullptr;
    QObject::connect(&store, &Store::changed, &store, [&](const store::Changes &changes) {
        told += static_cast<int>(changes.ids.size());
        toldOn = QThread::currentThread();
    });
    CHECK(waitFor(store.write(insert(1))));
    CHECK_FALSE(waitFor(store.write(insert(1))));
    CHECK_FALSE(waitFor(store.write([](Db &db) -> base::Result<> {
        return insert(2)(db).and_then([] { return base::Result<>(base::fail(base::Error::Kind::Refused, QStringLiteral("no"))); });
    })));
    CHECK(waitFor(store.write(insert(3))));
    CHECK(waitFor(store.read(count)) == 2);
    QCoreApplication::processEvents();
    CHECK(told == 2);
    CHECK(toldOn == QThread::currentThread());
}

TEST_CASE("what hangs on a future begins once, at home, however the threads meet", "[store][store]")
{
    Folder folder;
    auto config = folder.config(true);
    config.finish = Store::Finish::AtHome;
    auto opened = Store::open(config);
    REQUIRE(opened);
    Store &store = **opened;
    const auto first = store.read([](Db &) -> base::Result<int> { return 1; });
    QThread::msleep(100); // the work is done by now
    CHECK_FALSE(first.isFinished());
    CHECK(waitFor(first) == 1);
    base::SeededRandom random(7);
    QObject context;
    int begun = 0;
    int elsewhere = 0;
    constexpr int kRounds = 10'000;
    for (int round = 0; round < kRounds; ++round) {
        auto future = store.read([](Db &) -> base::Result<int> { return 1; });
        // The time until the continuation is hung on: about as long as the other thread takes.
        QElapsedTimer pause;
        pause.start();
        for (const auto ns = static_cast<qint64>(random.below(40'000)); pause.nsecsElapsed() < ns;) {}
        base::then(future, &context, [&, home = QThread::currentThread()](const base::Result<int> &) {
            ++begun;
            elsewhere += QThread::currentThread() != home;
        });
        if (round % 16 == 0) {
            QCoreApplication::processEvents();
        }
    }
    CHECK(waitFor(store.read(count)));
    QCoreApplication::processEvents();
    CHECK(begun == kRounds);
    CHECK(elsewhere == 0);
}

TEST_CASE("a store that goes with answers on their way tells nobody who is gone", "[store][store]")
{
    Folder folder;
    auto config = folder.config(true);
    config.finish = Store::Finish::AtHome;
    auto opened = Store::open(config);
    REQUIRE(opened);
    int told = 0;
    auto context = std::make_unique<QObject>();
    for (int i = 0; i < 50; ++i) {
        base::then((*opened)->write(insert(i)), context.get(), [&told](const base::Result<> &) { ++told; });
    }
    context.reset();
    opened->reset();
    QCoreApplication::processEvents();
    CHECK(told == 0);
    auto again = Store::open(folder.config(true));
    REQUIRE(again);
    CHECK(waitFor((*again)->read(count)) == 50);
}

TEST_CASE("work still queued when a store is closed is done, not lost", "[store][store]")
{
    Folder folder;
    {
        auto opened = Store::open(folder.config(true));
        REQUIRE(opened);
        for (int i = 0; i < 100; ++i) {
            (void)(*opened)->write(insert(i));
        }
    }
    auto again = Store::open(folder.config(true));
    REQUIRE(again);
    CHECK(waitFor((*again)->read(count)) == 100);
    CHECK_FALSE((*again)->wasRepaired());
}

TEST_CASE("a second writer on the same file is refused as locked", "[store][store]")
{
    Folder folder;
    auto first = Store::open(folder.config(false));
    REQUIRE(first);
    const auto second = Store::open(folder.config(false));
    REQUIRE_FALSE(second);
    CHECK(second.error().kind == base::Error::Kind::Locked);
    first->reset();
    CHECK(Store::open(folder.config(false)));
}

TEST_CASE("a store opened on a thread of its own belongs to the caller", "[store][store]")
{
    Folder folder;
    auto opened = waitFor(Store::openLater(folder.config(true)));
    REQUIRE(opened);
    CHECK((*opened)->thread() == QThread::currentThread());
    CHECK(waitFor((*opened)->write(insert(1))));
}

TEST_CASE("whoever is gone before the store is open is not told, and the store closes again", "[store][store]")
{
    Folder folder;
    auto context = std::make_unique<QObject>();
    int told = 0;
    auto opening = Store::openLater(folder.config(true));
    base::then(opening, context.get(), [&told](const base::Result<std::shared_ptr<Store>> &) { ++told; });
    context.reset();
    REQUIRE(waitFor(opening));
    opening = {};
    CHECK(told == 0);
    QElapsedTimer waited;
    for (waited.start(); QFile::exists(folder.config(true).path + QStringLiteral(".open")) && waited.elapsed() < 5'000;) {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCoreApplication::processEvents();
    }
    CHECK(Store::open(folder.config(false)));
}

TEST_CASE("a database that is too new is refused in plain words and left as it was", "[store][migrations]")
{
    Folder folder;
    folder.write(QStringLiteral("0002_more.sql"), "CREATE TABLE u(a);");
    REQUIRE(Store::open(folder.config(false)));
    QFile::remove(folder.migrations + QStringLiteral("/0002_more.sql"));
    const auto old = Store::open(folder.config(false));
    REQUIRE_FALSE(old);
    CHECK(old.error().kind == base::Error::Kind::TooNew);
    CHECK(old.error().message.contains(QStringLiteral("newer version")));
    folder.write(QStringLiteral("0002_more.sql"), "CREATE TABLE u(a);");
    CHECK(Store::open(folder.config(false)));
}

TEST_CASE("a database a newer program says older ones may use is gone on with, forward and back", "[store][migrations]")
{
    Folder folder;
    const QString next = QStringLiteral("0002_next.sql");
    const QByteArray sql = "-- What it is for.\n-- usable-from: 1\nCREATE TABLE u(a); ALTER TABLE t ADD COLUMN b NOT NULL DEFAULT 7;";
    const auto add = [](Db &db) {
        return db.prepare("INSERT INTO t(a) VALUES(?)").bindAll(QStringLiteral("row %1").arg(*count(db))).run();
    };
    const auto sum = [](Db &db) -> base::Result<qint64> {
        store::Statement query = db.prepare("SELECT sum(b) FROM t");
        return query.step().map([&](bool) { return query.integer(0); });
    };
    folder.write(next, sql);
    for (int turn = 0; turn < 2; ++turn) {
        {
            const auto newer = Store::open(folder.config(false));
            REQUIRE(newer);
            REQUIRE(waitFor((*newer)->write(add)));
            CHECK(waitFor((*newer)->read(sum)) == 7 + 14 * turn);
        }
        QFile::remove(folder.migrations + u'/' + next);
        {
            const auto older = Store::open(folder.config(false));
            REQUIRE(older);
            REQUIRE(waitFor((*older)->write(add)));
            CHECK(waitFor((*older)->read(count)) == 2 + 2 * turn);
        }
        folder.write(next, sql);
    }
    // One that says nothing ends it: both must be known from then on.
    folder.write(QStringLiteral("0003_last.sql"), "CREATE TABLE v(a);");
    REQUIRE(Store::open(folder.config(false)));
    QFile::remove(folder.migrations + QStringLiteral("/0003_last.sql"));
    const auto older = Store::open(folder.config(false));
    REQUIRE_FALSE(older);
    CHECK(older.error().kind == base::Error::Kind::TooNew);
}

TEST_CASE("a migration that fails half way is undone whole and the earlier ones stay", "[store][migrations]")
{
    Folder folder;
    folder.write(QStringLiteral("0002_bad.sql"), "CREATE TABLE u(a); INSERT INTO u VALUES(1); SELECT nothing FROM nowhere;");
    CHECK_FALSE(Store::open(folder.config(false)));
    folder.write(QStringLiteral("0002_bad.sql"), "CREATE TABLE u(a); INSERT INTO t SELECT count(*) FROM u;");
    auto mended = Store::open(folder.config(false));
    REQUIRE(mended);
    CHECK(waitFor((*mended)->read(count)) == 1);
}

TEST_CASE("migrations with a gap or a wrong name are refused", "[store][migrations]")
{
    Folder folder;
    folder.write(QStringLiteral("0003_gap.sql"), "SELECT 1;");
    CHECK_FALSE(Store::open(folder.config(false)));
    QFile::remove(folder.migrations + QStringLiteral("/0003_gap.sql"));
    folder.write(QStringLiteral("two.sql"), "SELECT 1;");
    CHECK_FALSE(Store::open(folder.config(false)));
}
