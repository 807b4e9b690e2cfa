// SPDX-License-Identifier: GPL-3.0-or-later
#include "StatePrint.h"

#include <QSet>
#include <QtEndian>

namespace comptoir::sim {

using base::Result;

namespace {

constexpr qsizetype kTimeDigits = 12; ///< as long is nothing else that is written in digits

bool isLeftOut(const QString &table)
{
    static const QSet<QString> others{QStringLiteral("row_digest"),    QStringLiteral("scope_mark"), QStringLiteral("session_family"),
                                      QStringLiteral("refresh_token"), QStringLiteral("throttle"),   QStringLiteral("access_token"),
                                      QStringLiteral("account")};
    return others.contains(table) || table.startsWith(u"sqlite_") || table.startsWith(u"audit") || table.startsWith(u"person_text")
        || table.startsWith(u"ticket_text");
}

bool isTimeOrSum(const QString &column)
{
    return column.endsWith(u"_ms") || column.endsWith(u"hash") || column.endsWith(u"digest") || column == u"sum" || column == u"boot";
}

Result<QStringList> texts(store::Db &db, const std::string &sql, const QString &bound = {})
{
    store::Statement query = db.prepare(sql);
    if (!bound.isEmpty()) {
        query.bind(0, bound);
    }
    QStringList out;
    for (;;) {
        const auto more = query.step();
        if (!more || !*more) {
            return more.map([&](bool) { return out; });
        }
        out.append(query.text(0));
    }
}

quint64 sumOf(const QByteArray &text)
{
    return qFromBigEndian<quint64>(QCryptographicHash::hash(text, QCryptographicHash::Sha1).constData());
}

} // namespace

void StatePrint::name(char desk, const std::map<domain::OperationId, domain::Operation> &tried)
{
    int nth = 0;
    for (const auto &[id, op] : tried) {
        const QByteArray as = QByteArray(1, desk) + '.' + QByteArray::number(++nth);
        m_names.append({id.toString().toUtf8(), as});
        m_names.append({id.value.toBytes().toHex().toUpper(), as});
    }
}

QByteArray StatePrint::plain(QByteArray text) const
{
    for (const auto &[id, as] : m_names) {
        text.replace(id, as);
    }
    QByteArray out;
    for (qsizetype at = 0; at < text.size();) {
        qsizetype end = at;
        while (end < text.size() && text[end] >= '0' && text[end] <= '9') {
            ++end;
        }
        if (end - at >= kTimeDigits) {
            out += 'T';
        } else {
            out += text.mid(at, std::max<qsizetype>(1, end - at));
        }
        at = std::max(at + 1, end);
    }
    return out;
}

void StatePrint::add(const QByteArray &text)
{
    m_sum.addData(plain(text));
    m_sum.addData(QByteArrayLiteral("\n"));
}

Result<> StatePrint::add(store::Db &db)
{
    return texts(db, "SELECT name FROM sqlite_master WHERE type='table' ORDER BY name")
        .and_then([&](const QStringList &tables) -> Result<> {
            for (const QString &table : tables) {
                if (isLeftOut(table)) {
                    continue;
                }
                if (auto done = addTable(db, table); !done) {
                    return done;
                }
            }
            return {};
        });
}

Result<> StatePrint::addTable(store::Db &db, const QString &table)
{
    const auto columns = texts(db, "SELECT name FROM pragma_table_info(?)", table);
    if (!columns) {
        return tl::unexpected(columns.error());
    }
    QStringList shown;
    for (const QString &column : *columns) {
        if (!isTimeOrSum(column)) {
            // Ids as digits, other bytes as the text they are.
            shown.append(
                QStringLiteral("coalesce(CASE typeof(\"%1\") WHEN 'blob' THEN iif(length(\"%1\")=16,hex(\"%1\"),CAST(\"%1\" AS TEXT)) "
                               "ELSE \"%1\" END,'-')")
                    .arg(column));
        }
    }
    if (shown.isEmpty()) {
        return {};
    }
    store::Statement query = db.prepare("SELECT " + shown.join(QStringLiteral("||'|'||")).toStdString() + " FROM \"" + table.toStdString()
                                        + '"');
    quint64 sum = 0; // rows in any order
    for (;;) {
        const auto more = query.step();
        if (!more) {
            return tl::unexpected(more.error());
        }
        if (!*more) {
            break;
        }
        sum += sumOf(plain(query.text(0).toUtf8()));
    }
    add(table.toUtf8() + ' ' + QByteArray::number(sum, 16) + ' ');
    return {};
}

quint64 StatePrint::value() const
{
    return qFromBigEndian<quint64>(m_sum.result().constData());
}

} // namespace comptoir::sim
