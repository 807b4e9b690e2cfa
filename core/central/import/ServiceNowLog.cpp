// SPDX-License-Identifier: GPL-3.0-or-later
#include "ServiceNowLog.h"

#include "LocalTime.h"
#include "SnWords.h"

#include <QCryptographicHash>

#include <algorithm>

namespace comptoir::central {

namespace {

using base::Result;

constexpr std::size_t kColumns = static_cast<std::size_t>(SnColumn::Count);
constexpr std::array<const char *, kColumns> kNames{
    "number",    "incident_state", "reassignment_count", "reopen_count",   "sys_mod_count",  "made_sla",
    "caller_id", "opened_by",      "opened_at",          "sys_updated_by", "sys_updated_at", "contact_type",
    "location",  "category",       "subcategory",        "u_symptom",      "cmdb_ci",        "impact",
    "urgency",   "priority",       "assignment_group",   "assigned_to",    "problem_id",     "rfc",
    "vendor",    "caused_by",      "closed_code",        "resolved_by",    "resolved_at",    "closed_at"};

std::size_t at(SnColumn column)
{
    return static_cast<std::size_t>(column);
}

QString shown(std::string_view cell)
{
    return QString::fromUtf8(cell.data(), std::min<qsizetype>(static_cast<qsizetype>(cell.size()), 60));
}

} // namespace

Result<std::vector<int>> ServiceNowLog::columnsOf(const QStringList &header) const
{
    std::vector<int> out;
    QStringList missing;
    for (const char *name : kNames) {
        const qsizetype found = header.indexOf(QLatin1String(name));
        if (found < 0) {
            missing += QLatin1String(name);
        }
        out.push_back(static_cast<int>(found));
    }
    if (!missing.isEmpty()) {
        return tl::unexpected(lineError(
            1,
            QStringLiteral("this is not a ServiceNow incident log: the columns %1 are missing").arg(missing.join(QStringLiteral(", ")))));
    }
    return out;
}

quint32 ServiceNowLog::intern(std::string_view cell)
{
    const auto view = QByteArray::fromRawData(cell.data(), static_cast<qsizetype>(cell.size()));
    if (const auto found = m_places.constFind(view); found != m_places.constEnd()) {
        return *found;
    }
    const auto place = static_cast<quint32>(m_texts.size());
    m_places.insert(QByteArray(cell.data(), static_cast<qsizetype>(cell.size())), place);
    const QString text = QString::fromUtf8(cell.data(), static_cast<qsizetype>(cell.size())).simplified();
    m_texts.push_back(text == u"?" ? QString() : text);
    return place;
}

/// Takes one row in; the reason where it cannot be.
QString ServiceNowLog::add(const CsvRecord &record, const std::vector<int> &columns)
{
    SnEvent event;
    event.line = record.line();
    for (std::size_t i = 0; i < kColumns; ++i) {
        event.cells[i] = intern(record.view(static_cast<std::size_t>(columns[i])));
    }
    const auto cell = [&](SnColumn column) { return record.view(static_cast<std::size_t>(columns[at(column)])); };
    if (text(event, SnColumn::Number).isEmpty()) {
        return QStringLiteral("has no incident number");
    }
    const auto opened = readFrenchTime(cell(SnColumn::OpenedAt));
    const auto updated = readFrenchTime(cell(SnColumn::UpdatedAt));
    if (!opened || !updated) {
        return QStringLiteral("\"%1\" is not a time (d/m/Y H:M)").arg(shown(cell(opened ? SnColumn::UpdatedAt : SnColumn::OpenedAt)));
    }
    for (const SnColumn column : {SnColumn::ResolvedAt, SnColumn::ClosedAt}) {
        if (!text(event, column).isEmpty() && !readFrenchTime(cell(column))) {
            return QStringLiteral("\"%1\" is not a time (d/m/Y H:M)").arg(shown(cell(column)));
        }
    }
    if (const QString reason = unknownWord(text(event, SnColumn::State), text(event, SnColumn::Impact), text(event, SnColumn::Urgency),
                                           text(event, SnColumn::Priority));
        !reason.isEmpty()) {
        return reason;
    }
    event.openedMs = *opened;
    event.updatedMs = *updated;
    const QByteArray number = text(event, SnColumn::Number).toUtf8();
    auto found = m_byNumber.constFind(number);
    if (found == m_byNumber.constEnd()) {
        found = m_byNumber.insert(number, m_incidents.size());
        m_incidents.push_back({number, {}});
    }
    std::vector<SnEvent> &events = m_incidents[*found].events;
    if (std::any_of(events.begin(), events.end(), [&](const SnEvent &other) { return other.cells == event.cells; })) {
        ++m_repeated;
    } else {
        events.push_back(event);
    }
    return {};
}

Result<ServiceNowLog> ServiceNowLog::read(const QString &path, ImportReport &report)
{
    auto reader = CsvReader::open(path);
    if (!reader) {
        return tl::unexpected(reader.error());
    }
    ServiceNowLog out;
    const auto columns = out.columnsOf(reader->header());
    if (!columns) {
        return tl::unexpected(columns.error());
    }
    CsvRecord record;
    for (;;) {
        const auto more = reader->next(record);
        if (!more) {
            return tl::unexpected(more.error());
        }
        if (!*more) {
            break;
        }
        ++out.m_read;
        const auto width = static_cast<std::size_t>(reader->header().size());
        const QString reason = record.size() != width ? QStringLiteral("has %1 columns, the header has %2").arg(record.size()).arg(width)
                                                      : out.add(record, *columns);
        if (!reason.isEmpty()) {
            report.refused.push_back({{}, record.line(), reason});
        }
    }
    if (out.m_read == 0) {
        return tl::unexpected(lineError(2, QStringLiteral("the log holds no event")));
    }
    return out;
}

const QString &ServiceNowLog::text(const SnEvent &event, SnColumn column) const
{
    return m_texts[event.cells[at(column)]];
}

QByteArray ServiceNowLog::digest(const SnIncident &incident) const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const SnEvent &event : incident.events) {
        for (const quint32 cell : event.cells) {
            hash.addData(m_texts[cell].toUtf8());
            hash.addData(QByteArrayView("\x1F"));
        }
    }
    return hash.result();
}

} // namespace comptoir::central
