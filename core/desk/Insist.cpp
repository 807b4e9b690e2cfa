// SPDX-License-Identifier: GPL-3.0-or-later
#include "Insist.h"

#include "Meaning.h"
#include "NoticeTable.h"
#include "Refusals.h"
#include "TicketChanges.h"
#include "TicketReading.h"
#include "TryAgain.h"

namespace comptoir::desk {

using base::Error;
using base::Result;
using domain::GuardedField;

namespace {

/// Makes a payload build on the ticket as it is.
class Onto
{
public:
    explicit Onto(const domain::Ticket &ticket) : m_ticket(ticket) {}

    void operator()(domain::TicketEdit &edit) const { edit = editing(m_ticket, edit.field, edit.value, edit.display); }
    void operator()(domain::TicketClaim &claim) const { claim.expected = version(GuardedField::Assignee); }
    void operator()(domain::TicketAssign &assign) const { assign = assigning(m_ticket, assign.group, assign.assignee, assign.note); }
    void operator()(domain::TicketLink &link) const { link.expected = version(GuardedField::Parent); }
    void operator()(domain::TicketWait &wait) const { wait.expected = stateVersion(m_ticket); }
    void operator()(domain::TicketResume &resume) const { resume.expected = stateVersion(m_ticket); }
    void operator()(domain::TicketResolve &resolve) const { resolve.expected = stateVersion(m_ticket); }
    void operator()(domain::TicketReopen &reopen) const { reopen.expected = stateVersion(m_ticket); }
    void operator()(domain::TicketClose &close) const { close.expected = stateVersion(m_ticket); }
    void operator()(domain::TicketCancel &cancel) const { cancel.expected = stateVersion(m_ticket); }
    template <class Other>
    void operator()(Other &) const
    {} // builds on nothing

private:
    [[nodiscard]] domain::Expected version(GuardedField field) const { return m_ticket.versions.of(field); }

    const domain::Ticket &m_ticket;
};

Result<store::Notice> noticeOf(store::Db &db, domain::OperationId op)
{
    return store::NoticeTable::find(db, op).and_then([](std::optional<store::Notice> found) {
        return found ? Result<store::Notice>(std::move(*found))
                     : base::fail(Error::Kind::NotFound, QStringLiteral("it is not on the list of the refused any more"));
    });
}

} // namespace

bool canInsist(const store::Outstanding::Row &row)
{
    // The bytes of a refused file are kept for its notice: once that goes, a second refusal would take them.
    return row.kind.startsWith("ticket.") && row.kind != "ticket.open" && row.kind != "ticket.attach" && !canTryAgain(row)
        && !domain::isDamagedHere(refusalOf(row)) && domain::fromCode<domain::OpKind>(QString::fromUtf8(row.kind)).has_value();
}

Result<> insist(store::Db &db, const Acting &acting, domain::OperationId anew, domain::OperationId refused)
{
    return noticeOf(db, refused).and_then([&](const store::Notice &notice) {
        return readTicket(db, domain::TicketId{notice.entity.value}).and_then([&](const domain::Ticket &ticket) -> Result<> {
            if (domain::isDamagedHere(refusalOf(notice.code.toUtf8(), notice.refusal))) {
                return base::fail(Error::Kind::Invalid, QStringLiteral("it is damaged and not done again as it is"));
            }
            auto payload = payloadOf(notice);
            if (!payload) {
                return base::fail(Error::Kind::TooNew, QStringLiteral("this was written by another version"));
            }
            std::visit(Onto(ticket), *payload);
            return performOn(db, acting, anew, ticket, std::move(*payload)).and_then([&] {
                return store::NoticeTable::dismiss(db, refused);
            });
        });
    });
}

} // namespace comptoir::desk
