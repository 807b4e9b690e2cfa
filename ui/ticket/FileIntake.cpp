// SPDX-License-Identifier: GPL-3.0-or-later
#include "FileIntake.h"

#include <QApplication>
#include <QChildEvent>
#include <QClipboard>
#include <QDropEvent>
#include <QImage>
#include <QKeyEvent>
#include <QUrl>
#include <QWidget>

namespace comptoir::ui {

namespace {

QStringList pathsIn(const QMimeData *given)
{
    QStringList out;
    const QList<QUrl> urls = given->hasUrls() ? given->urls() : QList<QUrl>();
    for (const QUrl &url : urls) {
        if (url.isLocalFile()) {
            out << url.toLocalFile();
        }
    }
    return out;
}

} // namespace

FileIntake::FileIntake(QWidget *pane) : QObject(pane)
{
    pane->setAcceptDrops(true);
    watch(pane);
    for (QWidget *part : pane->findChildren<QWidget *>()) {
        watch(part);
    }
}

void FileIntake::watch(QWidget *widget)
{
    widget->installEventFilter(this);
}

bool FileIntake::takes(const QMimeData *given, bool dropped)
{
    // A cell copied from a table is a text and a picture of it: whoever pastes that writes.
    return given && (!pathsIn(given).isEmpty() || (given->hasImage() && (dropped || !given->hasText())));
}

void FileIntake::take(const QMimeData *given)
{
    if (const QStringList paths = pathsIn(given); !paths.isEmpty()) {
        Q_EMIT filesGiven(paths);
        return;
    }
    if (const auto picture = qvariant_cast<QImage>(given->imageData()); !picture.isNull()) {
        Q_EMIT pictureGiven(picture);
    }
}

bool FileIntake::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ChildAdded) {
        if (auto *child = qobject_cast<QWidget *>(static_cast<QChildEvent *>(event)->child())) {
            watch(child);
        }
    }
    if (!m_open) {
        return QObject::eventFilter(watched, event);
    }
    switch (event->type()) {
    case QEvent::KeyPress:
        if (static_cast<QKeyEvent *>(event)->matches(QKeySequence::Paste)) {
            const QMimeData *given = QApplication::clipboard()->mimeData();
            if (takes(given, false)) {
                take(given);
                return true;
            }
        }
        break;
    case QEvent::DragEnter:
    case QEvent::DragMove:
    case QEvent::Drop: {
        auto *drop = static_cast<QDropEvent *>(event);
        if (takes(drop->mimeData(), true)) {
            drop->setDropAction(Qt::CopyAction); // what is dragged here stays where it was
            drop->accept();
            if (event->type() == QEvent::Drop) {
                take(drop->mimeData());
            }
            return true;
        }
        break;
    }
    default: break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace comptoir::ui
