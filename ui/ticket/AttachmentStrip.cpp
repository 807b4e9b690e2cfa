// SPDX-License-Identifier: GPL-3.0-or-later
#include "AttachmentStrip.h"

#include "AttachmentDelegate.h"
#include "AttachmentModel.h"
#include "Icons.h"
#include "KeyButton.h"
#include "Notice.h"
#include "PlainLabel.h"

#include <QBoxLayout>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QListView>
#include <QMenu>

#include <algorithm>

namespace comptoir::ui {

namespace {

constexpr int kMostFiles = 3;

} // namespace

AttachmentStrip::AttachmentStrip(QWidget *parent, Enter enter)
    : QWidget(parent)
    , m_enter(enter)
    , m_model(new AttachmentModel(this))
    , m_list(new QListView(this))
    , m_notice(new Notice(Tone::Warn, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto *title = new SectionLabel(tr("Attachments"), this);
    auto *top = new QHBoxLayout;
    top->addWidget(title, 1);
    column->addLayout(top);
    column->addWidget(m_list);
    column->addWidget(m_notice);
    m_notice->setDismissable(true);
    m_notice->hide();
    connect(m_notice, &Notice::dismissed, this, &AttachmentStrip::fit);
    m_list->setObjectName(u"attachments"_qs);
    m_list->setAccessibleName(tr("Attachments"));
    m_list->setAccessibleDescription(enter == Enter::Saves ? tr("Enter saves the file.")
                                                           : tr("Enter opens the file, the menu key says what else can be done."));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new AttachmentDelegate(*m_model, this));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setTabKeyNavigation(false);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->installEventFilter(this);
    connect(m_list, &QListView::doubleClicked, this, &AttachmentStrip::enter);
    if (enter == Enter::Saves) {
        m_save = new KeyButton(tr("Save as…"), u"save"_qs, KeyButton::Look::Quiet, this);
        m_save->setSmall(true);
        top->addWidget(m_save);
        setTabOrder(m_list, m_save);
        connect(m_save, &KeyButton::clicked, this, &AttachmentStrip::enter);
        connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &AttachmentStrip::nameSaving);
    }
    fit();
}

void AttachmentStrip::enter()
{
    if (const auto *now = chosen()) {
        const desk::AttachmentLine file = *now; // what follows may show others
        m_enter == Enter::Saves ? Q_EMIT saveWanted(file) : Q_EMIT openWanted(file);
    }
}

void AttachmentStrip::nameSaving()
{
    if (!m_save) {
        return;
    }
    const auto *file = chosen();
    m_save->setEnabled(file != nullptr);
    m_save->setAccessibleName(file ? tr("Save as… %1", "a file's name").arg(file->name) : tr("Save as…"));
}

void AttachmentStrip::show(const std::vector<desk::AttachmentLine> &files)
{
    m_model->show(files);
    if (!files.empty() && !m_list->currentIndex().isValid()) {
        m_list->selectionModel()->setCurrentIndex(m_model->index(0),
                                                  m_enter == Enter::Saves ? QItemSelectionModel::ClearAndSelect
                                                                          : QItemSelectionModel::NoUpdate); // whose button it is shows
    }
    nameSaving();
    fit();
}

void AttachmentStrip::fit()
{
    const int rows = std::min(m_model->rowCount(), kMostFiles);
    m_list->setFixedHeight(rows * AttachmentDelegate::kRowPx);
    m_list->setVisible(rows > 0);
    setVisible(rows > 0 || !m_notice->isHidden());
}

void AttachmentStrip::showPicture(domain::AttachmentId id, const QImage &picture)
{
    m_model->showPicture(id, picture);
}

void AttachmentStrip::say(const QString &text, bool failed)
{
    m_notice->show(failed ? Tone::Bad : Tone::Warn, text);
    fit();
}

void AttachmentStrip::sayNothing()
{
    m_notice->hide();
    fit();
}

const std::vector<desk::AttachmentLine> &AttachmentStrip::files() const
{
    return m_model->files();
}

bool AttachmentStrip::hasPicture(domain::AttachmentId id) const
{
    return !m_model->picture(id).isNull();
}

const desk::AttachmentLine *AttachmentStrip::chosen() const
{
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() ? &m_model->file(index.row()) : nullptr;
}

void AttachmentStrip::offer(const QPoint &at)
{
    const auto *now = chosen();
    if (!now) {
        return;
    }
    const desk::AttachmentLine file = *now;
    using Where = desk::AttachmentLine::Where;
    const bool reachable = file.here || file.where == Where::Stored;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (m_enter == Enter::Opens) {
        auto *open = menu->addAction(ui::icon(u"external-link"_qs), tr("Open"), this, [this, file] { Q_EMIT openWanted(file); });
        open->setEnabled(reachable && desk::mayOpen(file));
    }
    auto *save = menu->addAction(ui::icon(u"save"_qs), tr("Save as…"), this, [this, file] { Q_EMIT saveWanted(file); });
    save->setEnabled(reachable);
    if (file.where == Where::Draft) {
        menu->addAction(ui::icon(u"trash-2"_qs), tr("Remove"), this, [this, file] { Q_EMIT removeWanted(file); });
    }
    menu->popup(at);
}

bool AttachmentStrip::eventFilter(QObject *watched, QEvent *event)
{
    const auto *file = chosen();
    if (watched != m_list || !file) {
        return QWidget::eventFilter(watched, event);
    }
    if (event->type() == QEvent::ContextMenu) {
        const auto *asked = static_cast<QContextMenuEvent *>(event);
        const QRect row = m_list->visualRect(m_list->currentIndex());
        offer(asked->reason() == QContextMenuEvent::Mouse ? asked->globalPos() : m_list->viewport()->mapToGlobal(row.center()));
        return true;
    }
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const desk::AttachmentLine what = *file;
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            enter();
            return true;
        }
        if (key == Qt::Key_Delete && what.where == desk::AttachmentLine::Where::Draft) {
            Q_EMIT removeWanted(what);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace comptoir::ui
