// SPDX-License-Identifier: GPL-3.0-or-later
// What follows on a page is asked for and read while the page is written, on the store's own threads.
#include "Puller.h"

#include "Catch.h"
#include "ChangesMessages.h"
#include "CursorTable.h"
#include "EntityRows.h"
#include "Mirror.h"
#include "PageWriter.h"
#include "SettingTable.h"
#include "SimTime.h"
#include "Store.h"
#include "Ticket.h"
#include "Transport.h"
#include "Tuning.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QPromise>
#include <QSemaphore>
#include <QTemporaryDir>
#include <QThread>

using namespace comptoir;

namespace {

const auto kTown = domain::scopeOf(domain::OrganisationId::fromName("town"));

/// Holds each request until the test answers it.
class HandTransport final : public sync::Transport
{
public:
    QFuture<base::Result<sync::Response>> send(const sync::Request &request) override
    {
        asked.push_back(wire::ChangesRequest::decode(request.body).value());
        m_promises.emplace_back().start();
        return m_promises.back().future();
    }
    void openEvents() override {}
    void closeEvents() override {}

    void answer(std::size_t nth, const QByteArray &body)
    {
        m_promises[nth].addResult(sync::Response{200, body});
        m_promises[nth].finish();
    }

    std::vector<wire::ChangesRequest> asked;

private:
    std::vector<QPromise<base::Result<sync::Response>>> m_promises;
};

/// One ticket, which stands at `to`.
QByteArray pageTo(qint64 from, qint64 to, bool complete)
{
    domain::Ticket ticket;
    ticket.id = domain::TicketId::fromName(QByteArray::number(to));
    ticket.scope = kTown;
    ticket.number = QString::number(to);
    wire::PageWriter writer(kTown, 1, from);
    writer.beginTable("ticket", wire::headerOf<domain::Ticket>());
    wire::writeRow(writer, ticket, to);
    writer.endTable();
    return wire::encodeChangesReply("epoch", {writer.finish(to, 0, complete)}, {});
}

struct World
{
    World()
    {
        store::Store::Config config;
        config.path = folder.filePath(QStringLiteral("mirror.db"));
        config.migrations = QStringLiteral(":/sql/console");
        config.finish = store::Store::Finish::AtHome;
        store = store::Store::open(config).value();
        const auto device = domain::DeviceId::fromName("device");
        write([device](store::Db &db) { return store::DeviceTable::learn(db, device, QStringLiteral("9K"), 0); });
        write([](store::Db &db) { return store::mirror::enterEpoch(db, "epoch"); });
        puller = std::make_unique<sync::Puller>(*store, transport, time, time, tuning);
        QObject::connect(puller.get(), &sync::Puller::finished, puller.get(), [this](const sync::RoundEnd &how) { end = how; });
    }
    ~World() { gate.release(); }

    template <class Work>
    void write(Work work)
    {
        const auto done = store->write(std::move(work));
        REQUIRE(until([&] { return done.isFinished(); }));
        REQUIRE(done.result());
    }

    /// Whatever is given to the writer from now on waits for the gate.
    void closeGate()
    {
        closed = store->write([this](store::Db &) -> base::Result<> {
            gate.acquire();
            return {};
        });
    }

    template <class Holds>
    static bool until(Holds holds, int waitMs = 20'000)
    {
        QElapsedTimer timer;
        for (timer.start(); !holds() && timer.elapsed() < waitMs; QThread::msleep(1)) {
            QCoreApplication::processEvents();
        }
        return holds();
    }

    bool asked(std::size_t times) const
    {
        return until([&] { return transport.asked.size() >= times; });
    }
    qint64 askedFrom(std::size_t nth) const { return transport.asked[nth].cursors.at(kTown).seq; }
    qint64 number(const char *sql)
    {
        qint64 out = -1;
        write([&](store::Db &db) {
            store::Statement query = db.prepare(sql);
            return query.step().map([&](bool) { out = query.integer(0); });
        });
        return out;
    }

    QTemporaryDir folder;
    QSemaphore gate;
    QFuture<base::Result<>> closed;
    tests::SimTime time;
    sync::Tuning tuning;
    HandTransport transport;
    std::unique_ptr<store::Store> store;
    std::unique_ptr<sync::Puller> puller;
    std::optional<sync::RoundEnd> end;
};

} // namespace

TEST_CASE("what follows on a page is asked for while the page is written, and taken after it", "[sync][puller]")
{
    World world;
    world.puller->run();
    REQUIRE(world.asked(1));
    world.closeGate();
    world.transport.answer(0, pageTo(0, 10, false));
    REQUIRE(world.asked(2));
    CHECK(world.askedFrom(1) == 10);
    world.transport.answer(1, pageTo(10, 20, true));
    CHECK_FALSE(World::until([&] { return world.transport.asked.size() > 2 || world.end; }, 200)); // one page is ahead, never two
    CHECK_FALSE(world.closed.isFinished());
    world.gate.release();
    REQUIRE(World::until([&] { return world.end.has_value(); }));
    CHECK(world.end->kind == sync::RoundEnd::Kind::Done);
    CHECK(world.end->moved == 2);
    CHECK(world.number("SELECT count(*) FROM ticket") == 2);
    CHECK(world.number("SELECT seq FROM cursor WHERE seq>0") == 20);
}

TEST_CASE("what was asked ahead of a page that could not be taken as told is let go, and asked anew from where the copy stands",
          "[sync][puller]")
{
    World world;
    const bool answered = GENERATE(true, false);
    world.puller->run();
    REQUIRE(world.asked(1));
    world.closeGate();
    // Written before the page: the scope begins anew, so that the page does not follow.
    const auto anew = world.store->write([](store::Db &db) { return store::CursorTable::put(db, {kTown, {1, 5}}); });
    world.transport.answer(0, pageTo(0, 10, false));
    REQUIRE(world.asked(2));
    if (answered) {
        world.transport.answer(1, pageTo(10, 20, true));
        (void)World::until([] { return false; }, 50);
    }
    world.gate.release();
    REQUIRE(world.asked(3));
    CHECK(world.askedFrom(2) == 5);
    if (!answered) {
        world.transport.answer(1, pageTo(10, 20, true)); // comes too late: nobody waits for it
    }
    world.transport.answer(2, pageTo(5, 20, true));
    REQUIRE(World::until([&] { return world.end.has_value(); }));
    CHECK(world.end->kind == sync::RoundEnd::Kind::Done);
    CHECK(world.transport.asked.size() == 3);
    CHECK(world.number("SELECT count(*) FROM ticket") == 1);
    CHECK(world.number("SELECT seq FROM cursor WHERE seq>0") == 20);
}

TEST_CASE("a round that was given up takes nothing of what it had asked ahead", "[sync][puller]")
{
    World world;
    world.puller->run();
    REQUIRE(world.asked(1));
    world.closeGate();
    world.transport.answer(0, pageTo(0, 10, false));
    REQUIRE(world.asked(2));
    world.transport.answer(1, pageTo(10, 20, true));
    (void)World::until([] { return false; }, 50);
    world.puller->abandon();
    world.gate.release();
    CHECK(world.number("SELECT seq FROM cursor WHERE seq>0") == 10); // what was being written is written
    CHECK_FALSE(world.end);
    world.puller->run();
    REQUIRE(world.asked(3));
    CHECK(world.askedFrom(2) == 10);
    world.transport.answer(2, pageTo(10, 20, true));
    REQUIRE(World::until([&] { return world.end.has_value(); }));
    CHECK(world.number("SELECT count(*) FROM ticket") == 2);
}
