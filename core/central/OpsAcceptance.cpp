// SPDX-License-Identifier: GPL-3.0-or-later
#include "OpsAcceptance.h"

#include "ArchiveTable.h"
#include "AuditTable.h"
#include "ErasedOps.h"
#include "GrantTable.h"
#include "Log.h"
#include "Organisation.h"
#include "Planted.h"
#include "Reduction.h"
#include "Rights.h"
#include "Tuning.h"

namespace comptoir::central {

namespace {

using base::isPlanted;
using base::Plant;
using base::Result;
using domain::OperationId;
using domain::Refusal;
using domain::ScopeId;
using wire::Verdict;
using wire::VerdictCode;

/// Seqs taken at a time for a ticket that comes back: as many as most have rows.
constexpr qint64 kBackBlock = 16;

Refusal because(const QString &reason, const QString &field = {})
{
    return Refusal{Refusal::Code::Invalid, field, {}, {}, reason};
}

} // namespace

Result<> OpsAcceptance::begin(const std::vector<wire::OpMessage> &ops)
{
    std::set<ScopeId> scopes;
    std::set<OperationId> ids;
    std::set<base::Uuid> tickets;
    for (const wire::OpMessage &op : ops) {
        scopes.insert(op.scope);
        ids.insert(op.id);
        ids.insert(op.deps.begin(), op.deps.end());
        const auto kind = domain::fromCode<domain::OpKind>(QString::fromLatin1(op.kind));
        if (kind && domain::entityKind(*kind) == domain::EntityKind::Ticket) {
            tickets.insert(op.entity.value);
        }
    }
    // SYNC.md's write path: the counters first. A grant that was taken back while another's commit was waited for is asked for again.
    for (const ScopeId &scope : scopes) {
        const auto held = GrantTable::isGranted(m_db, m_session.operatorId, scope).and_then([&](bool granted) {
            return granted ? m_rows.hold(scope) : Result<>();
        });
        if (!held) {
            return held;
        }
    }
    return m_ops.fetch(ids).and_then([&] { return m_rows.fetch<domain::Ticket>({tickets.begin(), tickets.end()}); });
}

Result<> OpsAcceptance::finish()
{
    return m_rows.write().and_then([&] { return m_numbers.write(); }).and_then([&] { return m_ops.write(); });
}

Result<Verdict> OpsAcceptance::accept(const wire::OpMessage &message)
{
    const auto granted = m_reads.isGranted(message.scope);
    if (!granted) {
        return tl::unexpected(granted.error());
    }
    // Before anything is looked up: an ungranted scope answers the same whatever is in it.
    if (!*granted && !isPlanted(Plant::RightsUnchecked)) {
        return forbidden(message);
    }
    const auto row = m_ops.find(message.id);
    if (!row) {
        return tl::unexpected(row.error());
    }
    return *row && !isPlanted(Plant::NoDedupe) ? known(**row, message) : judge(message);
}

bool OpsAcceptance::isDatedWell(OperationId id) const
{
    const auto madeMs = id.value.timeMs();
    return madeMs && *madeMs <= m_nowMs + kMostAheadMs && *madeMs >= m_nowMs - kDedupeHorizonMs;
}

Result<Verdict> OpsAcceptance::forbidden(const wire::OpMessage &message)
{
    const Verdict verdict{message.id, message.scope, VerdictCode::Forbidden, 0,
                          wire::encodeRefusal({Refusal::Code::Forbidden, {}, {}, {}, QStringLiteral("this scope is not granted")})};
    const auto row = m_ops.find(message.id);
    if (!row) {
        return tl::unexpected(row.error());
    }
    if (*row || !isDatedWell(message.id)) {
        return verdict; // one that could never be forgotten is not stored, and never judged otherwise than by its date
    }
    m_ops.put({m_session.device, m_session.operatorId, message.hash(), m_nowMs, ageOf(message), verdict});
    return verdict;
}

Result<Verdict> OpsAcceptance::known(const OpTable::Row &row, const wire::OpMessage &message)
{
    if (row.hash == message.hash()) {
        return row.verdict;
    }
    qCCritical(base::lcCentral) << "operation" << message.id.toString() << "came again with another content";
    const Verdict verdict{message.id, message.scope, VerdictCode::HashMismatch, 0,
                          wire::encodeRefusal(because(QStringLiteral("another operation has this id")))};
    return AuditTable::chainOf(m_db, message.scope)
        .and_then([&](ScopeId chain) {
            // Of a restricted part's organisation the operator may see nothing.
            return AuditTable::append(m_db,
                                      {m_nowMs,
                                       m_session.operatorId,
                                       QStringLiteral("hash_mismatch"),
                                       message.id.toString(),
                                       {},
                                       chain == message.scope ? chain : ScopeId{}});
        })
        .map([&] { return verdict; });
}

Result<Verdict> OpsAcceptance::judge(const wire::OpMessage &message)
{
    if (isPlanted(Plant::CounterDedupe)) {
        if (const auto newer = OpTable::newerOf(m_db, m_session.device, message.scope, message.id).value_or(std::nullopt)) {
            return Verdict{message.id, message.scope, VerdictCode::Ok, *newer, {}};
        }
    }
    const auto madeMs = message.id.value.timeMs();
    if (!madeMs) {
        return refuse(message, VerdictCode::Invalid,
                      because(QStringLiteral("the id of an operation is a UUID of version 7"), QStringLiteral("id")));
    }
    if (*madeMs > m_nowMs + kMostAheadMs) {
        return misdated(
            message, VerdictCode::Ahead,
            because(QStringLiteral("this operation is dated ahead: the clock of its computer was wrong"), QStringLiteral("id")));
    }
    if (*madeMs < m_nowMs - kDedupeHorizonMs) {
        return misdated(message, VerdictCode::TooOld, because(QStringLiteral("this operation was made too long ago")));
    }
    auto op = message.toOperation();
    if (!op) {
        const bool tooNew = op.error().kind == base::Error::Kind::TooNew;
        return refuse(message, tooNew ? VerdictCode::Unknown : VerdictCode::Invalid, because(op.error().message));
    }
    if (!mayPerform(m_session.role, op->kind())) {
        return refuse(message, VerdictCode::Forbidden,
                      {Refusal::Code::Forbidden, {}, {}, {}, QStringLiteral("the role does not permit this")});
    }
    const auto lacking = lackingOf(message);
    if (!lacking) {
        return tl::unexpected(lacking.error());
    }
    if (!lacking->isEmpty()) {
        return refuse(message, VerdictCode::Invalid, because(*lacking, QStringLiteral("deps")));
    }
    const auto onErased = m_reads.newestErasureMs().and_then(
        [&](qint64 newestMs) { return erasedops::takeOut(m_db, *op, std::min(*madeMs, m_nowMs - ageOf(message)), newestMs); });
    if (!onErased) {
        return tl::unexpected(onErased.error());
    }
    return *onErased ? without(message) : perform(message, *op);
}

/// What builds on it may stand: it is accepted, and writes nothing.
Result<Verdict> OpsAcceptance::without(const wire::OpMessage &message)
{
    return m_rows.nextSeq(message.scope).and_then([&](qint64 seq) {
        return settle(message, {message.id, message.scope, VerdictCode::Noop, seq, {}});
    });
}

Result<QString> OpsAcceptance::lackingOf(const wire::OpMessage &message)
{
    for (const OperationId &needed : message.deps) {
        if (needed == message.id) {
            return QStringLiteral("it depends on itself");
        }
        const auto before = m_ops.find(needed);
        if (!before) {
            return tl::unexpected(before.error());
        }
        const auto told = *before ? m_reads.isGranted((*before)->verdict.scope) : Result<bool>(false);
        if (!told) {
            return tl::unexpected(told.error());
        }
        if (*told && !wire::isAccepted((*before)->verdict.code)) {
            return QStringLiteral("an operation it depends on was refused");
        }
        // One of before the horizon is forgotten, and was settled.
        const auto madeMs = needed.value.timeMs();
        if (!*told && (!madeMs || *madeMs >= m_nowMs - kDedupeHorizonMs)) {
            return QStringLiteral("an operation it depends on was never received");
        }
    }
    return QString();
}

Result<Verdict> OpsAcceptance::misdated(const wire::OpMessage &message, VerdictCode code, const Refusal &refusal)
{
    if (m_consoleMs > 0 && std::abs(m_consoleMs - m_nowMs) <= kMostAheadMs) {
        return refuse(message, code, refusal);
    }
    m_dateInDoubt = true;
    return base::fail(base::Error::Kind::Busy, QStringLiteral("the clocks do not agree"));
}

Result<Verdict> OpsAcceptance::perform(const wire::OpMessage &message, const domain::Operation &op)
{
    if (const auto *open = std::get_if<domain::TicketOpen>(&op.payload)) {
        for (const auto &wrong : {m_numbers.check(open->ticket.number), m_numbers.checkAliases(open->ticket.aliases.list)}) {
            if (!wrong) {
                return tl::unexpected(wrong.error());
            }
            if (*wrong) {
                return refuse(message, VerdictCode::Invalid, **wrong);
            }
        }
    }
    switch (domain::entityKind(op.kind())) {
    case domain::EntityKind::Ticket: return opened(op, reduce<domain::Ticket>(message, op));
    case domain::EntityKind::Person: return reduce<domain::Person>(message, op);
    case domain::EntityKind::Contact: return reduce<domain::Contact>(message, op);
    }
    return refuse(message, VerdictCode::Unknown, because(QStringLiteral("an operation on something unknown")));
}

Result<Verdict> OpsAcceptance::opened(const domain::Operation &op, Result<Verdict> verdict)
{
    const auto *open = std::get_if<domain::TicketOpen>(&op.payload);
    if (open && verdict && wire::isAccepted(verdict->code)) {
        m_numbers.take(open->ticket.number, open->ticket.aliases.list);
    }
    return verdict;
}

template <class T>
Result<Verdict> OpsAcceptance::reduce(const wire::OpMessage &message, const domain::Operation &op)
{
    const auto context = contextOf(message);
    const auto stored = atHand<T>(op);
    if (!context || !stored) {
        return tl::unexpected(context ? stored.error() : context.error());
    }
    std::optional<T> state;
    if (*stored && (*stored)->entity.scope == op.scope) {
        state = (*stored)->entity; // what lives in another scope is as if it were not there
    }
    const store::reduction::Rights rights{[this](ScopeId scope) { return m_reads.isGranted(scope); },
                                          [this](domain::OperatorId who, ScopeId scope) { return m_reads.mayBeAssigned(who, scope); }};
    const store::reduction::Places places{[this](const domain::Reference &reference) { return scopeOf(reference); },
                                          [this] { return m_rows.write(); }};
    const auto reduced = store::reduction::reduce<T>(m_db, op, state, *context, rights, places);
    if (!reduced) {
        return tl::unexpected(reduced.error());
    }
    const auto &outcome = *reduced;
    if (outcome && *stored && !state) {
        return refuse(message, VerdictCode::Invalid, because(QStringLiteral("this id cannot be used"), QStringLiteral("id")));
    }
    if (!outcome) {
        return refuse(message, wire::verdictOf(outcome.error().code), outcome.error());
    }
    if (outcome->attachment) {
        const auto known = m_rows.find<domain::Attachment>(outcome->attachment->id.value);
        if (!known) {
            return tl::unexpected(known.error());
        }
        if (*known) {
            return refuse(message, VerdictCode::Invalid, because(QStringLiteral("this id cannot be used"), QStringLiteral("attachment")));
        }
    }
    if constexpr (std::is_same_v<T, domain::Ticket>) {
        if (auto done = bringParentBack(state, outcome->state); !done) {
            return tl::unexpected(done.error());
        }
    }
    // The entry's seq is the lower one: who has the row has its history.
    if (outcome->entry) {
        if (const auto written = m_rows.put(op.scope, *outcome->entry, 0); !written) {
            return tl::unexpected(written.error());
        }
    }
    if (outcome->attachment) {
        if (const auto written = m_rows.put(op.scope, *outcome->attachment, 0); !written) {
            return tl::unexpected(written.error());
        }
    }
    const auto seq = m_rows.put(op.scope, outcome->state, *stored ? (*stored)->seq : 0);
    if (!seq) {
        return tl::unexpected(seq.error());
    }
    return settle(message, {message.id, message.scope, outcome->noop ? VerdictCode::Noop : VerdictCode::Ok, *seq, {}});
}

template <class T>
Result<std::optional<typename store::EntityTable<T>::Stored>> OpsAcceptance::atHand(const domain::Operation &op)
{
    auto stored = m_rows.find<T>(op.entity.value);
    if constexpr (std::is_same_v<T, domain::Ticket>) {
        if (stored && *stored && (*stored)->seq < 0 && (*stored)->entity.scope == op.scope) {
            return bringBack(op.scope, (*stored)->entity.id).and_then([&] { return m_rows.find<T>(op.entity.value); });
        }
    }
    return stored;
}

/// What an open ticket hangs on is with the consoles, too.
Result<> OpsAcceptance::bringParentBack(const std::optional<domain::Ticket> &before, const domain::Ticket &after)
{
    const auto isOver = [](domain::TicketState state) {
        return state == domain::TicketState::Closed || state == domain::TicketState::Cancelled;
    };
    const bool hung = before && before->parent == after.parent && !isOver(before->state);
    if (after.parent.isNull() || isOver(after.state) || hung) {
        return {};
    }
    return m_rows.find<domain::Ticket>(after.parent.value).and_then([&](const auto &parent) {
        const bool away = parent && parent->seq < 0 && parent->entity.scope == after.scope;
        return away ? bringBack(after.scope, after.parent) : Result<>();
    });
}

Result<> OpsAcceptance::bringBack(ScopeId scope, domain::TicketId ticket)
{
    return m_rows.handOver().and_then([&] {
        RowWriter rows(m_db, scope, kBackBlock);
        return ArchiveTable::bringBack(rows, ticket).map([](bool) {});
    });
}

Result<std::optional<ScopeId>> OpsAcceptance::scopeOf(const domain::Reference &reference)
{
    const auto scopeIn = [](const auto &row) { return row ? std::optional(row->entity.scope) : std::nullopt; };
    switch (reference.referent) { // those that operations write
    case domain::Referent::Ticket: return m_rows.find<domain::Ticket>(reference.id).map(scopeIn);
    case domain::Referent::Person: return m_rows.find<domain::Person>(reference.id).map(scopeIn);
    default: return m_reads.scopeOf(reference);
    }
}

Result<Verdict> OpsAcceptance::refuse(const wire::OpMessage &message, VerdictCode code, const Refusal &refusal)
{
    return m_rows.nextSeq(message.scope).and_then([&](qint64 seq) {
        return settle(message, {message.id, message.scope, code, seq, wire::encodeRefusal(refusal)});
    });
}

Result<Verdict> OpsAcceptance::settle(const wire::OpMessage &message, Verdict verdict)
{
    m_moved[message.scope] = verdict.seq;
    if (isPlanted(Plant::NoDedupe)) {
        if (auto again = OpTable::forget(m_db, message.id); !again) {
            return tl::unexpected(again.error());
        }
    }
    m_ops.put({m_session.device, m_session.operatorId, message.hash(), m_nowMs, ageOf(message), verdict});
    return verdict;
}

Result<domain::ApplyContext> OpsAcceptance::contextOf(const wire::OpMessage &message)
{
    domain::ApplyContext context;
    context.actor = m_session.operatorId;
    context.actorName = m_session.name;
    context.atMs = m_nowMs - (isPlanted(Plant::ClockInReducer) ? 0 : ageOf(message));
    context.mayDeclareMajor = mayDeclareMajor(m_session.role);
    return m_reads.rulesOf(message.scope).map([&](const domain::OrganisationRules &rules) {
        context.rules = rules;
        return context;
    });
}

qint64 OpsAcceptance::ageOf(const wire::OpMessage &message) const
{
    return std::clamp<qint64>(message.ageMs, 0, kMostAgeMs);
}

} // namespace comptoir::central
