-- SPDX-License-Identifier: GPL-3.0-or-later
-- Older numbers of tickets that look like numbers of ours: no ticket may be opened under one of them.
CREATE TABLE ticket_alias(
    alias TEXT NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;
INSERT OR IGNORE INTO ticket_alias(alias)
SELECT upper(trim(alias.value)) FROM ticket, json_each(ticket.aliases) AS alias WHERE ticket.aliases LIKE '%-%' AND alias.value LIKE '%-%';
