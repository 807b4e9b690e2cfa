-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the rows of a scope add up to, table by table: consoles compare it with what they hold. The sum modulo 2^64 of a hash of id and seq
-- is kept as the sums of the hashes' upper and lower halves, which no number of rows makes overflow.
CREATE TABLE row_digest(
    scope BYTEA NOT NULL,
    entity TEXT COLLATE "C" NOT NULL,
    upper_half BIGINT NOT NULL,
    lower_half BIGINT NOT NULL,
    PRIMARY KEY(scope, entity)
);
ALTER TABLE scope ADD COLUMN digest_known BIGINT NOT NULL DEFAULT 1;

-- How far a scope had come when, about once a day: what became a tombstone long enough ago is told by it.
CREATE TABLE scope_mark(
    scope BYTEA NOT NULL,
    at_ms BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    PRIMARY KEY(scope, at_ms)
);
SELECT comptoir_guard('row_digest', 'scope');
SELECT comptoir_guard('scope_mark', 'scope');
