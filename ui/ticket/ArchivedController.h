// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Archive.h"

#include <QObject>

#include <optional>

namespace comptoir::ui {

class ArchivedFiles;
class ArchivedView;
struct Parts;

/// Between the view of a ticket that stands at the service alone and the desk: has it read, and again when asked; never by itself.
class ArchivedController : public QObject
{
    Q_OBJECT

public:
    ArchivedController(const Parts &parts, domain::ScopeId scope, domain::TicketId id, ArchivedView *view, QObject *parent = nullptr);

    [[nodiscard]] domain::TicketId id() const { return m_id; }

Q_SIGNALS:
    /// Number and summary, for the tab.
    void titled(const QString &number, const QString &summary);

private:
    void read();
    void show();

    const Parts &m_parts;
    domain::ScopeId m_scope;
    domain::TicketId m_id;
    ArchivedView *m_view;
    ArchivedFiles *m_files;
    std::optional<desk::ArchivePage> m_told;
    bool m_asking = false;
};

} // namespace comptoir::ui
