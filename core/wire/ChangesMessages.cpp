// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChangesMessages.h"

#include "JsonReader.h"
#include "JsonWriter.h"
#include "VerdictReader.h"

namespace comptoir::wire {

namespace {

constexpr int kMostLimit = 1'000'000;
constexpr std::size_t kMostDigestTables = 64;

void readTables(const ObjectReader &object, std::vector<QByteArray> &tables)
{
    for (const auto &entry : object.array("tables", kMostDigestTables)) {
        std::string_view name;
        if (entry.get(name) != simdjson::SUCCESS || name.size() > std::size_t(kMostToken)) {
            object.tell("tables", "holds what is not a table's name");
            return;
        }
        tables.emplace_back(name.data(), qsizetype(name.size()));
    }
}

void readCursors(const ObjectReader &object, std::map<domain::ScopeId, Cursor> &cursors)
{
    const auto list = object.object("cursors");
    if (!list) {
        return;
    }
    if (list->members().size() > kMostScopes) {
        object.tell("cursors", "names too many scopes");
        return;
    }
    for (const auto &member : list->members()) {
        const auto scope = scopeFromText(QByteArrayView(member.key.data(), qsizetype(member.key.size())));
        const auto cursor = object.objectIn("cursors", member.value);
        if (!scope || !cursor) {
            object.tell("cursors", "names no scope");
            return;
        }
        cursors[*scope] = Cursor{cursor->integer("generation"), cursor->integer("seq")};
    }
}

} // namespace

QByteArray ChangesRequest::encode() const
{
    JsonWriter out;
    out.beginObject();
    out.key("epoch").utf8(view(epoch));
    out.key("device").id(device);
    out.key("limit").integer(limit);
    out.key("cursors").beginObject();
    for (const auto &[scope, cursor] : cursors) {
        const QByteArray name = scopeText(scope);
        out.key(view(name)).beginObject();
        out.key("generation").integer(cursor.generation);
        out.key("seq").integer(cursor.seq);
        out.endObject();
    }
    out.endObject();
    if (!tables.empty()) {
        out.key("tables").beginArray();
        for (const QByteArray &table : tables) {
            out.utf8(view(table));
        }
        out.endArray();
    }
    out.endObject();
    return out.take();
}

base::Result<ChangesRequest> ChangesRequest::decode(QByteArrayView json)
{
    // A cursor takes some 80 bytes.
    constexpr qsizetype mostBytes = kMostRequestBytes + kMostScopes * 128;
    ChangesRequest out;
    const auto read = readObject(json, mostBytes, base::Error::Kind::Invalid, [&](const ObjectReader &object) {
        object.require("device");
        out.epoch = object.token("epoch", kMostToken);
        out.device = object.id<domain::DeviceId>("device");
        out.limit = static_cast<int>(object.integer("limit", 0, kMostLimit));
        readCursors(object, out.cursors);
        readTables(object, out.tables);
    });
    return read.map([&] { return std::move(out); });
}

QByteArray encodeChangesReply(const QByteArray &epoch, const std::vector<QByteArray> &pages, const std::vector<domain::ScopeId> &drop)
{
    JsonWriter out;
    out.beginObject();
    out.key("epoch").utf8(view(epoch));
    out.key("scopes").beginArray();
    for (const QByteArray &page : pages) {
        out.raw(page);
    }
    out.endArray().key("drop").beginArray();
    for (const domain::ScopeId &scope : drop) {
        out.utf8(view(scopeText(scope)));
    }
    out.endArray().endObject();
    return out.take();
}

} // namespace comptoir::wire
