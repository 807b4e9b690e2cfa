// SPDX-License-Identifier: GPL-3.0-or-later
#include "Model.h"

#include "Holds.h"
#include "StatePrint.h"

#include <QPromise>
#include <QRegularExpression>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <sys/file.h>
#include <sys/wait.h>
#include <unistd.h>

// The schedules are processes one after the other that share what was open before they forked: between them no lock means anything.
extern "C" int flock(int, int) noexcept
{
    return 0;
}

namespace comptoir::sim {

namespace {

constexpr qint64 kPollMs = 2500; ///< longer than a console waits between two questions
constexpr int kMostRounds = 200;
constexpr int kMostSyncs = 2; ///< commits in one answer

base::Result<sync::Response> lost()
{
    return base::fail(base::Error::Kind::Network, QStringLiteral("lost"));
}

/// How long ago something was done is no part of a state.
QByteArray asText(const sync::Request &request)
{
    static const QRegularExpression age(QStringLiteral("\"age_ms\":[0-9]+"));
    return request.path.toUtf8() + ' ' + QString::fromUtf8(request.body).remove(age).toUtf8();
}

bool isPush(const sync::Request &request)
{
    return request.path == u"/v1/ops";
}

} // namespace

QFuture<base::Result<sync::Response>> HeldTransport::send(const sync::Request &request)
{
    auto promise = std::make_shared<QPromise<base::Result<sync::Response>>>();
    promise->start();
    held = Held{request, [promise](const base::Result<sync::Response> &answer) {
                    promise->addResult(answer);
                    promise->finish();
                }};
    return promise->future();
}

std::string Model::Choice::name() const
{
    constexpr std::array names{"act",  "deliver",           "arrive",          "wait", "lose", "lose the answer", "double",
                               "stop", "stop after a sync", "stop the service"};
    return std::string(names.at(std::size_t(kind))) + ' ' + std::to_string(at) + (nth > 0 ? "." + std::to_string(nth) : "") + "; ";
}

Model::Model(ModelTally &tally) : m_tally(tally), m_towns{domain::OrganisationId::fromName("town one")}
{
    m_service = std::make_unique<CentralMachine>(m_time, m_random, m_towns);
    addDesk(1);
    addDesk(2);
    m_service->onSignedIn([this](domain::DeviceId device, const wire::SessionReply &reply) {
        for (Desk &desk : m_desks) {
            if (desk.console->device() == device) {
                desk.console->learn(reply.deviceCode, reply.highestCounter);
            }
        }
    });
    for (Desk &desk : m_desks) {
        HOLDS(m_service->answer({"GET", QStringLiteral("/readyz"), {}}, desk.console->device(), m_time.nowMs()));
    }
    (void)m_desks[0].console->open(m_towns[0], QStringLiteral("printer"));
    settle();
}

Model::~Model()
{
    for (Desk &desk : m_desks) {
        desk.console->stop();
    }
}

void Model::addDesk(int number)
{
    Desk desk;
    desk.random = std::make_unique<base::SeededRandom>(quint64(number));
    const std::size_t at = m_desks.size();
    tests::Seat seat;
    seat.device = domain::DeviceId::fromName(QByteArray("device" + QByteArray::number(number)));
    seat.name = QStringLiteral("operator%1").arg(number);
    seat.who = m_service->addOperator(seat.name, seat.device, number == 1 ? domain::Role::Supervisor : domain::Role::Operator);
    seat.durability = store::Db::Durability::Full;
    seat.diskMayFail = true;
    auto transport = std::make_shared<HeldTransport *>(nullptr);
    seat.transport = [this, at, transport] {
        auto made = std::make_unique<HeldTransport>();
        *transport = made.get();
        if (at < m_desks.size()) {
            m_desks[at].transport = made.get();
        }
        return made;
    };
    desk.console = std::make_unique<tests::SimConsole>(*m_service, m_time, *desk.random, m_faults, seat);
    desk.disk = std::make_unique<FaultDisk>(desk.console->folder());
    desk.console->crash(); // opened anew, on the disk that stops
    desk.transport = *transport;
    m_desks.push_back(std::move(desk));
}

Inspection Model::inspection()
{
    return Inspection(
        *m_service,
        {{QStringLiteral("operator1"), m_desks[0].console.get(), true}, {QStringLiteral("operator2"), m_desks[1].console.get(), false}},
        m_towns);
}

/// Everything is delivered until all is quiet.
void Model::settle()
{
    Inspection inspection = this->inspection();
    for (int round = 0; round < kMostRounds && !(round > 2 && inspection.isQuiet()); ++round) {
        for (std::size_t desk = 0; desk < m_desks.size(); ++desk) {
            if (m_desks[desk].transport->held) {
                deliver(desk, true);
            }
            m_desks[desk].console->engine().operatorActive();
        }
        m_time.pass(500);
    }
}

std::vector<Model::Choice> Model::choices() const
{
    std::vector<Choice> out;
    bool held = false;
    bool acts = false;
    for (std::size_t desk = 0; desk < m_desks.size(); ++desk) {
        held = held || m_desks[desk].transport->held;
        if (!m_desks[desk].script.isEmpty()) {
            acts = true;
            out.push_back({Kind::Act, desk});
        }
    }
    if (!held && !acts) {
        return {}; // what is left of the faults would come too late
    }
    for (std::size_t desk = 0; desk < m_desks.size(); ++desk) {
        if (m_desks[desk].transport->held) {
            out.push_back({Kind::Deliver, desk});
        }
        addFaults(desk, out);
    }
    for (std::size_t ghost = 0; ghost < m_ghosts.size(); ++ghost) {
        out.push_back({Kind::Arrive, ghost});
    }
    if (m_left > 0) {
        out.push_back({Kind::StopService});
    }
    if (!held && m_waits > 0) {
        out.push_back({Kind::Wait});
    }
    return out;
}

void Model::addFaults(std::size_t desk, std::vector<Choice> &out) const
{
    if (m_left == 0) {
        return;
    }
    if (const auto &held = m_desks[desk].transport->held) {
        out.push_back({Kind::Lose, desk});
        if (isPush(held->request)) {
            out.push_back({Kind::LoseAnswer, desk});
            out.push_back({Kind::Double, desk});
        }
        for (int nth = 1; nth <= kMostSyncs; ++nth) {
            out.push_back({Kind::StopInside, desk, nth});
        }
    }
    out.push_back({Kind::Stop, desk});
}

base::Result<sync::Response> Model::asked(const Desk &desk, const sync::Request &request)
{
    return m_service->answer(request, desk.console->device(), m_time.nowMs());
}

void Model::deliver(std::size_t at, bool answered)
{
    Desk &desk = m_desks[at];
    const HeldTransport::Held held = *std::exchange(desk.transport->held, std::nullopt);
    const auto answer = asked(desk, held.request);
    held.finish(answered ? answer : lost());
}

void Model::act(Desk &desk)
{
    const std::vector<domain::Ticket> tickets = desk.console->tickets();
    const char what = desk.script.front();
    desk.script.remove(0, 1);
    domain::Operation op;
    op.scope = tickets.front().scope;
    op.entity = domain::EntityId{tickets.front().id.value};
    const auto &versions = tickets.front().versions;
    switch (what) {
    case 'c': op.payload = domain::TicketClaim{versions.of(domain::GuardedField::Assignee)}; break;
    case 'u':
        op.payload = domain::TicketEdit{QStringLiteral("urgency"),
                                        tickets.front().urgency == domain::Level::High ? QStringLiteral("low") : QStringLiteral("high"),
                                        {},
                                        versions.of(domain::GuardedField::Urgency)};
        break;
    case 't': op.payload = domain::TicketTag{{QStringLiteral("tag %1").arg(desk.script.size())}, {}}; break;
    default: op.payload = domain::TicketNote{QStringLiteral("note"), false};
    }
    (void)desk.console->perform(op);
}

/// The console's machine loses its power; a request it has sent may still arrive.
void Model::stop(std::size_t at)
{
    Desk &desk = m_desks[at];
    if (desk.transport->held && isPush(desk.transport->held->request)) {
        m_ghosts.push_back({at, desk.transport->held->request});
    }
    desk.disk->stop();
    base::SeededRandom draw(1);
    desk.console->crash([&] { desk.disk->start(true, draw); });
}

bool Model::apply(const Choice &choice)
{
    m_path += choice.name();
    switch (choice.kind) {
    case Kind::Act: act(m_desks[choice.at]); break;
    case Kind::Deliver: deliver(choice.at, true); break;
    case Kind::Wait:
        --m_waits;
        m_time.pass(kPollMs);
        break;
    case Kind::Arrive: {
        const Ghost ghost = m_ghosts[choice.at];
        m_ghosts.erase(m_ghosts.begin() + std::ptrdiff_t(choice.at));
        (void)asked(m_desks[ghost.desk], ghost.request);
        break;
    }
    default:
        --m_left;
        if (!applyFault(choice)) {
            return false;
        }
    }
    m_time.pass(choice.isFault() ? kPollMs : 1); // what was lost is asked again
    inspection().underWay();
    return true;
}

bool Model::applyFault(const Choice &choice)
{
    Desk &desk = m_desks[choice.at];
    switch (choice.kind) {
    case Kind::Lose: {
        const HeldTransport::Held held = *std::exchange(desk.transport->held, std::nullopt);
        if (isPush(held.request)) {
            m_ghosts.push_back({choice.at, held.request});
        }
        held.finish(lost());
        return true;
    }
    case Kind::LoseAnswer: deliver(choice.at, false); return true;
    case Kind::Double:
        m_ghosts.push_back({choice.at, desk.transport->held->request});
        deliver(choice.at, true);
        return true;
    case Kind::Stop: stop(choice.at); return true;
    case Kind::StopInside: {
        int left = choice.nth;
        desk.disk->synced = [&desk, &left] {
            if (--left == 0) {
                desk.disk->stop();
            }
        };
        deliver(choice.at, true);
        desk.disk->synced = {};
        if (!desk.disk->isStopped()) {
            return false; // it had fewer
        }
        stop(choice.at);
        return true;
    }
    default: {
        base::SeededRandom draw(1);
        m_service->startAgain(true, draw);
        return true;
    }
    }
}

void Model::finish()
{
    m_ghosts.clear();
    settle();
    inspection().atTheEnd();
    ++m_tally.schedules;
}

void Model::fail(const std::string &what)
{
    if (m_tally.failures++ == 0) {
        std::snprintf(m_tally.first, sizeof(m_tally.first), "%s-> %s", m_path.c_str(), what.c_str());
    }
}

bool Model::wasMet()
{
    StatePrint print;
    for (std::size_t at = 0; at < m_desks.size(); ++at) {
        print.name(char('a' + at), m_desks[at].console->tried);
    }
    HOLDS(m_service->store().read([&](store::Db &db) { return print.add(db); }).result());
    for (Desk &desk : m_desks) {
        const auto added = desk.console->read([&](store::Db &db) { return print.add(db); });
        HOLDS(added, added ? std::string() : added.error().message.toStdString());
        const sync::SyncStatus &status = desk.console->engine().status();
        print.add(desk.script + ' ' + QByteArray::number(int(status.state)) + ' ' + QByteArray::number(desk.console->repairs));
        print.add(desk.transport->held ? asText(desk.transport->held->request) : QByteArray("nothing"));
    }
    QList<QByteArray> ghosts;
    for (const Ghost &ghost : m_ghosts) {
        ghosts.append(QByteArray::number(quint64(ghost.desk)) + ' ' + asText(ghost.request));
    }
    std::sort(ghosts.begin(), ghosts.end());
    print.add(ghosts.join(' ') + QByteArray::number(m_left) + ' ' + QByteArray::number(m_waits));
    const bool met = !m_tally.seen.insert(print.value());
    m_tally.met += met;
    return met;
}

/// Goes on to the end of one schedule; the other choices at each state are processes of their own, one at a time.
void Model::schedule()
{
    try {
        for (std::vector<Choice> next = choices(); !next.empty() && m_tally.failures == 0; next = choices()) {
            HOLDS(++m_tally.states <= m_tally.most, "more states than there are: StatePrint takes in what never comes again");
            Choice chosen = next.back();
            next.pop_back();
            for (const Choice &other : next) {
                const pid_t child = ::fork();
                if (child == 0) {
                    chosen = other;
                    next.clear();
                    break;
                }
                int status = 0;
                HOLDS(child > 0 && ::waitpid(child, &status, 0) == child && status == 0, "a schedule ended its process: " + m_path);
            }
            if (!apply(chosen) || wasMet()) {
                return;
            }
        }
        if (m_tally.failures == 0) {
            finish();
        }
    } catch (const tests::Broken &broken) {
        fail(broken.what());
    }
}

void Model::explore(const QByteArray &script, int faults)
{
    std::fflush(nullptr);
    const pid_t child = ::fork();
    if (child == 0) {
        const QList<QByteArray> scripts = script.split('|');
        m_desks[0].script = scripts.value(0);
        m_desks[1].script = scripts.value(1);
        m_left = faults;
        m_tally.seen = {}; // scripts share none
        m_path = script.toStdString() + ": ";
        schedule();
        ::_exit(0);
    }
    int status = 0;
    HOLDS(child > 0 && ::waitpid(child, &status, 0) == child && status == 0, "the model ended its process");
}

} // namespace comptoir::sim
