// SPDX-License-Identifier: GPL-3.0-or-later
#include "PageRows.h"

#include "Asset.h"
#include "Attachment.h"
#include "Contact.h"
#include "Directory.h"
#include "EntityRows.h"
#include "Erasure.h"
#include "Organisation.h"
#include "Person.h"
#include "Rows.h"
#include "Ticket.h"
#include "TimelineEntry.h"

namespace comptoir::central {

namespace {

template <class T>
PageTable tableOf()
{
    std::string columns = "seq";
    std::string older = columns;
    domain::forEachField<T>([&](const auto &field) {
        const bool isKind = std::is_same_v<T, domain::TimelineEntry> && std::string_view(field.name) == "kind";
        columns += std::string(",") + field.name;
        older += isKind ? ",CASE kind WHEN 'attached' THEN 'note' ELSE kind END" : std::string(",") + field.name;
    });
    const std::string name = domain::FieldsOf<T>::kind;
    const std::string from = " FROM " + name + " WHERE scope IS NOT DISTINCT FROM ?1 AND seq > ?2 AND seq <= ?3 ORDER BY seq";
    return {name, &wire::headerOf<T>(), "SELECT " + columns + from, "SELECT " + older + from};
}

/// All seqs of a scope in order: each branch comes from its index, so that the merge stops where it is limited.
std::string seqQuery()
{
    std::string merged = "SELECT seq FROM tombstone WHERE scope IS NOT DISTINCT FROM ?1 AND seq > ?2";
    for (const PageTable &table : pageTables()) {
        merged += " UNION ALL SELECT seq FROM " + table.name + " WHERE scope IS NOT DISTINCT FROM ?1 AND seq > ?2";
    }
    return merged + " ORDER BY seq LIMIT 1 OFFSET ?3";
}

void writeCell(const store::Statement &row, int at, char type, wire::PageWriter &page)
{
    if (row.isNull(at)) {
        page.null();
    } else if (type == 'i') {
        page.integer(row.integer(at));
    } else if (type == 'u') {
        page.id(row.uuid(at));
    } else {
        page.utf8(row.view(at));
    }
}

} // namespace

const std::vector<PageTable> &pageTables()
{
    static const std::vector<PageTable> tables{
        tableOf<domain::Organisation>(), tableOf<domain::Group>(),         tableOf<domain::Category>(),   tableOf<domain::Operator>(),
        tableOf<domain::Site>(),         tableOf<domain::Person>(),        tableOf<domain::Asset>(),      tableOf<domain::Contact>(),
        tableOf<domain::Ticket>(),       tableOf<domain::TimelineEntry>(), tableOf<domain::Attachment>(), tableOf<domain::Erasure>(),
    };
    return tables;
}

base::Result<bool> writeRows(store::Db &db, const PageTable &table, const PageRange &range, qsizetype mostBytes, wire::PageWriter &page)
{
    store::Statement query = db.prepare(range.older ? table.olderRows : table.rows);
    query.bindAll(range.scope, range.from, range.to);
    const std::vector<std::string> &header = *table.header;
    bool begun = false;
    for (;;) {
        const auto more = query.step();
        if (!more) {
            return tl::unexpected(more.error());
        }
        if (!*more) {
            break;
        }
        if (!begun) {
            page.beginTable(table.name, header);
            begun = true;
        }
        page.beginRow(query.integer(0));
        for (int at = 1; at < int(header.size()); ++at) {
            writeCell(query, at, header[size_t(at)].back(), page);
        }
        page.endRow();
        if (page.size() > mostBytes) {
            return false;
        }
    }
    if (begun) {
        page.endTable();
    }
    return true;
}

base::Result<std::optional<qint64>> seqAfter(store::Db &db, domain::ScopeId scope, qint64 from, int rows)
{
    static const std::string sql = seqQuery();
    store::Statement query = db.prepare(sql);
    query.bindAll(scope, from, qint64(rows - 1));
    return firstRow(query, [](const store::Statement &row) { return row.integer(0); });
}

} // namespace comptoir::central
