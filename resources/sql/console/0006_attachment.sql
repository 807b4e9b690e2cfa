-- SPDX-License-Identifier: GPL-3.0-or-later
-- usable-from: 4
-- Files attached to tickets, without their bytes. `seq` as in every table of the copy.
CREATE TABLE attachment(
    row INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    scope BLOB,
    ticket BLOB,
    entry BLOB,
    name TEXT NOT NULL DEFAULT '',
    size INTEGER NOT NULL DEFAULT 0,
    sha256 TEXT NOT NULL DEFAULT '',
    media_type TEXT NOT NULL DEFAULT '',
    author BLOB,
    author_name TEXT NOT NULL DEFAULT '',
    at_ms INTEGER NOT NULL DEFAULT 0,
    state TEXT NOT NULL DEFAULT 'held',
    holder BLOB,
    holder_name TEXT NOT NULL DEFAULT '',
    seq INTEGER NOT NULL
) STRICT;
CREATE INDEX attachment_ticket ON attachment(ticket, at_ms);
-- What was attached here and has not come back, by the operation that did.
CREATE INDEX attachment_pending ON attachment(entry) WHERE seq = 0;
