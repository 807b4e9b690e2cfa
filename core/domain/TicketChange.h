// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Refusals.h"

namespace comptoir::domain {

/// A ticket while one operation changes it: checks versions and states, and at the end tells what changed. Private to the reducer.
class TicketChange
{
public:
    TicketChange(const Operation &op, const Ticket &before, const ApplyContext &context);

    /// The ticket as changed so far.
    Ticket ticket;

    [[nodiscard]] const ApplyContext &context() const { return m_context; }
    /// When it was done, never before the opening.
    [[nodiscard]] qint64 atMs() const { return std::max(m_context.atMs, ticket.openedMs); }

    /// The refusal where `field` was set by another operation than expected; nothing where it was not, or where it already stands as asked.
    [[nodiscard]] std::optional<Refusal> conflict(GuardedField field, const Expected &expected, bool alreadySo,
                                                  Refusal::Code code = Refusal::Code::Stale) const;
    /// For operations that do not name the version of the state: the refusal where the state does not permit this one.
    [[nodiscard]] std::optional<Refusal> barred() const;
    /// For operations that do: moves the state along the table. False where it is as asked already and nothing would be lost by leaving it.
    [[nodiscard]] tl::expected<bool, Refusal> move(const Expected &expected, TicketState target, bool nothingLost);
    /// Says that this operation set the field.
    void own(GuardedField field) { ticket.versions.set(field, m_op.id); }

    void leaveWaiting();
    void respond();
    /// Priority and targets from impact, urgency and major; left alone once the ticket is no longer open.
    void reckon();

    /// The outcome: a no-op where nothing changed and nothing was said.
    [[nodiscard]] Applied<Ticket> accept(EntryKind kind, const QString &text = {}, FieldChanges extra = {});

private:
    [[nodiscard]] Refusal standing(Refusal::Code code, GuardedField field, const QString &reason) const;
    [[nodiscard]] FieldChanges changes() const;

    const Operation &m_op;
    const Ticket &m_before;
    const ApplyContext &m_context;
};

} // namespace comptoir::domain
