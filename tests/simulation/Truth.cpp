// SPDX-License-Identifier: GPL-3.0-or-later
#include "Truth.h"

namespace comptoir::sim {

namespace {

std::string textOf(const domain::Cell &cell)
{
    struct Visitor
    {
        std::string operator()(std::monostate) const { return "-"; }
        std::string operator()(qint64 number) const { return std::to_string(number); }
        std::string operator()(const QString &text) const { return '"' + text.toStdString() + '"'; }
        std::string operator()(const base::Uuid &id) const { return id.toString().toStdString(); }
    };
    return std::visit(Visitor{}, cell);
}

} // namespace

std::string textOf(const store::Statement &row, int columns)
{
    std::string out;
    for (int at = 0; at < columns; ++at) {
        out += textOf(row.cell(at)) + ' ';
    }
    return out;
}

base::Result<ScopeContent> contentOf(store::Db &db, domain::ScopeId scope, Which which)
{
    ScopeContent out;
    return store::forEachRowKind([&]<class T>() -> base::Result<> {
               const std::string kind = domain::FieldsOf<T>::kind;
               const std::string sql = store::EntityTable<T>::select(which == Which::Told ? "WHERE scope IS ? AND seq>0"
                                                                                          : "WHERE scope IS ?");
               store::Statement query = db.prepare(sql);
               query.bind(0, scope);
               auto more = query.step();
               for (; more && *more; more = query.step()) {
                   const std::string id = query.uuid(0).toString().toStdString();
                   out[kind + ' ' + id] = textOf(query, query.columnCount());
               }
               return more.map([](bool) {});
           })
        .map([&] { return std::move(out); });
}

std::string difference(const ScopeContent &truth, const ScopeContent &replica)
{
    for (const auto &[key, row] : truth) {
        const auto here = replica.find(key);
        if (here == replica.end()) {
            return "missing: " + key + ": " + row;
        }
        if (here->second != row) {
            return key + " is\n  " + here->second + "\nand should be\n  " + row;
        }
    }
    for (const auto &[key, row] : replica) {
        if (!truth.contains(key)) {
            return "should not be here: " + key + ": " + row;
        }
    }
    return {};
}

base::Result<std::vector<qint64>> sharedSeqs(store::Db &db, domain::ScopeId scope)
{
    std::map<qint64, int> rows;
    return store::forEachRowKind([&]<class T>() -> base::Result<> {
               const std::string sql = std::string("SELECT seq FROM ") + domain::FieldsOf<T>::kind + " WHERE scope IS ?";
               store::Statement query = db.prepare(sql);
               query.bind(0, scope);
               auto more = query.step();
               for (; more && *more; more = query.step()) {
                   ++rows[query.integer(0)];
               }
               return more.map([](bool) {});
           })
        .map([&] {
            std::vector<qint64> shared;
            for (const auto &[seq, many] : rows) {
                if (many > 1) {
                    shared.push_back(seq);
                }
            }
            return shared;
        });
}

} // namespace comptoir::sim
