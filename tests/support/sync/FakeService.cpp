// SPDX-License-Identifier: GPL-3.0-or-later
#include "FakeService.h"

#include "Digest.h"
#include "EntityRows.h"
#include "PageWriter.h"
#include "Problem.h"

namespace comptoir::tests {

namespace {

using sync::Response;

Response problem(int status, const QString &code, const QString &key, const QString &value)
{
    wire::Problem out{QStringLiteral("about:blank"), code, status, {}, {}};
    out.extensions[QStringLiteral("code")] = code;
    out.extensions[key] = value;
    return {status, out.encode(), 0};
}

} // namespace

FakeService::FakeService(const std::vector<ScopeId> &scopes)
{
    for (const ScopeId &scope : scopes) {
        m_state.scopes[scope] = {};
    }
    m_backup = m_state;
}

void FakeService::grant(domain::DeviceId device, ScopeId scope)
{
    if (m_granted.insert({device, scope}).second) {
        ++m_generation[{device, scope}];
    }
}

void FakeService::revoke(domain::DeviceId device, ScopeId scope)
{
    m_granted.erase({device, scope});
}

void FakeService::backUp()
{
    for (auto &[id, scope] : m_state.scopes) {
        scope.backupSeq = scope.seq;
    }
    m_backup = m_state;
}

void FakeService::restore()
{
    m_state = m_backup;
    ++m_epoch;
}

void FakeService::put(const domain::Ticket &ticket)
{
    m_state.tickets[ticket.id.value] = {ticket, ++m_state.scopes[ticket.scope].seq};
}

void FakeService::putAway(domain::TicketId ticket)
{
    const ScopeId scope = m_state.tickets.at(ticket.value).ticket.scope;
    m_state.gone[ticket.value] = {scope, ++m_state.scopes[scope].seq};
}

void FakeService::bringBack(const base::Uuid &ticket)
{
    if (m_state.gone.erase(ticket) == 0) {
        return;
    }
    TicketRow &row = m_state.tickets.at(ticket);
    Scope &scope = m_state.scopes[row.ticket.scope];
    for (auto &[id, line] : m_state.timeline) {
        if (line.entry.ticket.value == ticket) {
            line.seq = ++scope.seq;
        }
    }
    row.seq = ++scope.seq;
}

base::Result<Response> FakeService::answer(const sync::Request &request, domain::DeviceId device, qint64 nowMs)
{
    if (request.path == u"/readyz") {
        return Response{200, "{}", 0};
    }
    return request.path == u"/v1/ops" ? takeOps(request, device, nowMs) : changes(request, device);
}

Response FakeService::takeOps(const sync::Request &request, domain::DeviceId device, qint64 nowMs)
{
    ++opsRequests;
    const auto batch = wire::OpsRequest::decode(request.body);
    if (!batch) {
        return {400, wire::Problem{{}, batch.error().message, 400, {}, {}}.encode(), 0};
    }
    if (failWith != 0) {
        return {failWith, {}, 1};
    }
    if (!batch->epoch.isEmpty() && batch->epoch != epoch()) {
        return problem(409, QStringLiteral("epoch"), QStringLiteral("epoch"), QString::fromLatin1(epoch()));
    }
    wire::OpsReply reply{epoch(), {}};
    for (const wire::OpMessage &op : batch->ops) {
        if (op.id == poison) {
            return {poisonStatus, {}, 0};
        }
    }
    for (const wire::OpMessage &op : batch->ops) {
        reply.verdicts.push_back(judge(op, device, nowMs));
    }
    return {200, reply.encode(), 0};
}

wire::Verdict FakeService::judge(const wire::OpMessage &message, domain::DeviceId device, qint64 nowMs)
{
    using domain::Refusal;
    if (!isGranted(device, message.scope)) {
        return wire::Verdict::refused(message.id, message.scope, 0, {Refusal::Code::Forbidden, {}, {}, {}, QStringLiteral("not granted")});
    }
    if (const auto known = m_state.ops.find(message.id); known != m_state.ops.end()) {
        wire::Verdict verdict = known->second.verdict;
        verdict.code = known->second.hash == message.hash() ? verdict.code : wire::VerdictCode::HashMismatch;
        return verdict;
    }
    Scope &scope = m_state.scopes[message.scope];
    const auto op = message.toOperation();
    bringBack(message.entity.value);
    const auto row = m_state.tickets.find(message.entity.value);
    const domain::ApplyContext context{domain::OperatorId{device.value}, device.toString().left(4), nowMs - message.ageMs, {}, true};
    const auto outcome = op
        ? domain::apply(*op, row == m_state.tickets.end() ? std::nullopt : std::optional(row->second.ticket), context)
        : domain::Applied<domain::Ticket>(tl::unexpected(Refusal{Refusal::Code::Invalid, {}, {}, {}, QStringLiteral("unreadable")}));
    wire::Verdict verdict;
    if (!outcome) {
        verdict = wire::Verdict::refused(message.id, message.scope, ++scope.seq, outcome.error());
    } else {
        if (outcome->entry) {
            m_state.timeline[outcome->entry->id.value] = {*outcome->entry, ++scope.seq};
        }
        m_state.tickets[message.entity.value] = {outcome->state, ++scope.seq};
        verdict = {message.id, message.scope, outcome->noop ? wire::VerdictCode::Noop : wire::VerdictCode::Ok, scope.seq, {}};
    }
    m_state.ops[message.id] = {verdict, message.hash(), device};
    return verdict;
}

Response FakeService::changes(const sync::Request &request, domain::DeviceId device)
{
    if (failPullWith != 0) {
        return {failPullWith, {}, 1};
    }
    const auto asked = wire::ChangesRequest::decode(request.body);
    if (!asked) {
        return {400, {}, 0};
    }
    if (!asked->epoch.isEmpty() && asked->epoch != epoch()) {
        return problem(409, QStringLiteral("epoch"), QStringLiteral("epoch"), QString::fromLatin1(epoch()));
    }
    std::vector<QByteArray> pages;
    std::vector<ScopeId> drop;
    for (const auto &[scope, row] : m_state.scopes) {
        const auto cursor = asked->cursors.find(scope);
        if (!isGranted(device, scope)) {
            if (cursor != asked->cursors.end()) {
                drop.push_back(scope);
            }
            continue;
        }
        const qint64 generation = m_generation[{device, scope}];
        const bool known = cursor != asked->cursors.end() && cursor->second.generation == generation;
        if (known && cursor->second.seq > row.seq) {
            return problem(409, QStringLiteral("cursor_ahead"), QStringLiteral("scope"), QString::fromLatin1(wire::scopeText(scope)));
        }
        pages.push_back(page(scope, generation, known ? cursor->second.seq : 0, device));
    }
    return {200, wire::encodeChangesReply(epoch(), pages, drop), 0};
}

QByteArray FakeService::digest(ScopeId scope) const
{
    quint64 sum = 0;
    for (const auto &[id, row] : m_state.tickets) {
        sum += row.ticket.scope == scope && !isAway(id) ? wire::rowHash(id, row.seq) : 0;
    }
    for (const auto &[id, row] : m_state.timeline) {
        sum += row.entry.scope == scope && !isAway(row.entry.ticket.value) ? wire::rowHash(id, row.seq) : 0;
    }
    return wire::digestText(sum);
}

QByteArray FakeService::page(ScopeId scope, qint64 generation, qint64 from, domain::DeviceId device)
{
    pullsFromZero += from == 0 ? 1 : 0;
    std::map<qint64, const TicketRow *> tickets;
    std::map<qint64, const EntryRow *> entries;
    std::set<qint64> seqs;
    for (const auto &[id, row] : m_state.tickets) {
        if (row.ticket.scope == scope && row.seq > from && id != hidden && !isAway(id)) {
            tickets[row.seq] = &row;
            seqs.insert(row.seq);
        }
    }
    for (const auto &[id, row] : m_state.timeline) {
        if (row.entry.scope == scope && row.seq > from && !isAway(row.entry.ticket.value)) {
            entries[row.seq] = &row;
            seqs.insert(row.seq);
        }
    }
    for (const auto &[id, at] : m_state.gone) {
        if (at.first == scope && at.second > from) {
            seqs.insert(at.second);
        }
    }
    const Scope &head = m_state.scopes[scope];
    const bool cut = int(seqs.size()) > pageRows;
    const qint64 to = cut ? *std::next(seqs.begin(), pageRows - 1) : head.seq;
    wire::PageWriter writer(scope, generation, from);
    writer.beginTable("timeline", wire::headerOf<domain::TimelineEntry>());
    for (const auto &[seq, row] : entries) {
        if (seq <= to) {
            wire::writeRow(writer, row->entry, seq);
        }
    }
    writer.endTable();
    writer.beginTable("ticket", wire::headerOf<domain::Ticket>());
    for (const auto &[seq, row] : tickets) {
        if (seq <= to) {
            wire::writeRow(writer, row->ticket, seq);
        }
    }
    writer.endTable();
    for (const auto &[id, at] : m_state.gone) {
        if (at.first == scope && at.second > from && at.second <= to) {
            writer.gone({"ticket", id, at.second});
        }
    }
    for (const auto &[id, judged] : m_state.ops) {
        if (judged.device == device && judged.verdict.scope == scope && judged.verdict.seq > from && judged.verdict.seq <= to) {
            writer.result(judged.verdict);
        }
    }
    return writer.finish(to, head.backupSeq, to == head.seq, to == head.seq ? digest(scope) : QByteArray());
}

} // namespace comptoir::tests
