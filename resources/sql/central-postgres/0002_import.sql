-- SPDX-License-Identifier: GPL-3.0-or-later
-- What an import has taken in: the digest of its source tells whether it has changed since, the seq whether the desk has touched the row since.
CREATE TABLE import_item(
    id BYTEA NOT NULL PRIMARY KEY,
    digest BYTEA NOT NULL,
    seq BIGINT NOT NULL
);
