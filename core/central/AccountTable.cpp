// SPDX-License-Identifier: GPL-3.0-or-later
#include "AccountTable.h"

#include "EntityTable.h"
#include "Rows.h"

namespace comptoir::central {

using base::Result;

QString AccountTable::key(const QString &login)
{
    return login.trimmed().normalized(QString::NormalizationForm_KC).toCaseFolded().normalized(QString::NormalizationForm_KC);
}

Result<std::optional<AccountTable::Row>> AccountTable::find(store::Db &db, const QString &login)
{
    store::Statement query = db.prepare("SELECT operator, password FROM account WHERE login = ?");
    query.bindAll(key(login));
    return firstRow(query, [](const store::Statement &row) { return Row{row.id<domain::OperatorId>(0), row.text(1).toLatin1()}; });
}

Result<> AccountTable::put(store::Db &db, const QString &login, const Row &row, qint64 nowMs)
{
    return db
        .prepare("INSERT INTO account(operator, login, password, changed_ms) VALUES(?, ?, ?, ?) ON CONFLICT(operator) DO UPDATE SET "
                 "login = excluded.login, password = excluded.password, changed_ms = excluded.changed_ms")
        .bindAll(row.operatorId, key(login), QString::fromLatin1(row.password), nowMs)
        .run();
}

Result<std::vector<domain::Operator>> AccountTable::all(store::Db &db)
{
    static const std::string sql = store::EntityTable<domain::Operator>::select(
        "WHERE id IN (SELECT operator FROM account) ORDER BY login");
    store::Statement query = db.prepare(sql);
    return store::EntityTable<domain::Operator>::all(query).map([](const auto &rows) {
        std::vector<domain::Operator> out;
        for (const auto &row : rows) {
            out.push_back(row.entity);
        }
        return out;
    });
}

} // namespace comptoir::central
