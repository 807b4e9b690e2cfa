// SPDX-License-Identifier: GPL-3.0-or-later
// What one console shows and was told, held against what its operator did.
#include "EntityTable.h"
#include "GrantTable.h"
#include "Holds.h"
#include "Inspection.h"
#include "NoticeTable.h"
#include "OpTable.h"
#include "Truth.h"

#include <set>

namespace comptoir::sim {

namespace {

std::set<base::Uuid> idsFrom(tests::SimConsole &console, const char *sql)
{
    const auto found = console.read([&](store::Db &db) -> base::Result<std::set<base::Uuid>> {
        std::set<base::Uuid> out;
        store::Statement query = db.prepare(sql);
        auto more = query.step();
        for (; more && *more; more = query.step()) {
            out.insert(query.uuid(0));
        }
        return more.map([&](bool) { return std::move(out); });
    });
    HOLDS(found);
    return *found;
}

} // namespace

// Invariant 5: what was done here and is not refused or parked shows in its ticket, at every moment. A tag that waits may be passed over:
// somebody has closed the ticket, and its verdict will say so; so may one that was taken, whose row has not come, on a ticket that was closed
// before the service went back.
void Inspection::checkOwnChangesShown(const Desk &desk)
{
    std::map<base::Uuid, QStringList> tags;
    std::set<base::Uuid> done;
    for (const domain::Ticket &ticket : desk.console->tickets()) {
        tags.emplace(ticket.id.value, ticket.tags.list);
        if (!domain::stateAfter(ticket.state, domain::OpKind::TicketTag)) {
            done.insert(ticket.id.value);
        }
    }
    const std::set<base::Uuid> history = idsFrom(*desk.console, "SELECT id FROM timeline");
    const std::set<base::Uuid> files = idsFrom(*desk.console, "SELECT id FROM attachment");
    const std::set<base::Uuid> refused = idsFrom(*desk.console, "SELECT op_id FROM notice WHERE dismissed=0");
    const std::set<base::Uuid> waiting = idsFrom(*desk.console, "SELECT op_id FROM outbox WHERE state='pending'");
    const std::set<base::Uuid> coming = idsFrom(*desk.console, "SELECT op_id FROM outbox WHERE state='accepted' AND shown=1");
    for (const domain::Operation &op : desk.console->made) {
        const auto ticket = tags.find(op.entity.value);
        if (ticket == tags.end() || refused.contains(op.id.value)) {
            continue;
        }
        const auto gone = [&] { return "operation " + op.id.toString().toStdString() + " of " + desk.login.toStdString(); };
        if (op.kind() == domain::OpKind::TicketNote) {
            HOLDS(history.contains(op.id.value), gone());
        } else if (const auto *attach = std::get_if<domain::TicketAttach>(&op.payload)) {
            // Invariant 15: what the history names is there, and says who has it.
            HOLDS(history.contains(op.id.value) && files.contains(attach->attachment.value), gone());
        } else if (const auto *tag = std::get_if<domain::TicketTag>(&op.payload); tag && !waiting.contains(op.id.value)) {
            const bool passedOver = coming.contains(op.id.value) && done.contains(op.entity.value);
            HOLDS(passedOver || ticket->second.contains(tag->add.front()), gone());
        }
    }
}

// Invariant 9: of a scope that is not granted nothing is left, once the console has spoken with the service.
void Inspection::checkPurged(const Desk &desk)
{
    for (const auto &town : m_towns) {
        const auto scope = domain::scopeOf(town);
        const auto granted = m_service.store()
                                 .read([&](store::Db &db) { return central::GrantTable::isGranted(db, desk.console->seat().who, scope); })
                                 .result();
        HOLDS(granted);
        const auto rows = desk.console->read([&](store::Db &db) { return contentOf(db, scope); });
        HOLDS(rows);
        HOLDS(*granted || rows->empty(), desk.login.toStdString() + " still has " + rows->begin()->first + ": " + rows->begin()->second);
    }
}

// Invariant 7: what this operator did before never stands in the way of what they do next, and what they opened is there.
void Inspection::checkRefusals(const Desk &desk)
{
    std::set<domain::OperationId> before;
    for (const domain::Operation &op : desk.console->made) {
        const auto row = m_service.store().read([&](store::Db &db) { return central::OpTable::find(db, op.id); }).result();
        HOLDS(row);
        if (!*row) {
            continue;
        }
        const wire::Verdict &verdict = (*row)->verdict;
        const auto told = [&] {
            return "operation " + op.id.toString().toStdString() + ' ' + QString(domain::codeOf(op.kind())).toStdString() + ' '
                + QString(domain::codeOf(verdict.code)).toStdString();
        };
        const domain::Refusal refusal = verdict.refusal().value_or(domain::Refusal{});
        if (!refusal.setBy.isNull()) {
            // After a restore it may come again before somebody else's that it builds on.
            HOLDS(m_service.wasRestored() || !before.contains(refusal.setBy), told());
        }
        if (verdict.code == wire::VerdictCode::Gone && refusal.field.isEmpty()) { // not what it names, but what it is about
            HOLDS(!before.contains(domain::OperationId{op.entity.value}), told());
        }
        if (wire::isAccepted(verdict.code)) {
            before.insert(op.id);
        }
    }
}

} // namespace comptoir::sim
