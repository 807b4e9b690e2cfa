// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Directory.h"
#include "Organisation.h"
#include "Person.h"
#include "ServiceNowLog.h"
#include "Ticket.h"
#include "TimelineEntry.h"

#include <QSet>

namespace comptoir::central {

/// What the log says, as rows of this service. Every id is made from the log's own names, so that the same log gives the same rows.
class SnMapping
{
public:
    /// Everything tickets refer to: callers, locations, groups, resolvers (as operators who cannot sign in), the tree of categories.
    struct Directory
    {
        std::vector<domain::Person> people;
        std::vector<domain::Site> sites;
        std::vector<domain::Group> groups;
        std::vector<domain::Operator> operators;
        std::vector<domain::Category> categories;
    };
    /// One incident: the ticket as it stands after its last event (without a number of ours), one entry for each event that says something.
    struct History
    {
        domain::Ticket ticket;
        std::vector<domain::TimelineEntry> entries;
        qint64 merged = 0; ///< events that change nothing
    };

    SnMapping(const ServiceNowLog &log, const domain::Organisation &organisation);

    [[nodiscard]] Directory directory() const;
    [[nodiscard]] History history(const SnIncident &incident) const;
    [[nodiscard]] domain::TicketId ticketId(const SnIncident &incident) const;

private:
    [[nodiscard]] domain::Ticket begun(const SnIncident &incident) const;
    [[nodiscard]] domain::Ticket after(const domain::Ticket &before, const SnEvent &event) const;
    [[nodiscard]] QString otherChanges(const SnEvent &before, const SnEvent &event) const;
    void finish(const SnIncident &incident, domain::Ticket &ticket) const;
    template <class IdType>
    [[nodiscard]] IdType idOf(const char *kind, const QString &name, bool shared = false) const;
    [[nodiscard]] domain::OperationId entryId(const SnIncident &incident, const SnEvent &event, QSet<QByteArray> &used) const;
    [[nodiscard]] QString categoryPath(const SnEvent &event) const;

    const ServiceNowLog &m_log;
    const domain::Organisation &m_organisation;
    domain::ScopeId m_scope;
    QByteArray m_key; ///< of the organisation in the names ids are made of
};

} // namespace comptoir::central
