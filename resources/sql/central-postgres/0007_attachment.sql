-- SPDX-License-Identifier: GPL-3.0-or-later
-- Files attached to tickets: what consoles are told of them.
CREATE TABLE attachment(
    id BYTEA NOT NULL,
    scope BYTEA NOT NULL,
    ticket BYTEA NOT NULL,
    entry BYTEA NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    size BIGINT NOT NULL,
    sha256 TEXT COLLATE "C" NOT NULL,
    media_type TEXT COLLATE "C" NOT NULL,
    author BYTEA NOT NULL,
    author_name TEXT COLLATE "C" NOT NULL,
    at_ms BIGINT NOT NULL,
    state TEXT COLLATE "C" NOT NULL,
    holder BYTEA NOT NULL,
    holder_name TEXT COLLATE "C" NOT NULL,
    seq BIGINT NOT NULL,
    PRIMARY KEY(id, scope)
);
CREATE UNIQUE INDEX attachment_seq ON attachment(scope, seq);
CREATE INDEX attachment_ticket ON attachment(scope, ticket);
CREATE INDEX attachment_content ON attachment(scope, sha256);

-- Their bytes, by content within a scope: the same bytes attached twice in one are there once. `id` is what the pieces go by.
CREATE TABLE blob(
    scope BYTEA NOT NULL,
    sha256 TEXT COLLATE "C" NOT NULL,
    id BYTEA NOT NULL,
    size BIGINT NOT NULL,
    PRIMARY KEY(scope, sha256)
);
-- The bytes of a blob from a place on, up to where the next one begins; those of uploads under way too.
CREATE TABLE blob_piece(
    scope BYTEA NOT NULL,
    blob BYTEA NOT NULL,
    place BIGINT NOT NULL,
    bytes BYTEA NOT NULL
);
CREATE UNIQUE INDEX blob_piece_place ON blob_piece(scope, blob, place);
-- Compressed they would be searched for what pictures and archives have not.
ALTER TABLE blob_piece ALTER COLUMN bytes SET STORAGE EXTERNAL;
-- How far the bytes of an attachment have come. Each has pieces of its own until it is whole: nobody learns that somebody has the same bytes.
CREATE TABLE upload(
    scope BYTEA NOT NULL,
    attachment BYTEA NOT NULL,
    blob BYTEA NOT NULL,
    size BIGINT NOT NULL,
    received BIGINT NOT NULL,
    touched_ms BIGINT NOT NULL,
    PRIMARY KEY(scope, attachment)
);
CREATE INDEX upload_touched ON upload(touched_ms);
SELECT comptoir_guard(name::regclass, 'scope') FROM unnest(ARRAY['attachment', 'blob', 'blob_piece', 'upload']) AS name;
