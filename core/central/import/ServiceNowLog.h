// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Batch.h"
#include "CsvReader.h"
#include "ImportReport.h"

#include <QHash>

#include <array>

namespace comptoir::central {

/// The columns of a ServiceNow incident log that are read, in the order of their names in ServiceNowLog.cpp. All others are passed over.
enum class SnColumn : std::size_t {
    Number,
    State,
    ReassignmentCount,
    ReopenCount,
    ModCount,
    MadeSla,
    Caller,
    OpenedBy,
    OpenedAt,
    UpdatedBy,
    UpdatedAt,
    ContactType,
    Location,
    Category,
    Subcategory,
    Symptom,
    Item,
    Impact,
    Urgency,
    Priority,
    Group,
    Assignee,
    Problem,
    Change,
    Vendor,
    CausedBy,
    ClosedCode,
    ResolvedBy,
    ResolvedAt,
    ClosedAt,
    Count,
};

/// One line of the log.
struct SnEvent
{
    qint64 line = 0;
    std::array<quint32, static_cast<std::size_t>(SnColumn::Count)> cells{}; ///< places in ServiceNowLog::texts
    qint64 openedMs = 0;
    qint64 updatedMs = 0;
};

/// All events of one incident, in the order of the log.
struct SnIncident
{
    QByteArray number;
    std::vector<SnEvent> events;
};

/// A ServiceNow audit log of incidents in memory: each text is kept once.
class ServiceNowLog
{
public:
    /// Reads the whole file. A bad file is an error; a bad row is noted in `report` and counted as refused.
    [[nodiscard]] static base::Result<ServiceNowLog> read(const QString &path, ImportReport &report);

    [[nodiscard]] const std::vector<SnIncident> &incidents() const { return m_incidents; }
    /// Rows behind the header, good and bad.
    [[nodiscard]] qint64 eventsRead() const { return m_read; }
    /// Rows equal to another one in every cell that is read.
    [[nodiscard]] qint64 repeated() const { return m_repeated; }
    /// The text of a cell, blanks made single; empty where the log has `?`.
    [[nodiscard]] const QString &text(const SnEvent &event, SnColumn column) const;
    /// SHA-256 over all cells of an incident.
    [[nodiscard]] QByteArray digest(const SnIncident &incident) const;

private:
    [[nodiscard]] base::Result<std::vector<int>> columnsOf(const QStringList &header) const;
    [[nodiscard]] QString add(const CsvRecord &record, const std::vector<int> &columns);
    [[nodiscard]] quint32 intern(std::string_view cell);

    std::vector<SnIncident> m_incidents;
    QHash<QByteArray, std::size_t> m_byNumber;
    std::vector<QString> m_texts;
    QHash<QByteArray, quint32> m_places;
    qint64 m_read = 0;
    qint64 m_repeated = 0;
};

} // namespace comptoir::central
