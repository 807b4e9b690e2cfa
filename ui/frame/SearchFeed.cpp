// SPDX-License-Identifier: GPL-3.0-or-later
#include "SearchFeed.h"

#include "Archive.h"
#include "DeskFrame.h"
#include "Queues.h"
#include "SearchPanel.h"
#include "SyncEngine.h"
#include "Then.h"

namespace comptoir::ui {

namespace {
constexpr int kPeople = 8;
constexpr int kTickets = 6;
constexpr int kOlder = 8;
} // namespace

SearchFeed::SearchFeed(const Parts &parts, DeskFrame &frame, QObject *parent) : QObject(parent), m_parts(parts), m_frame(frame)
{
    connect(&frame.search(), &SearchPanel::asked, this, &SearchFeed::look);
    connect(&parts.queues, &desk::Queues::moved, &frame.search(), &SearchPanel::lookAgain);
    connect(&parts.sync, &sync::SyncEngine::statusChanged, &frame.search(), &SearchPanel::showCopy);
    frame.search().showCopy(parts.sync.status());
    connect(&frame.search(), &SearchPanel::personChosen, this, &SearchFeed::personChosen);
    connect(&frame.search(), &SearchPanel::ticketChosen, this, &SearchFeed::ticketChosen);
    connect(&frame.search(), &SearchPanel::olderAsked, this, &SearchFeed::lookOlder);
    connect(&frame.search(), &SearchPanel::archivedChosen, this, &SearchFeed::archivedChosen);
    connect(&frame.search(), &SearchPanel::numberChosen, this, &SearchFeed::numberChosen);
}

void SearchFeed::look(const QString &text)
{
    base::then(m_parts.lookup.people(text, kPeople), this, [this, text](const base::Result<std::vector<desk::PersonHit>> &hits) {
        hits ? m_frame.search().showPeople(text, *hits) : m_frame.search().showFailure(text, hits.error());
    });
    base::then(m_parts.lookup.tickets(text, kTickets), this, [this, text](const base::Result<std::vector<desk::TicketHit>> &hits) {
        hits ? m_frame.search().showTickets(text, *hits) : m_frame.search().showFailure(text, hits.error());
    });
}

void SearchFeed::lookOlder(const QString &text)
{
    base::then(m_parts.archive.search(text, kOlder), this, [this, text](const base::Result<std::vector<desk::ArchiveHit>> &hits) {
        hits ? m_frame.search().showOlder(text, *hits) : m_frame.search().showOlderFailure(text, hits.error());
    });
}

} // namespace comptoir::ui

#include "moc_SearchFeed.cpp"
