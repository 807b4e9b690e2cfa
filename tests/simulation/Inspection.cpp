// SPDX-License-Identifier: GPL-3.0-or-later
#include "Inspection.h"

#include "CursorTable.h"
#include "Holds.h"
#include "MetaTable.h"
#include "ScopeTable.h"
#include "SettingTable.h"

namespace comptoir::sim {

std::vector<domain::ScopeId> Inspection::scopes() const
{
    std::vector<domain::ScopeId> out{domain::ScopeId{}};
    for (const auto &town : m_towns) {
        out.push_back(domain::scopeOf(town));
    }
    return out;
}

void Inspection::underWay()
{
    for (const Desk &desk : m_desks) {
        checkOwnChangesShown(desk);
    }
}

void Inspection::quiet()
{
    for (const Desk &desk : m_desks) {
        checkPurged(desk);
    }
}

void Inspection::atTheEnd()
{
    checkService();
    checkClaims();
    checkFold();
    for (const Desk &desk : m_desks) {
        checkNothingOutstanding(desk);
        checkAgreement(desk);
        checkVerdicts(desk);
        checkRefusals(desk);
        checkNumbers(desk);
        checkOwnChangesShown(desk);
    }
}

void Inspection::erased()
{
    for (const Desk &desk : m_desks) {
        for (const domain::Person &person : m_service.erased()) {
            checkErased(desk, person);
        }
        checkAgreement(desk);
    }
}

// Invariant 10: nothing that was written of them stands anywhere, what waits for the next backup included.
void Inspection::checkErased(const Desk &desk, const domain::Person &person)
{
    const auto left = desk.console->read([&](store::Db &db) -> base::Result<QString> {
        store::Statement query = db.prepare(
            "SELECT (SELECT count(*) FROM person WHERE id=?1)||' rows, '||(SELECT count(*) FROM base WHERE entity=?1)||' bases, '"
            "||coalesce((SELECT group_concat(kind||' '||state||' '||hex(entity)||' '||hex(scope)||' '||CAST(payload AS TEXT)) FROM outbox"
            " WHERE instr(CAST(payload AS TEXT),?2)>0),'no')||' operations, '"
            "||(SELECT count(*) FROM notice WHERE instr(CAST(payload AS TEXT),?2)>0)||' notices, '"
            "||coalesce((SELECT group_concat(hex(id)||' '||requester_name||' '||summary) FROM ticket"
            " WHERE requester=?1 OR instr(requester_name||summary,?2)>0),'')"
            "||coalesce((SELECT group_concat(hex(id)||' '||text||' '||changes) FROM timeline WHERE instr(actor_name||text||changes,?2)>0),'')");
        query.bindAll(person.id);
        query.bind(1, person.familyName);
        return query.step().map([&](bool) { return query.text(0); });
    });
    HOLDS(left);
    HOLDS(*left == u"0 rows, 0 bases, no operations, 0 notices, ",
          desk.login.toStdString() + " still holds of " + person.displayName().toStdString() + ": " + left->toStdString());
}

std::string Inspection::unrest()
{
    const auto heads = m_service.store().read([](store::Db &db) { return central::ScopeTable::all(db); }).result();
    const auto epoch = m_service.store().read([](store::Db &db) { return central::MetaTable::epoch(db); }).result();
    HOLDS(heads && epoch);
    std::map<domain::ScopeId, qint64> head;
    for (const auto &row : *heads) {
        head[row.scope] = row.seq;
    }
    for (const Desk &desk : m_desks) {
        const auto &status = desk.console->engine().status();
        if (status.waiting > 0 || status.state != sync::SyncStatus::State::Agreed) {
            return desk.login.toStdString() + " is in state " + std::to_string(int(status.state)) + " with "
                + std::to_string(status.waiting) + " operations waiting";
        }
        const auto cursors = desk.console->read([](store::Db &db) { return store::CursorTable::all(db); });
        const auto device = desk.console->read([](store::Db &db) { return store::DeviceTable::read(db); });
        HOLDS(cursors && device);
        if (device->epoch != *epoch) {
            return desk.login.toStdString() + " has still to hear of the restore";
        }
        for (const auto &scope : scopes()) {
            const auto cursor = std::find_if(cursors->begin(), cursors->end(), [&](const auto &one) { return one.scope == scope; });
            const bool reached = cursor != cursors->end() && cursor->complete && cursor->at.seq == head[scope];
            if (m_service.isGranted(desk.console->seat().who, scope) ? !reached : cursor != cursors->end()) {
                return desk.login.toStdString() + " is not where the service is in "
                    + (scope.isNull() ? std::string("shared") : scope.toString().toStdString()) + ", at "
                    + (cursor == cursors->end() ? std::string("nothing") : std::to_string(cursor->at.seq)) + " of "
                    + std::to_string(head[scope]);
            }
        }
    }
    return {};
}

} // namespace comptoir::sim
