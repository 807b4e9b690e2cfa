// SPDX-License-Identifier: GPL-3.0-or-later
#include "Fold.h"
#include "Holds.h"
#include "Inspection.h"
#include "NoticeTable.h"
#include "OpTable.h"
#include "OutboxTable.h"
#include "Truth.h"

#include <set>

namespace comptoir::sim {

namespace {

/// One number asked of a console's mirror.
qint64 numberFrom(tests::SimConsole &console, const char *sql)
{
    const auto found = console.read([&](store::Db &db) -> base::Result<qint64> {
        store::Statement query = db.prepare(sql);
        return query.step().map([&](bool) { return query.integer(0); });
    });
    HOLDS(found);
    return *found;
}

/// One text asked of it.
std::string textFrom(tests::SimConsole &console, const char *sql)
{
    const auto found = console.read([&](store::Db &db) -> base::Result<QString> {
        store::Statement query = db.prepare(sql);
        return query.step().map([&](bool) { return query.text(0); });
    });
    HOLDS(found);
    return found->toStdString();
}

std::string nameOf(const domain::Operation &op)
{
    return "operation " + op.id.toString().toStdString() + ' ' + QString(domain::codeOf(op.kind())).toStdString();
}

} // namespace

qint64 Inspection::counted(const char *sql)
{
    const auto found = m_service.store()
                           .read([sql](store::Db &db) -> base::Result<qint64> {
                               store::Statement query = db.prepare(sql);
                               return query.step().map([&](bool) { return query.integer(0); });
                           })
                           .result();
    HOLDS(found);
    return *found;
}

// Invariants 3 and 4: every replica holds what the service holds, row by row, seq by seq.
void Inspection::checkAgreement(const Desk &desk)
{
    for (const auto &scope : scopes()) {
        const auto truth = m_service.store().read([&](store::Db &db) { return contentOf(db, scope, Which::Told); }).result();
        const auto replica = desk.console->read([&](store::Db &db) { return contentOf(db, scope); });
        HOLDS(truth);
        HOLDS(replica);
        const std::string wrong = difference(*truth, *replica);
        HOLDS(wrong.empty(), desk.login.toStdString() + ": " + wrong);
    }
    // It mends what these faults may not break.
    HOLDS(desk.console->repairs == 0, desk.login.toStdString());
}

// Invariant 14: nothing waits any more, and nothing hides on top of the service's rows.
void Inspection::checkNothingOutstanding(const Desk &desk)
{
    HOLDS(desk.console->engine().status().waiting == 0, desk.login.toStdString());
    HOLDS(desk.console->engine().status().state == sync::SyncStatus::State::Agreed, desk.login.toStdString());
    const std::string stuck = textFrom(
        *desk.console,
        "SELECT coalesce((SELECT group_concat('base of '||kind||' '||hex(entity)||' at '||seq,'; ') FROM base),'')"
        "||coalesce((SELECT group_concat(kind||' '||state||' '||hex(op_id)||' on '||hex(entity)||' in '||hex(scope)||' at '||seq,'; ') "
        "FROM outbox WHERE shown=1),'')"
        "||coalesce((SELECT group_concat(hex(scope)||' to '||seq||iif(complete,'',' incomplete')||iif(anew,' anew',''),'; ') FROM cursor),'')");
    HOLDS(numberFrom(*desk.console, "SELECT (SELECT count(*) FROM base)+(SELECT count(*) FROM outbox WHERE shown=1)") == 0, stuck);
}

// Invariants 1 and 2: what was confirmed has a verdict at the service, or a notice here says why it was never sent.
void Inspection::checkVerdicts(const Desk &desk)
{
    const auto open = desk.console->read([](store::Db &db) { return store::NoticeTable::open(db, 100000); });
    HOLDS(open);
    std::map<domain::OperationId, QString> notices;
    for (const store::Notice &notice : *open) {
        notices[notice.op] = notice.code;
    }
    for (const domain::Operation &op : desk.console->made) {
        const auto judged = m_service.store().read([&](store::Db &db) { return central::OpTable::find(db, op.id); }).result();
        HOLDS(judged);
        const bool accepted = *judged && wire::isAccepted((*judged)->verdict.code);
        const bool told = notices.contains(op.id);
        const auto waiting = desk.console->read([&](store::Db &db) { return store::OutboxTable::find(db, op.id); });
        HOLDS(waiting);
        HOLDS(accepted != told,
              nameOf(op) + " of " + desk.login.toStdString() + ", verdict "
                  + (*judged ? QString(domain::codeOf((*judged)->verdict.code)).toStdString() : "none") + ", in the outbox "
                  + (*waiting ? QString(domain::codeOf((*waiting)->state)).toStdString() : "no more") + ", notice "
                  + notices[op.id].toStdString());
    }
}

// Invariant 3 at the service: its rows are what the reducer makes of the operations it accepted, in the order of their scope.
void Inspection::checkFold()
{
    std::map<domain::OperationId, domain::Operation> made;
    std::map<domain::OperatorId, Fold::Actor> actors;
    for (const Desk &desk : m_desks) {
        made.insert(desk.console->tried.begin(), desk.console->tried.end());
        actors[desk.console->seat().who] = {desk.login, desk.supervises};
    }
    for (const auto &town : m_towns) {
        const auto wrong = m_service.store()
                               .read([&](store::Db &db) { return Fold(made, actors, m_service).difference(db, domain::scopeOf(town)); })
                               .result();
        HOLDS(wrong);
        HOLDS(wrong->empty(), *wrong);
    }
}

// Invariant 6: of those who claimed a ticket as they saw it, nobody's or somebody's, one was the first.
void Inspection::checkClaims()
{
    std::set<std::pair<base::Uuid, std::optional<domain::OperationId>>> won;
    for (const Desk &desk : m_desks) {
        for (const auto &[id, op] : desk.console->tried) {
            const auto *claim = std::get_if<domain::TicketClaim>(&op.payload);
            if (!claim) {
                continue;
            }
            const auto judged = m_service.store().read([&](store::Db &db) { return central::OpTable::find(db, op.id); }).result();
            HOLDS(judged);
            if (*judged && (*judged)->verdict.code == wire::VerdictCode::Ok) {
                HOLDS(won.emplace(op.entity.value, claim->expected).second, nameOf(op) + " of " + desk.login.toStdString());
            }
        }
    }
}

// Invariant 12 for the caller: the number that was told finds the ticket it was told for.
void Inspection::checkNumbers(const Desk &desk)
{
    std::map<base::Uuid, domain::Ticket> known;
    for (domain::Ticket &ticket : desk.console->tickets()) {
        known.emplace(ticket.id.value, ticket);
    }
    for (const domain::Operation &op : desk.console->made) {
        const auto *opened = std::get_if<domain::TicketOpen>(&op.payload);
        const auto ticket = known.find(op.entity.value);
        if (opened && ticket != known.end()) {
            const QString &told = opened->ticket.number;
            HOLDS(ticket->second.number == told || ticket->second.aliases.list.contains(told), nameOf(op) + ", " + told.toStdString());
        }
    }
}

// Invariants 4 and 12 at the service: no seq twice in a scope, no ticket number twice; no ticket above itself, every parent in its scope.
void Inspection::checkService()
{
    for (const auto &town : m_towns) {
        const auto shared = m_service.store().read([&](store::Db &db) { return sharedSeqs(db, domain::scopeOf(town)); }).result();
        HOLDS(shared);
        HOLDS(shared->empty());
    }
    HOLDS(counted("SELECT count(*)-count(DISTINCT number) FROM ticket") == 0);
    // A ticket that was put away, and no other, has its history and files with it and is found; none is that an open one hangs on.
    for (const char *table : {"timeline", "attachment"}) {
        const std::string apart = std::string("SELECT count(*) FROM ") + table
            + " e JOIN ticket t ON t.id=e.ticket WHERE (e.seq<0)<>(t.seq<0)";
        HOLDS(counted(apart.c_str()) == 0, table);
    }
    HOLDS(counted("SELECT count(*) FROM (SELECT scope, id FROM ticket WHERE seq<0 EXCEPT SELECT scope, ticket FROM archived_ticket)") == 0);
    HOLDS(counted("SELECT count(*) FROM (SELECT scope, ticket FROM archived_ticket EXCEPT SELECT scope, id FROM ticket WHERE seq<0)") == 0);
    HOLDS(counted("SELECT count(*) FROM ticket t JOIN ticket p ON p.id=t.parent WHERE p.seq<0 AND t.state NOT IN ('closed','cancelled')")
          == 0);
    HOLDS(counted("WITH RECURSIVE above(id, up) AS (SELECT id, parent FROM ticket WHERE parent IS NOT NULL UNION"
                  " SELECT a.id, t.parent FROM above a JOIN ticket t ON t.id=a.up WHERE t.parent IS NOT NULL)"
                  " SELECT count(*) FROM above WHERE id=up")
          == 0);
    HOLDS(counted("SELECT count(*) FROM ticket t WHERE t.parent IS NOT NULL"
                  " AND NOT EXISTS (SELECT 1 FROM ticket p WHERE p.id=t.parent AND p.scope IS t.scope)")
          == 0);
}

} // namespace comptoir::sim
