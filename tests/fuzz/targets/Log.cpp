// SPDX-License-Identifier: GPL-3.0-or-later
#include "Fuzz.h"
#include "SnMapping.h"

namespace comptoir::fuzz {

void serviceNow(QByteArrayView input)
{
    central::ImportReport report;
    const auto log = central::ServiceNowLog::read(fileOf(input), report);
    if (!log) {
        return;
    }
    domain::Organisation organisation;
    organisation.id = domain::OrganisationId::fromName("org");
    const central::SnMapping mapping(*log, organisation);
    (void)mapping.directory();
    qint64 events = 0;
    for (const central::SnIncident &incident : log->incidents()) {
        const auto history = mapping.history(incident);
        MUST(history.ticket.id == mapping.ticketId(incident));
        MUST(log->digest(incident).size() == 32);
        events += qint64(incident.events.size());
    }
    MUST(events <= log->eventsRead());
    MUST(report.toText(1000).size() <= 2000);
}

} // namespace comptoir::fuzz
