// SPDX-License-Identifier: GPL-3.0-or-later
#include "Catch.h"
#include "FakeService.h"
#include "NoticeTable.h"
#include "OutboxTable.h"
#include "SimConsole.h"
#include "TicketTable.h"
#include "TimelineTable.h"

#include <cstdio>
#include <set>

using namespace comptoir;
using tests::FakeService;
using tests::SimConsole;

namespace {

const std::array kTowns{domain::OrganisationId::fromName("town one"), domain::OrganisationId::fromName("town two")};

quint64 numberFrom(const char *variable, quint64 otherwise)
{
    const QByteArray value = qgetenv(variable);
    return value.isEmpty() ? otherwise : value.toULongLong();
}

/// One run: consoles, a service, faults; everything drawn from the seed.
class Simulation
{
public:
    explicit Simulation(quint64 seed)
        : m_random(seed)
        , m_service({domain::ScopeId{}, domain::scopeOf(kTowns[0]), domain::scopeOf(kTowns[1])})
    {
        m_service.pageRows = int(1 + m_random.below(12));
        m_faults.dropRequest = drawn(25);
        m_faults.dropAnswer = drawn(25);
        m_faults.duplicate = drawn(20);
        m_faults.mostDelayMs = 1 + qint64(m_random.below(3000));
        m_crashes = m_random.below(2) == 0;
        m_restores = m_random.below(4) == 0;
        m_grants = m_random.below(4) == 0;
        const int consoles = 2 + int(m_random.below(2));
        for (int i = 0; i < consoles; ++i) {
            const auto device = domain::DeviceId::fromName(QByteArray("device" + QByteArray::number(i)));
            for (const auto &scope : {domain::ScopeId{}, domain::scopeOf(kTowns[0]), domain::scopeOf(kTowns[1])}) {
                m_service.grant(device, scope);
            }
            m_consoles.push_back(std::make_unique<SimConsole>(m_service, m_time, m_random, m_faults, i));
        }
    }

    void run()
    {
        for (int step = 0; step < 60; ++step) {
            fault();
            act(*m_consoles[m_random.below(m_consoles.size())]);
            m_time.pass(qint64(m_random.below(4000)));
            for (const auto &console : m_consoles) {
                checkOwnChangesShown(*console);
            }
        }
        heal();
        for (const auto &console : m_consoles) {
            checkReplica(*console);
            checkVerdicts(*console);
        }
    }

private:
    int drawn(int most) { return m_random.below(2) == 0 ? 0 : int(m_random.below(quint64(most))); }
    bool happens(int percent) { return int(m_random.below(100)) < percent; }

    void fault()
    {
        m_faults.cut = happens(m_faults.cut ? 70 : 8);
        if (m_crashes && happens(6)) {
            m_consoles[m_random.below(m_consoles.size())]->crash();
        }
        if (m_restores && happens(4)) {
            m_service.backUp();
        }
        if (m_restores && happens(3)) {
            m_service.restore();
        }
        if (m_grants && happens(6)) {
            const auto device = m_consoles.back()->device();
            const auto scope = domain::scopeOf(kTowns[1]);
            if (m_service.isGranted(device, scope)) {
                m_service.revoke(device, scope);
            } else {
                m_service.grant(device, scope);
            }
        }
    }

    void act(SimConsole &console)
    {
        const std::vector<domain::Ticket> tickets = console.tickets();
        if (tickets.empty() || happens(25)) {
            (void)console.open(kTowns[m_random.below(2)], QStringLiteral("n° %1").arg(m_random.below(1000)));
            return;
        }
        const domain::Ticket &ticket = tickets[m_random.below(tickets.size())];
        domain::Operation op;
        op.scope = ticket.scope;
        op.entity = domain::EntityId{ticket.id.value};
        op.payload = something(ticket);
        const auto others = console.made;
        if (!others.empty() && happens(10)) {
            op.deps = {others.back().id};
        }
        (void)console.perform(op);
    }

    domain::Payload something(const domain::Ticket &ticket)
    {
        const auto assignee = ticket.versions.of(domain::GuardedField::Assignee);
        const auto state = ticket.versions.of(domain::GuardedField::State);
        const QString text = QStringLiteral("texte %1").arg(m_random.below(100000));
        switch (m_random.below(8)) {
        case 0: return domain::TicketClaim{assignee};
        case 1: return domain::TicketResolve{QStringLiteral("solved"), text, state};
        case 2: return domain::TicketReopen{text, state};
        case 3: return domain::TicketEdit{QStringLiteral("summary"), text, {}, {}};
        case 4:
            return domain::TicketEdit{
                QStringLiteral("urgency"), QStringLiteral("high"), {}, ticket.versions.of(domain::GuardedField::Urgency)};
        case 5: return domain::TicketTag{{text}, {}};
        default: return domain::TicketNote{text, m_random.below(2) == 0};
        }
    }

    void heal()
    {
        m_faults = {};
        for (const auto &console : m_consoles) {
            for (const auto &town : kTowns) {
                m_service.grant(console->device(), domain::scopeOf(town));
            }
        }
        m_time.pass(240'000); // the longest back-off, the watchdog, and the rounds themselves
    }

    /// Invariant 5: an operation not yet refused or parked is in the view, its note in the history exactly once.
    void checkOwnChangesShown(SimConsole &console)
    {
        const auto missing = console.read([](store::Db &db) -> base::Result<qint64> {
            store::Statement query = db.prepare("SELECT count(*) FROM outbox WHERE kind='ticket.note' AND shown=1 AND state<>'refused'"
                                                " AND op_id NOT IN (SELECT id FROM timeline)"
                                                " AND entity IN (SELECT entity FROM base WHERE body IS NOT NULL)");
            return query.step().map([&](bool) { return query.integer(0); });
        });
        REQUIRE(missing);
        CHECK(*missing == 0);
    }

    void checkReplica(SimConsole &console)
    {
        const auto &truth = m_service.state();
        CHECK(console.engine().status().waiting == 0);
        CHECK(console.engine().status().state == sync::SyncStatus::State::Agreed);
        std::vector<domain::Ticket> expected;
        for (const auto &[id, row] : truth.tickets) {
            expected.push_back(row.ticket);
        }
        CHECK(console.tickets() == expected);
        std::map<base::Uuid, qint64> entries;
        const auto read = console.read([&](store::Db &db) -> base::Result<> {
            store::Statement query = db.prepare("SELECT id,seq FROM timeline");
            for (auto more = query.step(); more && *more; more = query.step()) {
                entries[query.uuid(0)] = query.integer(1);
            }
            return {};
        });
        REQUIRE(read);
        std::map<base::Uuid, qint64> expectedEntries;
        for (const auto &[id, row] : truth.timeline) {
            expectedEntries[id] = row.seq;
        }
        CHECK(entries == expectedEntries);
        const auto left = console.read([](store::Db &db) -> base::Result<qint64> {
            store::Statement query = db.prepare("SELECT (SELECT count(*) FROM base)+(SELECT count(*) FROM outbox WHERE shown=1)");
            return query.step().map([&](bool) { return query.integer(0); });
        });
        REQUIRE(left);
        CHECK(*left == 0);
    }

    /// Invariants 1 and 2: what was confirmed has a verdict at the service, or a notice here says why it was never sent.
    void checkVerdicts(SimConsole &console)
    {
        const auto open = console.read([](store::Db &db) { return store::NoticeTable::open(db, 100000); });
        REQUIRE(open);
        std::map<domain::OperationId, QString> notices;
        for (const store::Notice &notice : *open) {
            notices[notice.op] = notice.code;
        }
        for (const domain::Operation &op : console.made) {
            const auto judged = m_service.state().ops.find(op.id);
            const bool accepted = judged != m_service.state().ops.end() && wire::isAccepted(judged->second.verdict.code);
            const bool told = notices.contains(op.id);
            INFO("operation " << op.id.toString().toStdString() << " accepted " << accepted << " notice " << notices[op.id].toStdString());
            CHECK(accepted != told);
        }
    }

    base::SeededRandom m_random;
    tests::SimTime m_time;
    tests::Faults m_faults;
    FakeService m_service;
    bool m_crashes = false;
    bool m_restores = false;
    bool m_grants = false;
    std::vector<std::unique_ptr<SimConsole>> m_consoles;
};

} // namespace

TEST_CASE("whatever the network and the machines do, all replicas agree in the end and nothing confirmed is lost", "[sync][simulation]")
{
    const quint64 first = numberFrom("COMPTOIR_SEED", 1);
    const quint64 seeds = numberFrom("COMPTOIR_SEEDS", 200);
    for (quint64 seed = first; seed < first + seeds; ++seed) {
        INFO("replay: tests/simulation/run.sh --seeds 1 --seed " << seed);
        Simulation(seed).run();
    }
    std::printf("%llu seeds from %llu\n", static_cast<unsigned long long>(seeds), static_cast<unsigned long long>(first));
}
