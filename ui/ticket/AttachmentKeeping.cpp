// SPDX-License-Identifier: GPL-3.0-or-later
#include "AttachmentKeeping.h"

#include "AttachmentDelegate.h"
#include "AttachmentStrip.h"
#include "AttachmentWords.h"
#include "Clock.h"
#include "FileIntake.h"
#include "Parts.h"
#include "Then.h"
#include "Thumbnail.h"
#include "Words.h"

#include <QBuffer>
#include <QDesktopServices>
#include <QFileDialog>
#include <QFileInfo>
#include <QImage>
#include <QUrl>
#include <QWidget>

#include <algorithm>
#include <memory>
#include <utility>

namespace comptoir::ui {

namespace {

constexpr int kKeepFileAgainMs = 3'000; // a disk that was full
constexpr qint64 kFetchedUnasked = 1024 * 1024; // pictures up to here come by themselves, to be shown small

/// The picture as a PNG, made where the source is called.
desk::Attachments::Source sourceOf(const QImage &picture)
{
    return [picture]() -> base::Result<QByteArray> {
        QBuffer png;
        if (!png.open(QIODevice::WriteOnly) || !picture.save(&png, "PNG")) {
            return base::fail(base::Error::Kind::Invalid, QStringLiteral("the picture cannot be written as PNG"));
        }
        return png.data();
    };
}

} // namespace

AttachmentKeeping::AttachmentKeeping(const Parts &parts, const base::Uuid &beside, AttachmentStrip *strip, QWidget *pane, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_beside{beside}
    , m_strip(strip)
    , m_intake(new FileIntake(pane))
{
    m_intake->setParent(this);
    m_retry.setInterval(kKeepFileAgainMs);
    connect(&m_retry, &QTimer::timeout, this, &AttachmentKeeping::tryAgain);
    connect(&parts.attachments, &desk::Attachments::changed, this, &AttachmentKeeping::load);
    connect(m_intake, &FileIntake::filesGiven, this, &AttachmentKeeping::attachFiles);
    connect(m_intake, &FileIntake::pictureGiven, this, &AttachmentKeeping::attachPicture);
    connect(strip, &AttachmentStrip::openWanted, this, &AttachmentKeeping::open);
    connect(strip, &AttachmentStrip::saveWanted, this, &AttachmentKeeping::save);
    connect(strip, &AttachmentStrip::removeWanted, this, [this](const desk::AttachmentLine &file) {
        base::then(m_parts.attachments.remove(file.id), this, [this, file](const base::Result<> &done) { settle(done, file.name); });
    });
    load();
}

AttachmentKeeping::~AttachmentKeeping() = default;

QWidget *AttachmentKeeping::window() const
{
    return m_strip->window();
}

void AttachmentKeeping::setOpen(bool open)
{
    m_intake->setOpen(open);
}

bool AttachmentKeeping::isEmpty() const
{
    return m_strip->files().empty() && m_underway.isEmpty() && m_unkept.empty();
}

void AttachmentKeeping::load()
{
    if (m_loading) {
        m_again = true;
        return;
    }
    m_loading = true;
    base::then(m_parts.attachments.of(m_beside), this, [this](const base::Result<std::vector<desk::AttachmentLine>> &files) {
        m_loading = false;
        if (files) {
            m_strip->show(*files);
            readPictures();
        }
        if (std::exchange(m_again, false)) {
            load();
        }
    });
}

void AttachmentKeeping::readPictures()
{
    const std::vector<desk::AttachmentLine> files = m_strip->files();
    for (const desk::AttachmentLine &file : files) {
        if (file.here && file.id == m_opening) {
            m_opening = {};
            openHere(file);
        }
        const bool wanted = desk::isPicture(file) && !m_looked.contains(file.id.value);
        if (wanted && file.here) {
            m_looked.insert(file.id.value);
            auto picture = std::make_shared<QImage>();
            const auto eye = [picture, type = file.mediaType](const QByteArray &bytes) {
                *picture = thumbnailOf(bytes, type, AttachmentDelegate::kPicture * 2);
            };
            base::then(m_parts.attachments.look(file, eye), this, [this, id = file.id, picture](const base::Result<> &seen) {
                if (seen && !picture->isNull()) {
                    m_strip->showPicture(id, *picture);
                }
            });
        } else if (wanted && file.where == desk::AttachmentLine::Where::Stored && !file.coming && file.failure.isEmpty()
                   && file.size <= kFetchedUnasked) {
            m_parts.attachments.want(file.id);
        }
    }
}

QString AttachmentKeeping::freeName(const QString &name) const
{
    const auto isTaken = [this](const QString &one) {
        const auto &files = m_strip->files();
        return m_underway.contains(one)
            || std::any_of(files.begin(), files.end(), [&](const desk::AttachmentLine &file) { return file.name == one; });
    };
    const qsizetype dot = name.lastIndexOf(u'.');
    QString out = name;
    for (int number = 2; isTaken(out); ++number) {
        out = name.left(dot) + u" ("_qs + QString::number(number) + u')' + name.mid(dot);
    }
    return out;
}

void AttachmentKeeping::attachPicture(const QImage &picture)
{
    attach({freeName(AttachmentWords::screenshot(m_parts.clock.nowMs())), sourceOf(picture)});
}

void AttachmentKeeping::attachFiles(const QStringList &paths)
{
    for (const QString &path : paths) {
        attach({domain::attachmentName(QFileInfo(path).fileName()), desk::Attachments::fileSource(path)});
    }
}

void AttachmentKeeping::attach(const Attempt &attempt)
{
    m_underway << attempt.name;
    base::then(m_parts.attachments.attach(m_beside, attempt.name, attempt.source), this, [this, attempt](const base::Result<> &done) {
        m_underway.removeOne(attempt.name);
        if (!done && Words::isOfDisk(done.error())) {
            m_unkept.push_back(attempt);
            m_retry.start();
        }
        settle(done, attempt.name);
    });
}

void AttachmentKeeping::tryAgain()
{
    m_retry.stop();
    for (const Attempt &attempt : std::exchange(m_unkept, {})) {
        attach(attempt);
    }
}

void AttachmentKeeping::settle(const base::Result<> &done, const QString &name)
{
    if (!done) {
        m_strip->say(AttachmentWords::notAttached(name, done.error()), !Words::isOfDisk(done.error()));
    } else if (m_unkept.empty()) {
        m_strip->sayNothing();
    }
}

void AttachmentKeeping::open(const desk::AttachmentLine &file)
{
    using Where = desk::AttachmentLine::Where;
    if (!file.here && file.where != Where::Stored) {
        m_strip->say(tr("%1 is not here: %2.").arg(file.name, AttachmentWords::state(file)), false);
    } else if (!desk::mayOpen(file)) {
        m_strip->say(tr("%1 is not opened from here, for such a file could run. The menu key offers to save it.").arg(file.name), false);
    } else if (file.here) {
        openHere(file);
    } else {
        m_opening = file.id;
        m_parts.attachments.want(file.id);
    }
}

void AttachmentKeeping::openHere(const desk::AttachmentLine &file)
{
    base::then(m_parts.attachments.copyToOpen(file), this, [this, name = file.name](const base::Result<QString> &path) {
        if (!path || !QDesktopServices::openUrl(QUrl::fromLocalFile(*path))) {
            m_strip->say(path ? tr("No program of this machine opens %1. The menu key offers to save it.").arg(name)
                              : tr("%1 could not be opened. %2").arg(name, Words::of(path.error())),
                         true);
        }
    });
}

void AttachmentKeeping::save(const desk::AttachmentLine &file)
{
    if (!file.here) {
        m_parts.attachments.want(file.id);
        m_strip->say(tr("%1 is being fetched; save it once it is here.").arg(file.name), false);
        return;
    }
    auto *dialog = new QFileDialog(window(), tr("Save the file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(file.name);
    connect(dialog, &QFileDialog::fileSelected, this, [this, file](const QString &path) {
        base::then(m_parts.attachments.saveAs(file, path), this, [this, file](const base::Result<> &done) {
            if (!done) {
                m_strip->say(tr("%1 could not be saved. %2").arg(file.name, Words::of(done.error())), true);
            }
        });
    });
    dialog->show();
}

void AttachmentKeeping::chooseFiles()
{
    auto *dialog = new QFileDialog(window(), tr("Attach a file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &AttachmentKeeping::attachFiles);
    dialog->show();
}

} // namespace comptoir::ui
