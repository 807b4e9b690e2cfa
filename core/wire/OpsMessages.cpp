// SPDX-License-Identifier: GPL-3.0-or-later
#include "OpsMessages.h"

#include "JsonReader.h"
#include "JsonWriter.h"
#include "RawJson.h"
#include "VerdictReader.h"

namespace comptoir::wire {

namespace {

/// A reply holds at most a batch's verdicts, each with one long text.
constexpr std::size_t kMostVerdicts = 10'000;
/// More elements than any batch could hold: beyond, the message is not even looked at.
constexpr std::size_t kMostCounted = kMostOpsBytes;
constexpr qsizetype kHashDigits = 64;

void writeOp(JsonWriter &out, const OpMessage &op)
{
    out.beginObject();
    out.key("id").id(op.id);
    out.key("scope").utf8(view(scopeText(op.scope)));
    out.key("entity").id(op.entity);
    out.key("kind").utf8(view(op.kind));
    out.key("v").integer(op.version);
    out.key("deps").beginArray();
    for (const domain::OperationId &dep : op.deps) {
        out.id(dep);
    }
    out.endArray();
    out.key("age_ms").integer(op.ageMs);
    if (!op.formerHash.isEmpty()) {
        out.key("erased").utf8(view(op.formerHash.toHex()));
    }
    out.key("payload").raw(op.payload);
    out.endObject();
}

std::vector<domain::OperationId> readDeps(const ObjectReader &object)
{
    std::vector<domain::OperationId> out;
    for (const auto &element : object.array("deps", kMostDeps)) {
        std::string_view text;
        base::Uuid id;
        if (element.get(text) != simdjson::SUCCESS || !readUuid(text, id)) {
            object.tell("deps", "holds what is not an id");
            break;
        }
        out.push_back(domain::OperationId{id});
    }
    return out;
}

/// Nothing where the operation is as it was made.
QByteArray readFormerHash(const ObjectReader &object)
{
    const QByteArray text = object.token("erased", kHashDigits);
    const QByteArray hash = QByteArray::fromHex(text);
    if (!text.isEmpty() && hash.toHex() != text.toLower()) {
        object.tell("erased", "is not a hash");
    }
    return hash.size() * 2 == kHashDigits ? hash : QByteArray();
}

OpMessage readOp(const ObjectReader &object, QByteArrayView raw)
{
    OpMessage out;
    for (const char *key : {"id", "entity", "kind", "v", "payload"}) {
        object.require(key);
    }
    out.id = object.id<domain::OperationId>("id");
    out.scope = readScope(object, "scope");
    out.entity = object.id<domain::EntityId>("entity");
    out.kind = object.token("kind", 64);
    out.version = static_cast<int>(object.integer("v", 1, 1'000'000, 1));
    out.deps = readDeps(object);
    out.ageMs = object.integer("age_ms");
    out.formerHash = readFormerHash(object);
    const auto payload = rawMember(raw, "payload");
    if (!payload || !object.object("payload")) {
        object.tell("payload", "is not an object");
        return out;
    }
    if (out.id.isNull() || out.entity.isNull()) {
        object.tell("id", "is nil");
    }
    out.payload = payload->toByteArray();
    return out;
}

} // namespace

QByteArray OpsRequest::encode() const
{
    JsonWriter out;
    out.beginObject();
    out.key("epoch").utf8(view(epoch));
    out.key("device").id(device);
    out.key("protocol").integer(protocol);
    if (clockMs > 0) {
        out.key("clock_ms").integer(clockMs);
    }
    out.key("ops").beginArray();
    for (const OpMessage &op : ops) {
        writeOp(out, op);
    }
    out.endArray().endObject();
    return out.take();
}

base::Result<OpsRequest> OpsRequest::decode(QByteArrayView json)
{
    OpsRequest out;
    std::size_t count = 0;
    const auto read = readObject(json, kMostOpsBytes, base::Error::Kind::Invalid, [&](const ObjectReader &object) {
        object.require("device");
        object.require("protocol");
        object.require("ops");
        out.epoch = object.token("epoch", kMostToken);
        out.device = object.id<domain::DeviceId>("device");
        out.protocol = static_cast<int>(object.integer("protocol", 1, 1'000'000, 1));
        out.clockMs = object.integer("clock_ms");
        const auto elements = object.array("ops", kMostCounted);
        count = elements.size();
        if (count > kMostOps) {
            return;
        }
        const auto raws = rawElements(rawMember(json, "ops").value_or(QByteArrayView("[]")));
        if (raws.size() != count) {
            object.tell("ops", "is not a list");
            return;
        }
        for (size_t at = 0; at < count; ++at) {
            if (const auto op = object.objectIn("ops", elements[at])) {
                out.ops.push_back(readOp(*op, raws[at]));
            }
        }
    });
    if (!read) {
        return tl::unexpected(read.error());
    }
    if (count > kMostOps) {
        return base::fail(base::Error::Kind::Full, QStringLiteral("%1 operations, %2 are allowed").arg(count).arg(kMostOps));
    }
    return out;
}

QByteArray OpsReply::encode() const
{
    JsonWriter out;
    out.beginObject();
    out.key("epoch").utf8(view(epoch));
    out.key("verdicts").beginArray();
    for (const Verdict &verdict : verdicts) {
        writeVerdict(out, verdict);
    }
    out.endArray().endObject();
    return out.take();
}

base::Result<OpsReply> OpsReply::decode(QByteArrayView json)
{
    OpsReply out;
    const auto read = readObject(json, kMostReplyBytes, base::Error::Kind::Protocol, [&](const ObjectReader &object) {
        object.require("verdicts");
        out.epoch = object.token("epoch", kMostToken);
        for (const auto &element : object.array("verdicts", kMostVerdicts)) {
            if (const auto verdict = object.objectIn("verdicts", element)) {
                out.verdicts.push_back(readVerdict(*verdict));
            }
        }
    });
    return read.map([&] { return std::move(out); });
}

} // namespace comptoir::wire
