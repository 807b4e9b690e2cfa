// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Attachments.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <vector>

class QFileDialog;
class QImage;

namespace comptoir::ui {

class AttachmentStrip;
class FileIntake;
struct Parts;

/// Between the files beside one ticket or draft and the desk: shows them, attaches what is pasted, dropped or chosen, opens and saves them.
class AttachmentKeeping : public QObject
{
    Q_OBJECT

public:
    /// `pane` is where files are dropped and pasted.
    AttachmentKeeping(const Parts &parts, const base::Uuid &beside, AttachmentStrip *strip, QWidget *pane, QObject *parent = nullptr);
    ~AttachmentKeeping() override;

    /// Asks which files, without holding anything up.
    void chooseFiles();
    /// While it is closed nothing is taken.
    void setOpen(bool open);
    /// Whether anything stands beside it, or is on its way there.
    [[nodiscard]] bool isEmpty() const;
    /// Something that was pasted or dropped could not be kept on this machine yet.
    [[nodiscard]] bool hasUnkept() const { return !m_unkept.empty(); }
    /// What could not be kept is tried once more.
    void tryAgain();

private:
    struct Attempt
    {
        QString name;
        desk::Attachments::Source source;
    };

    void load();
    void attach(const Attempt &attempt);
    void attachPicture(const QImage &picture);
    void attachFiles(const QStringList &paths);
    void open(const desk::AttachmentLine &file);
    void openHere(const desk::AttachmentLine &file);
    void save(const desk::AttachmentLine &file);
    void readPictures();
    void settle(const base::Result<> &done, const QString &name);
    [[nodiscard]] QString freeName(const QString &name) const;
    [[nodiscard]] QWidget *window() const;

    const Parts &m_parts;
    domain::TicketId m_beside;
    AttachmentStrip *m_strip;
    FileIntake *m_intake;
    QTimer m_retry;
    std::vector<Attempt> m_unkept;
    QStringList m_underway; ///< names of what is being attached
    QSet<base::Uuid> m_looked; ///< whose picture was asked for
    domain::AttachmentId m_opening; ///< opens as soon as it has come
    bool m_loading = false;
    bool m_again = false;
};

} // namespace comptoir::ui
