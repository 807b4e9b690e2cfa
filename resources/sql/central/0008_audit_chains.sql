-- SPDX-License-Identifier: GPL-3.0-or-later
-- The audit, a chain for each organisation (its scope, 16 bytes) and one for what belongs to none (16 zero bytes). Only grows, but for what
-- is older than it is kept. `sealed` is the SHA-256 of a salt and a personal value that stand in audit_value, where an erasure reaches them.
CREATE TABLE audit_entry(
    scope BLOB NOT NULL,
    no INTEGER NOT NULL,
    at_ms INTEGER NOT NULL,
    actor BLOB,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    detail TEXT NOT NULL,
    sealed BLOB NOT NULL,
    digest BLOB NOT NULL,
    PRIMARY KEY(scope, no)
) STRICT, WITHOUT ROWID;
CREATE TABLE audit_value(
    scope BLOB NOT NULL,
    no INTEGER NOT NULL,
    salt BLOB NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY(scope, no)
) STRICT, WITHOUT ROWID;

-- How far each chain reaches, and behind which entry it begins (`before_no`, 0 = from its first). Entries up to `untyped` and `typed` have
-- digests of the first and of the second kind.
CREATE TABLE audit_chain(
    scope BLOB NOT NULL,
    no INTEGER NOT NULL,
    digest BLOB NOT NULL,
    before_no INTEGER NOT NULL,
    before_digest BLOB NOT NULL,
    untyped INTEGER NOT NULL,
    typed INTEGER NOT NULL,
    PRIMARY KEY(scope)
) STRICT, WITHOUT ROWID;

-- What there was in one chain is the beginning of the one that belongs to no organisation: as it was written, its digests with it.
INSERT INTO audit_entry(scope, no, at_ms, actor, action, subject, detail, sealed, digest)
SELECT zeroblob(16), no, at_ms, actor, action, subject, detail, x'', digest FROM audit;
INSERT INTO audit_chain(scope, no, digest, before_no, before_digest, untyped, typed)
SELECT zeroblob(16), no, digest, 0, x'', untyped, no FROM audit_head;
DROP TABLE audit;
DROP TABLE audit_head;

-- How many months an entry is kept.
ALTER TABLE meta ADD COLUMN audit_months INTEGER NOT NULL DEFAULT 12;
