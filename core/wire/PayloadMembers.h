// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Attachment.h"
#include "Payloads.h"
#include "TextLimits.h"

namespace comptoir::wire {

// The members of each payload, told once; the encoder and the decoder both walk them. Private to PayloadCodec.
// A visitor has text, texts, integer, flag, id, code, expected, form (a text form) and fields (an entity's columns but those named).

template <class V>
void members(V &visit, domain::TicketOpen &p)
{
    visit.fields(p.ticket,
                 {"id", "scope", "state", "wait_reason", "wait_until_ms", "priority", "opened_ms", "updated_ms", "responded_ms",
                  "resolved_ms", "closed_ms", "respond_due_ms", "resolve_due_ms", "resolution_code", "resolution", "reopen_count",
                  "opened_by", "versions"});
}

template <class V>
void members(V &visit, domain::TicketEdit &p)
{
    visit.text("field", p.field, domain::kMostCode);
    visit.text("value", p.value, domain::kMostLongText);
    visit.text("display", p.display, domain::kMostLine);
    visit.expected("expected", p.expected);
}

template <class V>
void members(V &visit, domain::TicketTag &p)
{
    visit.texts("add", p.add, domain::kMostTags, domain::kMostCode);
    visit.texts("remove", p.remove, domain::kMostTags, domain::kMostCode);
}

template <class V>
void members(V &visit, domain::TicketClaim &p)
{
    visit.expected("expected", p.expected);
}

template <class V>
void members(V &visit, domain::TicketAssign &p)
{
    visit.id("support_group", p.group);
    visit.id("assignee", p.assignee);
    visit.expected("expected_group", p.expectedGroup);
    visit.expected("expected_assignee", p.expectedAssignee);
    visit.text("note", p.note, domain::kMostLongText);
}

template <class V>
void members(V &visit, domain::TicketNote &p)
{
    visit.text("text", p.text, domain::kMostLongText);
    visit.flag("to_requester", p.toRequester);
}

template <class V>
void members(V &visit, domain::TicketWait &p)
{
    visit.code("reason", p.reason);
    visit.integer("until_ms", p.untilMs);
    visit.text("text", p.text, domain::kMostLongText);
    visit.expected("expected", p.expected);
}

template <class V>
void members(V &visit, domain::TicketResume &p)
{
    visit.expected("expected", p.expected);
}

template <class V>
void members(V &visit, domain::TicketResolve &p)
{
    visit.text("code", p.code, domain::kMostCode);
    visit.text("text", p.text, domain::kMostLongText);
    visit.expected("expected", p.expected);
}

template <class V>
void members(V &visit, domain::TicketReopen &p)
{
    visit.text("text", p.text, domain::kMostLongText);
    visit.expected("expected", p.expected);
}

template <class V>
void members(V &visit, domain::TicketClose &p)
{
    visit.expected("expected", p.expected);
}

template <class V>
void members(V &visit, domain::TicketCancel &p)
{
    visit.text("text", p.text, domain::kMostLongText);
    visit.expected("expected", p.expected);
}

template <class V>
void members(V &visit, domain::TicketLink &p)
{
    visit.id("parent", p.parent);
    visit.text("parent_number", p.parentNumber, domain::kMostCode);
    visit.expected("expected", p.expected);
}

template <class V>
void members(V &visit, domain::TicketAssist &p)
{
    visit.id("asset", p.asset);
    visit.text("asset_name", p.assetName, domain::kMostLine);
    visit.text("tool", p.tool, domain::kMostLine);
    visit.text("target", p.target, domain::kMostLine);
    visit.flag("agreed", p.agreed);
    visit.integer("agreed_ms", p.agreedMs);
    visit.flag("started", p.started);
    visit.integer("duration_ms", p.durationMs);
    visit.text("outcome", p.outcome, domain::kMostLine);
}

template <class V>
void members(V &visit, domain::TicketAttach &p)
{
    visit.id("attachment", p.attachment);
    visit.text("name", p.name, domain::kMostAttachmentName);
    visit.integer("size", p.size);
    visit.text("sha256", p.sha256, domain::kMostCode);
    visit.text("media_type", p.mediaType, domain::kMostCode);
    visit.id("holder", p.holder);
    visit.text("holder_name", p.holderName, domain::kMostLine);
    visit.flag("erased", p.erased);
}

template <class V>
void members(V &visit, domain::PersonAdd &p)
{
    visit.fields(p.person, {"id", "scope", "updated_ms"});
}

template <class V>
void members(V &visit, domain::PersonEdit &p)
{
    visit.text("field", p.field, domain::kMostCode);
    visit.text("value", p.value, domain::kMostLongText);
}

template <class V>
void members(V &visit, domain::PersonLearnNumber &p)
{
    visit.code("kind", p.number.kind);
    visit.text("written", p.number.written, domain::kMostCode);
    visit.text("key", p.number.key, domain::kMostCode * 2);
}

template <class V>
void members(V &visit, domain::PersonUnlearnNumber &p)
{
    visit.text("key", p.key, domain::kMostCode * 2);
}

template <class V>
void members(V &visit, domain::ContactLog &p)
{
    visit.fields(p.contact, {"id", "scope", "wrap_up_ms"});
}

template <class V>
void members(V &visit, domain::ContactWrapUp &p)
{
    visit.integer("wrap_up_ms", p.wrapUpMs);
    visit.form("tickets", p.tickets);
    visit.text("note", p.note, domain::kMostLongText);
}

} // namespace comptoir::wire
