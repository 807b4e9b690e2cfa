-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the rows of a scope add up to, table by table: consoles compare it with what they hold. The sum modulo 2^64 of a hash of id and seq
-- is kept as the sums of the hashes' upper and lower halves, which no number of rows makes overflow.
CREATE TABLE row_digest(
    scope BLOB NOT NULL, -- 16 zero bytes for the shared scope
    entity TEXT NOT NULL,
    upper_half INTEGER NOT NULL,
    lower_half INTEGER NOT NULL,
    PRIMARY KEY(scope, entity)
) STRICT, WITHOUT ROWID;
-- 0 in scopes from before there were sums: nothing is told of them until all their rows were added up once.
ALTER TABLE scope ADD COLUMN digest_known INTEGER NOT NULL DEFAULT 1;
UPDATE scope SET digest_known = 0 WHERE seq > 0;

-- How far a scope had come when, about once a day: what became a tombstone long enough ago is told by it.
CREATE TABLE scope_mark(
    scope BLOB NOT NULL, -- 16 zero bytes for the shared scope
    at_ms INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY(scope, at_ms)
) STRICT, WITHOUT ROWID;
