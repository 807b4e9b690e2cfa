// SPDX-License-Identifier: GPL-3.0-or-later
#include "SimConsole.h"

#include "Catch.h"
#include "SettingTable.h"
#include "TicketTable.h"

#include <QDir>
#include <QFile>

namespace comptoir::tests {

namespace {

QString folderTemplate()
{
    return QDir(QStringLiteral("/dev/shm")).exists() ? QStringLiteral("/dev/shm/comptoir-XXXXXX")
                                                     : QDir::tempPath() + QStringLiteral("/comptoir-XXXXXX");
}

store::Store::Config config(const QString &path)
{
    store::Store::Config out;
    out.path = path;
    out.migrations = QStringLiteral(":/sql/console");
    out.durability = store::Db::Durability::Normal;
    out.threads = false;
    return out;
}

/// A migrated, empty database: made once, copied for each console.
QString emptyDatabase()
{
    static const QTemporaryDir folder(folderTemplate());
    static const QString path = [] {
        const QString made = folder.filePath(QStringLiteral("empty.db"));
        REQUIRE(store::Store::open(config(made)));
        return made;
    }();
    return path;
}

} // namespace

QFuture<base::Result<sync::Response>> SimTransport::send(const sync::Request &request)
{
    auto promise = std::make_shared<QPromise<base::Result<sync::Response>>>();
    promise->start();
    const auto finish = [promise](const base::Result<sync::Response> &answer) {
        promise->addResult(answer);
        promise->finish();
    };
    const auto lost = [] { return base::fail(base::Error::Kind::Network, QStringLiteral("lost")); };
    if (m_faults.cut || happens(m_faults.dropRequest)) {
        m_time.after(delay(), this, [finish, lost] { finish(lost()); });
        return promise->future();
    }
    if (happens(m_faults.duplicate)) {
        m_time.after(delay() * 3, this, [this, request] { (void)m_service.handle(request, m_device, m_time.nowMs()); });
    }
    m_time.after(delay(), this, [this, request, finish, lost] {
        const sync::Response answer = m_service.handle(request, m_device, m_time.nowMs());
        const bool dropped = m_faults.cut || happens(m_faults.dropAnswer);
        m_time.after(delay(), this, [finish, lost, answer, dropped] { finish(dropped ? base::Result<sync::Response>(lost()) : answer); });
    });
    return promise->future();
}

SimConsole::SimConsole(FakeService &service, SimTime &time, base::Random &random, const Faults &faults, int number)
    : m_service(service)
    , m_time(time)
    , m_random(random)
    , m_faults(faults)
    , m_device(domain::DeviceId::fromName(QByteArray("device" + QByteArray::number(number))))
    , m_ids(time, random)
    , m_folder(folderTemplate())
    , m_number(number)
{
    QFile::copy(emptyDatabase(), m_folder.filePath(QStringLiteral("mirror.db")));
    start();
    const QString code = domain::deviceCode(number);
    REQUIRE(m_store->write([&](store::Db &db) { return store::DeviceTable::learn(db, m_device, code, 0); }).result());
}

void SimConsole::start()
{
    auto opened = store::Store::open(config(m_folder.filePath(QStringLiteral("mirror.db"))));
    REQUIRE(opened);
    m_store = std::move(*opened);
    m_transport = std::make_unique<SimTransport>(m_service, m_time, m_random, m_faults, m_device);
    sync::Tuning tuning;
    tuning.pollWithoutEventsMs = 2000;
    m_engine = std::make_unique<sync::SyncEngine>(sync::SyncEngine::Parts{*m_store, *m_transport, m_time, m_time, m_random, tuning});
    m_engine->start();
}

void SimConsole::crash()
{
    m_engine.reset();
    m_transport.reset();
    m_store.reset();
    start();
}

bool SimConsole::perform(domain::Operation op)
{
    op.id = op.id.isNull() ? m_ids.make<domain::OperationId>() : op.id;
    const domain::ApplyContext context{domain::OperatorId{m_device.value}, m_device.toString().left(4), m_time.nowMs(), {}, true};
    const auto made_ = store::AgeAnchor::now(m_time);
    const auto done = m_store->write([&](store::Db &db) { return store::mirror::perform(db, op, context, made_); }).result();
    if (done) {
        made.push_back(op);
    } else {
        INFO(done.error().message.toStdString());
        REQUIRE(done.error().kind == base::Error::Kind::Refused);
    }
    return done.has_value();
}

domain::TicketId SimConsole::open(domain::OrganisationId organisation, const QString &summary)
{
    const auto number = m_store->write([](store::Db &db) { return store::DeviceTable::reserve(db); }).result();
    REQUIRE(number);
    domain::Operation op;
    op.id = m_ids.make<domain::OperationId>();
    op.entity = domain::EntityId{op.id.value};
    op.scope = domain::scopeOf(organisation);
    domain::TicketOpen payload;
    payload.ticket.organisation = organisation;
    payload.ticket.number = number->toString();
    payload.ticket.summary = summary;
    op.payload = payload;
    REQUIRE(perform(op));
    return domain::TicketId{op.id.value};
}

std::vector<domain::Ticket> SimConsole::tickets()
{
    const auto rows = read([](store::Db &db) {
        static const std::string sql = store::TicketTable::select("ORDER BY id");
        store::Statement query = db.prepare(sql);
        return store::TicketTable::all(query);
    });
    REQUIRE(rows);
    std::vector<domain::Ticket> out;
    for (const auto &row : *rows) {
        out.push_back(row.entity);
    }
    return out;
}

} // namespace comptoir::tests
