-- SPDX-License-Identifier: GPL-3.0-or-later
-- usable-from: 4
-- People the service has erased, scope by scope: ids alone. What of them was kept here went when the row came.
CREATE TABLE erasure(
    row INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    scope BLOB,
    person BLOB,
    at_ms INTEGER NOT NULL DEFAULT 0,
    seq INTEGER NOT NULL
) STRICT;
-- A row here: bytes of somebody erased may still stand in freed pages, old words of the index and the log. Goes when they are gone.
CREATE TABLE scrub(
    one INTEGER NOT NULL PRIMARY KEY CHECK(one = 1)
) STRICT;
-- The hash an operation had before an erasure blanked its payload; empty while the payload is the one that was made.
ALTER TABLE outbox ADD COLUMN former_hash BLOB NOT NULL DEFAULT x'';
