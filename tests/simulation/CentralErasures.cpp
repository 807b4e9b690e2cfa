// SPDX-License-Identifier: GPL-3.0-or-later
// How the simulated service erases people, and what is noted of it for the fold.
#include "CentralMachine.h"
#include "DirectoryTables.h"
#include "ErasureTable.h"
#include "Holds.h"
#include "OpTable.h"
#include "OpsMessages.h"
#include "ScopeTable.h"

namespace comptoir::sim {

void CentralMachine::erasePerson(base::Random &draw)
{
    const auto people = m_store->read([](store::Db &db) { return store::everyRow<domain::Person>(db); }).result();
    if (!people || people->empty()) {
        return; // its disk has just stopped, or there is nobody
    }
    m_erased.push_back((*people)[draw.below(people->size())]);
    (void)erase(m_erased.back());
}

bool CentralMachine::erase(const domain::Person &person)
{
    const auto done = m_service->erasures().erase(person.id, person.displayName()).result();
    if (!done || m_disk.isStopped()) {
        return false;
    }
    for (const domain::ScopeId &scope : done->reached) { // as the program does
        if (const auto head = m_store->read([&](store::Db &db) { return central::ScopeTable::find(db, scope); }).result()) {
            m_hub.moved({{scope, head->seq}});
        }
    }
    return true;
}

void CentralMachine::finishErasures()
{
    for (const domain::Person &person : m_erased) {
        const auto still = m_store->read([&](store::Db &db) { return store::EntityTable<domain::Person>::find(db, person.id.value); })
                               .result();
        HOLDS(still);
        HOLDS(!*still || erase(person), person.displayName().toStdString() + " cannot be erased");
    }
}

void CentralMachine::noteErased(const QByteArray &request)
{
    const auto asked = m_erased.empty() ? base::Result<wire::OpsRequest>() : wire::OpsRequest::decode(request);
    for (const wire::OpMessage &op : asked ? asked->ops : std::vector<wire::OpMessage>()) {
        const auto judged = m_store->read([&](store::Db &db) { return central::OpTable::find(db, op.id); }).result();
        const auto people = m_store->read([](store::Db &db) { return central::ErasureTable::people(db); }).result();
        if (judged && !*judged && people) { // else the disk has just stopped
            m_erasedBefore[op.id] = *people;
        }
    }
}

std::set<domain::PersonId> CentralMachine::erasedBefore(domain::OperationId op) const
{
    const auto known = m_erasedBefore.find(op);
    return known == m_erasedBefore.end() ? std::set<domain::PersonId>() : known->second;
}

void CentralMachine::settleErasures()
{
    auto settled = central::Erasures::settle(database(), QStringLiteral(":/sql/central"), m_random);
    if (!settled) { // a full disk: the administrator makes room
        m_disk.setRoomy();
        settled = central::Erasures::settle(database(), QStringLiteral(":/sql/central"), m_random);
    }
    HOLDS(settled, "erasures cannot be settled: " + settled.error().message.toStdString());
}

} // namespace comptoir::sim
