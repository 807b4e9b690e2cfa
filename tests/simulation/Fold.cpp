// SPDX-License-Identifier: GPL-3.0-or-later
#include "Fold.h"

#include "EntityTable.h"
#include "Erasure.h"
#include "Snapshot.h"

namespace comptoir::sim {

using base::Result;

template <class T>
bool Fold::step(std::map<base::Uuid, T> &states, const domain::Operation &op, const domain::ApplyContext &context)
{
    const auto known = states.find(op.entity.value);
    auto outcome = domain::apply(op, known == states.end() ? std::nullopt : std::optional<T>(known->second), context);
    if (!outcome) {
        return false;
    }
    states[op.entity.value] = std::move(outcome->state);
    return true;
}

template <class T>
Result<std::string> Fold::compare(store::Db &service, domain::ScopeId scope, const std::map<base::Uuid, T> &states)
{
    const std::string sql = store::EntityTable<T>::select("WHERE scope IS ?");
    store::Statement query = service.prepare(sql);
    query.bind(0, scope);
    return store::EntityTable<T>::all(query).map([&](const auto &rows) -> std::string {
        for (const auto &row : rows) {
            const auto folded = states.find(row.entity.id.value);
            if (folded == states.end() || !(folded->second == row.entity)) {
                return std::string(domain::FieldsOf<T>::kind) + ' ' + row.entity.id.toString().toStdString()
                    + " is not what its operations make it:\n" + store::toSnapshot(row.entity).toStdString() + "\nand should be\n"
                    + (folded == states.end() ? std::string("nothing") : store::toSnapshot(folded->second).toStdString());
            }
        }
        return rows.size() == states.size() ? std::string() : std::string(domain::FieldsOf<T>::kind) + ": a row is missing";
    });
}

std::optional<domain::Operation> Fold::seen(domain::Operation op)
{
    const std::set<domain::PersonId> before = m_machine.erasedBefore(op.id);
    for (const domain::Person &person : m_machine.erased()) {
        if (domain::isOn(op, person.id)) {
            return std::nullopt;
        }
        if (before.contains(person.id)) {
            domain::PlainTraces traces;
            traces.add(person);
            (void)domain::erase({person.id, traces}, op, true);
            erase(person);
        }
    }
    return op;
}

void Fold::erase(const domain::Person &person)
{
    if (m_gone.insert(person.id).second) {
        domain::PlainTraces traces;
        traces.add(person);
        for (auto &[id, ticket] : m_tickets) {
            (void)domain::erase({person.id, traces}, ticket);
        }
    }
}

Result<std::string> Fold::difference(store::Db &service, domain::ScopeId scope)
{
    store::Statement query = service.prepare(
        "SELECT id, operator, received_ms - age_ms FROM op WHERE code IN ('ok', 'noop') AND scope IS ? ORDER BY seq");
    query.bind(0, scope);
    auto more = query.step();
    for (; more && *more; more = query.step()) {
        const auto made = m_made.find(query.id<domain::OperationId>(0));
        if (made == m_made.end()) {
            return "the service accepted an operation nobody made: " + query.uuid(0).toString().toStdString();
        }
        const auto who = query.id<domain::OperatorId>(1);
        const Actor &actor = m_actors.at(who);
        const domain::ApplyContext context{who, actor.name, query.integer(2), {}, actor.mayDeclareMajor};
        const auto op = seen(made->second);
        if (!op) {
            continue;
        }
        const auto kind = domain::entityKind(op->kind());
        const bool taken = kind == domain::EntityKind::Ticket ? step(m_tickets, *op, context)
            : kind == domain::EntityKind::Person              ? step(m_people, *op, context)
                                                              : step(m_contacts, *op, context);
        if (!taken) {
            return "the service accepted what the reducer refuses: " + op->id.toString().toStdString();
        }
    }
    if (!more) {
        return tl::unexpected(more.error());
    }
    for (const domain::Person &person : m_machine.erased()) {
        erase(person);
    }
    for (const auto &wrong : {compare(service, scope, m_tickets), compare(service, scope, m_people), compare(service, scope, m_contacts)}) {
        if (!wrong || !wrong->empty()) {
            return wrong;
        }
    }
    return std::string();
}

} // namespace comptoir::sim
