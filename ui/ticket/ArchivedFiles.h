// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ArchivedFile.h"
#include "Result.h"

#include <QFuture>
#include <QHash>
#include <QObject>

#include <vector>

namespace comptoir::ui {

class AttachmentStrip;
struct Parts;

/// Between the files of a ticket that stands at the service alone and the desk: has them fetched to where somebody wants them, and shows how
/// far that is. What is under way ends with it.
class ArchivedFiles : public QObject
{
    Q_OBJECT

public:
    ArchivedFiles(const Parts &parts, domain::ScopeId scope, domain::TicketId ticket, AttachmentStrip *strip, QObject *parent = nullptr);
    ~ArchivedFiles() override;

    void show(const std::vector<desk::AttachmentLine> &files);

private:
    void choose(const desk::AttachmentLine &file);
    void save(const desk::AttachmentLine &file, const QString &path);
    void tell();

    struct Saving
    {
        QFuture<base::Result<>> done;
        qint64 moved = 0;
    };

    const Parts &m_parts;
    domain::ScopeId m_scope;
    domain::TicketId m_ticket;
    AttachmentStrip *m_strip;
    std::vector<desk::AttachmentLine> m_files;
    QHash<base::Uuid, Saving> m_saving;
};

} // namespace comptoir::ui
