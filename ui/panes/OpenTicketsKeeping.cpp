// SPDX-License-Identifier: GPL-3.0-or-later
// What is being written in the open tickets and drafts, and whether it is kept.
#include "DraftController.h"
#include "OpenTickets.h"
#include "TicketController.h"

namespace comptoir::ui {

bool OpenTickets::Item::isKept() const
{
    return draft ? draft->isKept() : !ticket || ticket->isKept();
}

bool OpenTickets::Item::isBusy() const
{
    return draft ? draft->isBusy() : ticket && ticket->isBusy();
}

void OpenTickets::Item::keepNow() const
{
    if (draft) {
        draft->keepNow();
    } else if (ticket) {
        ticket->keepNow();
    }
}

void OpenTickets::flush(const Item &item)
{
    if (item.draft) {
        item.draft->flush();
    } else if (item.ticket) {
        item.ticket->flush();
    }
}

bool OpenTickets::isKept() const
{
    return std::all_of(m_items.begin(), m_items.end(), [](const Item &item) { return item.isKept(); });
}

void OpenTickets::keepAll(std::function<void(bool kept)> then)
{
    m_afterKeeping = std::move(then);
    for (const Item &item : m_items) {
        item.keepNow();
    }
    tellKept();
}

void OpenTickets::tellKept()
{
    const bool busy = std::any_of(m_items.begin(), m_items.end(), [](const Item &item) { return item.isBusy(); });
    if (const auto then = busy ? nullptr : std::exchange(m_afterKeeping, nullptr)) {
        then(isKept());
    }
}

} // namespace comptoir::ui
