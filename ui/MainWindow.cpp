// SPDX-License-Identifier: GPL-3.0-or-later
#include "MainWindow.h"

#include "BoardPage.h"
#include "CallBar.h"
#include "CallFeed.h"
#include "Catalogue.h"
#include "DeskFrame.h"
#include "DeskSession.h"
#include "QueueFeed.h"
#include "QueueLook.h"
#include "QueueModel.h"
#include "QueueTable.h"
#include "QueueView.h"
#include "RightPane.h"
#include "SearchFeed.h"
#include "SearchPanel.h"
#include "Settings.h"
#include "SettingsWindow.h"
#include "Sidebar.h"
#include "SignOutQuestion.h"
#include "StatusStrip.h"
#include "SyncEngine.h"
#include "SyncFeed.h"
#include "UnkeptQuestion.h"
#include "Words.h"

#include <QAction>
#include <QCloseEvent>
#include <QPointer>
#include <QScreen>

namespace comptoir::ui {

struct MainWindow::Private
{
    const Parts &parts;
    RightPane *right;
    BoardPage *board;
    DeskFrame *frame;
    QueueFeed *queues;
    Preferences preferences = {};
    QPointer<SettingsWindow> settings = {};
    QPointer<SignOutQuestion> leaving = {};
    QPointer<UnkeptQuestion> unkept = {};
    bool closes = false; ///< kept, or given up at the operator's word
};

MainWindow::MainWindow(const Parts &parts, QWidget *parent)
    : QMainWindow(parent)
    , m_d(new Private{parts, new RightPane(parts), nullptr, nullptr, nullptr})
{
    setWindowTitle(QStringLiteral("Comptoir"));
    if (parts.session.supervises()) {
        m_d->board = new BoardPage(parts);
    }
    m_d->frame = new DeskFrame(m_d->right, m_d->board, this);
    setCentralWidget(m_d->frame);
    setMinimumSize(960, 600);
    constexpr QSize kRoomForFrame(2, 24);
    resize(QSize(1440, 900).boundedTo(screen()->availableSize() - kRoomForFrame));
    auto *queues = m_d->queues = new QueueFeed(parts, *m_d->frame, this);
    auto *calls = new CallFeed(parts, *m_d->frame, this);
    auto *sync = new SyncFeed(parts, *m_d->frame, this);
    auto *search = new SearchFeed(parts, *m_d->frame, this);
    connect(queues, &QueueFeed::ticketOpened, this, [this](domain::TicketId id) { openTicket(id); });
    connect(queues, &QueueFeed::draftOpened, this, [this](const base::Uuid &draft) {
        m_d->right->resumeDraft(draft);
        m_d->frame->revealRight();
    });
    connect(queues, &QueueFeed::boardOpened, this, &MainWindow::openBoard);
    connect(queues, &QueueFeed::newTicketAsked, this, &MainWindow::newTicket);
    connect(queues, &QueueFeed::cardAsked, m_d->right, &RightPane::openPerson);
    connect(queues, &QueueFeed::callAsked, calls, &CallFeed::dial);
    connect(search, &SearchFeed::ticketChosen, this, [this](domain::TicketId id) { openTicket(id, true); });
    connect(search, &SearchFeed::archivedChosen, this, [this](domain::ScopeId scope, domain::TicketId id) {
        m_d->frame->showBoard(false);
        m_d->frame->revealRight();
        m_d->right->openArchived(scope, id);
    });
    connect(search, &SearchFeed::personChosen, m_d->right, &RightPane::openPerson);
    connect(search, &SearchFeed::numberChosen, calls, &CallFeed::dial);
    connect(sync, &SyncFeed::ticketAsked, this, [this](domain::TicketId id, const QString &column) {
        openTicket(id);
        if (!column.isEmpty()) {
            m_d->right->openTicketAt(id, column);
        }
    });
    connect(sync, &SyncFeed::signInAsked, this, &MainWindow::signInRequested);
    connect(sync, &SyncFeed::personAsked, m_d->right, &RightPane::openPerson);
    connect(&m_d->frame->callBar(), &CallBar::signOutAsked, this, &MainWindow::signOut);
    connect(&m_d->frame->callBar(), &CallBar::settingsAsked, this, &MainWindow::openSettings);
    connect(&m_d->frame->callBar(), &CallBar::keysAsked, m_d->frame, &DeskFrame::openShortcuts);
    wireRight();
    wireSettings();
    addKeys();
    queues->start();
    if (parts.settings.isLoaded()) {
        m_d->right->restore();
    } else {
        connect(&parts.settings, &desk::Settings::loaded, m_d->right, &RightPane::restore, Qt::SingleShotConnection);
    }
    m_d->frame->queue().table().setFocus();
}

MainWindow::~MainWindow() = default;

void MainWindow::wireRight()
{
    connect(m_d->right, &RightPane::shown, m_d->frame, &DeskFrame::revealRight);
    connect(m_d->right, &RightPane::currentChanged, &m_d->frame->queue().model(), &QueueModel::setInFront);
    // A ring does not take the board away: its bar shows over it, and answering goes to the desk.
    connect(m_d->right, &RightPane::cardShown, m_d->frame, [frame = m_d->frame] {
        if (!frame->boardShown()) {
            frame->revealRight();
        }
    });
    connect(&m_d->frame->callBar(), &CallBar::answerAsked, m_d->frame, [frame = m_d->frame] {
        frame->showBoard(false);
        frame->revealRight();
    });
    if (!m_d->board) {
        return;
    }
    connect(m_d->board, &BoardPage::leave, m_d->frame, [frame = m_d->frame] { frame->showBoard(false); });
    connect(m_d->board, &BoardPage::openCalls, m_d->frame, [this](desk::CallList which) {
        m_d->frame->sidebar().unmark();
        m_d->queues->openCalls(which);
    });
    connect(m_d->board, &BoardPage::openList, m_d->frame, [frame = m_d->frame](const desk::QueueFilter &filter, const QString &title) {
        frame->sidebar().unmark();
        frame->showQueue();
        frame->queue().choose(title, filter, MainWindow::tr("Nothing stands behind this figure any more."));
        frame->focusPart(1);
    });
}

void MainWindow::wireSettings()
{
    QueueTable &table = m_d->frame->queue().table();
    const auto use = [this, &table] {
        m_d->frame->useWidths(m_d->parts.settings.text(u"window.widths"_qs));
        table.look().use(m_d->parts.settings.text(u"queue.look"_qs));
    };
    connect(&table, &QueueTable::lookChosen, this, [this, &table] { m_d->parts.settings.keep(u"queue.look"_qs, table.look().text()); });
    connect(&m_d->parts.settings, &desk::Settings::loaded, this, use);
    use();
    connect(m_d->frame, &DeskFrame::widthsChanged, this, [this] { m_d->parts.settings.keep(u"window.widths"_qs, m_d->frame->widths()); });
    const auto place = [this] {
        const desk::DeskSession &session = m_d->parts.session;
        const QString &known = m_d->parts.catalogue.deviceCode();
        const QString &code = known.isEmpty() ? session.deviceCode : known;
        QString text = tr("Desk %1").arg(code) % u" · " % session.name;
        const domain::Operator *who = m_d->parts.catalogue.operatorOf(session.operatorId);
        const auto &groups = who ? who->groups.list : session.groups;
        if (const QString group = groups.empty() ? QString() : m_d->parts.catalogue.groupName(groups.front()); !group.isEmpty()) {
            text += u" · " % group;
        }
        m_d->frame->status().showPlace(text);
    };
    connect(&m_d->parts.catalogue, &desk::Catalogue::changed, this, place);
    place();
}

void MainWindow::addKey(const QKeySequence &keys, void (MainWindow::*deed)())
{
    auto *action = new QAction(this);
    action->setShortcut(keys);
    action->setAutoRepeat(false);
    connect(action, &QAction::triggered, this, deed);
    addAction(action);
}

void MainWindow::addKeys()
{
    DeskFrame *frame = m_d->frame;
    CallBar *bar = &frame->callBar();
    const auto key = [this](const QKeySequence &keys, auto deed) {
        auto *action = new QAction(this);
        // Whether the sign or the sign with Shift comes depends on the platform; where one comes, the other does not.
        action->setShortcuts(keys == QKeySequence(Qt::Key_Question) ? QList<QKeySequence>{keys, Qt::SHIFT | Qt::Key_Question}
                                                                    : QList<QKeySequence>{keys});
        action->setAutoRepeat(false);
        connect(action, &QAction::triggered, this, deed);
        addAction(action);
    };
    addKey(Qt::CTRL | Qt::Key_N, &MainWindow::newTicket);
    addKey(Qt::Key_F7, &MainWindow::assist);
    addKey(Qt::CTRL | Qt::Key_B, &MainWindow::openBoard);
    addKey(Qt::CTRL | Qt::Key_Comma, &MainWindow::openSettings);
    key(Qt::Key_F9, [bar] { bar->pressAnswerKey(); });
    key(Qt::Key_F8, [bar] { bar->pressHoldKey(); });
    key(Qt::SHIFT | Qt::Key_F8, [bar] { bar->pressTransferKey(); });
    key(Qt::Key_F10, [bar] { bar->pressWrapUpKey(); });
    key(Qt::Key_F4, [frame, right = m_d->right] {
        if (right->hasCard()) {
            frame->revealRight(); // a pane that is folded takes no keyboard
            right->correctCaller();
        }
    });
    key(Qt::CTRL | Qt::Key_K, [frame] { frame->openSearch(); });
    key(Qt::CTRL | Qt::Key_F, [frame] { frame->queue().focusFilter(); });
    key(Qt::CTRL | Qt::Key_J, [frame] { frame->pendingShown() ? frame->closePending() : frame->openPending(); });
    key(Qt::Key_F1, [frame] { frame->openShortcuts(); });
    key(Qt::Key_Question, [frame] { frame->openShortcuts(); }); // a text field with the keyboard takes the sign for itself
    key(Qt::Key_F6, [frame] { frame->focusNextPart(false); });
    key(Qt::SHIFT | Qt::Key_F6, [frame] { frame->focusNextPart(true); });
    for (int part = 0; part < 3; ++part) {
        key(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + part)), [frame, part] { frame->focusPart(part); });
    }
}

void MainWindow::newTicket()
{
    m_d->frame->showBoard(false);
    m_d->right->startDraft();
    m_d->frame->revealRight();
}

void MainWindow::assist()
{
    m_d->right->startAssist();
}

void MainWindow::openBoard()
{
    m_d->frame->showBoard(!m_d->frame->boardShown());
}

void MainWindow::usePreferences(const Preferences &preferences)
{
    m_d->preferences = preferences;
}

void MainWindow::openSettings()
{
    if (m_d->settings) {
        m_d->settings->activateWindow();
        return;
    }
    QueueLook *look = &m_d->frame->queue().table().look();
    m_d->settings = new SettingsWindow(m_d->preferences, look->rowPx(), this);
    m_d->settings->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_d->settings, &SettingsWindow::rowHeightChosen, look, &QueueLook::chooseRowPx);
    connect(m_d->settings, &SettingsWindow::chosen, this, [this](const Preferences &chosen) {
        m_d->preferences = chosen;
        Q_EMIT preferencesChosen(chosen);
    });
    m_d->settings->show();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_d->closes || m_d->right->isKept()) {
        QMainWindow::closeEvent(event);
        return;
    }
    event->ignore();
    leave([this] {
        m_d->closes = true;
        QMetaObject::invokeMethod(this, &MainWindow::close, Qt::QueuedConnection); // one closing does not begin within another
    });
}

void MainWindow::leave(const std::function<void()> &go)
{
    m_d->right->keepAll([this, go](bool kept) {
        if (kept) {
            go();
            return;
        }
        if (m_d->unkept) {
            m_d->unkept->disconnect(this); // asked for something else now
        } else {
            m_d->unkept = new UnkeptQuestion(this);
            m_d->unkept->setAttribute(Qt::WA_DeleteOnClose);
        }
        connect(m_d->unkept, &UnkeptQuestion::confirmed, this, go);
        m_d->unkept->show();
        m_d->unkept->activateWindow();
    });
}

void MainWindow::signOut()
{
    leave([this] { askToSignOut(); });
}

void MainWindow::askToSignOut()
{
    const sync::SyncEngine &sync = m_d->parts.sync;
    if (m_d->leaving) {
        m_d->leaving->activateWindow();
        return;
    }
    if (!SignOutQuestion::needed(sync.status())) {
        Q_EMIT signOutRequested();
        return;
    }
    m_d->leaving = new SignOutQuestion(this);
    m_d->leaving->setAttribute(Qt::WA_DeleteOnClose);
    connect(&sync, &sync::SyncEngine::statusChanged, m_d->leaving, qOverload<const sync::SyncStatus &>(&SignOutQuestion::show));
    connect(m_d->leaving, &SignOutQuestion::confirmed, this, &MainWindow::signOutRequested);
    m_d->leaving->show(sync.status());
}

void MainWindow::openTicket(domain::TicketId id, bool focus)
{
    m_d->frame->showBoard(false);
    m_d->frame->revealRight();
    m_d->right->openTicket(id, focus);
}

void MainWindow::showDesk()
{
    m_d->frame->showBoard(false);
}

void MainWindow::dialled(const QString &number)
{
    m_d->frame->openSearch();
    m_d->frame->search().type(number);
}

} // namespace comptoir::ui

#include "moc_MainWindow.cpp"
