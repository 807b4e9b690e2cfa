-- SPDX-License-Identifier: GPL-3.0-or-later
-- Tickets that were closed long ago and that no console keeps: their rows, and those of their histories and files, stand under the negative
-- of the seq they had. Here is what they are found by.
CREATE TABLE archived_ticket(
    scope BLOB NOT NULL, -- 16 zero bytes for the shared scope
    ticket BLOB NOT NULL,
    closed_ms INTEGER NOT NULL,
    words TEXT NOT NULL, -- folded, a blank before each and after the last
    PRIMARY KEY(scope, ticket)
) STRICT, WITHOUT ROWID;
CREATE INDEX archived_ticket_closed ON archived_ticket(scope, closed_ms);
-- Their numbers and aliases, in capitals.
CREATE TABLE archived_number(
    scope BLOB NOT NULL, -- 16 zero bytes for the shared scope
    number TEXT NOT NULL,
    ticket BLOB NOT NULL,
    PRIMARY KEY(scope, number, ticket)
) STRICT, WITHOUT ROWID;
CREATE INDEX archived_number_ticket ON archived_number(scope, ticket);

-- What a round looks for: what is closed and not put away yet, the history of a ticket, and open tickets that hang on another.
CREATE INDEX ticket_closed ON ticket(scope, updated_ms) WHERE seq > 0 AND state IN ('closed', 'cancelled');
CREATE INDEX ticket_open_parent ON ticket(scope, parent) WHERE parent IS NOT NULL AND state NOT IN ('closed', 'cancelled');
CREATE INDEX timeline_ticket ON timeline(scope, ticket);
