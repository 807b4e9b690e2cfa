// SPDX-License-Identifier: GPL-3.0-or-later
#include "QueueTable.h"

#include "Icons.h"
#include "KeyButton.h"
#include "PlainLabel.h"
#include "QueueDelegate.h"
#include "QueueHeader.h"
#include "QueueLook.h"
#include "QueueModel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>

namespace comptoir::ui {

namespace {

constexpr int kTypeAheadMs = 900;
constexpr int kMostCopied = 1000;

} // namespace

QueueTable::QueueTable(QueueModel &model, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
    , m_delegate(new QueueDelegate(model, this))
    , m_claim(new KeyButton(tr("Take"), QStringLiteral("user-check"), KeyButton::Look::Normal, viewport()))
{
    setModel(&model);
    setItemDelegate(m_delegate);
    setHorizontalHeader(new QueueHeader(this));
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_look = new QueueLook(*this, this);
    connect(m_look, &QueueLook::chosen, this, &QueueTable::lookChosen);
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setMouseTracking(true);
    setContextMenuPolicy(Qt::DefaultContextMenu);
    setAccessibleName(tr("Queue"));
    setAccessibleDescription(tr("Enter opens the ticket, Ctrl P takes it, the context-menu key lists what can be done."));
    m_claim->setSmall(true);
    m_claim->setKeyHint(shownKey(QKeySequence(Qt::CTRL | Qt::Key_P)));
    m_claim->setFocusPolicy(Qt::NoFocus);
    m_claim->setAccessibleName(tr("Take the ticket under the pointer"));
    m_claim->hide();
    connect(m_claim, &KeyButton::clicked, this, [this] {
        if (m_hovered >= 0 && m_hovered < m_model.rowCount()) {
            Q_EMIT claimAsked({m_model.row(m_hovered).id});
        }
    });
    connect(this, &QAbstractItemView::doubleClicked, this, [this](const QModelIndex &at) { Q_EMIT opened(m_model.row(at.row()).id); });
    connect(horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, [this](int column, Qt::SortOrder order) {
        if (const auto by = QueueModel::orderOf(QueueModel::Column(column))) {
            m_order = *by;
            m_descending = order == Qt::DescendingOrder;
            Q_EMIT orderChosen(m_order, m_descending);
        } else {
            showOrder(m_order, m_descending); // nothing is ordered by that column: the mark stays where it was
        }
    });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this] { hover(-1); });
}

void QueueTable::show(std::vector<desk::QueueRow> rows, bool more)
{
    const int first = verticalScrollBar()->value() > 0 ? rowAt(0) : -1;
    const domain::TicketId anchor = first >= 0 ? m_model.row(first).id : domain::TicketId{};
    const int within = first >= 0 ? rowViewportPosition(first) : 0;
    m_model.show(std::move(rows), more);
    executeDelayedItemsLayout(); // else a frame without the new rows is painted first
    if (const int now = anchor ? m_model.indexOf(anchor) : -1; now >= 0) {
        verticalScrollBar()->setValue(verticalScrollBar()->value() + rowViewportPosition(now) - within);
    }
    hover(-1);
    if (m_atTop) {
        standAtTop();
    }
}

std::vector<domain::TicketId> QueueTable::chosen() const
{
    std::vector<domain::TicketId> ids;
    for (const QModelIndex &at : selectionModel()->selectedRows()) {
        ids.push_back(m_model.row(at.row()).id);
    }
    if (ids.empty() && currentIndex().isValid()) {
        ids.push_back(m_model.row(currentIndex().row()).id);
    }
    return ids;
}

void QueueTable::showOrder(desk::QueueOrder order, bool descending)
{
    m_order = order;
    m_descending = descending;
    const QSignalBlocker quiet(horizontalHeader());
    horizontalHeader()->setSortIndicator(QueueModel::columnOf(order), descending ? Qt::DescendingOrder : Qt::AscendingOrder);
}

void QueueTable::keyboardSearch(const QString &typed)
{
    if (m_typedUntil.hasExpired()) {
        m_typed.clear();
    }
    m_typedUntil.setRemainingTime(kTypeAheadMs);
    m_typed += typed;
    const int count = m_model.rowCount();
    const int from = currentIndex().isValid() ? currentIndex().row() + (m_typed.size() == 1 ? 1 : 0) : 0;
    for (int step = 0; step < count; ++step) {
        const int at = (from + step) % count;
        const desk::QueueRow &row = m_model.row(at);
        if (row.number.startsWith(m_typed, Qt::CaseInsensitive) || row.requesterName.startsWith(m_typed, Qt::CaseInsensitive)
            || row.summary.startsWith(m_typed, Qt::CaseInsensitive)) {
            setCurrentIndex(m_model.index(at, 0));
            return;
        }
    }
}

void QueueTable::openCurrent()
{
    if (currentIndex().isValid()) {
        Q_EMIT opened(m_model.row(currentIndex().row()).id);
    }
}

void QueueTable::keyPressEvent(QKeyEvent *event)
{
    m_atTop = false;
    const bool plain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    if (plain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        openCurrent();
        return;
    }
    if (event->key() == Qt::Key_P && event->modifiers() == Qt::ControlModifier) {
        if (const auto ids = chosen(); !ids.empty()) {
            Q_EMIT claimAsked(ids);
        }
        return;
    }
    if (event->matches(QKeySequence::Copy)) {
        QStringList numbers;
        for (const QModelIndex &at : selectionModel()->selectedRows().mid(0, kMostCopied)) {
            numbers.append(m_model.row(at.row()).number);
        }
        QGuiApplication::clipboard()->setText(numbers.join(u'\n'));
        return;
    }
    if (plain && (event->key() == Qt::Key_Home || event->key() == Qt::Key_End) && m_model.rowCount() > 0) {
        setCurrentIndex(m_model.index(event->key() == Qt::Key_Home ? 0 : m_model.rowCount() - 1, 0));
        return;
    }
    QTableView::keyPressEvent(event);
}

void QueueTable::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Keyboard && currentIndex().isValid()) {
        popUpMenu(viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft() + QPoint(60, 0)));
    } else if (indexAt(event->pos()).isValid()) {
        popUpMenu(event->globalPos());
    }
}

void QueueTable::popUpMenu(const QPoint &where)
{
    const auto ids = chosen();
    if (ids.empty()) {
        return;
    }
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(tr("What can be done with the ticket"));
    auto *open = menu->addAction(icon(QStringLiteral("ticket")), tr("Open") % u"\t⏎");
    auto *claim = menu->addAction(icon(QStringLiteral("user-check")), tr("Take", "a ticket, verb") % u"\tCtrl+P");
    menu->addSeparator();
    auto *copy = menu->addAction(icon(QStringLiteral("copy")), tr("Copy the number") % u"\tCtrl+C");
    menu->addSeparator();
    m_look->addTo(*menu);
    connect(open, &QAction::triggered, this, &QueueTable::openCurrent);
    connect(claim, &QAction::triggered, this, [this, ids] { Q_EMIT claimAsked(ids); });
    connect(copy, &QAction::triggered, this, [this, id = ids.front()] {
        if (const int at = m_model.indexOf(id); at >= 0) {
            QGuiApplication::clipboard()->setText(m_model.row(at).number);
            Q_EMIT copied(m_model.row(at).number);
        }
    });
    menu->popup(where);
}

void QueueTable::hover(int row)
{
    if (row == m_hovered) {
        return;
    }
    const auto repaint = [this](int one) {
        if (one >= 0) {
            viewport()->update(0, rowViewportPosition(one), viewport()->width(), m_look->rowPx());
        }
    };
    repaint(m_hovered);
    m_hovered = row;
    m_delegate->setHoveredRow(row);
    repaint(row);
    placeRowActions();
}

void QueueTable::placeRowActions()
{
    const bool claimable = m_hovered >= 0 && m_hovered < m_model.rowCount() && m_model.row(m_hovered).assigneeName.isEmpty();
    m_claim->setVisible(claimable);
    if (claimable) {
        const QSize size = m_claim->sizeHint();
        const int right = columnViewportPosition(QueueModel::Summary) + columnWidth(QueueModel::Summary);
        const int high = std::min(size.height(), m_look->rowPx() - 2);
        m_claim->setGeometry(right - size.width() - 4, rowViewportPosition(m_hovered) + (m_look->rowPx() - high) / 2, size.width(), high);
    }
}

void QueueTable::mouseMoveEvent(QMouseEvent *event)
{
    hover(rowAt(event->pos().y()));
    QTableView::mouseMoveEvent(event);
}

bool QueueTable::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        // Here Ctrl+P means the rows chosen, not the ticket open beside them.
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_P && key->modifiers() == Qt::ControlModifier) {
            event->accept();
            return true;
        }
    }
    return QTableView::event(event);
}

bool QueueTable::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave) {
        hover(-1);
    }
    if (event->type() == QEvent::MouseButtonPress) {
        m_atTop = false;
    }
    return QTableView::viewportEvent(event);
}

void QueueTable::focusInEvent(QFocusEvent *event)
{
    const bool chosen = currentIndex().isValid();
    QTableView::focusInEvent(event);
    if (!chosen) {
        standAtTop();
    }
    viewport()->update();
}

void QueueTable::standAtTop()
{
    if (m_model.rowCount() > 0) {
        selectionModel()->setCurrentIndex(m_model.index(0, 0), QItemSelectionModel::NoUpdate);
        m_atTop = true;
    }
}

void QueueTable::currentChanged(const QModelIndex &now, const QModelIndex &before)
{
    QTableView::currentChanged(now, before);
    m_atTop = false;
    // The focus ring runs along the whole row; the view itself paints one cell of it anew.
    for (const QModelIndex &one : {now, before}) {
        if (one.isValid()) {
            viewport()->update(0, rowViewportPosition(one.row()), viewport()->width(), m_look->rowPx());
        }
    }
}

void QueueTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    m_look->fit();
}

} // namespace comptoir::ui
