-- SPDX-License-Identifier: GPL-3.0-or-later
-- usable-from: 4
-- What was typed here stands nowhere else until the service has it: a sum of each such row (core/store/ContentSum.h), so that a damaged one is not
-- taken for what its operator wrote. NULL: written by a program without sums, not verified.
ALTER TABLE outbox ADD COLUMN sum BLOB;
ALTER TABLE notice ADD COLUMN sum BLOB;
ALTER TABLE draft ADD COLUMN sum BLOB;
-- An erasure done by such a program rewrites what a sum covers and knows nothing of the sum: the row is not damaged for that. (Drafts it replaces
-- whole.) One that is known to be damaged, whose sum is of one byte, stays so.
CREATE TRIGGER outbox_sum AFTER UPDATE OF payload, former_hash ON outbox
WHEN NEW.sum IS OLD.sum AND length(OLD.sum) > 1 AND (NEW.payload IS NOT OLD.payload OR NEW.former_hash IS NOT OLD.former_hash)
BEGIN
    UPDATE outbox SET sum = NULL WHERE no = NEW.no;
END;
CREATE TRIGGER notice_sum AFTER UPDATE OF payload, label, refusal ON notice
WHEN NEW.sum IS OLD.sum AND length(OLD.sum) > 1
    AND (NEW.payload IS NOT OLD.payload OR NEW.label IS NOT OLD.label OR NEW.refusal IS NOT OLD.refusal)
BEGIN
    UPDATE notice SET sum = NULL WHERE op_id = NEW.op_id;
END;
