// SPDX-License-Identifier: GPL-3.0-or-later
#include "ArchivedFiles.h"

#include "Archive.h"
#include "ArchiveWords.h"
#include "AttachmentStrip.h"
#include "AttachmentWords.h"
#include "Parts.h"
#include "Then.h"

#include <QFileDialog>
#include <QPointer>

namespace comptoir::ui {

ArchivedFiles::ArchivedFiles(const Parts &parts, domain::ScopeId scope, domain::TicketId ticket, AttachmentStrip *strip, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_scope(scope)
    , m_ticket(ticket)
    , m_strip(strip)
{
    connect(strip, &AttachmentStrip::saveWanted, this, &ArchivedFiles::choose);
}

ArchivedFiles::~ArchivedFiles()
{
    for (Saving &saving : m_saving) {
        saving.done.cancel();
    }
}

void ArchivedFiles::show(const std::vector<desk::AttachmentLine> &files)
{
    m_files = files;
    tell();
}

void ArchivedFiles::tell()
{
    std::vector<desk::AttachmentLine> shown = m_files;
    for (desk::AttachmentLine &line : shown) {
        const auto saving = m_saving.constFind(line.id.value);
        line.coming = saving != m_saving.constEnd();
        line.moved = line.coming ? saving->moved : 0;
    }
    m_strip->show(shown);
}

void ArchivedFiles::choose(const desk::AttachmentLine &file)
{
    if (file.where != desk::AttachmentLine::Where::Stored) {
        m_strip->say(ArchiveWords::notToSave(AttachmentWords::spoken(file)), false);
        return;
    }
    if (m_saving.contains(file.id.value)) {
        return; // its row says how far it is
    }
    auto *dialog = new QFileDialog(m_strip, tr("Save the file")); // goes with the view
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(domain::attachmentName(file.name));
    connect(dialog, &QFileDialog::fileSelected, this, [this, file](const QString &path) { save(file, path); });
    dialog->show();
}

void ArchivedFiles::save(const desk::AttachmentLine &file, const QString &path)
{
    const base::Uuid id = file.id.value;
    if (m_saving.contains(id)) {
        return;
    }
    m_strip->sayNothing();
    m_saving.insert(id, {});
    const auto moved = [self = QPointer(this), id](qint64 bytes) {
        if (self && self->m_saving.contains(id)) {
            self->m_saving[id].moved = bytes;
            self->tell();
        }
    };
    const auto done = m_parts.archive.save({m_scope, m_ticket, file}, path, moved);
    m_saving[id].done = done;
    tell();
    base::then(done, this, [this, id, name = file.name](const base::Result<> &saved) {
        m_saving.remove(id);
        tell();
        if (!saved) {
            m_strip->say(ArchiveWords::notSaved(name, saved.error()), true);
        }
    });
}

} // namespace comptoir::ui
