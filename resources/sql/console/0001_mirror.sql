-- SPDX-License-Identifier: GPL-3.0-or-later
-- The console's copy of the service's rows, as shown. Columns are those of the domain's field lists.
-- `seq` is the row's in its scope; 0 where only an operation made here has made the row; negative while a scope is fetched anew
-- and the row has not come again. `row` is what the word indexes point to. A scope of NULL is the shared scope.

CREATE TABLE organisation(
    row INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    scope BLOB,
    parent BLOB,
    name TEXT NOT NULL DEFAULT '',
    short_name TEXT NOT NULL DEFAULT '',
    code TEXT NOT NULL DEFAULT '',
    numbering TEXT NOT NULL DEFAULT '',
    rules TEXT NOT NULL DEFAULT '',
    seq INTEGER NOT NULL
) STRICT;

CREATE TABLE site(
    row INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    scope BLOB,
    organisation BLOB,
    name TEXT NOT NULL DEFAULT '',
    address TEXT NOT NULL DEFAULT '',
    city TEXT NOT NULL DEFAULT '',
    seq INTEGER NOT NULL
) STRICT;

CREATE TABLE support_group(
    row INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    scope BLOB,
    name TEXT NOT NULL DEFAULT '',
    seq INTEGER NOT NULL
) STRICT;

CREATE TABLE operator(
    row INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    scope BLOB,
    login TEXT NOT NULL DEFAULT '',
    name TEXT NOT NULL DEFAULT '',
    role TEXT NOT NULL DEFAULT 'operator',
    groups TEXT NOT NULL DEFAULT '',
    extension TEXT NOT NULL DEFAULT '',
    active INTEGER NOT NULL DEFAULT 1,
    seq INTEGER NOT NULL
) STRICT;

CREATE TABLE category(
    row INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    scope BLOB,
    parent BLOB,
    name TEXT NOT NULL DEFAULT '',
    support_group BLOB,
    seq INTEGER NOT NULL
) STRICT;

CREATE TABLE person(
    row INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    scope BLOB,
    organisation BLOB,
    site BLOB,
    given_name TEXT NOT NULL DEFAULT '',
    family_name TEXT NOT NULL DEFAULT '',
    title TEXT NOT NULL DEFAULT '',
    service TEXT NOT NULL DEFAULT '',
    email TEXT NOT NULL DEFAULT '',
    login TEXT NOT NULL DEFAULT '',
    numbers TEXT NOT NULL DEFAULT '',
    language TEXT NOT NULL DEFAULT '',
    vip INTEGER NOT NULL DEFAULT 0,
    note TEXT NOT NULL DEFAULT '',
    updated_ms INTEGER NOT NULL DEFAULT 0,
    seq INTEGER NOT NULL
) STRICT;
CREATE INDEX person_login ON person(login) WHERE login <> '';

-- Whom a number may be: kept by PersonTable.
CREATE TABLE phone(
    key TEXT NOT NULL,
    person BLOB NOT NULL,
    PRIMARY KEY(key, person)
) STRICT, WITHOUT ROWID;

CREATE TABLE asset(
    row INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    scope BLOB,
    organisation BLOB,
    site BLOB,
    kind TEXT NOT NULL DEFAULT 'workstation',
    name TEXT NOT NULL DEFAULT '',
    model TEXT NOT NULL DEFAULT '',
    serial TEXT NOT NULL DEFAULT '',
    address TEXT NOT NULL DEFAULT '',
    users TEXT NOT NULL DEFAULT '',
    last_login TEXT NOT NULL DEFAULT '',
    last_login_ms INTEGER NOT NULL DEFAULT 0,
    remote TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    seq INTEGER NOT NULL
) STRICT;
CREATE INDEX asset_login ON asset(last_login) WHERE last_login <> '';
CREATE INDEX asset_name ON asset(name);

-- Who uses what: kept by AssetTable.
CREATE TABLE asset_user(
    person BLOB NOT NULL,
    asset BLOB NOT NULL,
    PRIMARY KEY(person, asset)
) STRICT, WITHOUT ROWID;

CREATE TABLE contact(
    row INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    scope BLOB,
    channel TEXT NOT NULL DEFAULT 'phone',
    direction TEXT NOT NULL DEFAULT 'in',
    number TEXT NOT NULL DEFAULT '',
    phone_key TEXT NOT NULL DEFAULT '',
    call_id TEXT NOT NULL DEFAULT '',
    person BLOB,
    person_name TEXT NOT NULL DEFAULT '',
    organisation BLOB,
    handled_by BLOB,
    outcome TEXT NOT NULL DEFAULT 'ringing',
    started_ms INTEGER NOT NULL DEFAULT 0,
    answered_ms INTEGER NOT NULL DEFAULT 0,
    ended_ms INTEGER NOT NULL DEFAULT 0,
    wrap_up_ms INTEGER NOT NULL DEFAULT 0,
    tickets TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    seq INTEGER NOT NULL
) STRICT;
CREATE INDEX contact_person ON contact(person, started_ms) WHERE person IS NOT NULL;
CREATE INDEX contact_key ON contact(phone_key, started_ms) WHERE phone_key <> '';
CREATE INDEX contact_started ON contact(started_ms);

CREATE TABLE ticket(
    row INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    scope BLOB,
    number TEXT NOT NULL DEFAULT '',
    aliases TEXT NOT NULL DEFAULT '',
    kind TEXT NOT NULL DEFAULT 'incident',
    state TEXT NOT NULL DEFAULT 'new',
    wait_reason TEXT NOT NULL DEFAULT '',
    wait_until_ms INTEGER NOT NULL DEFAULT 0,
    impact TEXT NOT NULL DEFAULT 'medium',
    urgency TEXT NOT NULL DEFAULT 'medium',
    priority TEXT NOT NULL DEFAULT 'p3',
    major INTEGER NOT NULL DEFAULT 0,
    requester BLOB,
    requester_name TEXT NOT NULL DEFAULT '',
    beneficiary BLOB,
    beneficiary_name TEXT NOT NULL DEFAULT '',
    organisation BLOB,
    site BLOB,
    asset BLOB,
    category BLOB,
    support_group BLOB,
    assignee BLOB,
    channel TEXT NOT NULL DEFAULT 'phone',
    contact BLOB,
    summary TEXT NOT NULL DEFAULT '',
    description TEXT NOT NULL DEFAULT '',
    tags TEXT NOT NULL DEFAULT '',
    parent BLOB,
    opened_ms INTEGER NOT NULL DEFAULT 0,
    updated_ms INTEGER NOT NULL DEFAULT 0,
    responded_ms INTEGER NOT NULL DEFAULT 0,
    resolved_ms INTEGER NOT NULL DEFAULT 0,
    closed_ms INTEGER NOT NULL DEFAULT 0,
    respond_due_ms INTEGER NOT NULL DEFAULT 0,
    resolve_due_ms INTEGER NOT NULL DEFAULT 0,
    resolution_code TEXT NOT NULL DEFAULT '',
    resolution TEXT NOT NULL DEFAULT '',
    reopen_count INTEGER NOT NULL DEFAULT 0,
    opened_by BLOB,
    versions TEXT NOT NULL DEFAULT '',
    seq INTEGER NOT NULL,
    -- The next target: the first response while there was none, then the resolution. Without one the ticket sorts last.
    due_ms INTEGER NOT NULL GENERATED ALWAYS AS (
        CASE WHEN responded_ms = 0 AND respond_due_ms > 0 THEN respond_due_ms
             WHEN resolve_due_ms > 0 THEN resolve_due_ms
             ELSE 9223372036854775807 END) VIRTUAL
) STRICT;
CREATE INDEX ticket_number ON ticket(number);
CREATE INDEX ticket_opened ON ticket(opened_ms, id);
CREATE INDEX ticket_requester ON ticket(requester, opened_ms);
CREATE INDEX ticket_parent ON ticket(parent) WHERE parent IS NOT NULL;
-- The queues: open tickets only. A query uses them if it holds this very condition (TicketTable::kOpen).
CREATE INDEX ticket_open_due ON ticket(due_ms, id) WHERE state IN ('new','in_progress','waiting');
CREATE INDEX ticket_open_priority ON ticket(priority, due_ms, id) WHERE state IN ('new','in_progress','waiting');
CREATE INDEX ticket_open_opened ON ticket(opened_ms, id) WHERE state IN ('new','in_progress','waiting');
CREATE INDEX ticket_open_updated ON ticket(updated_ms, id) WHERE state IN ('new','in_progress','waiting');
CREATE INDEX ticket_open_assignee ON ticket(assignee, due_ms, id) WHERE state IN ('new','in_progress','waiting');
CREATE INDEX ticket_open_group ON ticket(support_group, due_ms, id) WHERE state IN ('new','in_progress','waiting');
CREATE INDEX ticket_open_organisation ON ticket(organisation, due_ms, id) WHERE state IN ('new','in_progress','waiting');

CREATE TABLE timeline(
    row INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    scope BLOB,
    ticket BLOB,
    at_ms INTEGER NOT NULL DEFAULT 0,
    actor BLOB,
    actor_name TEXT NOT NULL DEFAULT '',
    kind TEXT NOT NULL DEFAULT 'note',
    text TEXT NOT NULL DEFAULT '',
    changes TEXT NOT NULL DEFAULT '',
    seq INTEGER NOT NULL
) STRICT;
CREATE INDEX timeline_ticket ON timeline(ticket, at_ms);

-- Words, folded before they come here (Fold.h); written by PersonTable and TicketTable only when the text has changed.
-- Without a copy of the text and without positions: only words and their beginnings are looked for.
CREATE VIRTUAL TABLE person_text USING fts5(words, content='', detail=none, columnsize=0, prefix='1 2 3 4 5',
    tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE ticket_text USING fts5(words, content='', detail=none, columnsize=0, prefix='1 2 3 4 5',
    tokenize='unicode61 remove_diacritics 2');
