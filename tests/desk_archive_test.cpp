// SPDX-License-Identifier: GPL-3.0-or-later
#include "Archive.h"
#include "ArchiveSource.h"
#include "Catch.h"
#include "DeskRig.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QPromise>
#include <QTemporaryDir>

#include <sys/resource.h>

#include <csignal>

using namespace comptoir;
using namespace comptoir::tests;
using Kind = base::Error::Kind;

namespace {

/// A service that has one file, and gives it so many bytes at a time.
class PieceSource final : public desk::ArchiveSource
{
public:
    QByteArray has;
    qsizetype most = 4;
    qint64 awayAt = -1; ///< not reached any more from there on
    std::vector<qint64> asked;
    bool holds = false; ///< each answer waits for answer()
    std::vector<std::function<void()>> held;

    void answer()
    {
        const auto now = std::exchange(held, {});
        REQUIRE(now.size() == 1);
        now.front()();
    }

    QFuture<base::Result<std::vector<domain::Ticket>>> search(const QString &, int) override { return {}; }
    QFuture<base::Result<desk::ArchivedTicket>> ticket(domain::ScopeId, domain::TicketId) override { return {}; }
    QFuture<base::Result<QByteArray>> piece(domain::ScopeId, domain::TicketId, domain::AttachmentId, qint64 at) override
    {
        asked.push_back(at);
        base::Result<QByteArray> out = has.mid(at, most);
        if (awayAt >= 0 && at >= awayAt) {
            out = base::fail(Kind::Network, QStringLiteral("gone"));
        }
        const auto promise = std::make_shared<QPromise<base::Result<QByteArray>>>();
        promise->start();
        const auto give = [promise, out] {
            promise->addResult(out);
            promise->finish();
        };
        holds ? held.push_back(give) : give();
        return promise->future();
    }
};

const QByteArray kBytes = "ten bytes!";

/// While it lives no file grows beyond that, as on a disk that is full.
class FilesOfAtMost
{
public:
    explicit FilesOfAtMost(rlim_t bytes) : m_signal(std::signal(SIGXFSZ, SIG_IGN))
    {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit small{bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &small);
    }
    ~FilesOfAtMost()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        (void)std::signal(SIGXFSZ, m_signal);
    }
    FilesOfAtMost(const FilesOfAtMost &) = delete;
    FilesOfAtMost &operator=(const FilesOfAtMost &) = delete;

private:
    void (*m_signal)(int);
    rlimit m_before{};
};

struct OldFile : DeskRig
{
    OldFile()
    {
        source.has = kBytes;
        file.line.name = QStringLiteral("photo.png");
        file.line.size = kBytes.size();
        file.line.sha256 = QString::fromLatin1(QCryptographicHash::hash(kBytes, QCryptographicHash::Sha256).toHex());
        file.line.where = desk::AttachmentLine::Where::Stored;
    }
    base::Result<> save()
    {
        return settled(archive.save(file, path, [this](qint64 bytes) { moved.push_back(bytes); }));
    }
    QByteArray written()
    {
        QFile out(path);
        return out.open(QIODevice::ReadOnly) ? out.readAll() : QByteArray();
    }
    QStringList names() { return QDir(place.path()).entryList(QDir::Files | QDir::Hidden); }

    QTemporaryDir place;
    QString path = place.filePath(QStringLiteral("saved.png"));
    PieceSource source;
    desk::Archive archive{source, *store, clock};
    desk::ArchivedFile file;
    std::vector<qint64> moved;
};

} // namespace

TEST_CASE("a file of an older ticket is fetched in pieces and written whole, in place of what stood there", "[desk][archive]")
{
    OldFile old;
    QFile before(old.path);
    REQUIRE(before.open(QIODevice::WriteOnly));
    before.write("something longer that stood there");
    before.close();
    REQUIRE(old.save());
    CHECK(old.written() == kBytes);
    CHECK(old.source.asked == std::vector<qint64>{0, 4, 8});
    CHECK(old.moved == std::vector<qint64>{4, 8, 10});
    CHECK(old.names() == QStringList{QStringLiteral("saved.png")});
}

TEST_CASE("what is not the file leaves what stood there, and nothing beside it", "[desk][archive]")
{
    OldFile old;
    const bool stood = GENERATE(true, false);
    if (stood) {
        QFile before(old.path);
        REQUIRE(before.open(QIODevice::WriteOnly));
        before.write("before");
    }
    Kind kind = Kind::Corrupt;
    SECTION("another sum")
    {
        old.source.has = "ten BYTES!";
    }
    SECTION("too short")
    {
        old.source.has.chop(1);
    }
    SECTION("too long")
    {
        old.source.has += "more";
    }
    SECTION("away in the middle")
    {
        old.source.awayAt = 8;
        kind = Kind::Network;
    }
    SECTION("larger than any attachment")
    {
        old.file.line.size = domain::kMostAttachmentBytes + 1;
        kind = Kind::Protocol;
    }
    const auto saved = old.save();
    REQUIRE_FALSE(saved);
    CHECK(saved.error().kind == kind);
    CHECK(old.written() == (stood ? "before" : ""));
    CHECK(old.names().size() == (stood ? 1 : 0));
    old.source.has = kBytes;
    old.source.awayAt = -1;
    old.file.line.size = kBytes.size();
    REQUIRE(old.save()); // the next one goes
    CHECK(old.written() == kBytes);
}

TEST_CASE("a place that takes nothing and a disk without room are told as such", "[desk][archive]")
{
    OldFile old;
    SECTION("no such folder")
    {
        old.path = old.place.filePath(QStringLiteral("gone/saved.png"));
        CHECK(old.save().error().kind == Kind::Io);
    }
    SECTION("no room")
    {
        const auto saved = [&] {
            const FilesOfAtMost limit(4);
            return old.save();
        }();
        REQUIRE_FALSE(saved);
        CHECK(saved.error().kind == Kind::Full);
    }
    CHECK(old.names().isEmpty());
}

TEST_CASE("who cancels has no more asked and nothing written, and the next in the row goes on", "[desk][archive]")
{
    OldFile old;
    old.source.holds = true;
    auto first = old.archive.save(old.file, old.path, [&](qint64 bytes) { old.moved.push_back(bytes); });
    const QString other = old.place.filePath(QStringLiteral("second.png"));
    const auto second = old.archive.save(old.file, other, {});
    CHECK(old.source.asked == std::vector<qint64>{0}); // one after the other
    old.source.answer();
    CHECK(old.source.asked == std::vector<qint64>{0, 4});
    first.cancel();
    old.source.answer();
    CHECK(old.moved == std::vector<qint64>{4});
    CHECK(old.source.asked == std::vector<qint64>{0, 4, 0}); // of the second
    old.source.answer();
    old.source.answer();
    old.source.answer();
    REQUIRE(settled(second));
    CHECK(old.names() == QStringList{QStringLiteral("second.png")});
}
