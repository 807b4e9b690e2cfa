-- SPDX-License-Identifier: GPL-3.0-or-later
-- The service's database. Ids are 16 bytes; a scope of NULL is the shared scope; times are milliseconds since 1970 UTC.

-- One row: which life of the database this is. A restore gives it a new one.
CREATE TABLE meta(
    one INTEGER NOT NULL PRIMARY KEY CHECK(one = 1),
    epoch TEXT NOT NULL,
    next_device INTEGER NOT NULL
) STRICT;
INSERT INTO meta VALUES(1, lower(hex(randomblob(16))), 1);

-- The counter every change of a scope takes its seq from.
CREATE TABLE scope(
    id BLOB,
    seq INTEGER NOT NULL DEFAULT 0,
    backup_seq INTEGER NOT NULL DEFAULT 0,
    floor_seq INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE UNIQUE INDEX scope_id ON scope(ifnull(id, x''));
INSERT INTO scope(id) VALUES(NULL);

CREATE TABLE organisation(
    id BLOB NOT NULL PRIMARY KEY,
    scope BLOB,
    parent BLOB,
    name TEXT NOT NULL,
    short_name TEXT NOT NULL,
    code TEXT NOT NULL,
    numbering TEXT NOT NULL,
    rules TEXT NOT NULL,
    seq INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX organisation_seq ON organisation(scope, seq);

CREATE TABLE site(
    id BLOB NOT NULL PRIMARY KEY,
    scope BLOB,
    organisation BLOB,
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    city TEXT NOT NULL,
    seq INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX site_seq ON site(scope, seq);

CREATE TABLE support_group(
    id BLOB NOT NULL PRIMARY KEY,
    scope BLOB,
    name TEXT NOT NULL,
    seq INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX support_group_seq ON support_group(scope, seq);

CREATE TABLE operator(
    id BLOB NOT NULL PRIMARY KEY,
    scope BLOB,
    login TEXT NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    groups TEXT NOT NULL,
    extension TEXT NOT NULL,
    active INTEGER NOT NULL,
    seq INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX operator_seq ON operator(scope, seq);

CREATE TABLE category(
    id BLOB NOT NULL PRIMARY KEY,
    scope BLOB,
    parent BLOB,
    name TEXT NOT NULL,
    support_group BLOB,
    seq INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX category_seq ON category(scope, seq);

CREATE TABLE person(
    id BLOB NOT NULL PRIMARY KEY,
    scope BLOB,
    organisation BLOB,
    site BLOB,
    given_name TEXT NOT NULL,
    family_name TEXT NOT NULL,
    title TEXT NOT NULL,
    service TEXT NOT NULL,
    email TEXT NOT NULL,
    login TEXT NOT NULL,
    numbers TEXT NOT NULL,
    language TEXT NOT NULL,
    vip INTEGER NOT NULL,
    note TEXT NOT NULL,
    updated_ms INTEGER NOT NULL,
    seq INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX person_seq ON person(scope, seq);

CREATE TABLE asset(
    id BLOB NOT NULL PRIMARY KEY,
    scope BLOB,
    organisation BLOB,
    site BLOB,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    model TEXT NOT NULL,
    serial TEXT NOT NULL,
    address TEXT NOT NULL,
    users TEXT NOT NULL,
    last_login TEXT NOT NULL,
    last_login_ms INTEGER NOT NULL,
    remote TEXT NOT NULL,
    note TEXT NOT NULL,
    seq INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX asset_seq ON asset(scope, seq);

CREATE TABLE contact(
    id BLOB NOT NULL PRIMARY KEY,
    scope BLOB,
    channel TEXT NOT NULL,
    direction TEXT NOT NULL,
    number TEXT NOT NULL,
    phone_key TEXT NOT NULL,
    call_id TEXT NOT NULL,
    person BLOB,
    person_name TEXT NOT NULL,
    organisation BLOB,
    handled_by BLOB,
    outcome TEXT NOT NULL,
    started_ms INTEGER NOT NULL,
    answered_ms INTEGER NOT NULL,
    ended_ms INTEGER NOT NULL,
    wrap_up_ms INTEGER NOT NULL,
    tickets TEXT NOT NULL,
    note TEXT NOT NULL,
    seq INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX contact_seq ON contact(scope, seq);

CREATE TABLE ticket(
    id BLOB NOT NULL PRIMARY KEY,
    scope BLOB,
    number TEXT NOT NULL,
    aliases TEXT NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    wait_reason TEXT NOT NULL,
    wait_until_ms INTEGER NOT NULL,
    impact TEXT NOT NULL,
    urgency TEXT NOT NULL,
    priority TEXT NOT NULL,
    major INTEGER NOT NULL,
    requester BLOB,
    requester_name TEXT NOT NULL,
    beneficiary BLOB,
    beneficiary_name TEXT NOT NULL,
    organisation BLOB,
    site BLOB,
    asset BLOB,
    category BLOB,
    support_group BLOB,
    assignee BLOB,
    channel TEXT NOT NULL,
    contact BLOB,
    summary TEXT NOT NULL,
    description TEXT NOT NULL,
    tags TEXT NOT NULL,
    parent BLOB,
    opened_ms INTEGER NOT NULL,
    updated_ms INTEGER NOT NULL,
    responded_ms INTEGER NOT NULL,
    resolved_ms INTEGER NOT NULL,
    closed_ms INTEGER NOT NULL,
    respond_due_ms INTEGER NOT NULL,
    resolve_due_ms INTEGER NOT NULL,
    resolution_code TEXT NOT NULL,
    resolution TEXT NOT NULL,
    reopen_count INTEGER NOT NULL,
    opened_by BLOB,
    versions TEXT NOT NULL,
    seq INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX ticket_seq ON ticket(scope, seq);

CREATE TABLE timeline(
    id BLOB NOT NULL PRIMARY KEY,
    scope BLOB,
    ticket BLOB,
    at_ms INTEGER NOT NULL,
    actor BLOB,
    actor_name TEXT NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    changes TEXT NOT NULL,
    seq INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX timeline_seq ON timeline(scope, seq);

CREATE UNIQUE INDEX ticket_number ON ticket(number);

-- What is no more in a scope, and since when.
CREATE TABLE tombstone(
    scope BLOB,
    entity TEXT NOT NULL,
    id BLOB NOT NULL,
    seq INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX tombstone_seq ON tombstone(scope, seq);
CREATE INDEX tombstone_id ON tombstone(id);

-- Every operation ever received, with its verdict: one effect per id. Kept 180 days by the time in the id.
CREATE TABLE op(
    id BLOB NOT NULL PRIMARY KEY,
    device BLOB NOT NULL,
    operator BLOB NOT NULL,
    scope BLOB,
    hash BLOB NOT NULL,
    received_ms INTEGER NOT NULL,
    age_ms INTEGER NOT NULL,
    code TEXT NOT NULL,
    result TEXT NOT NULL,
    seq INTEGER NOT NULL
) STRICT;
CREATE INDEX op_result ON op(device, scope, seq);

-- Which scopes an operator works in. A row stays after a revocation, so that no generation comes twice.
CREATE TABLE access_grant(
    operator BLOB NOT NULL,
    scope BLOB NOT NULL,
    generation INTEGER NOT NULL,
    active INTEGER NOT NULL,
    PRIMARY KEY(operator, scope)
) STRICT, WITHOUT ROWID;

CREATE TABLE account(
    operator BLOB NOT NULL PRIMARY KEY,
    login TEXT NOT NULL UNIQUE,
    password TEXT NOT NULL,
    changed_ms INTEGER NOT NULL
) STRICT;

-- An installed console and the code its ticket numbers bear now.
CREATE TABLE device(
    id BLOB NOT NULL PRIMARY KEY,
    operator BLOB NOT NULL,
    name TEXT NOT NULL,
    code TEXT NOT NULL,
    epoch TEXT NOT NULL,
    highest INTEGER NOT NULL DEFAULT 0,
    seen_ms INTEGER NOT NULL
) STRICT;
-- Every code ever given, so that none means two devices.
CREATE TABLE device_code(
    code TEXT NOT NULL PRIMARY KEY,
    n INTEGER NOT NULL UNIQUE,
    device BLOB NOT NULL,
    highest INTEGER NOT NULL DEFAULT 0
) STRICT;

-- A sign-in and all tokens that follow from it. Of tokens only SHA-256 digests are kept.
CREATE TABLE session_family(
    id BLOB NOT NULL PRIMARY KEY,
    operator BLOB NOT NULL,
    device BLOB NOT NULL,
    created_ms INTEGER NOT NULL,
    rotated_ms INTEGER NOT NULL,
    rotation INTEGER NOT NULL,
    ended_ms INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX session_family_operator ON session_family(operator);
CREATE TABLE refresh_token(
    digest BLOB NOT NULL PRIMARY KEY,
    family BLOB NOT NULL REFERENCES session_family(id) ON DELETE CASCADE,
    rotation INTEGER NOT NULL
) STRICT;
CREATE INDEX refresh_token_family ON refresh_token(family);
CREATE TABLE access_token(
    digest BLOB NOT NULL PRIMARY KEY,
    family BLOB NOT NULL REFERENCES session_family(id) ON DELETE CASCADE,
    expires_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX access_token_family ON access_token(family);
CREATE INDEX access_token_expires ON access_token(expires_ms);

-- Tries to sign in, by account (digest of the login) and by address.
CREATE TABLE throttle(
    subject TEXT NOT NULL PRIMARY KEY,
    tries INTEGER NOT NULL,
    since_ms INTEGER NOT NULL,
    until_ms INTEGER NOT NULL
) STRICT;

-- Who did what to accounts, rights and the database. Only grows; each row carries the digest of the one before.
CREATE TABLE audit(
    no INTEGER PRIMARY KEY AUTOINCREMENT,
    at_ms INTEGER NOT NULL,
    actor BLOB,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    detail TEXT NOT NULL,
    digest BLOB NOT NULL
) STRICT;

-- Backups that can still be restored; what is newer than the oldest stays in the consoles' outboxes.
CREATE TABLE backup(
    no INTEGER PRIMARY KEY AUTOINCREMENT,
    path TEXT NOT NULL,
    at_ms INTEGER NOT NULL
) STRICT;
CREATE TABLE backup_scope(
    backup INTEGER NOT NULL REFERENCES backup(no) ON DELETE CASCADE,
    scope BLOB,
    seq INTEGER NOT NULL
) STRICT;
CREATE INDEX backup_scope_backup ON backup_scope(backup);
