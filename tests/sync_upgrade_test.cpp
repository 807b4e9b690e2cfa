// SPDX-License-Identifier: GPL-3.0-or-later
#include "Catch.h"
#include "Compression.h"
#include "DraftTable.h"
#include "FakeService.h"
#include "Migrations.h"
#include "NoticeTable.h"
#include "OutboxTable.h"
#include "TicketNumber.h"
#include "Paths.h"
#include "SettingTable.h"
#include "SimConsole.h"

#include <QDir>
#include <QFile>

using namespace comptoir;
using tests::FakeService;
using tests::SimConsole;

namespace {

const auto kTown = domain::OrganisationId::fromName("town");
const QString kSchemas = QStringLiteral(":/sql/console");
/// The first schema with an outbox.
constexpr int kFirstSchema = 2;
constexpr qsizetype kMostBytes = 16 * 1024 * 1024;

QString fixture(int schema)
{
    return tests::sourceDir() + QStringLiteral("/tests/fixtures/console-schema-%1.db.zst").arg(schema);
}

QByteArray read(const QString &path)
{
    QFile file(path);
    INFO(path.toStdString());
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    INFO(path.toStdString());
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(bytes) == bytes.size());
}

/// A folder with the migrations up to `schema`, and whatever is added to it.
struct Schemas
{
    explicit Schemas(int schema)
    {
        const QStringList names = QDir(kSchemas).entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
        for (const QString &name : names.mid(0, schema)) {
            write(dir.filePath(name), read(kSchemas + u'/' + name));
        }
    }

    [[nodiscard]] base::Result<std::unique_ptr<store::Store>> open(const QString &path) const
    {
        return store::Store::open({path, dir.path(), store::Db::Durability::Full, false});
    }

    QTemporaryDir dir;
};

int newestSchema()
{
    return store::Migrations::in(kSchemas)->newest();
}

/// A service that knows one console, which comes with the file at `path`.
struct World
{
    World() : device(domain::DeviceId::fromName("device0"))
    {
        service.grant(device, {});
        service.grant(device, domain::scopeOf(kTown));
        faults.cut = true;
        console = std::make_unique<SimConsole>(service, time, random, faults, 0);
    }

    [[nodiscard]] QString file() const { return console->folder() + QStringLiteral("/mirror.db"); }

    void comeWith(const QByteArray &database)
    {
        console->crash([&] {
            for (const char *suffix : {"-wal", "-shm"}) {
                QFile::remove(file() + QLatin1String(suffix));
            }
            write(file(), database);
        });
    }

    tests::SimTime time;
    base::SeededRandom random{7};
    tests::Faults faults;
    FakeService service{{domain::ScopeId{}, domain::scopeOf(kTown)}};
    domain::DeviceId device;
    std::unique_ptr<SimConsole> console;
};

/// What an operator does without a network: three tickets with a life of their own, a draft and a note begun.
class OfflineWork
{
public:
    explicit OfflineWork(store::Db &db) : m_db(db) {}

    base::Result<> run()
    {
        return store::DeviceTable::learn(m_db, domain::DeviceId::fromName("device0"), domain::deviceCode(0), 0).and_then([&] {
            for (int at = 0; at < 3; ++at) {
                if (auto done = ticket(at); !done) {
                    return done;
                }
            }
            domain::Ticket draft;
            draft.summary = QStringLiteral("Brouillon");
            return store::DraftTable::put(m_db, {base::Uuid::fromName("draft"), draft, 1}).and_then([&] {
                return store::KeptTextTable::put(m_db, domain::TicketId{base::Uuid::fromName("draft")}, QStringLiteral("à moitié"), 1);
            });
        });
    }

private:
    base::Result<> ticket(int at)
    {
        const auto number = store::DeviceTable::reserve(m_db);
        if (!number) {
            return tl::unexpected(number.error());
        }
        domain::TicketOpen open;
        open.ticket.organisation = kTown;
        open.ticket.number = number->toString();
        open.ticket.summary = QStringLiteral("Écran noir n° %1").arg(at);
        m_ticket = {};
        return perform(open)
            .and_then([&] { return perform(domain::TicketClaim{}); })
            .map([&] { m_claim = m_last; })
            .and_then([&] {
                return perform(domain::TicketNote{QStringLiteral("rappelé l’agent"), true});
            })
            .and_then([&] {
                return perform(domain::TicketTag{{QStringLiteral("écran")}, {}});
            })
            .and_then([&] {
                return perform(domain::TicketEdit{QStringLiteral("description"), QStringLiteral("câble changé"), {}, {}});
            })
            .and_then([&] {
                return at == 0 ? perform(domain::TicketResolve{QStringLiteral("fixed"), QStringLiteral("réglé"), m_claim})
                               : base::Result<>();
            });
    }

    base::Result<> perform(domain::Payload payload)
    {
        domain::Operation op;
        op.id = m_last = m_ids.make<domain::OperationId>();
        m_ticket = m_ticket.isNull() ? domain::EntityId{op.id.value} : m_ticket;
        op.entity = m_ticket;
        op.scope = domain::scopeOf(kTown);
        op.payload = std::move(payload);
        const auto me = domain::OperatorId{domain::DeviceId::fromName("device0").value};
        return store::mirror::perform(m_db, op, {me, QStringLiteral("Inès"), m_clock.nowMs(), {}, true}, store::AgeAnchor::now(m_clock));
    }

    store::Db &m_db;
    tests::SimTime m_clock;
    base::SeededRandom m_random{11};
    base::IdSource m_ids{m_clock, m_random};
    domain::EntityId m_ticket;
    domain::OperationId m_last;
    domain::OperationId m_claim; ///< it has set the state
};

base::Result<> workOffline(store::Db &db)
{
    return OfflineWork(db).run();
}

qint64 waiting(SimConsole &console)
{
    const auto count = console.read([](store::Db &db) { return store::OutboxTable::pendingCount(db); });
    REQUIRE(count);
    return *count;
}

/// Everything of workOffline() has come to the service, in order.
void checkArrived(const FakeService &service)
{
    REQUIRE(service.state().tickets.size() == 3);
    for (const auto &[id, row] : service.state().tickets) {
        CHECK(row.ticket.description == QStringLiteral("câble changé"));
        CHECK(row.ticket.tags.list == QStringList{QStringLiteral("écran")});
        CHECK(row.ticket.state == (row.ticket.summary.endsWith(u'0') ? domain::TicketState::Resolved : domain::TicketState::InProgress));
    }
    for (const auto &[id, judged] : service.state().ops) {
        CHECK(wire::isAccepted(judged.verdict.code));
    }
    CHECK(service.state().ops.size() == 3 * 5 + 1);
}

} // namespace

TEST_CASE("the outbox of every earlier schema opens and drains under this one", "[sync][upgrade]")
{
    for (int schema = kFirstSchema; schema <= newestSchema(); ++schema) {
        INFO("schema " << schema);
        World world;
        const auto database = wire::decompress(read(fixture(schema)), kMostBytes);
        REQUIRE(database);
        world.comeWith(*database);
        CHECK(waiting(*world.console) == 3 * 5 + 1);
        CHECK(world.console->tickets().size() == 3);
        world.faults.cut = false;
        world.time.pass(60'000);
        CHECK(world.console->engine().status().state == sync::SyncStatus::State::Agreed);
        CHECK(waiting(*world.console) == 0);
        checkArrived(world.service);
        const auto draft = world.console->read([](store::Db &db) { return store::DraftTable::find(db, base::Uuid::fromName("draft")); });
        REQUIRE((draft && *draft));
        CHECK((*draft)->ticket.summary == QStringLiteral("Brouillon"));
        const auto kept = world.console->read(
            [](store::Db &db) { return store::KeptTextTable::find(db, domain::TicketId{base::Uuid::fromName("draft")}); });
        CHECK(kept == QStringLiteral("à moitié"));
    }
}

TEST_CASE("a program rolled back by one version goes on with the outbox of the newer one, and that with its", "[sync][upgrade]")
{
    Schemas newer(newestSchema());
    write(newer.dir.filePath(QStringLiteral("%1_next.sql").arg(newestSchema() + 1, 4, 10, QLatin1Char('0'))),
          "-- usable-from: " + QByteArray::number(newestSchema())
              + "\nALTER TABLE outbox ADD COLUMN hurry INTEGER NOT NULL DEFAULT 0;\nCREATE TABLE later(a BLOB) STRICT;");
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("mirror.db"));
    {
        const auto opened = newer.open(path);
        REQUIRE(opened);
        REQUIRE((*opened)->write(workOffline).result());
        // What only the newer program can say.
        REQUIRE(
            (*opened)
                ->write([](store::Db &db) {
                    return db.run(
                        "INSERT INTO outbox(op_id, scope, entity, kind, version, deps, payload, base_seq, boot_id, boot_ms, wall_ms, "
                        "actor, actor_name, may_major, hurry) SELECT randomblob(16), scope, entity, 'ticket.praise', 1, x'', "
                        "CAST('{\"text\":\"bravo\"}' AS BLOB), 0, boot_id, boot_ms, wall_ms, actor, actor_name, 0, 1 FROM outbox LIMIT 1");
                })
                .result());
    }
    World world;
    world.comeWith(read(path));
    CHECK(waiting(*world.console) == 3 * 5 + 2);
    const auto mine = world.console->open(kTown, QStringLiteral("sous l’ancienne"));
    CHECK(waiting(*world.console) == 3 * 5 + 3);
    world.console->stop();
    world.console->store().drain();
    const QString kept = world.file();
    QByteArray rolledBack;
    world.console->crash([&] { rolledBack = read(kept); });
    {
        write(path, rolledBack);
        for (const char *suffix : {"-wal", "-shm"}) {
            QFile::remove(path + QLatin1String(suffix));
        }
        const auto again = newer.open(path);
        REQUIRE(again);
        CHECK((*again)->read([](store::Db &db) { return store::OutboxTable::pendingCount(db); }).result() == 3 * 5 + 3);
    }
    world.faults.cut = false;
    world.time.pass(60'000);
    CHECK(waiting(*world.console) == 0);
    CHECK(world.service.state().tickets.contains(mine.value));
    const auto notices = world.console->read([](store::Db &db) { return store::NoticeTable::open(db, 10); });
    REQUIRE(notices);
    REQUIRE(notices->size() == 1); // the service does not know it either: its text is kept
    CHECK(notices->front().payload.contains("bravo"));
}

TEST_CASE("the fixtures of the outboxes are written: COMPTOIR_FIXTURES names the folder", "[.][fixture]")
{
    const QString folder = qEnvironmentVariable("COMPTOIR_FIXTURES");
    REQUIRE_FALSE(folder.isEmpty());
    const int schema = newestSchema();
    for (int at = kFirstSchema; at <= schema; ++at) {
        const QString target = folder + QStringLiteral("/console-schema-%1.db.zst").arg(at);
        if (QFile::exists(target)) {
            continue; // what an earlier program has written is never written anew
        }
        const Schemas schemas(at);
        QTemporaryDir made;
        const QString path = made.filePath(QStringLiteral("mirror.db"));
        {
            const auto opened = schemas.open(path);
            REQUIRE(opened);
            const auto done = (*opened)->write(workOffline).result();
            INFO((done ? QString() : done.error().message).toStdString());
            REQUIRE(done);
        }
        write(target, wire::compress(read(path)));
    }
}
