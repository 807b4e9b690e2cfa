-- SPDX-License-Identifier: GPL-3.0-or-later
-- How far the audit reaches: an end that is cut off, and an audit that is emptied, show against it. Entries up to `untyped` were written
-- before digests told a value's type and the entry's number.
CREATE TABLE audit_head(
    one INTEGER PRIMARY KEY CHECK(one = 1),
    entries INTEGER NOT NULL,
    no INTEGER NOT NULL,
    digest BLOB NOT NULL,
    untyped INTEGER NOT NULL
) STRICT;
INSERT INTO audit_head(one, entries, no, digest, untyped)
SELECT 1, count(*), coalesce(max(no), 0), coalesce((SELECT digest FROM audit ORDER BY no DESC LIMIT 1), x''), coalesce(max(no), 0) FROM audit;
