// SPDX-License-Identifier: GPL-3.0-or-later
#include "CutStage.h"

#include "ChangesMessages.h"
#include "CursorTable.h"
#include "DraftTable.h"
#include "Holds.h"
#include "NoticeTable.h"
#include "OpsBatch.h"
#include "OpsMessages.h"
#include "SettingTable.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

namespace comptoir::sim {

namespace {

QString memoryFolder()
{
    return QDir(QStringLiteral("/dev/shm")).exists() ? QStringLiteral("/dev/shm/comptoir-stage-XXXXXX")
                                                     : QDir::tempPath() + QStringLiteral("/comptoir-stage-XXXXXX");
}

base::Result<QByteArray> pullRequest(store::Db &db)
{
    const auto device = store::DeviceTable::read(db);
    const auto cursors = store::CursorTable::all(db);
    HOLDS(device && cursors);
    wire::ChangesRequest request;
    request.epoch = device->epoch;
    request.device = device->id;
    for (const store::CursorRow &cursor : *cursors) {
        request.cursors.emplace(cursor.scope, cursor.at);
    }
    request.tables = store::mirror::keptTables();
    return request.encode();
}

} // namespace

CutStage::CutStage()
    : m_towns{domain::OrganisationId::fromName("town one"), domain::OrganisationId::fromName("town two")}
    , m_root(memoryFolder())
{
    m_service = std::make_unique<CentralMachine>(m_time, m_random, m_towns);
    tests::Seat seat;
    seat.device = domain::DeviceId::fromName("device one");
    seat.who = m_service->addOperator(QStringLiteral("operator1"), seat.device, domain::Role::Supervisor);
    seat.name = QStringLiteral("operator1");
    m_console = std::make_unique<tests::SimConsole>(*m_service, m_time, m_random, m_faults, seat);
    m_service->onSignedIn(
        [this](domain::DeviceId, const wire::SessionReply &reply) { m_console->learn(reply.deviceCode, reply.highestCounter); });
    work();
}

CutStage::~CutStage()
{
    m_console->stop();
}

void CutStage::work()
{
    const domain::DeviceId device = m_console->device();
    HOLDS(m_service->answer({"GET", QStringLiteral("/readyz"), {}}, device, m_time.nowMs()));
    const auto first = m_console->open(m_towns[0], QStringLiteral("printer"));
    (void)m_console->open(m_towns[1], QStringLiteral("network"));
    attach(first);
    m_time.pass(30'000);
    base::SeededRandom draw(3);
    m_service->backUp(draw);
    m_faults.cut = true;
    const auto look = [&] {
        for (const domain::Ticket &ticket : m_console->tickets()) {
            m_ticket = ticket.id == first ? ticket : m_ticket;
        }
    };
    look();
    const auto made = [&](domain::Payload payload) {
        domain::Operation op;
        op.scope = m_ticket.scope;
        op.entity = domain::EntityId{m_ticket.id.value};
        op.payload = std::move(payload);
        HOLDS(m_console->perform(op));
        m_waiting.push_back(m_console->made.back().id);
        look();
    };
    made(domain::TicketNote{QStringLiteral("a note"), false});
    made(domain::TicketTag{{QStringLiteral("paper")}, {}});
    made(domain::TicketClaim{m_ticket.versions.of(domain::GuardedField::Assignee)});
    const auto own = m_console->store()
                         .write([&](store::Db &db) -> base::Result<> {
                             return store::DraftTable::put(db, {m_ticket.id.value, m_ticket, 5})
                                 .and_then([&] { return store::SettingTable::put(db, QStringLiteral("theme"), QStringLiteral("dark")); })
                                 .and_then([&] {
                                     return store::NoticeTable::put(db,
                                                                    {m_waiting[0],
                                                                     m_ticket.scope,
                                                                     domain::EntityId{m_ticket.id.value},
                                                                     "ticket.note",
                                                                     1,
                                                                     "{}",
                                                                     QStringLiteral("label"),
                                                                     5,
                                                                     QStringLiteral("stale"),
                                                                     {}});
                                 });
                         })
                         .result();
    HOLDS(own);
    m_console->stop();
    keep(QStringLiteral("mirror"));
    m_service->copyTo(folder(QStringLiteral("central")));
    speak();
}

/// A file on a ticket, without its bytes.
void CutStage::attach(domain::TicketId ticket)
{
    m_file = {domain::scopeOf(m_towns[0]), ticket, domain::AttachmentId::fromName("file")};
    domain::TicketAttach attached;
    attached.attachment = m_file.attachment;
    attached.name = QStringLiteral("a.txt");
    attached.size = m_content.size();
    attached.sha256 = QString::fromLatin1(QCryptographicHash::hash(m_content, QCryptographicHash::Sha256).toHex());
    attached.mediaType = QStringLiteral("text/plain");
    domain::Operation op;
    op.scope = m_file.scope;
    op.entity = domain::EntityId{ticket.value};
    op.payload = attached;
    HOLDS(m_console->perform(op));
}

/// What the two would tell each other now.
void CutStage::speak()
{
    const domain::DeviceId device = m_console->device();
    const auto batch = m_console->read(
        [&](store::Db &db) { return sync::OpsBatch::next(db, {}, {}, sync::Tuning(), store::AgeAnchor::now(m_time)); });
    HOLDS(batch && *batch);
    m_ops = (*batch)->body;
    const auto pushed = m_service->answer({"POST", QStringLiteral("/v1/ops"), m_ops}, device, m_time.nowMs());
    HOLDS(pushed && pushed->status == 200);
    m_verdicts = pushed->body;
    const auto taken = m_console->store()
                           .write(
                               [&](store::Db &db) { return store::mirror::takeVerdicts(db, wire::OpsReply::decode(m_verdicts)->verdicts); })
                           .result();
    HOLDS(taken);
    keep(QStringLiteral("judged"));
    const auto asked = m_console->read(pullRequest);
    HOLDS(asked);
    const auto pulled = m_service->answer({"POST", QStringLiteral("/v1/changes"), *asked}, device, m_time.nowMs());
    m_service->pageRows = 1;
    const auto begun = m_service->answer({"POST", QStringLiteral("/v1/changes"), *asked}, device, m_time.nowMs());
    HOLDS(pulled && pulled->status == 200 && begun && begun->status == 200);
    m_pages = pulled->body;
    m_firstPage = begun->body;
}

void CutStage::keep(const QString &name)
{
    const QString to = folder(name) + u'/' + cutDatabase();
    m_console->crash([&] { HOLDS(QFile::copy(m_console->folder() + QStringLiteral("/mirror.db"), to)); });
    m_console->stop();
}

QString CutStage::folder(const QString &name)
{
    const QString path = m_root.filePath(name);
    HOLDS(QDir(path).exists() || QDir().mkdir(path));
    return path;
}

CutScript CutStage::console(const char *name, const char *prepared, ConsoleWork work) const
{
    CutScript out;
    out.name = name;
    out.prepared = m_root.filePath(QString::fromUtf8(prepared));
    out.migrations = QStringLiteral(":/sql/console");
    out.session = [work = std::move(work), migrations = out.migrations](const QString &database) -> base::Result<> {
        auto store = store::Store::open(cutConfig(database, migrations));
        return store ? (*store)->write(work).result() : tl::unexpected(store.error());
    };
    return out;
}

CutScript CutStage::service(const char *name, ServiceWork work) const
{
    CutScript out;
    out.name = name;
    out.prepared = m_root.filePath(QStringLiteral("central"));
    out.migrations = QStringLiteral(":/sql/central");
    out.session = [this, work = std::move(work), migrations = out.migrations](const QString &database) -> base::Result<> {
        auto store = store::Store::open(cutConfig(database, migrations));
        if (!store) {
            return tl::unexpected(store.error());
        }
        base::SeededRandom random(11);
        central::CentralService service({**store, m_time, random, {1, 8, 1}, false});
        return work(service, **store, database);
    };
    return out;
}

} // namespace comptoir::sim
