// SPDX-License-Identifier: GPL-3.0-or-later
#include "Sidebar.h"

#include "SideDelegate.h"

#include <QKeyEvent>
#include <QPainter>

namespace comptoir::ui {

Sidebar::Sidebar(QWidget *parent) : QListView(parent), m_model(new SideModel(this))
{
    setModel(m_model);
    setItemDelegate(new SideDelegate(*m_model, *this, this));
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::NoSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setAccessibleName(tr("Queues and calls"));
    QPalette ground = palette();
    ground.setBrush(QPalette::Base, Qt::NoBrush);
    setPalette(ground);
    viewport()->setAutoFillBackground(false);
    connect(this, &QAbstractItemView::clicked, this, &Sidebar::openAt);
}

void Sidebar::show(const SideModel::Content &content)
{
    m_model->show(content);
    viewport()->update();
}

bool Sidebar::open(const QString &key)
{
    const int row = m_model->indexOf(key);
    if (row < 0) {
        return false;
    }
    setCurrentIndex(m_model->index(row));
    openAt(m_model->index(row));
    return true;
}

QString Sidebar::markedLabel() const
{
    const int row = m_model->indexOf(m_marked);
    return row < 0 ? QString() : m_model->entry(row).label;
}

void Sidebar::unmark()
{
    m_marked.clear();
    viewport()->update();
}

void Sidebar::openAt(const QModelIndex &at)
{
    if (!at.isValid() || m_model->entry(at.row()).opens == SideEntry::Opens::Title) {
        return;
    }
    const SideEntry entry = m_model->entry(at.row());
    if (entry.opens != SideEntry::Opens::Draft) {
        m_marked = entry.key;
    }
    viewport()->update();
    Q_EMIT opened(entry);
}

void Sidebar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space) {
        openAt(currentIndex());
        return;
    }
    QListView::keyPressEvent(event);
}

void Sidebar::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    viewport()->update();
}

void Sidebar::paintEvent(QPaintEvent *event)
{
    QPainter(viewport()).fillRect(event->rect(), tokens().bg);
    QListView::paintEvent(event);
}

} // namespace comptoir::ui
