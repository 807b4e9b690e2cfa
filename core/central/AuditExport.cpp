// SPDX-License-Identifier: GPL-3.0-or-later
#include "AuditExport.h"

#include "Rows.h"

#include <QCryptographicHash>
#include <QIODevice>
#include <QJsonDocument>
#include <QJsonObject>

namespace comptoir::central {

namespace {

using base::Result;
using domain::ScopeId;
using Told = AuditExport::Told;
using Kind = base::Error::Kind;

constexpr auto kFormat = u"comptoir-audit/1";

QByteArray lineOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

QString hex(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

QByteArray bytesIn(const QJsonObject &in, const char *key)
{
    return QByteArray::fromHex(in.value(QLatin1String(key)).toString().toLatin1());
}

/// What the first line tells.
struct Start
{
    ScopeId chain;
    AuditForms forms;
    qint64 beforeNo = 0;
    QByteArray before;
};

QByteArray firstLine(const Start &start, const AuditExport::Range &range, const AuditTable::Reach &reach)
{
    return lineOf({{QStringLiteral("format"), QStringView(kFormat).toString()},
                   {QStringLiteral("scope"), start.chain.toString()},
                   {QStringLiteral("untyped"), start.forms.untyped},
                   {QStringLiteral("typed"), start.forms.typed},
                   {QStringLiteral("before_no"), start.beforeNo},
                   {QStringLiteral("before"), hex(start.before)},
                   {QStringLiteral("from_ms"), range.fromMs},
                   {QStringLiteral("to_ms"), range.toMs},
                   {QStringLiteral("chain_no"), reach.no},
                   {QStringLiteral("chain_head"), hex(reach.digest)}});
}

std::optional<Start> startIn(const QJsonObject &in)
{
    const auto chain = base::Uuid::fromString(in.value(QStringLiteral("scope")).toString());
    if (!chain || in.value(QStringLiteral("format")).toString() != kFormat) {
        return std::nullopt;
    }
    return Start{ScopeId{*chain},
                 {in.value(QStringLiteral("untyped")).toInteger(), in.value(QStringLiteral("typed")).toInteger()},
                 in.value(QStringLiteral("before_no")).toInteger(),
                 bytesIn(in, "before")};
}

QByteArray lineOf(const AuditRow &row, const QByteArray &digest)
{
    const auto actor = row.actor ? base::Uuid::fromBytes(*row.actor) : std::nullopt;
    return lineOf({{QStringLiteral("no"), row.no},
                   {QStringLiteral("at_ms"), row.atMs},
                   {QStringLiteral("actor"), actor ? QJsonValue(actor->toString()) : QJsonValue()},
                   {QStringLiteral("action"), QString::fromUtf8(row.texts[0])},
                   {QStringLiteral("subject"), QString::fromUtf8(row.texts[1])},
                   {QStringLiteral("detail"), QString::fromUtf8(row.texts[2])},
                   {QStringLiteral("sealed"), hex(row.sealed)},
                   {QStringLiteral("digest"), hex(digest)}});
}

AuditRow rowIn(const QJsonObject &in)
{
    const auto text = [&](const char *key) { return in.value(QLatin1String(key)).toString().toUtf8(); };
    const auto actor = base::Uuid::fromString(in.value(QStringLiteral("actor")).toString());
    return {in.value(QStringLiteral("no")).toInteger(),
            in.value(QStringLiteral("at_ms")).toInteger(),
            actor ? std::optional(actor->toBytes()) : std::nullopt,
            {text("action"), text("subject"), text("detail")},
            bytesIn(in, "sealed")};
}

QByteArray lastLine(const Told &told)
{
    return lineOf({{QStringLiteral("entries"), told.entries},
                   {QStringLiteral("no"), told.no},
                   {QStringLiteral("head"), hex(told.head)},
                   {QStringLiteral("sha256"), hex(told.sum)}});
}

/// The numbers of the first and the last entry in the range of times.
Result<std::pair<qint64, qint64>> numbersIn(store::Db &db, const AuditExport::Range &range)
{
    store::Statement query = db.prepare(
        "SELECT coalesce(min(no), 1), coalesce(max(no), 0) FROM audit_entry WHERE scope = ? AND at_ms >= ? AND at_ms < ?");
    query.bindAll(range.chain.value.toBytes(), range.fromMs, range.toMs);
    return firstRow(query, [](const store::Statement &row) { return std::pair(row.integer(0), row.integer(1)); })
        .map([](const auto &numbers) { return numbers.value_or(std::pair<qint64, qint64>(1, 0)); });
}

Result<QByteArray> digestBefore(store::Db &db, const AuditTable::Reach &reach, qint64 first)
{
    if (first - 1 <= reach.beforeNo) {
        return reach.beforeDigest;
    }
    store::Statement query = db.prepare("SELECT digest FROM audit_entry WHERE scope = ? AND no = ?");
    query.bindAll(reach.chain.value.toBytes(), first - 1);
    return firstRow(query, [](const store::Statement &row) { return row.blob(0); }).map([](const auto &digest) {
        return digest.value_or(QByteArray());
    });
}

/// Writes lines, and adds them up.
class Lines
{
public:
    explicit Lines(QIODevice &out) : m_out(out) {}
    void write(const QByteArray &line)
    {
        m_hash.addData(line);
        m_failed = m_failed || m_out.write(line) != line.size();
    }
    [[nodiscard]] QByteArray sum() const { return m_hash.result(); }
    [[nodiscard]] bool failed() const { return m_failed; }

private:
    QIODevice &m_out;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    bool m_failed = false;
};

Result<Told> writeRange(store::Db &db, const AuditExport::Range &range, const AuditTable::Reach &reach, std::pair<qint64, qint64> numbers,
                        QIODevice &out)
{
    const auto before = digestBefore(db, reach, numbers.first);
    if (!before) {
        return tl::unexpected(before.error());
    }
    Lines lines(out);
    Told told{0, numbers.first, numbers.first - 1, *before, {}};
    lines.write(firstLine({range.chain, reach.forms, numbers.first - 1, *before}, range, reach));
    static const std::string sql = std::string("SELECT ") + AuditRow::kColumns
        + ", e.digest FROM audit_entry e WHERE e.scope = ? AND e.no BETWEEN ? AND ? ORDER BY e.no";
    store::Statement query = db.prepare(sql);
    query.bindAll(range.chain.value.toBytes(), numbers.first, numbers.second);
    const auto done = eachRow(query, [&](const store::Statement &row) -> Result<> {
        const AuditRow entry = AuditRow::of(row);
        told.head = entry.digestAfter(told.head, range.chain, reach.forms.of(entry.no));
        if (told.head != row.blob(7) || entry.no != told.no + 1) {
            return base::fail(Kind::Corrupt, QStringLiteral("entry %1 of the audit is not what was written").arg(entry.no));
        }
        lines.write(lineOf(entry, told.head));
        told.no = entry.no;
        ++told.entries;
        return {};
    });
    told.sum = lines.sum();
    const QByteArray last = lastLine(told);
    if (done && (lines.failed() || out.write(last) != last.size())) {
        return base::fail(Kind::Io, QStringLiteral("the export cannot be written: %1").arg(out.errorString()));
    }
    return done.map([&] { return told; });
}

tl::unexpected<base::Error> wrongLine(qint64 line)
{
    return base::fail(Kind::Corrupt, QStringLiteral("line %1 of the export is not what was written").arg(line));
}

} // namespace

Result<Told> AuditExport::write(store::Db &db, const Range &range, QIODevice &out)
{
    const auto reach = AuditTable::reach(db, range.chain);
    const auto numbers = numbersIn(db, range);
    if (!reach || !numbers) {
        return tl::unexpected(reach ? numbers.error() : reach.error());
    }
    return writeRange(db, range, reach->value_or(AuditTable::Reach{range.chain, 0, {}, 0, {}, {}}), *numbers, out);
}

Result<Told> AuditExport::verify(QIODevice &in)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const QByteArray first = in.readLine();
    const auto start = startIn(QJsonDocument::fromJson(first).object());
    if (!start) {
        return base::fail(Kind::Corrupt, QStringLiteral("this is no export of an audit, or its first line is not what was written"));
    }
    hash.addData(first);
    Told told{0, start->beforeNo + 1, start->beforeNo, start->before, {}};
    for (qint64 at = 2; !in.atEnd(); ++at) {
        const QByteArray line = in.readLine();
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        if (object.contains(QStringLiteral("entries"))) {
            told.sum = hash.result();
            return line == lastLine(told) && in.atEnd() ? Result<Told>(told) : wrongLine(at);
        }
        const AuditRow entry = rowIn(object);
        told.head = entry.digestAfter(told.head, start->chain, start->forms.of(entry.no));
        if (entry.no != told.no + 1 || line != lineOf(entry, told.head)) {
            return wrongLine(at);
        }
        hash.addData(line);
        told.no = entry.no;
        ++told.entries;
    }
    return base::fail(Kind::Corrupt, QStringLiteral("the export ends before its last line"));
}

} // namespace comptoir::central
