-- SPDX-License-Identifier: GPL-3.0-or-later
-- The lives of this database that are over: one that a file outside it tells of and that is not here is another database's.
CREATE TABLE past_epoch(
    epoch TEXT COLLATE "C" NOT NULL PRIMARY KEY
);
