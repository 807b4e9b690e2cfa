-- SPDX-License-Identifier: GPL-3.0-or-later
-- People who were erased: ids alone, one row in each scope the erasure reached, which consoles take as they take any row. They stay for ever.
CREATE TABLE erasure(
    id BLOB NOT NULL PRIMARY KEY,
    scope BLOB,
    person BLOB NOT NULL,
    at_ms INTEGER NOT NULL,
    seq INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX erasure_seq ON erasure(scope, seq);
CREATE INDEX erasure_person ON erasure(person);

-- What told of them (name, number, e-mail, tickets), as keyed digests: an operation made before the erasure that arrives after it, and an
-- import, are held against them. `own_only`: it tells in the person's own tickets alone.
CREATE TABLE erased_trace(
    trace BLOB NOT NULL,
    person BLOB NOT NULL,
    at_ms INTEGER NOT NULL,
    own_only INTEGER NOT NULL,
    PRIMARY KEY(trace, person)
) STRICT, WITHOUT ROWID;
CREATE TABLE erasure_key(
    one INTEGER NOT NULL PRIMARY KEY CHECK(one = 1),
    secret BLOB NOT NULL
) STRICT;
