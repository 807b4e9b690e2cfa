-- SPDX-License-Identifier: GPL-3.0-or-later
-- People who were erased: ids alone, one row in each scope the erasure reached, which consoles take as they take any row. They stay for ever.
CREATE TABLE erasure(
    id BYTEA NOT NULL,
    scope BYTEA NOT NULL,
    person BYTEA NOT NULL,
    at_ms BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    PRIMARY KEY(id, scope)
);
CREATE UNIQUE INDEX erasure_seq ON erasure(scope, seq);
CREATE INDEX erasure_person ON erasure(person);
SELECT comptoir_guard('erasure', 'scope');

-- What told of them (name, number, e-mail, tickets), as keyed digests: an operation made before the erasure that arrives after it, and an
-- import, are held against them. `own_only`: it tells in the person's own tickets alone.
CREATE TABLE erased_trace(
    trace BYTEA NOT NULL,
    person BYTEA NOT NULL,
    at_ms BIGINT NOT NULL,
    own_only BIGINT NOT NULL,
    PRIMARY KEY(trace, person)
);
CREATE TABLE erasure_key(
    one BIGINT NOT NULL PRIMARY KEY CHECK(one = 1),
    secret BYTEA NOT NULL
);
