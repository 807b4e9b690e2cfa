// SPDX-License-Identifier: GPL-3.0-or-later
#include "CentralMachine.h"

#include "ChangesMessages.h"
#include "DirectoryTables.h"
#include "GrantTable.h"
#include "Holds.h"
#include "OpsMessages.h"
#include "RowWriter.h"

#include <QDir>
#include <QFile>

namespace comptoir::sim {

namespace {

const QString kPassword = QStringLiteral("correct horse battery");

constexpr qint64 kFenceMs = 5000; // as the program

/// One round over 8 KiB: a simulation need not make guessing slow.
constexpr central::PasswordCost kCheap{1, 8, 1};

QString memoryFolder()
{
    return QDir(QStringLiteral("/dev/shm")).exists() ? QStringLiteral("/dev/shm/comptoir-central-XXXXXX")
                                                     : QDir::tempPath() + QStringLiteral("/comptoir-central-XXXXXX");
}

store::Store::Config configOf(const QString &path)
{
    store::Store::Config out;
    out.path = path;
    out.migrations = QStringLiteral(":/sql/central");
    out.threads = false;
    return out;
}

/// An empty database of the service, migrated once.
QString emptyDatabase()
{
    static const QTemporaryDir folder(memoryFolder());
    static const QString path = [] {
        const QString made = folder.filePath(QStringLiteral("empty.db"));
        HOLDS(store::Store::open(configOf(made)));
        return made;
    }();
    return path;
}

domain::Organisation organisation(domain::OrganisationId id, int number)
{
    domain::Organisation out;
    out.id = id;
    out.name = QStringLiteral("Commune %1").arg(number);
    out.shortName = out.name;
    out.code = QStringLiteral("C%1").arg(number);
    return out;
}

sync::Response faulty(const central::Fault &fault)
{
    return {fault.problem.status, fault.problem.encode(), fault.retryAfterS};
}

} // namespace

CentralMachine::CentralMachine(tests::SimTime &time, base::Random &random, const std::vector<domain::OrganisationId> &towns)
    : m_time(time)
    , m_random(random)
    , m_folder(memoryFolder())
    , m_disk(m_folder.path())
{
    QFile::copy(emptyDatabase(), database());
    open();
    const auto made = m_store
                          ->write([&](store::Db &db) -> base::Result<> {
                              central::RowWriter rows(db, {});
                              for (std::size_t at = 0; at < towns.size(); ++at) {
                                  if (auto put = rows.put(organisation(towns[at], int(at))); !put) {
                                      return tl::unexpected(put.error());
                                  }
                              }
                              return {};
                          })
                          .result();
    HOLDS(made);
}

CentralMachine::~CentralMachine()
{
    close();
}

void CentralMachine::open()
{
    settleFence();
    settleErasures();
    auto opened = store::Store::open(configOf(database()));
    HOLDS(opened, "the service's database does not open again: " + opened.error().message.toStdString());
    m_store = std::move(*opened);
    m_service = std::make_unique<central::CentralService>(central::CentralService::Parts{*m_store, m_time, m_random, kCheap, false});
    tune();
    m_fence.reset();
    keepFence();
}

void CentralMachine::setCachePages(int pages)
{
    m_cachePages = pages;
    tune();
}

void CentralMachine::tune()
{
    if (m_cachePages > 0) {
        const std::string pragma = "PRAGMA cache_size=" + std::to_string(m_cachePages);
        HOLDS(m_store->write([&](store::Db &db) { return db.run(pragma); }).result());
    }
}

void CentralMachine::copyTo(const QString &folder)
{
    close();
    HOLDS(QFile::copy(database(), folder + QStringLiteral("/cut.db")));
    open();
}

void CentralMachine::close()
{
    m_service.reset();
    m_store.reset();
    m_hub = {};
    for (const auto &[device, stream] : std::exchange(m_streams, {})) {
        stream.sink.close();
    }
    putFence();
}

domain::OperatorId CentralMachine::addOperator(const QString &login, domain::DeviceId device, domain::Role role)
{
    domain::Operator who;
    who.login = login;
    who.name = login;
    who.role = role;
    const auto added = m_service->accounts().add({who, {}, {QStringLiteral("all")}}, kPassword).result();
    HOLDS(added);
    m_seats[device] = {login, added->first, {}};
    return added->first;
}

base::Result<> CentralMachine::signIn(domain::DeviceId device)
{
    Seated &seated = m_seats.at(device);
    wire::SignInRequest request;
    request.login = seated.login;
    request.password = kPassword;
    request.device = device;
    request.deviceName = seated.login;
    const auto body = m_service->signIn(request.encode(), QStringLiteral("192.0.2.1")).result();
    if (!body) {
        return base::fail(base::Error::Kind::Network, body.error().problem.detail);
    }
    const auto reply = wire::SessionReply::decode(*body);
    HOLDS(reply);
    seated.accessToken = reply->accessToken;
    if (m_signedIn) {
        m_signedIn(device, *reply);
    }
    return {};
}

base::Result<sync::Response> CentralMachine::answer(const sync::Request &request, domain::DeviceId device, qint64 /*nowMs*/)
{
    if (m_time.nowMs() - m_fenceMs >= kFenceMs) {
        keepFence();
    }
    Seated &seated = m_seats.at(device);
    sync::Response response{401, {}, 0};
    for (int attempt = 0; attempt < 2 && response.status == 401 && !m_disk.isStopped(); ++attempt) {
        if (seated.accessToken.isEmpty() || attempt == 1) {
            if (const auto done = signIn(device); !done) {
                response = {503, {}, 1};
                break;
            }
        }
        response = route(request, seated);
    }
    if (m_disk.isStopped()) {
        return base::fail(base::Error::Kind::Network, QStringLiteral("the service is gone"));
    }
    return response;
}

sync::Response CentralMachine::route(const sync::Request &request, const Seated &seated)
{
    if (request.path == u"/readyz") {
        const auto ready = m_service->ready().result();
        return ready ? sync::Response{200, "{}", 0} : faulty(ready.error());
    }
    if (request.path == u"/v1/ops") {
        noteErased(request.body);
        const auto done = m_service->acceptOps(seated.accessToken, request.body).result();
        if (done) {
            checkRights(done->body, seated);
            m_hub.moved(done->moved);
        }
        return done ? sync::Response{200, done->body, 0} : faulty(done.error());
    }
    auto asked = wire::ChangesRequest::decode(request.body);
    if (!asked) {
        return {400, {}, 0};
    }
    asked->limit = pageRows > 0 ? pageRows : asked->limit;
    const auto page = m_service->changesAfter(seated.accessToken, asked->encode(), false).result();
    return page ? sync::Response{200, page->body, 0} : faulty(page.error());
}

void CentralMachine::checkRights(const QByteArray &reply, const Seated &seated)
{
    const auto verdicts = wire::OpsReply::decode(reply);
    HOLDS(verdicts);
    for (const wire::Verdict &verdict : verdicts->verdicts) {
        const auto granted = m_store->read([&](store::Db &db) { return central::GrantTable::isGranted(db, seated.who, verdict.scope); })
                                 .result();
        if (granted) { // else the disk has just stopped
            HOLDS(*granted || !wire::isAccepted(verdict.code));
        }
    }
}

bool CentralMachine::grant(const QString &login, domain::OrganisationId town)
{
    const auto changed = m_service->accounts().grant(login, {town.toString()}).result();
    announceRights(changed);
    return changed.has_value();
}

bool CentralMachine::revoke(const QString &login, domain::OrganisationId town)
{
    const auto changed = m_service->accounts().revoke(login, {town.toString()}).result();
    announceRights(changed);
    return changed.has_value();
}

bool CentralMachine::isGranted(domain::OperatorId who, domain::ScopeId scope)
{
    const auto granted = m_store->read([&](store::Db &db) { return central::GrantTable::isGranted(db, who, scope); }).result();
    HOLDS(granted);
    return *granted;
}

void CentralMachine::announceRights(const base::Result<std::pair<domain::OperatorId, int>> &changed)
{
    if (!changed || m_disk.isStopped()) {
        return;
    }
    m_hub.closeOf(changed->first);
    if (const auto shared = m_store->read([](store::Db &db) { return central::ScopeTable::find(db, {}); }).result()) {
        m_hub.moved({{domain::ScopeId{}, shared->seq}});
    }
}

bool CentralMachine::openEvents(domain::DeviceId device, const tests::EventSink &sink)
{
    closeEvents(device);
    Seated &seated = m_seats.at(device);
    for (int attempt = 0; attempt < 2 && !m_disk.isStopped(); ++attempt) {
        const auto listener = m_service->listener(seated.accessToken).result();
        if (listener && !m_disk.isStopped()) {
            m_streams[device] = {m_hub.add(*listener,
                                           {sink.wake,
                                            [this, device, close = sink.close] {
                                                closeEvents(device);
                                                close();
                                            }}),
                                 sink};
            return true;
        }
        if (listener || listener.error().problem.status != 401 || !signIn(device)) {
            return false;
        }
    }
    return false;
}

std::optional<QByteArray> CentralMachine::takeEvent(domain::DeviceId device)
{
    const auto stream = m_streams.find(device);
    if (stream == m_streams.end() || m_disk.isStopped()) {
        return std::nullopt;
    }
    const auto message = m_hub.take(stream->second.key);
    return message ? std::optional(message->encode()) : std::nullopt;
}

void CentralMachine::closeEvents(domain::DeviceId device)
{
    const auto stream = m_streams.find(device);
    if (stream != m_streams.end()) {
        m_hub.remove(stream->second.key);
        m_streams.erase(stream);
    }
}

void CentralMachine::putAway(qint64 keepMs)
{
    const auto away = m_service->archive().putAway(keepMs).result();
    const auto scopes = away && !m_disk.isStopped() ? m_store->read([](store::Db &db) { return central::ScopeTable::all(db); }).result()
                                                    : base::Result<std::vector<central::ScopeTable::Row>>();
    std::map<domain::ScopeId, qint64> moved;
    for (const auto &scope : scopes.value_or(std::vector<central::ScopeTable::Row>())) {
        moved[scope.scope] = scope.seq;
    }
    if (!moved.empty()) {
        m_hub.moved(moved);
    }
}

void CentralMachine::startAgain(bool powerCut, base::Random &draw)
{
    m_disk.stop();
    close();
    m_disk.start(powerCut, draw);
    QFile marker(database() + QStringLiteral(".open")); // nobody took it away: the stop was no clean one
    HOLDS(marker.open(QIODevice::WriteOnly));
    marker.close();
    open();
}

} // namespace comptoir::sim
