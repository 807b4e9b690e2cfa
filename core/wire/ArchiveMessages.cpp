// SPDX-License-Identifier: GPL-3.0-or-later
#include "ArchiveMessages.h"

#include "JsonReader.h"
#include "JsonWriter.h"
#include "OpMessage.h"
#include "TextLimits.h"

namespace comptoir::wire {

QByteArray ArchiveSearch::encode() const
{
    JsonWriter out;
    out.beginObject();
    out.key("text").text(text);
    out.key("limit").integer(limit);
    if (!scopes.empty()) {
        out.key("scopes").beginArray();
        for (const domain::ScopeId &scope : scopes) {
            out.utf8(view(scopeText(scope)));
        }
        out.endArray();
    }
    out.endObject();
    return out.take();
}

base::Result<ArchiveSearch> ArchiveSearch::decode(QByteArrayView json)
{
    // A scope takes 39 bytes.
    constexpr qsizetype mostBytes = kMostRequestBytes + kMostScopes * 64;
    ArchiveSearch out;
    const auto read = readObject(json, mostBytes, base::Error::Kind::Invalid, [&](const ObjectReader &object) {
        object.require("text");
        out.text = object.text("text", domain::kMostLine);
        out.limit = static_cast<int>(object.integer("limit", 0, kMostFound));
        for (const auto &entry : object.array("scopes", kMostScopes)) {
            std::string_view text;
            const auto scope = entry.get(text) == simdjson::SUCCESS ? scopeFromText(QByteArrayView(text.data(), qsizetype(text.size())))
                                                                    : std::nullopt;
            if (!scope) {
                object.tell("scopes", "holds what is not a scope");
                return;
            }
            out.scopes.push_back(*scope);
        }
    });
    return read.map([&] { return std::move(out); });
}

QByteArray archivePath(domain::ScopeId scope, domain::TicketId ticket)
{
    return "/v1/archive/" + scopeText(scope) + '/' + ticket.toString().toLatin1();
}

} // namespace comptoir::wire
