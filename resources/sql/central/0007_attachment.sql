-- SPDX-License-Identifier: GPL-3.0-or-later
-- Files attached to tickets: what consoles are told of them.
CREATE TABLE attachment(
    id BLOB NOT NULL PRIMARY KEY,
    scope BLOB,
    ticket BLOB,
    entry BLOB,
    name TEXT NOT NULL,
    size INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    media_type TEXT NOT NULL,
    author BLOB,
    author_name TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    state TEXT NOT NULL,
    holder BLOB,
    holder_name TEXT NOT NULL,
    seq INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX attachment_seq ON attachment(scope, seq);
CREATE INDEX attachment_ticket ON attachment(scope, ticket);
CREATE INDEX attachment_content ON attachment(scope, sha256);

-- Their bytes, by content within a scope: the same bytes attached twice in one are there once. `id` is what the pieces go by.
CREATE TABLE blob(
    scope BLOB NOT NULL, -- 16 zero bytes for the shared scope
    sha256 TEXT NOT NULL,
    id BLOB NOT NULL,
    size INTEGER NOT NULL,
    PRIMARY KEY(scope, sha256)
) STRICT, WITHOUT ROWID;
-- The bytes of a blob from a place on, up to where the next one begins; those of uploads under way too.
CREATE TABLE blob_piece(
    scope BLOB NOT NULL, -- 16 zero bytes for the shared scope
    blob BLOB NOT NULL,
    place INTEGER NOT NULL,
    bytes BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX blob_piece_place ON blob_piece(scope, blob, place);
-- How far the bytes of an attachment have come. Each has pieces of its own until it is whole: nobody learns that somebody has the same bytes.
CREATE TABLE upload(
    scope BLOB NOT NULL, -- 16 zero bytes for the shared scope
    attachment BLOB NOT NULL,
    blob BLOB NOT NULL,
    size INTEGER NOT NULL, -- of the whole file
    received INTEGER NOT NULL,
    touched_ms INTEGER NOT NULL,
    PRIMARY KEY(scope, attachment)
) STRICT, WITHOUT ROWID;
CREATE INDEX upload_touched ON upload(touched_ms);
