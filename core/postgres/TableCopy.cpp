// SPDX-License-Identifier: GPL-3.0-or-later
#include "TableCopy.h"

#include "PgValues.h"
#include "Rows.h"

#include <QCryptographicHash>

#include <array>
#include <cstring>

namespace comptoir::postgres::tablecopy {

namespace {

using base::Result;
using store::Db;
using store::Statement;
using Kind = base::Error::Kind;

enum class Column { Integer, Text, Blob };

struct Table
{
    std::string name;
    std::vector<std::string> columns;
    std::vector<Column> types;
};

/// What a table's rows come to, in whatever order they are read.
struct Sum
{
    qint64 rows = 0;
    std::array<quint64, 4> words{};

    bool operator==(const Sum &) const = default;
};

std::string joined(const std::vector<std::string> &words, const char *each = nullptr)
{
    std::string out;
    for (const std::string &word : words) {
        out += (out.empty() ? "" : ",");
        out += each ? std::string(each) : word;
    }
    return out;
}

Result<Table> describe(Db &sqlite, const QString &name)
{
    Table out{name.toStdString(), {}, {}};
    Statement query = sqlite.prepare("SELECT name, type FROM pragma_table_info(?) ORDER BY cid");
    query.bindAll(name);
    return store::eachRow(query,
                          [&](const Statement &row) {
                              out.columns.emplace_back(row.view(0));
                              const std::string_view type = row.view(1);
                              out.types.push_back(type == "INTEGER" ? Column::Integer : type == "BLOB" ? Column::Blob : Column::Text);
                          })
        .map([&] { return std::move(out); });
}

/// Text as PostgreSQL holds it: without U+0000 (PgStatement::bindText).
std::string heldText(std::string_view text)
{
    std::string out(text);
    for (std::size_t at = out.find('\0'); at != std::string::npos; at = out.find('\0', at)) {
        out.replace(at, 1, "\xEF\xBF\xBD");
    }
    return out;
}

void add(QCryptographicHash &hash, char type, std::string_view bytes)
{
    hash.addData(QByteArray(QByteArray(1, type) + QByteArray::number(static_cast<qlonglong>(bytes.size())) + ':'));
    hash.addData(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
}

/// Adds a row: each value with its type and length; nobody is the same on both sides.
void add(Sum &sum, const Table &table, const Statement &row)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (std::size_t at = 0; at < table.columns.size(); ++at) {
        const int column = static_cast<int>(at);
        if (row.isNull(column) || (table.types[at] == Column::Blob && isNil(row.view(column)))) {
            add(hash, 'N', {});
        } else if (table.types[at] == Column::Integer) {
            add(hash, 'I', std::to_string(row.integer(column)));
        } else {
            add(hash, table.types[at] == Column::Text ? 'T' : 'B',
                table.types[at] == Column::Text ? heldText(row.view(column)) : row.view(column));
        }
    }
    const QByteArray digest = hash.result();
    for (std::size_t at = 0; at < sum.words.size(); ++at) {
        quint64 word = 0;
        std::memcpy(&word, digest.constData() + at * sizeof word, sizeof word);
        sum.words[at] += word;
    }
    ++sum.rows;
}

void bindRow(Statement &write, const Table &table, const Statement &row)
{
    for (std::size_t at = 0; at < table.columns.size(); ++at) {
        const int column = static_cast<int>(at);
        if (row.isNull(column)) {
            write.bindNull(column);
        } else if (table.types[at] == Column::Integer) {
            write.bind(column, row.integer(column));
        } else if (table.types[at] == Column::Text) {
            write.bindText(column, row.view(column));
        } else {
            write.bind(column, row.blob(column));
        }
    }
}

Result<Sum> copyRows(Db &sqlite, Db &server, const Table &table)
{
    const std::string columns = joined(table.columns);
    Statement read = sqlite.prepare("SELECT " + columns + " FROM " + table.name);
    Statement write = server.prepare("INSERT INTO " + table.name + "(" + columns + ") VALUES(" + joined(table.columns, "?") + ")");
    Sum sum;
    return store::eachRow(read,
                          [&](const Statement &row) {
                              add(sum, table, row);
                              bindRow(write, table, row);
                              return write.run();
                          })
        .map([&] { return sum; });
}

Result<Sum> sumOf(Db &server, const Table &table)
{
    Sum sum;
    const std::string cursor = "moved_" + table.name; // of its own: a statement prepared for one table's rows does not fit the next one's
    // Pieces of files are rows of up to 256 KiB: as many as fit into a few megabytes.
    const std::string fetch = (table.name == "blob_piece" ? "FETCH 16 FROM " : "FETCH 5000 FROM ") + cursor;
    auto done = server.run("DECLARE " + cursor + " BINARY NO SCROLL CURSOR FOR SELECT " + joined(table.columns) + " FROM " + table.name);
    for (qint64 before = -1; done && before != sum.rows;) {
        before = sum.rows;
        Statement some = server.prepare(fetch);
        done = store::eachRow(some, [&](const Statement &row) { add(sum, table, row); });
    }
    return done.and_then([&] { return server.run("CLOSE " + cursor); }).map([&] { return sum; });
}

Result<Counted> copyOne(Db &sqlite, Db &server, const QString &name)
{
    const auto table = describe(sqlite, name);
    if (!table) {
        return tl::unexpected(table.error());
    }
    const auto sent = server.run("DELETE FROM " + table->name).and_then([&] { return copyRows(sqlite, server, *table); });
    const auto stands = sent ? sumOf(server, *table) : sent;
    if (!stands) {
        return base::fail(stands.error().kind, QStringLiteral("%1: %2").arg(name, stands.error().message));
    }
    if (*sent != *stands) {
        return base::fail(
            Kind::Corrupt,
            QStringLiteral("%1: %2 rows were sent, and %3 that stand there are not the same").arg(name).arg(sent->rows).arg(stands->rows));
    }
    return Counted{name, sent->rows};
}

} // namespace

Result<QStringList> tablesOf(Db &sqlite)
{
    QStringList out;
    Statement query = sqlite.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rootpage");
    return store::eachRow(query, [&](const Statement &row) { out.append(row.text(0)); }).map([&] { return out; });
}

Result<> mustBeFresh(Db &server)
{
    Statement query = server.prepare(
        "SELECT EXISTS(SELECT 1 FROM op) OR EXISTS(SELECT 1 FROM organisation) OR EXISTS(SELECT 1 FROM account) OR "
        "EXISTS(SELECT 1 FROM audit_entry) OR EXISTS(SELECT 1 FROM device)");
    return query.step().and_then([&](bool) -> Result<> {
        return query.integer(0) == 0 ? Result<>()
                                     : base::fail(Kind::Invalid, QStringLiteral("the database is in use already: nothing was moved"));
    });
}

Result<std::vector<Counted>> copyAll(Db &sqlite, Db &server, const std::function<void(const Counted &)> &moved)
{
    const auto tables = tablesOf(sqlite);
    if (!tables) {
        return tl::unexpected(tables.error());
    }
    std::vector<Counted> out;
    for (const QString &name : *tables) {
        const auto done = copyOne(sqlite, server, name);
        if (!done) {
            return tl::unexpected(done.error());
        }
        moved(*done);
        out.push_back(*done);
    }
    // The numbers go on where they were; and what an operator may not see is found by its number all the same (NumberRule).
    return server
        .run("SELECT setval(pg_get_serial_sequence('backup', 'no'), (SELECT coalesce(max(no), 0) + 1 FROM backup), false);"
             "INSERT INTO ticket_alias(alias) SELECT number FROM ticket ON CONFLICT DO NOTHING")
        .map([&] { return out; });
}

} // namespace comptoir::postgres::tablecopy
