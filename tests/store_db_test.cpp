// SPDX-License-Identifier: GPL-3.0-or-later
#include "Catch.h"
#include "Db.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

using namespace comptoir;
using store::Db;

namespace {

struct Fixture
{
    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("inner/file.db"));
    std::unique_ptr<Db> db = std::move(*Db::open(path, Db::Mode::Write));

    qint64 count(Db &from)
    {
        store::Statement query = from.prepare("SELECT count(*) FROM t");
        REQUIRE(query.step());
        return query.integer(0);
    }
};

} // namespace

TEST_CASE("a database file and its companions belong to the owner alone", "[store][db]")
{
    Fixture f;
    REQUIRE(f.db->run("CREATE TABLE t(a)"));
    const auto owner = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
    const QFileInfo folder(QFileInfo(f.path).path());
    CHECK(folder.permissions() == (owner | QFile::ExeOwner | QFile::ExeUser));
    for (const QString &name : QDir(folder.filePath()).entryList(QDir::Files)) {
        INFO(name.toStdString());
        CHECK(QFile(folder.filePath() + u'/' + name).permissions() == owner);
    }
}

TEST_CASE("every kind of value comes back as it was bound", "[store][db]")
{
    Fixture f;
    REQUIRE(f.db->run("CREATE TABLE t(a, b, c, d, e)"));
    const base::Uuid id = base::Uuid::fromName("x");
    const QString text = QStringLiteral("œuf \U0001F95A") + QChar(0) + QStringLiteral("fin");
    REQUIRE(f.db->prepare("INSERT INTO t VALUES(?,?,?,?,?)").bindAll(qint64(-7), text, QByteArray("\0b", 2), id, base::Uuid{}).run());
    store::Statement row = f.db->prepare("SELECT a,b,c,d,e FROM t");
    REQUIRE(*row.step());
    CHECK(row.integer(0) == -7);
    CHECK(row.text(1) == text);
    CHECK(row.blob(2) == QByteArray("\0b", 2));
    CHECK(row.uuid(3) == id);
    CHECK(row.isNull(4));
    CHECK(std::get<base::Uuid>(row.cell(3)) == id);
    CHECK_FALSE(*row.step());
}

TEST_CASE("after a failed statement nothing more runs in its transaction", "[store][db]")
{
    Fixture f;
    REQUIRE(f.db->run("CREATE TABLE t(a UNIQUE)"));
    REQUIRE(f.db->begin());
    REQUIRE(f.db->run("INSERT INTO t VALUES(1)"));
    CHECK_FALSE(f.db->run("INSERT INTO t VALUES(1)"));
    CHECK_FALSE(f.db->run("INSERT INTO t VALUES(2)"));
    CHECK_FALSE(f.db->commit());
    f.db->rollback();
    CHECK(f.count(*f.db) == 0);
}

TEST_CASE("a failed savepoint is undone and the transaction goes on", "[store][db]")
{
    Fixture f;
    REQUIRE(f.db->run("CREATE TABLE t(a UNIQUE)"));
    REQUIRE(f.db->begin());
    REQUIRE(f.db->run("INSERT INTO t VALUES(1)"));
    CHECK_FALSE(f.db->nested([&]() -> base::Result<> {
        return f.db->run("INSERT INTO t VALUES(2)").and_then([&] { return f.db->run("INSERT INTO t VALUES(1)"); });
    }));
    REQUIRE(f.db->alive());
    CHECK(f.db->nested([&] { return f.db->run("INSERT INTO t VALUES(3)"); }));
    REQUIRE(f.db->commit());
    CHECK(f.count(*f.db) == 2);
}

TEST_CASE("a full database is told from a broken one", "[store][db]")
{
    Fixture f;
    REQUIRE(f.db->run("CREATE TABLE t(a); PRAGMA max_page_count=4"));
    REQUIRE(f.db->begin());
    const auto full = f.db->prepare("INSERT INTO t VALUES(zeroblob(100000))").run();
    REQUIRE_FALSE(full);
    CHECK(full.error().kind == base::Error::Kind::Full);
    f.db->rollback();

    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("no.db")));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(8192, 'x'));
    file.close();
    const auto broken = Db::open(file.fileName(), Db::Mode::Write);
    REQUIRE_FALSE(broken);
    CHECK(broken.error().kind == base::Error::Kind::Corrupt);
}

TEST_CASE("the reader cannot write and leaves the log of changes alone", "[store][db]")
{
    Fixture f;
    REQUIRE(f.db->run("CREATE TABLE t(a)"));
    auto reader = Db::open(f.path, Db::Mode::Read);
    REQUIRE(reader);
    CHECK_FALSE((*reader)->run("INSERT INTO t VALUES(1)"));
    REQUIRE(f.db->run("INSERT INTO t VALUES(1)"));
    const qint64 size = QFileInfo(f.path + QStringLiteral("-wal")).size();
    REQUIRE(size > 0);
    reader->reset();
    CHECK(QFileInfo(f.path + QStringLiteral("-wal")).size() == size);
}

TEST_CASE("a planted trigger cannot reach outside what a schema may do", "[store][db]")
{
    Fixture f;
    store::Statement trusted = f.db->prepare("PRAGMA trusted_schema");
    REQUIRE(*trusted.step());
    CHECK(trusted.integer(0) == 0);
    REQUIRE(f.db->run("CREATE TABLE t(a)"));
    (void)f.db->run("PRAGMA writable_schema=ON");
    CHECK_FALSE(f.db->run("DELETE FROM sqlite_schema"));
}

TEST_CASE("a transaction that touches very much tells listeners to read everything", "[store][db]")
{
    Fixture f;
    REQUIRE(f.db->begin());
    f.db->touch(store::Entity::Ticket, base::Uuid::fromName("1"));
    for (int i = 0; i <= store::Changes::kMostIds; ++i) {
        f.db->touch(store::Entity::Person, base::Uuid::fromName(QByteArray::number(i)));
    }
    REQUIRE(f.db->commit());
    const store::Changes changes = f.db->takeChanges();
    CHECK(changes.everything);
    CHECK(changes.touches(store::Entity::Asset));
    CHECK(f.db->takeChanges().isEmpty());
}
