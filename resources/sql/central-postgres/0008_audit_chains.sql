-- SPDX-License-Identifier: GPL-3.0-or-later
-- The audit, a chain for each organisation (its scope) and one for what belongs to none (16 zero bytes). Only grows, but for what is older
-- than it is kept. `sealed` is the SHA-256 of a salt and a personal value that stand in audit_value, where an erasure reaches them.
CREATE TABLE audit_entry(
    scope BYTEA NOT NULL,
    no BIGINT NOT NULL,
    at_ms BIGINT NOT NULL,
    actor BYTEA NOT NULL,
    action TEXT COLLATE "C" NOT NULL,
    subject TEXT COLLATE "C" NOT NULL,
    detail TEXT COLLATE "C" NOT NULL,
    sealed BYTEA NOT NULL,
    digest BYTEA NOT NULL,
    PRIMARY KEY(scope, no)
);
CREATE TABLE audit_value(
    scope BYTEA NOT NULL,
    no BIGINT NOT NULL,
    salt BYTEA NOT NULL,
    value TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY(scope, no)
);

-- How far each chain reaches, and behind which entry it begins (`before_no`, 0 = from its first). Entries up to `untyped` and `typed` have
-- digests of the first and of the second kind.
CREATE TABLE audit_chain(
    scope BYTEA NOT NULL PRIMARY KEY,
    no BIGINT NOT NULL,
    digest BYTEA NOT NULL,
    before_no BIGINT NOT NULL,
    before_digest BYTEA NOT NULL,
    untyped BIGINT NOT NULL,
    typed BIGINT NOT NULL
);

-- What there was in one chain is the beginning of the one that belongs to no organisation: as it was written, its digests with it.
INSERT INTO audit_entry(scope, no, at_ms, actor, action, subject, detail, sealed, digest)
SELECT decode(repeat('00', 16), 'hex'), no, at_ms, actor, action, subject, detail, ''::bytea, digest FROM audit;
INSERT INTO audit_chain(scope, no, digest, before_no, before_digest, untyped, typed)
SELECT decode(repeat('00', 16), 'hex'), no, digest, 0, ''::bytea, untyped, no FROM audit_head;
DROP TABLE audit;
DROP TABLE audit_head;
SELECT comptoir_guard(name::regclass, 'scope') FROM unnest(ARRAY['audit_entry', 'audit_value', 'audit_chain']) AS name;

-- How many months an entry is kept.
ALTER TABLE meta ADD COLUMN audit_months BIGINT NOT NULL DEFAULT 12;
