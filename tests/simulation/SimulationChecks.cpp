// SPDX-License-Identifier: GPL-3.0-or-later
#include "Catch.h"
#include "Fold.h"
#include "NoticeTable.h"
#include "OpTable.h"
#include "OutboxTable.h"
#include "Simulation.h"

namespace comptoir::sim {

namespace {

/// One number asked of a console's mirror.
qint64 numberFrom(tests::SimConsole &console, const char *sql)
{
    const auto found = console.read([&](store::Db &db) -> base::Result<qint64> {
        store::Statement query = db.prepare(sql);
        return query.step().map([&](bool) { return query.integer(0); });
    });
    REQUIRE(found);
    return *found;
}

} // namespace

// Invariants 3 and 4: every replica holds what the service holds, row by row, seq by seq.
void Simulation::checkAgreement(Desk &desk)
{
    std::vector<domain::ScopeId> scopes{domain::ScopeId{}};
    for (const auto &town : m_towns) {
        scopes.push_back(domain::scopeOf(town));
    }
    for (const auto &scope : scopes) {
        const auto truth = m_service->store().read([&](store::Db &db) { return contentOf(db, scope); }).result();
        const auto replica = desk.console->read([&](store::Db &db) { return contentOf(db, scope); });
        REQUIRE(truth);
        REQUIRE(replica);
        const std::string wrong = difference(*truth, *replica);
        INFO(wrong);
        CHECK(wrong.empty());
    }
    // It mends what these faults may not break.
    CHECK(desk.console->repairs == 0);
}

// Invariant 14: nothing waits any more, and nothing hides on top of the service's rows.
void Simulation::checkNothingOutstanding(Desk &desk)
{
    CHECK(desk.console->engine().status().waiting == 0);
    CHECK(desk.console->engine().status().state == sync::SyncStatus::State::Agreed);
    CHECK(numberFrom(*desk.console, "SELECT (SELECT count(*) FROM base)+(SELECT count(*) FROM outbox WHERE shown=1)") == 0);
}

// Invariants 1 and 2: what was confirmed has a verdict at the service, or a notice here says why it was never sent.
void Simulation::checkVerdicts(Desk &desk)
{
    const auto open = desk.console->read([](store::Db &db) { return store::NoticeTable::open(db, 100000); });
    REQUIRE(open);
    std::map<domain::OperationId, QString> notices;
    for (const store::Notice &notice : *open) {
        notices[notice.op] = notice.code;
    }
    for (const domain::Operation &op : desk.console->made) {
        const auto judged = m_service->store().read([&](store::Db &db) { return central::OpTable::find(db, op.id); }).result();
        REQUIRE(judged);
        const bool accepted = *judged && wire::isAccepted((*judged)->verdict.code);
        const bool told = notices.contains(op.id);
        const auto waiting = desk.console->read([&](store::Db &db) { return store::OutboxTable::find(db, op.id); });
        REQUIRE(waiting);
        INFO("operation " << op.id.toString().toStdString() << ' ' << QString(domain::codeOf(op.kind())).toStdString() << ", verdict "
                          << (*judged ? QString(domain::codeOf((*judged)->verdict.code)).toStdString() : "none") << ", in the outbox "
                          << (*waiting ? QString(domain::codeOf((*waiting)->state)).toStdString() : "no more") << ", notice "
                          << notices[op.id].toStdString());
        CHECK(accepted != told);
    }
}

// Invariant 3 at the service: its rows are what the reducer makes of the operations it accepted, in the order of their scope.
void Simulation::checkFold()
{
    std::map<domain::OperationId, domain::Operation> made;
    std::map<domain::OperatorId, Fold::Actor> actors;
    for (const Desk &desk : m_desks) {
        made.insert(desk.console->tried.begin(), desk.console->tried.end());
        actors[desk.console->seat().who] = {desk.login, &desk == &m_desks.front()};
    }
    for (const auto &town : m_towns) {
        const auto wrong = m_service->store()
                               .read([&](store::Db &db) { return Fold(made, actors).difference(db, domain::scopeOf(town)); })
                               .result();
        REQUIRE(wrong);
        INFO(*wrong);
        CHECK(wrong->empty());
    }
}

// Invariants 4 and 12 at the service: no seq twice in a scope, no ticket number twice; no ticket above itself, every parent in its scope.
void Simulation::checkService()
{
    for (const auto &town : m_towns) {
        const auto shared = m_service->store().read([&](store::Db &db) { return sharedSeqs(db, domain::scopeOf(town)); }).result();
        REQUIRE(shared);
        CHECK(shared->empty());
    }
    const auto twice = m_service->store()
                           .read([](store::Db &db) -> base::Result<qint64> {
                               store::Statement query = db.prepare("SELECT count(*)-count(DISTINCT number) FROM ticket");
                               return query.step().map([&](bool) { return query.integer(0); });
                           })
                           .result();
    REQUIRE(twice);
    CHECK(*twice == 0);
    const auto counted = [this](const char *sql) {
        const auto found = m_service->store()
                               .read([sql](store::Db &db) -> base::Result<qint64> {
                                   store::Statement query = db.prepare(sql);
                                   return query.step().map([&](bool) { return query.integer(0); });
                               })
                               .result();
        REQUIRE(found);
        return *found;
    };
    CHECK(counted("WITH RECURSIVE above(id, up) AS (SELECT id, parent FROM ticket WHERE parent IS NOT NULL UNION"
                  " SELECT a.id, t.parent FROM above a JOIN ticket t ON t.id=a.up WHERE t.parent IS NOT NULL)"
                  " SELECT count(*) FROM above WHERE id=up")
          == 0);
    CHECK(counted("SELECT count(*) FROM ticket t WHERE t.parent IS NOT NULL"
                  " AND NOT EXISTS (SELECT 1 FROM ticket p WHERE p.id=t.parent AND p.scope IS t.scope)")
          == 0);
}

} // namespace comptoir::sim
