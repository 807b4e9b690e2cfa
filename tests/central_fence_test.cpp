// SPDX-License-Identifier: GPL-3.0-or-later
#include "BackupTable.h"
#include "Catch.h"
#include "CentralRig.h"
#include "Fence.h"
#include "MetaTable.h"
#include "ScopeTable.h"

#include <QFile>

using namespace comptoir;
using namespace comptoir::tests;
using central::Fence;

namespace {

/// A rig with its fence, as a running service has it.
struct Fenced : CentralRig
{
    Fenced() { addOperator(QStringLiteral("anne"), domain::Role::Operator, {QStringLiteral("all")}); }

    bool keep()
    {
        return store->read([&](store::Db &db) { return fence.keep(db, kept); }).result().value();
    }

    base::Result<bool> settle()
    {
        return store->write([&](store::Db &db) { return fence.settle(db, clock.nowMs(), random); }).result();
    }

    QByteArray epoch() const { return store->read(&central::MetaTable::epoch).result().value(); }
    qint64 nextDevice() const { return store->read(&central::MetaTable::nextDevice).result().value(); }
    /// The tickets opened since are lost, with the counter that told of them.
    void goBack(qint64 by)
    {
        const auto back = [&](store::Db &db) {
            return db.prepare("UPDATE scope SET seq = seq - ? WHERE id = ?").bindAll(by, domain::scopeOf(a).value.toBytes()).run();
        };
        REQUIRE(store->write(back).result());
    }

    void open(Desk &desk) { REQUIRE(verdict(desk, ticketOpen(desk, a, QStringLiteral("Écran noir"))).code == wire::VerdictCode::Ok); }

    QString path = folder.filePath(QStringLiteral("beyond"));
    Fence fence{path};
    Fence::Kept kept;
};

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

TEST_CASE("a database that does not reach as far as it had begins a new life", "[central][fence]")
{
    Fenced rig;
    Desk anne = rig.signIn(QStringLiteral("anne"));
    rig.open(anne);
    REQUIRE(rig.keep());
    CHECK(rig.settle() == false); // it is the one
    const QByteArray epoch = rig.epoch();
    const qint64 next = rig.nextDevice();
    const QByteArray before = bytesOf(rig.path);
    CHECK((QFile::permissions(rig.path) & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther)) == 0);

    rig.goBack(1);
    CHECK_FALSE(rig.keep());
    CHECK(bytesOf(rig.path) == before); // what it had been is not forgotten
    CHECK(rig.settle() == true);
    CHECK(rig.epoch() != epoch);
    CHECK(rig.nextDevice() > next); // codes that may have been given since are not given again
    const auto refused = rig.pull(anne);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().problem.status == 401);

    CHECK(rig.settle() == false); // once, though the file still tells of the life before
    CHECK(rig.keep());
    CHECK(bytesOf(rig.path) != before);
    Desk again = rig.signIn(QStringLiteral("anne"));
    rig.open(again);
    CHECK(rig.keep());
    CHECK(rig.settle() == false);
}

TEST_CASE("a database of a life the fence is not of begins one of its own, unless it went on from that", "[central][fence]")
{
    Fenced rig;
    REQUIRE(rig.keep());
    QByteArray text = bytesOf(rig.path);
    const QByteArray epoch = rig.epoch();
    text.replace(epoch, QByteArray(32, 'a'));
    QFile file(rig.path);
    REQUIRE((file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(text) == text.size()));
    file.close();

    const bool passed = GENERATE(true, false);
    if (passed) { // as restore does, which knows what it replaces
        REQUIRE(rig.store->write([&](store::Db &db) { return rig.fence.pass(db); }).result());
    }
    CHECK(rig.settle() == !passed);
    CHECK((rig.epoch() == epoch) == passed);
    CHECK(rig.settle() == false);
}

TEST_CASE("a backup of a life that is over holds back what consoles may let go of, while its file is there", "[central][fence][file]")
{
    Fenced rig;
    Desk anne = rig.signIn(QStringLiteral("anne"));
    rig.open(anne);
    const QString later = rig.folder.filePath(QStringLiteral("later é %.db"));
    REQUIRE(rig.service->backups().make(later).result());
    REQUIRE(rig.keep());
    const auto backupSeq = [&] {
        return rig.store->read([&](store::Db &db) { return central::ScopeTable::find(db, domain::scopeOf(rig.a)); })
            .result()
            .value()
            .backupSeq;
    };
    REQUIRE(backupSeq() > 0);

    // An older database takes its place, by hand or by restore, which knows nothing of that backup, and goes on to one of its own.
    REQUIRE(rig.store->write([](store::Db &db) { return db.run("DELETE FROM backup"); }).result());
    const bool byHand = GENERATE(true, false);
    if (byHand) {
        rig.goBack(1);
    } else {
        const auto begin = [&](store::Db &db) {
            return rig.fence.pass(db).and_then([&] { return central::MetaTable::setEpoch(db, QByteArray(32, 'b')); });
        };
        REQUIRE(rig.store->write(begin).result());
    }
    CHECK(rig.settle() == byHand);
    Desk again = rig.signIn(QStringLiteral("anne"));
    rig.open(again);
    REQUIRE(rig.service->backups().make(rig.folder.filePath(QStringLiteral("own.db"))).result());
    CHECK(backupSeq() == 0);
    REQUIRE(QFile::remove(later));
    REQUIRE(rig.store->write(&central::BackupTable::settle).result());
    CHECK(backupSeq() > 0);
}

TEST_CASE("device codes the database does not know of are not given again", "[central][fence]")
{
    Fenced rig;
    REQUIRE(rig.store->write([](store::Db &db) { return central::MetaTable::raiseDevice(db, 5000); }).result());
    REQUIRE(rig.keep());
    REQUIRE(rig.store->write([](store::Db &db) { return db.run("UPDATE meta SET next_device = 3"); }).result());
    CHECK(rig.settle() == true);
    CHECK(rig.nextDevice() >= 5000);
}

TEST_CASE("without a fence nothing is compared; one that is damaged is not believed, and said to be", "[central][fence]")
{
    Fenced rig;
    rig.goBack(0);
    CHECK(rig.settle() == false);
    REQUIRE(rig.keep());
    const QByteArray whole = bytesOf(rig.path);
    const QByteArray damaged = GENERATE_COPY(QByteArray(), whole.chopped(1), whole + '\n', QByteArray(whole).replace("end", "and"),
                                             QByteArray(whole).replace(" 1\n", " 01\n"), QByteArray("comptoir-fence/2 x 1\nend 0\n"));
    CAPTURE(damaged);
    REQUIRE(damaged != whole);
    QFile file(rig.path);
    REQUIRE((file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(damaged) == damaged.size()));
    file.close();
    const QByteArray epoch = rig.epoch();
    const auto settled = rig.settle();
    REQUIRE_FALSE(settled);
    CHECK(settled.error().kind == base::Error::Kind::Corrupt);
    CHECK(settled.error().message.contains(rig.path));
    CHECK(rig.epoch() == epoch);
}
