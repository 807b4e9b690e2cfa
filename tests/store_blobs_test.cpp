// SPDX-License-Identifier: GPL-3.0-or-later
#include "AttachmentTable.h"
#include "BlobKeep.h"
#include "Catch.h"
#include "OwnAttachmentTable.h"
#include "Store.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <sys/stat.h>

using namespace comptoir;
using store::BlobKeep;
using Kind = base::Error::Kind;

namespace {

struct Kept
{
    QTemporaryDir folder;
    BlobKeep keep{folder.filePath(QStringLiteral("mirror.sqlite"))};
    QDir blobs{folder.filePath(QStringLiteral("mirror.sqlite-blobs"))};

    [[nodiscard]] QStringList names() const { return blobs.entryList(QDir::Files | QDir::Hidden); }
    [[nodiscard]] QString fileOf(const QString &sum) const { return blobs.filePath(sum); }
};

QString sha256(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

mode_t modeOf(const QString &path)
{
    struct stat about = {};
    return ::stat(QFile::encodeName(path).constData(), &about) == 0 ? about.st_mode & 07777 : 0;
}

} // namespace

TEST_CASE("bytes put in the keep stand under their sum, for their owner alone, and once", "[store][attachment]")
{
    const Kept here;
    const QByteArray bytes = QByteArrayLiteral("a picture") + QByteArray(100'000, 'x');
    const auto sum = here.keep.put(bytes);
    REQUIRE(sum);
    CHECK(sum->sha256 == sha256(bytes));
    CHECK(sum->size == bytes.size());
    CHECK(here.keep.holds(sum->sha256));
    CHECK(here.keep.whole(sum->sha256) == bytes);
    CHECK(here.keep.read(sum->sha256, 2, 7) == QByteArrayLiteral("picture"));
    CHECK(modeOf(here.blobs.path()) == 0700);
    CHECK(modeOf(here.fileOf(sum->sha256)) == 0600);
    REQUIRE(here.keep.put(bytes));
    CHECK(here.names().size() == 1); // nothing is left aside
    CHECK(here.keep.whole(sha256("another")).error().kind == Kind::NotFound);
    CHECK(!here.keep.holds(QStringLiteral("../mirror.sqlite")));
}

TEST_CASE("a file of the keep that was changed is told from what was put there, and mended by putting it again", "[store][attachment]")
{
    const Kept here;
    const auto sum = here.keep.put("the true bytes");
    REQUIRE(sum);
    QFile file(here.fileOf(sum->sha256));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("the fake bytes");
    file.close();
    CHECK(here.keep.whole(sum->sha256).error().kind == Kind::Corrupt);
    const QString out = here.folder.filePath(QStringLiteral("out"));
    CHECK(here.keep.copyTo(sum->sha256, out).error().kind == Kind::Corrupt);
    CHECK(!QFileInfo::exists(out));
    REQUIRE(here.keep.put("the true bytes"));
    REQUIRE(here.keep.copyTo(sum->sha256, out));
    CHECK(modeOf(out) == 0600);
}

TEST_CASE("what is fetched piece by piece takes its place only where it is what its sum says", "[store][attachment]")
{
    const Kept here;
    const QString sum = sha256("first second");
    CHECK(here.keep.append(sum, 0, "first ") == 6);
    CHECK(here.keep.fetched(sum) == 6);
    CHECK(!here.keep.holds(sum)); // half of it is not it
    CHECK(here.keep.append(sum, 3, "second").error().kind == Kind::Invalid);
    CHECK(BlobKeep(here.folder.filePath(QStringLiteral("mirror.sqlite"))).append(sum, 6, "second") == 12); // another start goes on
    REQUIRE(here.keep.finish(sum));
    CHECK(here.keep.whole(sum) == QByteArrayLiteral("first second"));
    CHECK(here.keep.fetched(sum) == 0);

    const QString other = sha256("what was meant");
    REQUIRE(here.keep.append(other, 0, "what came"));
    CHECK(here.keep.finish(other).error().kind == Kind::Corrupt);
    CHECK(!here.keep.holds(other));
    CHECK(here.keep.fetched(other) == 0); // from its beginning
}

TEST_CASE("what nothing names any more goes from the keep, begun fetches and what a stop left aside too", "[store][attachment]")
{
    const Kept here;
    const auto stays = here.keep.put("stays");
    const auto goes = here.keep.put("goes");
    REQUIRE((stays && goes));
    const QString wanted = sha256("wanted");
    const QString given = sha256("given up");
    REQUIRE((here.keep.append(wanted, 0, "wan") && here.keep.append(given, 0, "giv")));
    QFile aside(here.fileOf(stays->sha256) + QStringLiteral(".new"));
    REQUIRE(aside.open(QIODevice::WriteOnly));
    aside.close();
    REQUIRE(here.keep.keepOnly([&](const QString &sum) -> base::Result<bool> { return sum == stays->sha256 || sum == wanted; }));
    CHECK(here.keep.holds(stays->sha256));
    CHECK(!here.keep.holds(goes->sha256));
    CHECK(here.keep.fetched(wanted) == 3);
    CHECK(here.names().size() == 2);
}

TEST_CASE("a wipe takes the bytes of the service's files and leaves those that were attached here and not stored", "[store][attachment]")
{
    const Kept here;
    store::Store::Config config;
    config.path = here.folder.filePath(QStringLiteral("mirror.sqlite"));
    config.migrations = QStringLiteral(":/sql/console");
    config.threads = false;
    config.onDamage = store::Store::OnDamage::Rebuild;
    const auto own = here.keep.put("attached here");
    const auto theirs = here.keep.put("of the service");
    REQUIRE((own && theirs));
    const auto id = domain::AttachmentId::fromName("own");
    {
        auto opened = store::Store::open(config);
        REQUIRE(opened);
        const auto filled = (*opened)->write([&](store::Db &db) {
            domain::Attachment row;
            row.id = domain::AttachmentId::fromName("theirs");
            row.name = QStringLiteral("theirs.txt");
            row.sha256 = theirs->sha256;
            row.state = domain::AttachmentState::Stored;
            return store::AttachmentTable::put(db, row, 3).and_then([&] {
                return store::OwnAttachmentTable::put(
                    db, {id, domain::TicketId::fromName("ticket"), QStringLiteral("own.txt"), own->size, own->sha256, {}, 1, false, 0, {}});
            });
        });
        REQUIRE(filled.result());
    }
    const auto wiped = store::Store::wipeLater(config);
    QElapsedTimer waited;
    for (waited.start(); !wiped.isFinished() && waited.elapsed() < 10'000;) {
        QCoreApplication::processEvents();
    }
    REQUIRE(wiped.isFinished());
    REQUIRE(wiped.result());
    CHECK(here.keep.holds(own->sha256));
    CHECK(!here.keep.holds(theirs->sha256));
    auto again = store::Store::open(config);
    REQUIRE(again);
    const auto kept = (*again)->read([&](store::Db &db) { return store::OwnAttachmentTable::find(db, id); }).result();
    CHECK((kept && *kept && (*kept)->name == u"own.txt"));
}
