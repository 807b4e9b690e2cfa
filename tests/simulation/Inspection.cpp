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

// Invariant 10: nothing that was written of them stands anywhere, what waits for the next backup included.
void Inspection::erased(const domain::Person &person)
{
    const std::string written = "\"" + person.familyName.toStdString() + "\"";
    for (const Desk &desk : m_desks) {
        const auto left = desk.console->read([&](store::Db &db) -> base::Result<qint64> {
            store::Statement query = db.prepare("SELECT (SELECT count(*) FROM person WHERE id=?1)"
                                                "+(SELECT count(*) FROM outbox WHERE entity=?1 AND instr(CAST(payload AS TEXT),?2)>0)"
                                                "+(SELECT count(*) FROM notice WHERE entity=?1 AND instr(CAST(payload AS TEXT),?2)>0)"
                                                "+(SELECT count(*) FROM base WHERE entity=?1)");
            query.bindAll(person.id);
            query.bindText(1, written);
            return query.step().map([&](bool) { return query.integer(0); });
        });
        HOLDS(left);
        HOLDS(*left == 0, desk.login.toStdString() + " still holds " + person.displayName().toStdString());
        checkAgreement(desk);
    }
}

bool Inspection::isQuiet()
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
            return false;
        }
        const auto cursors = desk.console->read([](store::Db &db) { return store::CursorTable::all(db); });
        const auto device = desk.console->read([](store::Db &db) { return store::DeviceTable::read(db); });
        HOLDS(cursors && device);
        if (device->epoch != *epoch) {
            return false; // it has still to hear of the restore
        }
        for (const auto &scope : scopes()) {
            const auto cursor = std::find_if(cursors->begin(), cursors->end(), [&](const auto &one) { return one.scope == scope; });
            const bool reached = cursor != cursors->end() && cursor->complete && cursor->at.seq == head[scope];
            if (m_service.isGranted(desk.console->seat().who, scope) ? !reached : cursor != cursors->end()) {
                return false;
            }
        }
    }
    return true;
}

} // namespace comptoir::sim
