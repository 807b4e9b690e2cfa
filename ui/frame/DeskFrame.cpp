// SPDX-License-Identifier: GPL-3.0-or-later
#include "DeskFrame.h"

#include "CallBar.h"
#include "Card.h"
#include "ContactView.h"
#include "PendingDrawer.h"
#include "QueueTable.h"
#include "QueueView.h"
#include "RightDrawer.h"
#include "SearchPanel.h"
#include "ShortcutSheet.h"
#include "Sidebar.h"
#include "StatusStrip.h"
#include "Theme.h"

#include <QApplication>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace comptoir::ui {

namespace {

constexpr int kNarrowBelowPx = 1360;
constexpr int kWideFromPx = 1800;
constexpr int kSidebarPx = 200;
constexpr int kRightPx = 540;
constexpr int kRightWidePx = 880;
constexpr int kQueueLeastPx = 480;
constexpr int kParts = 4;

} // namespace

DeskFrame::DeskFrame(QWidget *right, QWidget *board, QWidget *parent)
    : QWidget(parent)
    , m_callBar(new CallBar(this))
    , m_sidebar(new Sidebar(this))
    , m_queue(new QueueView(this))
    , m_contacts(new ContactView(this))
    , m_status(new StatusStrip(this))
    , m_pending(new PendingDrawer(this))
    , m_search(new SearchPanel(this))
    , m_shortcuts(new ShortcutSheet(board != nullptr, this))
    , m_pages(new QStackedWidget(this))
    , m_centre(new QStackedWidget(this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_right(new RightDrawer(right, this))
{
    build(board);
    m_slide.setTargetObject(m_right);
    m_slide.setPropertyName("pos");
    m_slide.setEasingCurve(QEasingCurve::OutCubic);
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] {
        m_kept = widths();
        Q_EMIT widthsChanged();
    });
    connect(m_right, &RightDrawer::closeAsked, this, &DeskFrame::foldRight);
    connect(m_pending, &PendingDrawer::closed, this, &DeskFrame::closePending);
    connect(m_callBar, &CallBar::searchAsked, this, &DeskFrame::openSearch);
    connect(m_callBar, &CallBar::callMoved, this, &DeskFrame::placeCallBar);
    settle();
}

void DeskFrame::build(QWidget *board)
{
    m_centre->addWidget(m_queue);
    m_centre->addWidget(m_contacts);
    m_centre->setMinimumWidth(kQueueLeastPx);
    m_sidebar->setMinimumWidth(150);
    m_sidebar->setMaximumWidth(340);
    m_splitter->addWidget(m_sidebar);
    m_splitter->addWidget(m_centre);
    m_splitter->addWidget(m_right);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setStretchFactor(2, 0);
    m_pages->addWidget(m_splitter);
    if (board) {
        m_pages->addWidget(board);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_callBar);
    column->addWidget(m_pages, 1);
    column->addWidget(m_status);
    m_pending->hide();
    setTabOrder(m_callBar, m_sidebar);
}

void DeskFrame::settle()
{
    const bool narrow = width() < kNarrowBelowPx;
    if (narrow != m_narrow || (narrow && m_right->parentWidget() == m_splitter)) {
        m_narrow = narrow;
        m_slide.stop();
        m_right->setFolding(narrow);
        if (narrow) {
            m_right->setParent(this);
            m_right->hide();
            m_open = false;
        } else {
            m_splitter->addWidget(m_right);
            m_right->show();
        }
        m_kept.isEmpty() ? useWidths({}) : useWidths(m_kept);
    } else if (m_kept.isEmpty()) {
        useWidths({});
    }
    placeDrawer(false);
    placePending();
}

void DeskFrame::useWidths(const QString &text)
{
    const QStringList parts = text.split(u',', Qt::SkipEmptyParts);
    int side = kSidebarPx;
    int right = width() >= kWideFromPx ? kRightWidePx : kRightPx;
    if (parts.size() == 2) {
        m_kept = text;
        side = std::clamp(parts[0].toInt(), 150, 340);
        right = std::clamp(parts[1].toInt(), 360, std::max(360, width() - side - kQueueLeastPx));
    }
    const int centre = std::max(kQueueLeastPx, width() - side - (m_narrow ? 0 : right));
    m_splitter->setSizes(m_narrow ? QList<int>{side, centre} : QList<int>{side, centre, right});
}

QString DeskFrame::widths() const
{
    const QList<int> sizes = m_splitter->sizes();
    const QString right = sizes.size() > 2 ? QString::number(sizes[2]) : m_kept.section(u',', 1, 1);
    return QString::number(sizes.value(0)) % u',' % (right.isEmpty() ? QString::number(kRightPx) : right);
}

void DeskFrame::placeDrawer(bool slide)
{
    if (!m_narrow) {
        return;
    }
    const QPoint top = m_pages->mapTo(this, QPoint(0, 0));
    const int wide = std::min(kRightPx, width() - 80);
    const QPoint target(width() - wide, top.y());
    m_right->resize(wide, m_pages->height());
    if (!m_open || m_pages->currentIndex() != 0) {
        m_right->hide();
        return;
    }
    m_right->show();
    m_right->raise();
    if (slide && animationMs(kSlideMs) > 0) {
        m_slide.stop();
        m_slide.setDuration(animationMs(kSlideMs));
        m_slide.setStartValue(target + QPoint(48, 0));
        m_slide.setEndValue(target);
        m_slide.start();
    } else {
        m_right->move(target);
    }
}

void DeskFrame::placePending()
{
    const QSize size = m_pending->sizeHint().boundedTo(QSize(width() - 16, m_pages->height() - 16));
    m_pending->setGeometry(8, m_status->y() - 8 - size.height(), size.width(), size.height());
}

void DeskFrame::revealRight()
{
    if (boardShown()) {
        showBoard(false);
    }
    if (m_narrow && !m_open) {
        m_open = true;
        placeDrawer(true);
    }
}

void DeskFrame::foldRight()
{
    if (!m_narrow || !m_open) {
        return;
    }
    const bool had = m_right->isAncestorOf(QApplication::focusWidget());
    m_open = false;
    m_right->hide();
    if (had) {
        focusPart(1);
    }
}

void DeskFrame::showQueue()
{
    m_centre->setCurrentWidget(m_queue);
    showBoard(false);
}

void DeskFrame::showContacts()
{
    m_centre->setCurrentWidget(m_contacts);
    showBoard(false);
}

void DeskFrame::showBoard(bool shown)
{
    if (m_pages->count() < 2 || shown == boardShown()) {
        return;
    }
    m_pages->setCurrentIndex(shown ? 1 : 0);
    m_status->setVisible(!shown);
    placeCallBar();
    placeDrawer(false);
    if (shown) {
        m_pages->currentWidget()->setFocus(Qt::ShortcutFocusReason);
    } else {
        focusPart(1);
    }
}

void DeskFrame::placeCallBar()
{
    m_callBar->setVisible(!boardShown() || m_callBar->hasCall());
    m_shortcuts->cover(m_callBar->isVisibleTo(this) ? rect().adjusted(0, m_callBar->height(), 0, 0) : rect());
}

bool DeskFrame::boardShown() const
{
    return m_pages->currentIndex() == 1;
}

void DeskFrame::openPending()
{
    placePending();
    m_pending->show();
    m_pending->raise();
    m_pending->takeFocus();
    Q_EMIT pendingOpened();
}

bool DeskFrame::pendingShown() const
{
    return m_pending->isVisible();
}

void DeskFrame::closePending()
{
    const bool had = m_pending->isAncestorOf(QApplication::focusWidget());
    m_pending->hide();
    if (had) {
        focusPart(1);
    }
}

void DeskFrame::openSearch()
{
    showBoard(false);
    m_search->openOver(m_callBar->searchPlace());
}

void DeskFrame::openShortcuts()
{
    placeCallBar();
    m_shortcuts->isVisible() ? m_shortcuts->leave() : m_shortcuts->open();
}

void DeskFrame::focusPart(int part)
{
    switch (part) {
    case 0: m_sidebar->setFocus(Qt::ShortcutFocusReason); break;
    case 1: m_centre->currentWidget() == m_queue ? m_queue->focusTable() : m_contacts->focusList(); break;
    case 2: {
        revealRight();
        // The first thing inside that takes the keyboard, in reading order.
        for (QWidget *at = m_right->content()->nextInFocusChain(); at && at != m_right->content(); at = at->nextInFocusChain()) {
            if (m_right->content()->isAncestorOf(at) && at->isVisible() && at->isEnabled() && (at->focusPolicy() & Qt::TabFocus)) {
                at->setFocus(Qt::ShortcutFocusReason);
                break;
            }
        }
        break;
    }
    default:
        for (QWidget *at : m_callBar->findChildren<QWidget *>(Qt::FindDirectChildrenOnly)) {
            if (at->isVisible() && (at->focusPolicy() & Qt::TabFocus)) {
                at->setFocus(Qt::ShortcutFocusReason);
                break;
            }
        }
    }
}

int DeskFrame::partOf(const QWidget *widget) const
{
    const QWidget *const parts[] = {m_sidebar, m_centre, m_right, m_callBar};
    for (int part = 0; widget && part < kParts; ++part) {
        if (parts[part] == widget || parts[part]->isAncestorOf(widget)) {
            return part;
        }
    }
    return -1;
}

void DeskFrame::focusNextPart(bool backwards)
{
    const int now = partOf(QApplication::focusWidget());
    focusPart(now < 0 ? 1 : (now + (backwards ? kParts - 1 : 1)) % kParts);
}

void DeskFrame::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    settle();
    placeCallBar();
}

} // namespace comptoir::ui
