// SPDX-License-Identifier: GPL-3.0-or-later
#include "ArchivedController.h"

#include "ArchivedFiles.h"
#include "ArchivedView.h"
#include "Catalogue.h"
#include "CatalogueLists.h"
#include "Clock.h"
#include "Parts.h"
#include "Then.h"

namespace comptoir::ui {

ArchivedController::ArchivedController(const Parts &parts, domain::ScopeId scope, domain::TicketId id, ArchivedView *view, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_scope(scope)
    , m_id(id)
    , m_view(view)
    , m_files(new ArchivedFiles(parts, scope, id, view->files(), this))
{
    connect(view, &ArchivedView::readWanted, this, &ArchivedController::read);
    connect(&parts.catalogue, &desk::Catalogue::changed, this, [this] {
        if (m_told) {
            show();
        }
    });
    read();
}

void ArchivedController::read()
{
    if (m_asking) {
        return;
    }
    m_asking = true;
    m_view->showAsking();
    base::then(m_parts.archive.read(m_scope, m_id), this, [this](const base::Result<desk::ArchivePage> &told) {
        m_asking = false;
        if (!told) {
            m_view->showFailure(told.error());
            return;
        }
        m_told = *told;
        show();
        Q_EMIT titled(told->page.ticket.number, told->page.ticket.summary);
    });
}

void ArchivedController::show()
{
    const domain::Ticket &ticket = m_told->page.ticket;
    const TicketNames names{.assignee = m_parts.catalogue.operatorName(ticket.assignee),
                            .group = m_parts.catalogue.groupName(ticket.group),
                            .mine = false,
                            .nowMs = m_parts.clock.nowMs()};
    m_files->show(m_told->files);
    m_view->show(*m_told, names, namesOf(m_parts, {}));
}

} // namespace comptoir::ui
