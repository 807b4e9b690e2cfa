// SPDX-License-Identifier: GPL-3.0-or-later
#include "WordIndex.h"

#include "Fold.h"
#include "Rows.h"

namespace comptoir::store {

namespace {

std::string insertInto(std::string_view table)
{
    return "INSERT INTO " + std::string(table) + "(rowid,words) VALUES(?,?)";
}

std::string deleteFrom(std::string_view table)
{
    const std::string name(table);
    return "INSERT INTO " + name + "(" + name + ",rowid,words) VALUES('delete',?,?)";
}

} // namespace

WordIndex::WordIndex(Db &db, std::string_view table)
    : m_db(db)
    , m_table(table)
    , m_insert(db.prepare(insertInto(table)))
    , m_delete(db.prepare(deleteFrom(table)))
{}

base::Result<> WordIndex::replace(qint64 row, std::string_view before, std::string_view after)
{
    if (before == after) {
        return {};
    }
    return remove(row, before).and_then([&] { return add(row, after); });
}

base::Result<> WordIndex::add(qint64 row, std::string_view text)
{
    const std::string folded = foldWords(text);
    return m_insert.bind(0, row).bindText(1, folded).run();
}

base::Result<> WordIndex::remove(qint64 row, std::string_view text)
{
    const std::string folded = foldWords(text);
    auto done = m_delete.bind(0, row).bindText(1, folded).run();
    if (!done && done.error().kind == base::Error::Kind::Corrupt) {
        m_db.suspectWords();
    }
    return done;
}

base::Result<> WordIndex::makeAnew(const std::string &rows, std::string (*words)(const Statement &row, int first))
{
    return m_db.run("INSERT INTO " + m_table + "(" + m_table + ") VALUES('delete-all')").and_then([&] {
        Statement query = m_db.prepare(rows);
        return eachRow(query, [&](const Statement &row) { return add(row.integer(0), words(row, 1)); });
    });
}

} // namespace comptoir::store
