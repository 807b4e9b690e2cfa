-- SPDX-License-Identifier: GPL-3.0-or-later
-- usable-from: 4
-- The indexes of open tickets under a condition without IN: for a list of more than two, SQLite makes a table of its own at every row that is
-- written. The same words stand in the queries (TicketTable::kOpen); an earlier program's IN finds no index here and is slower.
DROP INDEX ticket_open_due;
DROP INDEX ticket_open_priority;
DROP INDEX ticket_open_opened;
DROP INDEX ticket_open_updated;
DROP INDEX ticket_open_assignee;
DROP INDEX ticket_open_group;
DROP INDEX ticket_open_organisation;
CREATE INDEX ticket_open_due ON ticket(due_ms, id) WHERE (state='new' OR state='in_progress' OR state='waiting');
CREATE INDEX ticket_open_priority ON ticket(priority, due_ms, id) WHERE (state='new' OR state='in_progress' OR state='waiting');
CREATE INDEX ticket_open_opened ON ticket(opened_ms, id) WHERE (state='new' OR state='in_progress' OR state='waiting');
CREATE INDEX ticket_open_updated ON ticket(updated_ms, id) WHERE (state='new' OR state='in_progress' OR state='waiting');
CREATE INDEX ticket_open_assignee ON ticket(assignee, due_ms, id) WHERE (state='new' OR state='in_progress' OR state='waiting');
CREATE INDEX ticket_open_group ON ticket(support_group, due_ms, id) WHERE (state='new' OR state='in_progress' OR state='waiting');
CREATE INDEX ticket_open_organisation ON ticket(organisation, due_ms, id) WHERE (state='new' OR state='in_progress' OR state='waiting');
