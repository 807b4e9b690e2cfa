-- SPDX-License-Identifier: GPL-3.0-or-later
-- usable-from: 4
-- Files attached here whose bytes the service has not said it has, those of drafts among them: this operator's alone, carried over like the
-- outbox, and so are their bytes.
CREATE TABLE own_attachment(
    id BLOB NOT NULL PRIMARY KEY, -- of the attachment, and of the operation that attaches it
    ticket BLOB NOT NULL, -- or the draft, whose id its ticket will have
    name TEXT NOT NULL,
    size INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    media_type TEXT NOT NULL,
    added_ms INTEGER NOT NULL,
    attached INTEGER NOT NULL DEFAULT 0, -- the operation is made; before, it stands beside a draft
    sent INTEGER NOT NULL DEFAULT 0, -- bytes the service has said it has
    failure TEXT NOT NULL DEFAULT '' -- why the service does not take its bytes: a code of domain::AttachmentFault, empty = it does
) STRICT, WITHOUT ROWID;
CREATE INDEX own_attachment_ticket ON own_attachment(ticket);
-- Attachments somebody here wants to see and whose bytes are to be fetched.
CREATE TABLE wanted_attachment(
    id BLOB NOT NULL PRIMARY KEY,
    failure TEXT NOT NULL DEFAULT '' -- why they do not come; empty = they are on their way
) STRICT, WITHOUT ROWID;
-- Whether a file of the keep is still named by somebody; what this console has still to bring to the service.
CREATE INDEX attachment_sum ON attachment(sha256);
CREATE INDEX attachment_held ON attachment(holder) WHERE state = 'held';
