// SPDX-License-Identifier: GPL-3.0-or-later
#include "ChangesMessages.h"

#include "JsonReader.h"
#include "VerdictReader.h"

namespace comptoir::wire {

namespace {

using simdjson::dom::element;

constexpr std::size_t kMostTables = 64;
constexpr std::size_t kMostColumns = 128;
constexpr std::size_t kMostGone = 10'000'000;
constexpr std::size_t kMostResults = 1'000'000;
/// The shortest cell: a digit and what divides it from the next.
constexpr std::size_t kLeastCellBytes = 2;

/// False where the value is not what its column holds.
bool readCell(const element &value, ColumnType type, RawCell &out)
{
    if (type == ColumnType::Integer) {
        int64_t number = 0;
        if (value.get(number) == simdjson::SUCCESS) {
            out = RawCell::ofInteger(number);
            return true;
        }
        return value.is_null();
    }
    std::string_view text;
    if (value.get(text) != simdjson::SUCCESS) {
        return value.is_null();
    }
    if (type == ColumnType::Text) {
        out = RawCell::ofText(text);
        return true;
    }
    base::Uuid id;
    const bool read = readUuid(text, id);
    out = RawCell::ofId(id);
    return read;
}

bool readHeader(const ObjectReader &object, RowTable &table)
{
    for (const auto &entry : object.array("columns", kMostColumns)) {
        std::string_view text;
        const bool read = entry.get(text) == simdjson::SUCCESS && text.size() > 2 && text[text.size() - 2] == ':';
        const char type = read ? text.back() : '\0';
        if (type != 'i' && type != 't' && type != 'u') {
            object.tell("columns", "holds what is not a column");
            return false;
        }
        table.columns.emplace_back(text.substr(0, text.size() - 2));
        table.types.push_back(static_cast<ColumnType>(type));
    }
    if (table.columns.empty() || table.columns.front() != "seq" || table.types.front() != ColumnType::Integer) {
        object.tell("columns", "does not begin with seq:i");
        return false;
    }
    return true;
}

/// Appends the cells of one row; false where their number or one of their types is wrong.
bool readCells(const element &row, RowTable &table)
{
    simdjson::dom::array values;
    if (row.get(values) != simdjson::SUCCESS) {
        return false;
    }
    const size_t width = table.columns.size();
    size_t at = 0;
    for (const element value : values) {
        if (at == width || !readCell(value, table.types[at], table.cells.emplace_back())) {
            return false;
        }
        ++at;
    }
    return at == width && table.cells[table.cells.size() - width].type == RawCell::Integer;
}

RowTable readTable(const ObjectReader &object, qsizetype mostBytes)
{
    RowTable out;
    object.require("rows");
    out.name = object.token("name", 64).toStdString();
    simdjson::dom::array rows;
    if (!readHeader(object, out) || object.members().at_key("rows").get(rows) != simdjson::SUCCESS) {
        object.tell("rows", "is not a list");
        return out;
    }
    out.cells.reserve(std::min(rows.size() * out.columns.size(), static_cast<size_t>(mostBytes) / kLeastCellBytes));
    for (const element row : rows) {
        if (!readCells(row, out)) {
            object.tell("rows", "holds a row that does not fit its columns");
            return out;
        }
        ++out.rowCount;
    }
    return out;
}

std::vector<Gone> readGone(const ObjectReader &object)
{
    std::vector<Gone> out;
    for (const auto &element : object.array("gone", kMostGone)) {
        simdjson::dom::array parts;
        std::string_view table;
        std::string_view id;
        int64_t seq = 0;
        Gone one;
        if (element.get(parts) != simdjson::SUCCESS || parts.at(0).get(table) != simdjson::SUCCESS
            || parts.at(1).get(id) != simdjson::SUCCESS || parts.at(2).get(seq) != simdjson::SUCCESS || !readUuid(id, one.id)) {
            object.tell("gone", "holds what is no tombstone");
            return out;
        }
        one.table = QByteArray(table.data(), qsizetype(table.size()));
        one.seq = seq;
        out.push_back(std::move(one));
    }
    return out;
}

ScopePage readPage(const ObjectReader &object, qsizetype mostBytes)
{
    ScopePage out;
    object.require("from");
    object.require("to");
    out.scope = readScope(object, "scope");
    out.generation = object.integer("generation");
    out.from = object.integer("from");
    out.to = object.integer("to");
    out.backupSeq = object.integer("backup_seq");
    out.complete = object.boolean("complete");
    out.digest = object.token("digest", kMostToken);
    for (const auto &element : object.array("tables", kMostTables)) {
        if (const auto table = object.objectIn("tables", element)) {
            out.tables.push_back(readTable(*table, mostBytes));
        }
    }
    out.gone = readGone(object);
    for (const auto &element : object.array("results", kMostResults)) {
        if (const auto verdict = object.objectIn("results", element)) {
            out.results.push_back(readVerdict(*verdict));
        }
    }
    return out;
}

} // namespace

base::Result<ChangesReply> ChangesReply::decode(QByteArrayView json)
{
    const auto parser = std::make_shared<simdjson::dom::parser>();
    const auto object = parseObject(*parser, json, kMostReplyBytes, base::Error::Kind::Protocol);
    if (!object) {
        return tl::unexpected(object.error());
    }
    Fault fault{base::Error::Kind::Protocol, {}};
    const ObjectReader root(*object, fault);
    ChangesReply out;
    root.require("scopes");
    out.epoch = root.token("epoch", kMostToken);
    for (const auto &element : root.array("scopes", kMostScopes)) {
        if (const auto page = root.objectIn("scopes", element)) {
            out.pages.push_back(readPage(*page, json.size()));
        }
    }
    for (const auto &element : root.array("drop", kMostScopes)) {
        std::string_view text;
        const auto scope = element.get(text) == simdjson::SUCCESS ? scopeFromText(QByteArrayView(text.data(), qsizetype(text.size())))
                                                                  : std::nullopt;
        if (!scope) {
            root.tell("drop", "holds what is not a scope");
            break;
        }
        out.drop.push_back(*scope);
    }
    if (fault.first) {
        return tl::unexpected(*fault.first);
    }
    out.text = parser;
    return out;
}

} // namespace comptoir::wire
