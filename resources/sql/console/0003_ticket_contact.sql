-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who spoke from a number is told with the ticket that came of it: without this every ticket was read for it.
CREATE INDEX ticket_contact ON ticket(contact) WHERE contact IS NOT NULL;
