// SPDX-License-Identifier: GPL-3.0-or-later
#include "SimConsole.h"

#include "Holds.h"
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

store::Store::Config config(const QString &path, store::Db::Durability durability)
{
    store::Store::Config out;
    out.path = path;
    out.migrations = QStringLiteral(":/sql/console");
    out.durability = durability;
    out.threads = false;
    return out;
}

Seat seatOf(int number)
{
    const auto device = domain::DeviceId::fromName(QByteArray("device" + QByteArray::number(number)));
    return {device, domain::OperatorId{device.value}, device.toString().left(4)};
}

/// A migrated, empty database: made once, copied for each console.
QString emptyDatabase()
{
    static const QTemporaryDir folder(folderTemplate());
    static const QString path = [] {
        const QString made = folder.filePath(QStringLiteral("empty.db"));
        HOLDS(store::Store::open(config(made, store::Db::Durability::Normal)));
        return made;
    }();
    return path;
}

} // namespace

SimConsole::SimConsole(Answering &service, SimTime &time, base::Random &random, const Faults &faults, int number)
    : SimConsole(service, time, random, faults, seatOf(number))
{
    learn(domain::deviceCode(number), 0);
}

SimConsole::SimConsole(Answering &service, SimTime &time, base::Random &random, const Faults &faults, const Seat &seat)
    : m_service(service)
    , m_time(time)
    , m_random(random)
    , m_faults(faults)
    , m_seat(seat)
    , m_folder(folderTemplate())
{
    QFile::copy(emptyDatabase(), m_folder.filePath(QStringLiteral("mirror.db")));
    start();
}

const base::Clock &SimConsole::clock() const
{
    return m_seat.clock ? *m_seat.clock : m_time;
}

void SimConsole::learn(const QString &code, qint64 highestCounter)
{
    const auto learnt = m_store->write([&](store::Db &db) { return store::DeviceTable::learn(db, m_seat.device, code, highestCounter); })
                            .result();
    HOLDS(learnt || m_seat.diskMayFail);
}

void SimConsole::start()
{
    auto opened = store::Store::open(config(m_folder.filePath(QStringLiteral("mirror.db")), m_seat.durability));
    HOLDS(opened);
    m_store = std::move(*opened);
    if (m_seat.cachePages > 0) {
        const std::string pragma = "PRAGMA cache_size=" + std::to_string(m_seat.cachePages);
        HOLDS(m_store->write([&](store::Db &db) { return db.run(pragma); }).result() || m_seat.diskMayFail);
    }
    m_ids.emplace(clock(), m_random);
    if (m_seat.transport) {
        m_transport = m_seat.transport();
    } else {
        m_transport = std::make_unique<SimTransport>(m_service, m_time, m_random, m_faults, m_seat.device);
    }
    sync::Tuning tuning;
    tuning.pollWithoutEventsMs = 2000;
    tuning.watchdogMs = m_seat.watchdogMs > 0 ? m_seat.watchdogMs : tuning.watchdogMs;
    m_engine = std::make_unique<sync::SyncEngine>(sync::SyncEngine::Parts{*m_store, *m_transport, clock(), m_time, m_random, tuning});
    QObject::connect(
        m_engine.get(), &sync::SyncEngine::statusChanged, m_engine.get(),
        [this, before = 0](const sync::SyncStatus &status) mutable { repairs += status.repairs - std::exchange(before, status.repairs); });
    m_engine->start();
}

void SimConsole::crash(const std::function<void()> &between)
{
    m_engine.reset();
    m_transport.reset();
    m_store.reset();
    if (between) {
        between();
    }
    start();
}

bool SimConsole::perform(domain::Operation op)
{
    op.id = op.id.isNull() ? m_ids->make<domain::OperationId>() : op.id;
    const domain::ApplyContext context{m_seat.who, m_seat.name, clock().nowMs(), {}, true};
    const auto made_ = store::AgeAnchor::now(clock());
    tried[op.id] = op;
    const auto done = m_store->write([&](store::Db &db) { return store::mirror::perform(db, op, context, made_); }).result();
    if (done) {
        made.push_back(op);
    } else {
        HOLDS(done.error().kind == base::Error::Kind::Refused || m_seat.diskMayFail, done.error().message.toStdString());
    }
    return done.has_value();
}

domain::TicketId SimConsole::open(domain::OrganisationId organisation, const QString &summary, const domain::Person &requester)
{
    const auto number = m_store->write([](store::Db &db) { return store::DeviceTable::reserve(db); }).result();
    HOLDS(number || m_seat.diskMayFail);
    if (!number) {
        return {};
    }
    domain::Operation op;
    op.id = m_ids->make<domain::OperationId>();
    op.entity = domain::EntityId{op.id.value};
    op.scope = domain::scopeOf(organisation);
    domain::TicketOpen payload;
    payload.ticket.organisation = organisation;
    payload.ticket.number = number->toString();
    payload.ticket.summary = summary;
    payload.ticket.requester = requester.id;
    payload.ticket.requesterName = requester.displayName();
    op.payload = payload;
    const bool done = perform(op);
    HOLDS(done || m_seat.diskMayFail);
    return done ? domain::TicketId{op.id.value} : domain::TicketId{};
}

std::vector<domain::Ticket> SimConsole::tickets()
{
    const auto rows = read([](store::Db &db) {
        static const std::string sql = store::TicketTable::select("ORDER BY id");
        store::Statement query = db.prepare(sql);
        return store::TicketTable::all(query);
    });
    HOLDS(rows || m_seat.diskMayFail);
    std::vector<domain::Ticket> out;
    if (!rows) {
        return out;
    }
    for (const auto &row : *rows) {
        out.push_back(row.entity);
    }
    return out;
}

} // namespace comptoir::tests
