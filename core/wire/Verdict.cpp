// SPDX-License-Identifier: GPL-3.0-or-later
#include "JsonReader.h"
#include "JsonWriter.h"
#include "OpsMessages.h"
#include "TextLimits.h"
#include "VerdictReader.h"

namespace comptoir::wire {

VerdictCode verdictOf(domain::Refusal::Code code)
{
    switch (code) {
    case domain::Refusal::Code::Taken: return VerdictCode::Taken;
    case domain::Refusal::Code::Stale: return VerdictCode::Stale;
    case domain::Refusal::Code::Gone: return VerdictCode::Gone;
    case domain::Refusal::Code::Forbidden: return VerdictCode::Forbidden;
    case domain::Refusal::Code::Invalid: break;
    }
    return VerdictCode::Invalid;
}

bool isAccepted(VerdictCode code)
{
    return code == VerdictCode::Ok || code == VerdictCode::Noop;
}

QByteArray encodeRefusal(const domain::Refusal &refusal)
{
    JsonWriter out;
    out.beginObject();
    out.key("field").text(refusal.field);
    out.key("current").text(refusal.current);
    out.key("set_by").id(refusal.setBy);
    out.key("reason").text(refusal.reason);
    out.endObject();
    return out.take();
}

std::optional<domain::Refusal> Verdict::refusal() const
{
    domain::Refusal out;
    switch (code) {
    case VerdictCode::Ok:
    case VerdictCode::Noop: return std::nullopt;
    case VerdictCode::Taken: out.code = domain::Refusal::Code::Taken; break;
    case VerdictCode::Stale: out.code = domain::Refusal::Code::Stale; break;
    case VerdictCode::Gone: out.code = domain::Refusal::Code::Gone; break;
    case VerdictCode::Forbidden: out.code = domain::Refusal::Code::Forbidden; break;
    default: break;
    }
    if (data.isEmpty()) {
        return out;
    }
    const auto read = readObject(data, kMostPayloadBytes, base::Error::Kind::Protocol, [&](const ObjectReader &object) {
        out.field = object.text("field", domain::kMostLine);
        out.current = object.text("current", domain::kMostLongText);
        out.setBy = object.id<domain::OperationId>("set_by");
        out.reason = object.text("reason", domain::kMostLongText);
    });
    if (!read && out.reason.isEmpty()) {
        out.reason = QString::fromUtf8(data.left(domain::kMostLine));
    }
    return out;
}

Verdict Verdict::refused(domain::OperationId id, domain::ScopeId scope, qint64 seq, const domain::Refusal &refusal)
{
    return {id, scope, verdictOf(refusal.code), seq, encodeRefusal(refusal)};
}

void writeVerdict(JsonWriter &out, const Verdict &verdict)
{
    out.beginObject();
    out.key("id").id(verdict.id);
    const QByteArray scope = scopeText(verdict.scope);
    out.key("scope").utf8({scope.data(), static_cast<size_t>(scope.size())});
    out.key("code").text(QString(domain::codeOf(verdict.code)));
    out.key("seq").integer(verdict.seq);
    if (!verdict.data.isEmpty()) {
        out.key("data").raw(verdict.data);
    }
    out.endObject();
}

domain::ScopeId readScope(const ObjectReader &object, const char *key)
{
    object.require(key);
    const auto scope = scopeFromText(object.token(key, 36));
    if (!scope) {
        object.tell(key, "is not a scope");
    }
    return scope.value_or(domain::ScopeId{});
}

Verdict readVerdict(const ObjectReader &object)
{
    Verdict out;
    object.require("id");
    object.require("code");
    out.id = object.id<domain::OperationId>("id");
    out.scope = readScope(object, "scope");
    out.code = object.code("code", VerdictCode::Unknown);
    out.seq = object.integer("seq");
    if (const auto data = object.object("data")) {
        out.data = QByteArray::fromStdString(simdjson::minify(data->members()));
    }
    return out;
}

} // namespace comptoir::wire
