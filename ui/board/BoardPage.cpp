// SPDX-License-Identifier: GPL-3.0-or-later
#include "BoardPage.h"

#include "BoardView.h"
#include "Clock.h"
#include "Parts.h"
#include "SyncEngine.h"
#include "Then.h"
#include "Words.h"

#include <QBoxLayout>
#include <QHideEvent>
#include <QShortcut>
#include <QTimer>

namespace comptoir::ui {

namespace {

constexpr int kSettleMs = 400; // a pull touches many rows: one reading, not one per row
constexpr int kFreshMs = 15'000; // due and late move with the clock alone

} // namespace

struct BoardPage::Private
{
    const Parts &parts;
    BoardView *view = nullptr;
    QTimer *settle = nullptr;
    bool reading = false;
};

BoardPage::BoardPage(const Parts &parts, QWidget *parent) : QWidget(parent), m_d(new Private{.parts = parts})
{
    m_d->view = new BoardView(this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_d->view);
    m_d->settle = new QTimer(this);
    m_d->settle->setSingleShot(true);
    m_d->settle->setInterval(kSettleMs);
    connect(m_d->settle, &QTimer::timeout, this, &BoardPage::read);
    connect(&parts.board, &desk::Board::moved, this, [this] {
        if (!m_d->settle->isActive()) {
            m_d->settle->start();
        }
    });
    auto *fresh = new QTimer(this);
    connect(fresh, &QTimer::timeout, this, &BoardPage::read);
    fresh->start(kFreshMs);
    auto *second = new QTimer(this);
    connect(second, &QTimer::timeout, this, [this] {
        if (isVisible()) {
            m_d->view->tick(m_d->parts.clock.nowMs());
        }
    });
    second->start(1000);
    connect(&parts.sync, &sync::SyncEngine::statusChanged, m_d->view, &BoardView::showCopy);
    m_d->view->showCopy(parts.sync.status());
    connect(m_d->view, &BoardView::openList, this, &BoardPage::openList);
    connect(m_d->view, &BoardView::openCalls, this, &BoardPage::openCalls);
    connect(m_d->view, &BoardView::fullScreenWanted, this, &BoardPage::toggleFullScreen);
    connect(m_d->view, &BoardView::leave, this, &BoardPage::stepBack);
    connect(new QShortcut(Qt::Key_F11, this), &QShortcut::activated, this, &BoardPage::toggleFullScreen);
    connect(new QShortcut(Qt::Key_Escape, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut), &QShortcut::activated, this,
            &BoardPage::stepBack);
}

BoardPage::~BoardPage() = default;

void BoardPage::read()
{
    if (m_d->reading || !isVisible()) {
        return;
    }
    m_d->reading = true;
    base::then(m_d->parts.board.figures(), this, [this](const base::Result<desk::BoardFigures> &figures) {
        m_d->reading = false;
        if (figures) {
            m_d->view->show(*figures, m_d->parts.clock.nowMs());
        } else {
            m_d->view->showFailure(Words::of(figures.error()));
        }
    });
}

void BoardPage::toggleFullScreen()
{
    window()->setWindowState(window()->windowState() ^ Qt::WindowFullScreen);
    m_d->view->showFullScreen(window()->isFullScreen());
}

void BoardPage::stepBack()
{
    if (window()->isFullScreen()) {
        toggleFullScreen();
    } else {
        Q_EMIT leave();
    }
}

void BoardPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    read();
}

void BoardPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    // Only the board fills the screen: whoever leaves it for a list or a call gets the window back as it was.
    if (!event->spontaneous() && window()->isFullScreen()) {
        toggleFullScreen();
    }
}

} // namespace comptoir::ui
