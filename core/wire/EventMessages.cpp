// SPDX-License-Identifier: GPL-3.0-or-later
#include "EventMessages.h"

#include "JsonReader.h"
#include "JsonWriter.h"
#include "OpMessage.h"
#include "TextLimits.h"

namespace comptoir::wire {

namespace {

constexpr std::size_t kMostPresences = 10'000;
constexpr int kMostRinging = 1000;

void write(JsonWriter &out, const PresenceMessage &one)
{
    out.beginObject();
    if (one.operatorId) {
        out.key("operator").id(one.operatorId);
    }
    out.key("state").text(QString(domain::codeOf(one.state)));
    out.key("since_ms").integer(one.sinceMs);
    out.key("text").text(one.text);
    out.key("ringing").integer(one.ringing);
    if (one.oldestRingMs != 0) {
        out.key("oldest_ring_ms").integer(one.oldestRingMs);
    }
    out.endObject();
}

PresenceMessage readPresence(const ObjectReader &object)
{
    PresenceMessage out;
    object.require("state");
    out.operatorId = object.id<domain::OperatorId>("operator");
    out.state = object.code("state", domain::OperatorState::Offline);
    out.sinceMs = object.integer("since_ms");
    out.text = object.text("text", domain::kMostLine);
    out.ringing = static_cast<int>(object.integer("ringing", 0, kMostRinging));
    out.oldestRingMs = object.integer("oldest_ring_ms");
    return out;
}

void readMoved(const ObjectReader &object, std::map<domain::ScopeId, qint64> &moved)
{
    const auto list = object.object("moved");
    if (!list) {
        return;
    }
    for (const auto &member : list->members()) {
        const auto scope = scopeFromText(QByteArrayView(member.key.data(), qsizetype(member.key.size())));
        int64_t seq = 0;
        if (!scope || member.value.get(seq) != simdjson::SUCCESS || seq < 0) {
            object.tell("moved", "names no scope or no place in it");
            return;
        }
        moved[*scope] = seq;
    }
}

CallMessage readCall(const ObjectReader &object)
{
    return {object.text("call_id", domain::kMostLine), object.text("number", domain::kMostLine), object.text("trunk", domain::kMostLine),
            object.code("outcome", domain::CallOutcome::Ringing)};
}

} // namespace

QByteArray PresenceMessage::encode() const
{
    JsonWriter out;
    write(out, *this);
    return out.take();
}

base::Result<PresenceMessage> PresenceMessage::decode(QByteArrayView json)
{
    PresenceMessage out;
    const auto read = readObject(json, kMostRequestBytes, base::Error::Kind::Invalid,
                                 [&](const ObjectReader &object) { out = readPresence(object); });
    return read.map([&] { return std::move(out); });
}

QByteArray EventMessage::encode() const
{
    JsonWriter out;
    out.beginObject();
    if (!moved.empty()) {
        out.key("moved").beginObject();
        for (const auto &[scope, seq] : moved) {
            const QByteArray name = scopeText(scope);
            out.key({name.data(), static_cast<size_t>(name.size())}).integer(seq);
        }
        out.endObject();
    }
    if (!presence.empty()) {
        out.key("presence").beginArray();
        for (const PresenceMessage &one : presence) {
            write(out, one);
        }
        out.endArray();
    }
    if (call) {
        out.key("call").beginObject();
        out.key("call_id").text(call->callId);
        out.key("number").text(call->number);
        out.key("trunk").text(call->trunk);
        out.key("outcome").text(QString(domain::codeOf(call->outcome)));
        out.endObject();
    }
    out.endObject();
    return out.take();
}

base::Result<EventMessage> EventMessage::decode(QByteArrayView json)
{
    EventMessage out;
    const auto read = readObject(json, kMostEventBytes, base::Error::Kind::Protocol, [&](const ObjectReader &object) {
        readMoved(object, out.moved);
        for (const auto &element : object.array("presence", kMostPresences)) {
            if (const auto one = object.objectIn("presence", element)) {
                out.presence.push_back(readPresence(*one));
            }
        }
        if (const auto one = object.object("call")) {
            out.call = readCall(*one);
        }
    });
    return read.map([&] { return std::move(out); });
}

} // namespace comptoir::wire
