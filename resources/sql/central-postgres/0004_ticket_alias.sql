-- SPDX-License-Identifier: GPL-3.0-or-later
-- Older numbers of tickets that look like numbers of ours: no ticket may be opened under one of them.
CREATE TABLE ticket_alias(
    alias TEXT COLLATE "C" NOT NULL PRIMARY KEY
);
