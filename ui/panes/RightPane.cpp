// SPDX-License-Identifier: GPL-3.0-or-later
#include "RightPane.h"

namespace comptoir::ui {

struct RightPane::Private
{
    const Parts &parts;
};

RightPane::RightPane(const Parts &parts, QWidget *parent)
    : QWidget(parent)
    , m_d(new Private{parts})
{
}

RightPane::~RightPane() = default;

void RightPane::openTicket(domain::TicketId id)
{
    Q_EMIT currentChanged(id);
}

void RightPane::startDraft() { }

void RightPane::resumeDraft(const base::Uuid &) { }

void RightPane::openPerson(domain::PersonId) { }

void RightPane::startAssist() { }

void RightPane::restore() { }

domain::TicketId RightPane::current() const
{
    return {};
}

bool RightPane::isBlank() const
{
    return true;
}

} // namespace comptoir::ui
