-- SPDX-License-Identifier: GPL-3.0-or-later
-- How far the audit reaches: an end that is cut off, and an audit that is emptied, show against it. Entries up to `untyped` were written
-- before digests told a value's type and the entry's number.
CREATE TABLE audit_head(
    one BIGINT NOT NULL PRIMARY KEY CHECK(one = 1),
    entries BIGINT NOT NULL,
    no BIGINT NOT NULL,
    digest BYTEA NOT NULL,
    untyped BIGINT NOT NULL
);
INSERT INTO audit_head(one, entries, no, digest, untyped) VALUES(1, 0, 0, '', 0);
