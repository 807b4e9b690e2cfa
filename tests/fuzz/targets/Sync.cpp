// SPDX-License-Identifier: GPL-3.0-or-later
#include "Apply.h"
#include "ChangesMessages.h"
#include "EntityRows.h"
#include "Fuzz.h"
#include "OpsMessages.h"
#include "PayloadCodec.h"

namespace comptoir::fuzz {

namespace {

/// A ticket, a person or a contact that `op` finds.
template <class T>
T foundBy(const domain::Operation &op)
{
    T state;
    state.id.value = op.entity.value;
    state.scope = op.scope;
    return state;
}

/// The reducer takes whatever the codec lets through, and the same gives the same.
void reduce(const domain::Operation &op)
{
    const domain::ApplyContext context{domain::OperatorId::fromName("actor"), QStringLiteral("A"), 1'700'000'000'000, {}, true};
    const auto twice = [&]<class T>(const std::optional<T> &state) {
        const auto once = domain::apply(op, state, context);
        MUST(once == domain::apply(op, state, context));
        if (once && !once->noop) {
            MUST(domain::apply(op, std::optional(once->state), context) == domain::apply(op, std::optional(once->state), context));
        }
    };
    const auto ofKind = [&]<class T>(T found) {
        twice(std::optional<T>());
        twice(std::optional(std::move(found)));
    };
    switch (domain::entityKind(op.kind())) {
    case domain::EntityKind::Ticket: ofKind(foundBy<domain::Ticket>(op)); break;
    case domain::EntityKind::Person: ofKind(foundBy<domain::Person>(op)); break;
    case domain::EntityKind::Contact: ofKind(foundBy<domain::Contact>(op)); break;
    }
}

void perform(const wire::OpMessage &message)
{
    MUST(message.hash().size() == 32);
    const auto op = message.toOperation();
    if (!op) {
        return;
    }
    const auto again = wire::OpMessage::from(*op, message.ageMs).toOperation();
    MUST(again.has_value());
    MUST(*again == *op);
    reduce(*op);
}

} // namespace

void opsRequest(QByteArrayView input)
{
    const auto request = wire::OpsRequest::decode(input);
    if (!request) {
        return;
    }
    MUST(request->ops.size() <= wire::kMostOps);
    const auto again = wire::OpsRequest::decode(request->encode());
    MUST(again.has_value());
    MUST(again->ops == request->ops);
    MUST(again->device == request->device && again->epoch == request->epoch && again->clockMs == request->clockMs);
    for (const wire::OpMessage &message : request->ops) {
        perform(message);
    }
}

void payload(QByteArrayView input)
{
    const Drawn drawn(input, domain::CodesOf<domain::OpKind>::list.size());
    const auto [kind, code] = domain::CodesOf<domain::OpKind>::list[drawn.choice];
    const auto read = wire::decodePayload(kind, 1, drawn.rest);
    if (!read) {
        return;
    }
    const auto again = wire::decodePayload(kind, 1, wire::encodePayload(*read));
    MUST(again.has_value());
    MUST(*again == *read);
    domain::Operation op{
        domain::OperationId::fromName("op"), domain::ScopeId::fromName("scope"), domain::EntityId::fromName("op"), 1, {}, {}};
    op.payload = *read;
    reduce(op);
}

void changesRequest(QByteArrayView input)
{
    if (const auto request = wire::ChangesRequest::decode(input)) {
        MUST(request->cursors.size() <= wire::kMostScopes);
        readsItsOwnWriting(*request, [](const QByteArray &json) { return wire::ChangesRequest::decode(json); });
    }
}

void opsReply(QByteArrayView input)
{
    const auto reply = wire::OpsReply::decode(input);
    if (!reply) {
        return;
    }
    readsItsOwnWriting(*reply, [](const QByteArray &json) { return wire::OpsReply::decode(json); });
    for (const wire::Verdict &verdict : reply->verdicts) {
        if (const auto refusal = verdict.refusal()) {
            MUST(wire::encodeRefusal(*refusal).startsWith('{'));
        }
    }
}

void changesReply(QByteArrayView input)
{
    const auto reply = wire::ChangesReply::decode(input);
    if (!reply) {
        return;
    }
    for (const wire::ScopePage &page : reply->pages) {
        for (const wire::RowTable &table : page.tables) {
            MUST(table.cells.size() == table.rowCount * table.columns.size());
            MUST(table.types.size() == table.columns.size());
            for (std::size_t at = 0; at < table.rowCount; ++at) {
                (void)table.seq(at);
                (void)wire::readRow<domain::Ticket>(table, at);
                (void)wire::readRow<domain::Person>(table, at);
                (void)wire::readRow<domain::Contact>(table, at);
                (void)wire::readRow<domain::TimelineEntry>(table, at);
                (void)wire::readRow<domain::Asset>(table, at);
            }
        }
    }
}

} // namespace comptoir::fuzz
