-- SPDX-License-Identifier: GPL-3.0-or-later
-- The service's database on PostgreSQL: the tables of resources/sql/central, number by number (a test compares them). Ids are 16 bytes, never
-- NULL: nobody, nothing and the shared scope are 16 zero bytes, because a key of distribution cannot be NULL. Texts compare byte by byte, as
-- on SQLite. The scope is part of every key of what belongs to one (docs/postgresql.md).

-- One row: which life of the database this is. A restore gives it a new one.
CREATE TABLE meta(
    one BIGINT NOT NULL PRIMARY KEY CHECK(one = 1),
    epoch TEXT COLLATE "C" NOT NULL,
    next_device BIGINT NOT NULL
);
INSERT INTO meta VALUES(1, replace(gen_random_uuid()::text, '-', ''), 1);

-- The counter every change of a scope takes its seq from.
CREATE TABLE scope(
    id BYTEA NOT NULL PRIMARY KEY,
    seq BIGINT NOT NULL DEFAULT 0,
    backup_seq BIGINT NOT NULL DEFAULT 0,
    floor_seq BIGINT NOT NULL DEFAULT 0
);
INSERT INTO scope(id) VALUES(decode(repeat('00', 16), 'hex'));

CREATE TABLE organisation(
    id BYTEA NOT NULL,
    scope BYTEA NOT NULL,
    parent BYTEA NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    short_name TEXT COLLATE "C" NOT NULL,
    code TEXT COLLATE "C" NOT NULL,
    numbering TEXT COLLATE "C" NOT NULL,
    rules TEXT COLLATE "C" NOT NULL,
    seq BIGINT NOT NULL,
    PRIMARY KEY(id, scope)
);
CREATE UNIQUE INDEX organisation_seq ON organisation(scope, seq);

CREATE TABLE site(
    id BYTEA NOT NULL,
    scope BYTEA NOT NULL,
    organisation BYTEA NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    address TEXT COLLATE "C" NOT NULL,
    city TEXT COLLATE "C" NOT NULL,
    seq BIGINT NOT NULL,
    PRIMARY KEY(id, scope)
);
CREATE UNIQUE INDEX site_seq ON site(scope, seq);

CREATE TABLE support_group(
    id BYTEA NOT NULL,
    scope BYTEA NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    seq BIGINT NOT NULL,
    PRIMARY KEY(id, scope)
);
CREATE UNIQUE INDEX support_group_seq ON support_group(scope, seq);

CREATE TABLE operator(
    id BYTEA NOT NULL,
    scope BYTEA NOT NULL,
    login TEXT COLLATE "C" NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    role TEXT COLLATE "C" NOT NULL,
    groups TEXT COLLATE "C" NOT NULL,
    extension TEXT COLLATE "C" NOT NULL,
    active BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    PRIMARY KEY(id, scope)
);
CREATE UNIQUE INDEX operator_seq ON operator(scope, seq);

CREATE TABLE category(
    id BYTEA NOT NULL,
    scope BYTEA NOT NULL,
    parent BYTEA NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    support_group BYTEA NOT NULL,
    seq BIGINT NOT NULL,
    PRIMARY KEY(id, scope)
);
CREATE UNIQUE INDEX category_seq ON category(scope, seq);

CREATE TABLE person(
    id BYTEA NOT NULL,
    scope BYTEA NOT NULL,
    organisation BYTEA NOT NULL,
    site BYTEA NOT NULL,
    given_name TEXT COLLATE "C" NOT NULL,
    family_name TEXT COLLATE "C" NOT NULL,
    title TEXT COLLATE "C" NOT NULL,
    service TEXT COLLATE "C" NOT NULL,
    email TEXT COLLATE "C" NOT NULL,
    login TEXT COLLATE "C" NOT NULL,
    numbers TEXT COLLATE "C" NOT NULL,
    language TEXT COLLATE "C" NOT NULL,
    vip BIGINT NOT NULL,
    note TEXT COLLATE "C" NOT NULL,
    updated_ms BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    PRIMARY KEY(id, scope)
);
CREATE UNIQUE INDEX person_seq ON person(scope, seq);

CREATE TABLE asset(
    id BYTEA NOT NULL,
    scope BYTEA NOT NULL,
    organisation BYTEA NOT NULL,
    site BYTEA NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    model TEXT COLLATE "C" NOT NULL,
    serial TEXT COLLATE "C" NOT NULL,
    address TEXT COLLATE "C" NOT NULL,
    users TEXT COLLATE "C" NOT NULL,
    last_login TEXT COLLATE "C" NOT NULL,
    last_login_ms BIGINT NOT NULL,
    remote TEXT COLLATE "C" NOT NULL,
    note TEXT COLLATE "C" NOT NULL,
    seq BIGINT NOT NULL,
    PRIMARY KEY(id, scope)
);
CREATE UNIQUE INDEX asset_seq ON asset(scope, seq);

CREATE TABLE contact(
    id BYTEA NOT NULL,
    scope BYTEA NOT NULL,
    channel TEXT COLLATE "C" NOT NULL,
    direction TEXT COLLATE "C" NOT NULL,
    number TEXT COLLATE "C" NOT NULL,
    phone_key TEXT COLLATE "C" NOT NULL,
    call_id TEXT COLLATE "C" NOT NULL,
    person BYTEA NOT NULL,
    person_name TEXT COLLATE "C" NOT NULL,
    organisation BYTEA NOT NULL,
    handled_by BYTEA NOT NULL,
    outcome TEXT COLLATE "C" NOT NULL,
    started_ms BIGINT NOT NULL,
    answered_ms BIGINT NOT NULL,
    ended_ms BIGINT NOT NULL,
    wrap_up_ms BIGINT NOT NULL,
    tickets TEXT COLLATE "C" NOT NULL,
    note TEXT COLLATE "C" NOT NULL,
    seq BIGINT NOT NULL,
    PRIMARY KEY(id, scope)
);
CREATE UNIQUE INDEX contact_seq ON contact(scope, seq);

CREATE TABLE ticket(
    id BYTEA NOT NULL,
    scope BYTEA NOT NULL,
    number TEXT COLLATE "C" NOT NULL,
    aliases TEXT COLLATE "C" NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    state TEXT COLLATE "C" NOT NULL,
    wait_reason TEXT COLLATE "C" NOT NULL,
    wait_until_ms BIGINT NOT NULL,
    impact TEXT COLLATE "C" NOT NULL,
    urgency TEXT COLLATE "C" NOT NULL,
    priority TEXT COLLATE "C" NOT NULL,
    major BIGINT NOT NULL,
    requester BYTEA NOT NULL,
    requester_name TEXT COLLATE "C" NOT NULL,
    beneficiary BYTEA NOT NULL,
    beneficiary_name TEXT COLLATE "C" NOT NULL,
    organisation BYTEA NOT NULL,
    site BYTEA NOT NULL,
    asset BYTEA NOT NULL,
    category BYTEA NOT NULL,
    support_group BYTEA NOT NULL,
    assignee BYTEA NOT NULL,
    channel TEXT COLLATE "C" NOT NULL,
    contact BYTEA NOT NULL,
    summary TEXT COLLATE "C" NOT NULL,
    description TEXT COLLATE "C" NOT NULL,
    tags TEXT COLLATE "C" NOT NULL,
    parent BYTEA NOT NULL,
    opened_ms BIGINT NOT NULL,
    updated_ms BIGINT NOT NULL,
    responded_ms BIGINT NOT NULL,
    resolved_ms BIGINT NOT NULL,
    closed_ms BIGINT NOT NULL,
    respond_due_ms BIGINT NOT NULL,
    resolve_due_ms BIGINT NOT NULL,
    resolution_code TEXT COLLATE "C" NOT NULL,
    resolution TEXT COLLATE "C" NOT NULL,
    reopen_count BIGINT NOT NULL,
    opened_by BYTEA NOT NULL,
    versions TEXT COLLATE "C" NOT NULL,
    seq BIGINT NOT NULL,
    PRIMARY KEY(id, scope)
);
CREATE UNIQUE INDEX ticket_seq ON ticket(scope, seq);

CREATE TABLE timeline(
    id BYTEA NOT NULL,
    scope BYTEA NOT NULL,
    ticket BYTEA NOT NULL,
    at_ms BIGINT NOT NULL,
    actor BYTEA NOT NULL,
    actor_name TEXT COLLATE "C" NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    text TEXT COLLATE "C" NOT NULL,
    changes TEXT COLLATE "C" NOT NULL,
    seq BIGINT NOT NULL,
    PRIMARY KEY(id, scope)
);
CREATE UNIQUE INDEX timeline_seq ON timeline(scope, seq);

-- Not unique: a number bears its device's code, whose row is locked when one is taken (DeviceTable), and a unique index would need the scope.
CREATE INDEX ticket_number ON ticket(number);

-- What is no more in a scope, and since when.
CREATE TABLE tombstone(
    scope BYTEA NOT NULL,
    entity TEXT COLLATE "C" NOT NULL,
    id BYTEA NOT NULL,
    seq BIGINT NOT NULL
);
CREATE UNIQUE INDEX tombstone_seq ON tombstone(scope, seq);
CREATE INDEX tombstone_id ON tombstone(id);

-- Every operation ever received, with its verdict: one effect per id. Kept 180 days by the time in the id.
CREATE TABLE op(
    id BYTEA NOT NULL,
    device BYTEA NOT NULL,
    operator BYTEA NOT NULL,
    scope BYTEA NOT NULL,
    hash BYTEA NOT NULL,
    received_ms BIGINT NOT NULL,
    age_ms BIGINT NOT NULL,
    code TEXT COLLATE "C" NOT NULL,
    result TEXT COLLATE "C" NOT NULL,
    seq BIGINT NOT NULL,
    PRIMARY KEY(id, scope)
);
CREATE INDEX op_result ON op(device, scope, seq);

-- Which scopes an operator works in. A row stays after a revocation, so that no generation comes twice.
CREATE TABLE access_grant(
    operator BYTEA NOT NULL,
    scope BYTEA NOT NULL,
    generation BIGINT NOT NULL,
    active BIGINT NOT NULL,
    PRIMARY KEY(operator, scope)
);

CREATE TABLE account(
    operator BYTEA NOT NULL PRIMARY KEY,
    login TEXT COLLATE "C" NOT NULL UNIQUE,
    password TEXT COLLATE "C" NOT NULL,
    changed_ms BIGINT NOT NULL
);

-- An installed console and the code its ticket numbers bear now.
CREATE TABLE device(
    id BYTEA NOT NULL PRIMARY KEY,
    operator BYTEA NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    code TEXT COLLATE "C" NOT NULL,
    epoch TEXT COLLATE "C" NOT NULL,
    highest BIGINT NOT NULL DEFAULT 0,
    seen_ms BIGINT NOT NULL
);
-- Every code ever given, so that none means two devices.
CREATE TABLE device_code(
    code TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    n BIGINT NOT NULL UNIQUE,
    device BYTEA NOT NULL,
    highest BIGINT NOT NULL DEFAULT 0
);

-- A sign-in and all tokens that follow from it. Of tokens only SHA-256 digests are kept.
CREATE TABLE session_family(
    id BYTEA NOT NULL PRIMARY KEY,
    operator BYTEA NOT NULL,
    device BYTEA NOT NULL,
    created_ms BIGINT NOT NULL,
    rotated_ms BIGINT NOT NULL,
    rotation BIGINT NOT NULL,
    ended_ms BIGINT NOT NULL DEFAULT 0
);
CREATE INDEX session_family_operator ON session_family(operator);
CREATE TABLE refresh_token(
    digest BYTEA NOT NULL PRIMARY KEY,
    family BYTEA NOT NULL REFERENCES session_family(id) ON DELETE CASCADE,
    rotation BIGINT NOT NULL
);
CREATE INDEX refresh_token_family ON refresh_token(family);
CREATE TABLE access_token(
    digest BYTEA NOT NULL PRIMARY KEY,
    family BYTEA NOT NULL REFERENCES session_family(id) ON DELETE CASCADE,
    expires_ms BIGINT NOT NULL
);
CREATE INDEX access_token_family ON access_token(family);
CREATE INDEX access_token_expires ON access_token(expires_ms);

-- Tries to sign in, by account (digest of the login) and by address.
CREATE TABLE throttle(
    subject TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    tries BIGINT NOT NULL,
    since_ms BIGINT NOT NULL,
    until_ms BIGINT NOT NULL
);

-- Who did what to accounts, rights and the database. Only grows; each row carries the digest of the one before.
CREATE TABLE audit(
    no BIGINT NOT NULL PRIMARY KEY,
    at_ms BIGINT NOT NULL,
    actor BYTEA NOT NULL,
    action TEXT COLLATE "C" NOT NULL,
    subject TEXT COLLATE "C" NOT NULL,
    detail TEXT COLLATE "C" NOT NULL,
    digest BYTEA NOT NULL
);

-- Backups that can still be restored; what is newer than the oldest stays in the consoles' outboxes.
CREATE TABLE backup(
    no BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    path TEXT COLLATE "C" NOT NULL,
    at_ms BIGINT NOT NULL
);
CREATE TABLE backup_scope(
    backup BIGINT NOT NULL REFERENCES backup(no) ON DELETE CASCADE,
    scope BYTEA NOT NULL,
    seq BIGINT NOT NULL
);
CREATE INDEX backup_scope_backup ON backup_scope(backup);

-- Here alone: which server, and which course of its log, the rows were written on last. Another one may have gone back in time.
CREATE TABLE server_life(
    one BIGINT NOT NULL PRIMARY KEY CHECK(one = 1),
    system_id TEXT COLLATE "C" NOT NULL,
    timeline TEXT COLLATE "C" NOT NULL
);

-- Row-level security, for the owner too. A transaction says for whom it works: `comptoir.operator` (the id in hex) lets the scopes through that
-- are granted to that operator, and the shared one; `comptoir.service` = 'on' everything, for the service's own work. Unset lets nothing through.
CREATE FUNCTION comptoir_is_service() RETURNS BOOLEAN LANGUAGE sql STABLE AS
$$ SELECT coalesce(current_setting('comptoir.service', true), '') = 'on' $$;
CREATE FUNCTION comptoir_operator() RETURNS BYTEA LANGUAGE sql STABLE AS
$$ SELECT decode(nullif(current_setting('comptoir.operator', true), ''), 'hex') $$;
CREATE FUNCTION comptoir_scopes() RETURNS SETOF BYTEA LANGUAGE sql STABLE AS
$$
    SELECT decode(repeat('00', 16), 'hex') WHERE comptoir_operator() IS NOT NULL
    UNION ALL
    SELECT scope FROM access_grant WHERE operator = comptoir_operator() AND active = 1
$$;
-- For this and later migrations: puts a table under the rule, by the column that holds its scope; `further` is a condition that lets more through.
CREATE FUNCTION comptoir_guard(guarded REGCLASS, scope_column NAME, further TEXT DEFAULT 'false') RETURNS VOID LANGUAGE plpgsql AS
$$
BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', guarded);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', guarded);
    EXECUTE format('CREATE POLICY by_scope ON %s USING ((SELECT comptoir_is_service()) OR %I IN (SELECT comptoir_scopes()) OR (%s))',
                   guarded, scope_column, further);
END
$$;
SELECT comptoir_guard(name::regclass, 'scope') FROM unnest(ARRAY['organisation', 'site', 'support_group', 'operator', 'category', 'person',
    'asset', 'contact', 'ticket', 'timeline', 'tombstone', 'backup_scope']) AS name;
SELECT comptoir_guard('scope', 'id');
-- An operation in a scope that is not granted is refused, and the refusal kept, for whoever sent it.
SELECT comptoir_guard('op', 'scope', 'operator = (SELECT comptoir_operator())');
