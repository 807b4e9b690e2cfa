-- SPDX-License-Identifier: GPL-3.0-or-later
-- What is this operator's alone: changes on their way, drafts, settings. A damaged mirror is fetched anew; this is carried over.

-- Own operations in the order they were made. `shown`: replayed on top of the base row, until a pull has brought its effect.
-- Accepted ones stay until the oldest backup of the service holds them: after a restore they are pushed again.
CREATE TABLE outbox(
    no INTEGER PRIMARY KEY AUTOINCREMENT,
    op_id BLOB NOT NULL UNIQUE,
    scope BLOB NOT NULL, -- 16 zero bytes for the shared scope
    entity BLOB NOT NULL,
    kind TEXT NOT NULL,
    version INTEGER NOT NULL,
    deps BLOB NOT NULL, -- 16 bytes each
    payload BLOB NOT NULL, -- the bytes that travel; never rewritten
    base_seq INTEGER NOT NULL,
    boot_id BLOB NOT NULL,
    boot_ms INTEGER NOT NULL,
    wall_ms INTEGER NOT NULL,
    actor BLOB,
    actor_name TEXT NOT NULL,
    may_major INTEGER NOT NULL,
    state TEXT NOT NULL DEFAULT 'pending' CHECK(state IN ('pending','accepted','refused','parked')),
    shown INTEGER NOT NULL DEFAULT 1,
    seq INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX outbox_pending ON outbox(scope, no) WHERE state = 'pending';
CREATE INDEX outbox_shown ON outbox(entity, no) WHERE shown = 1;

-- The service's rows of entities that have operations shown on top; `body` is NULL where the service has none.
CREATE TABLE base(
    entity BLOB NOT NULL PRIMARY KEY,
    scope BLOB NOT NULL,
    kind TEXT NOT NULL,
    seq INTEGER NOT NULL,
    body TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE cursor(
    scope BLOB NOT NULL PRIMARY KEY,
    generation INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    complete INTEGER NOT NULL,
    backup_seq INTEGER NOT NULL DEFAULT 0,
    anew INTEGER NOT NULL DEFAULT 0, -- being fetched again: rows with a negative seq go when it is complete
    digest INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

-- Refused and parked operations, kept with what was meant and what stands until somebody dismisses them.
CREATE TABLE notice(
    op_id BLOB NOT NULL PRIMARY KEY,
    scope BLOB NOT NULL,
    entity BLOB NOT NULL,
    kind TEXT NOT NULL,
    version INTEGER NOT NULL,
    payload BLOB NOT NULL,
    label TEXT NOT NULL, -- number and summary, or the person's name, as they were
    made_ms INTEGER NOT NULL,
    code TEXT NOT NULL, -- the verdict's, or `parked`
    refusal TEXT NOT NULL, -- what stands (JSON of the verdict)
    told_ms INTEGER NOT NULL DEFAULT 0,
    dismissed INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX notice_open ON notice(entity) WHERE dismissed = 0;

CREATE TABLE draft(
    id BLOB NOT NULL PRIMARY KEY,
    ticket TEXT NOT NULL, -- JSON object, columns by name
    saved_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE kept_text(
    ticket BLOB NOT NULL PRIMARY KEY,
    text TEXT NOT NULL,
    saved_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE read_mark(
    ticket BLOB NOT NULL PRIMARY KEY,
    seen_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE setting(
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- This installation: its id, its code for ticket numbers and the last counter given out.
CREATE TABLE device(
    one INTEGER NOT NULL PRIMARY KEY CHECK(one = 1),
    id BLOB,
    code TEXT NOT NULL DEFAULT '',
    counter INTEGER NOT NULL DEFAULT 0,
    epoch TEXT NOT NULL DEFAULT '' -- of the service, as last known
) STRICT;
INSERT INTO device(one) VALUES(1);
