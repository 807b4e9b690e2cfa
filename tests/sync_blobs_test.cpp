// SPDX-License-Identifier: GPL-3.0-or-later
#include "AttachmentTable.h"
#include "BlobCarrier.h"
#include "BlobKeep.h"
#include "Catch.h"
#include "OwnAttachmentTable.h"
#include "Random.h"
#include "SettingTable.h"
#include "Store.h"

#include <QCryptographicHash>
#include <QTemporaryDir>

using namespace comptoir;
using store::BlobKeep;
using store::Db;

namespace {

const auto kTown = domain::OrganisationId::fromName("town");
const auto kTicket = domain::TicketId::fromName("ticket");
const auto kHere = domain::DeviceId::fromName("here");

/// Runs what was put off when it is told to.
class HandScheduler final : public base::Scheduler
{
public:
    void after(qint64 ms, QObject *, std::function<void()> work) override
    {
        if (ms <= 60'000) { // the watchdog of a request stays out of it
            later.push_back(std::move(work));
        }
    }
    void run()
    {
        for (const auto &work : std::exchange(later, {})) {
            work();
        }
    }
    std::vector<std::function<void()>> later;
};

/// The service's part: files by their route, as far as they have come.
class BlobService final : public sync::Transport
{
public:
    std::map<QString, QByteArray> files;
    QStringList asked; ///< method and offset
    int cutIn = -1; ///< so many more answers, then nobody answers once
    int failWith = 0; ///< of each PUT
    bool answersLate = false; ///< nothing is answered
    QByteArray spoilt; ///< in the place of what is fetched

    QFuture<base::Result<sync::Response>> send(const sync::Request &request) override
    {
        if (answersLate) {
            m_never.push_back({});
            m_never.back().start();
            return m_never.back().future();
        }
        if (cutIn >= 0 && cutIn-- == 0) {
            return QtFuture::makeReadyFuture(base::Result<sync::Response>(base::fail(base::Error::Kind::Network, {})));
        }
        return QtFuture::makeReadyFuture(base::Result<sync::Response>(answer(request)));
    }
    void openEvents() override {}
    void closeEvents() override {}

private:
    static QByteArray header(const sync::Request &request, const QByteArray &name)
    {
        for (const auto &[one, value] : request.headers) {
            if (one == name) {
                return value;
            }
        }
        return {};
    }

    sync::Response answer(const sync::Request &request)
    {
        QByteArray &file = files[request.path];
        if (request.method == "HEAD") {
            asked << QStringLiteral("HEAD");
            return {200, {}, 0, file.size()};
        }
        if (request.method == "PUT") {
            const qint64 at = header(request, "Upload-Offset").toLongLong();
            asked << QStringLiteral("PUT %1").arg(at);
            if (failWith != 0) {
                return {failWith, {}};
            }
            if (at != file.size()) {
                return {409, {}, 0, file.size()};
            }
            file += request.body;
            return {200, {}, 0, file.size()};
        }
        const QByteArray range = header(request, "Range");
        const qint64 from = range.mid(6).split('-').first().toLongLong();
        asked << QStringLiteral("GET %1").arg(from);
        const QByteArray &given = spoilt.isEmpty() ? file : spoilt;
        return given.isEmpty() ? sync::Response{404, {}} : sync::Response{206, given.mid(from, domain::kMostPieceBytes)};
    }

    std::vector<QPromise<base::Result<sync::Response>>> m_never;
};

struct Line
{
    Line()
    {
        store::Store::Config config;
        config.path = folder.filePath(QStringLiteral("mirror.sqlite"));
        config.migrations = QStringLiteral(":/sql/console");
        config.threads = false;
        auto opened = store::Store::open(config);
        REQUIRE(opened);
        store = std::move(*opened);
        REQUIRE(store->write([](Db &db) { return store::DeviceTable::learn(db, kHere, QStringLiteral("7K"), 0); }).result());
        begin();
    }
    /// As after a start of the program.
    void begin() { carrier = std::make_unique<sync::BlobCarrier>(*store, service, scheduler, random, tuning); }

    domain::Attachment add(const char *name, const QByteArray &bytes, domain::AttachmentState state, domain::DeviceId holder)
    {
        domain::Attachment file;
        file.id = domain::AttachmentId::fromName(name);
        file.scope = domain::scopeOf(kTown);
        file.ticket = kTicket;
        file.name = QString::fromLatin1(name);
        file.size = bytes.size();
        file.sha256 = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
        file.state = state;
        file.holder = holder;
        REQUIRE(store->write([&](Db &db) { return store::AttachmentTable::put(db, file, 5); }).result());
        return file;
    }
    domain::Attachment addOwn(const char *name, const QByteArray &bytes)
    {
        REQUIRE(keep.put(bytes));
        const domain::Attachment file = add(name, bytes, domain::AttachmentState::Held, kHere);
        const store::OwnAttachment own{file.id, kTicket, file.name, file.size, file.sha256, {}, 1, true, 0, {}};
        REQUIRE(store->write([&](Db &db) { return store::OwnAttachmentTable::put(db, own); }).result());
        return file;
    }
    void want(const domain::Attachment &file)
    {
        REQUIRE(store->write([&](Db &db) { return store::WantedAttachmentTable::put(db, file.id); }).result());
        carrier->look();
    }
    store::OwnAttachment own(const domain::Attachment &file)
    {
        return **store->read([&](Db &db) { return store::OwnAttachmentTable::find(db, file.id); }).result();
    }
    std::optional<QString> wanted(const domain::Attachment &file)
    {
        return *store->read([&](Db &db) { return store::WantedAttachmentTable::find(db, file.id); }).result();
    }
    QByteArray &at(const domain::Attachment &file)
    {
        return service
            .files[QString(QStringLiteral("/v1/blobs/") + file.scope.toString() + u'/' + kTicket.toString() + u'/' + file.id.toString())];
    }

    QTemporaryDir folder;
    BlobKeep keep{folder.filePath(QStringLiteral("mirror.sqlite"))};
    std::unique_ptr<store::Store> store;
    BlobService service;
    HandScheduler scheduler;
    base::SeededRandom random{1};
    sync::Tuning tuning;
    std::unique_ptr<sync::BlobCarrier> carrier;
};

const QByteArray kBig = QByteArray(600 * 1024, 'a') + "end";

} // namespace

TEST_CASE("a file held here goes to the service piece by piece, and says how far it is", "[sync][attachment]")
{
    Line line;
    const auto file = line.addOwn("big", kBig);
    CHECK(line.service.asked.isEmpty()); // operations come first
    line.carrier->allow(true);
    CHECK(line.at(file) == kBig);
    CHECK(line.service.asked
          == QStringList{QStringLiteral("HEAD"), QStringLiteral("PUT 0"), QStringLiteral("PUT 262144"), QStringLiteral("PUT 524288")});
    CHECK(line.own(file).sent == kBig.size());
    line.carrier->look();
    CHECK(line.service.asked.size() == 4); // it waits for the row that says it is stored
}

TEST_CASE("after a cut, and after a new start, a file goes on from where the service has it", "[sync][attachment]")
{
    Line line;
    const auto file = line.addOwn("big", kBig);
    line.service.cutIn = 2; // the second piece is lost
    line.carrier->allow(true);
    CHECK(line.at(file).size() == 262144);
    line.service.asked.clear();
    const bool anew = GENERATE(false, true);
    if (anew) {
        line.begin();
        line.carrier->allow(true);
    } else {
        line.carrier->look(); // the back-off holds
        CHECK(line.service.asked.isEmpty());
        line.scheduler.run();
    }
    CHECK(line.at(file) == kBig);
    CHECK(line.service.asked.first() == QStringLiteral("HEAD"));
    CHECK(line.service.asked.at(1) == QStringLiteral("PUT 262144"));
    // On the line that broke the first pieces are smaller.
    CHECK(line.service.asked.at(2) == (anew ? QStringLiteral("PUT 524288") : QStringLiteral("PUT 327680")));
}

TEST_CASE("a file that came whole before the service could check it is asked to be checked", "[sync][attachment]")
{
    Line line;
    const auto file = line.addOwn("small", "all of it");
    line.at(file) = "all of it";
    line.carrier->allow(true);
    CHECK(line.service.asked == QStringList{QStringLiteral("HEAD"), QStringLiteral("PUT 9")});
}

TEST_CASE("a file the service has no room for is told beside it, and the next one goes", "[sync][attachment]")
{
    Line line;
    const auto small = line.addOwn("a", "small");
    const auto large = line.addOwn("b", "larger");
    line.service.failWith = 507;
    line.carrier->allow(true);
    CHECK(line.own(small).failure == QStringLiteral("quota"));
    CHECK(line.own(large).failure == QStringLiteral("quota"));
    CHECK(line.keep.holds(small.sha256));
    line.service.failWith = 0;
    line.carrier->allow(false);
    line.carrier->allow(true); // the service is met anew
    CHECK(line.at(small) == "small");
    CHECK(line.own(small).failure.isEmpty());
    CHECK(line.at(large) == "larger");
}

TEST_CASE("a wanted file comes piece by piece, goes on where it stopped, and counts once its sum is right", "[sync][attachment]")
{
    Line line;
    const auto file = line.add("big", kBig, domain::AttachmentState::Stored, domain::DeviceId::fromName("elsewhere"));
    line.at(file) = kBig;
    line.carrier->allow(true);
    CHECK(line.service.asked.isEmpty()); // nobody wants it
    line.service.cutIn = 2;
    line.want(file);
    CHECK(line.keep.fetched(file.sha256) == 524288);
    CHECK(!line.keep.holds(file.sha256));
    line.service.asked.clear();
    line.begin();
    line.carrier->allow(true);
    CHECK(line.service.asked == QStringList{QStringLiteral("GET 524288")});
    CHECK(line.keep.whole(file.sha256) == kBig);
    CHECK(!line.wanted(file));
}

TEST_CASE("a file that comes as another, or not at all, is not taken, and says so until it is wanted again", "[sync][attachment]")
{
    Line line;
    const auto file = line.add("one", "the true bytes", domain::AttachmentState::Stored, {});
    line.service.spoilt = "the fake bytes";
    line.carrier->allow(true);
    line.want(file);
    CHECK(!line.keep.holds(file.sha256));
    CHECK(line.wanted(file) == QStringLiteral("damaged"));
    line.service.spoilt.clear();
    line.begin();
    line.carrier->allow(true);
    CHECK(!line.keep.holds(file.sha256)); // in vain is not tried for ever
    line.want(file);
    CHECK(line.wanted(file) == QStringLiteral("missing"));
    line.at(file) = "the true bytes";
    line.begin();
    line.want(file);
    line.carrier->allow(true);
    CHECK(line.keep.whole(file.sha256) == QByteArrayLiteral("the true bytes"));
}

TEST_CASE("what another console holds, or what an operation here has still to make known, does not go", "[sync][attachment]")
{
    Line line;
    REQUIRE(line.keep.put("theirs"));
    line.add("theirs", "theirs", domain::AttachmentState::Held, domain::DeviceId::fromName("elsewhere"));
    const auto mine = line.addOwn("mine", "mine");
    REQUIRE(line.store->write([&](Db &db) { return store::AttachmentTable::put(db, mine, 0); }).result());
    line.carrier->allow(true);
    CHECK(line.service.asked.isEmpty());
}
