// SPDX-License-Identifier: GPL-3.0-or-later
// Every window in every state with invented values, as pictures in the folder COMPTOIR_SCREENSHOTS (without it they are painted and dropped).
#include "ArchivedView.h"
#include "AssistPanel.h"
#include "BoardView.h"
#include "CallBar.h"
#include "CallerCardView.h"
#include "Card.h"
#include "Catch.h"
#include "ContactView.h"
#include "DemoDesk.h"
#include "DeskFrame.h"
#include "DraftView.h"
#include "EmptyState.h"
#include "FitScroll.h"
#include "Language.h"
#include "PaneSamples.h"
#include "PendingDrawer.h"
#include "QueueLook.h"
#include "QueueTable.h"
#include "QueueView.h"
#include "SearchPanel.h"
#include "SettingsWindow.h"
#include "Sidebar.h"
#include "SignInWindow.h"
#include "StatusStrip.h"
#include "Theme.h"
#include "TicketView.h"

#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QTest>
#include <QVBoxLayout>

using namespace comptoir;
namespace demo = comptoir::tests::demo;

namespace {

enum class Right { Blank, Call, Unknown, Draft, Ticket, Refused, CardAndTicket, Assist, Older, OlderUnread, Left };

class PaneOfSamples : public QWidget
{
public:
    explicit PaneOfSamples(Right what)
    {
        m_column = new QVBoxLayout(this);
        m_column->setContentsMargins(12, 12, 12, 12);
        m_column->setSpacing(12);
        if (what == Right::Call || what == Right::Draft || what == Right::CardAndTicket || what == Right::Assist) {
            addCard(tests::knownCard());
        } else if (what == Right::Unknown) {
            addCard(tests::unknownCard());
        }
        if (what == Right::Assist) {
            addAssist();
        }
        if (what == Right::Draft) {
            addDraft();
        } else if (what == Right::Older || what == Right::OlderUnread) {
            addOlder(what == Right::OlderUnread);
        } else if (what == Right::Blank || what == Right::Call || what == Right::Unknown) {
            auto *empty = new ui::EmptyState;
            empty->show(u"ticket"_qs, u"Aucun ticket ouvert"_qs, u"En choisir un dans la file, ou en commencer un."_qs,
                        u"Nouveau ticket"_qs);
            add(empty, 1);
        } else {
            addTicket(what == Right::Refused, what == Right::Left);
        }
    }

private:
    ui::Card *add(QWidget *content, int stretch)
    {
        auto *card = new ui::Card;
        auto *inside = new QVBoxLayout(card);
        inside->setContentsMargins(0, 0, 0, 0);
        inside->addWidget(content);
        m_column->addWidget(card, stretch);
        return card;
    }
    void addCard(const desk::CallerCard &of)
    {
        auto *caller = new ui::CallerCardView;
        caller->showOrganisations(tests::listsOf().organisations);
        caller->show(of, tests::kNowMs);
        add(new ui::FitScroll(caller, this), 0)->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    }
    void addDraft()
    {
        auto *draft = new ui::DraftView;
        desk::Draft written;
        written.ticket = tests::ticketOf(u"7K-142"_qs, u"Outlook ne s’ouvre plus depuis ce matin"_qs);
        written.savedMs = demo::nowMs();
        draft->show(written);
        draft->showLists(tests::listsOf(), tests::operatorsOf());
        const desk::CardTicket major{domain::TicketId::fromName("major"), u"7K-141"_qs, u"Messagerie indisponible – plusieurs services"_qs,
                                     domain::TicketState::InProgress, tests::kNowMs - 22 * 60'000};
        draft->showLookAlikes(
            {{tests::knownCard().openTickets.front(), desk::LookAlike::Why::Requester}, {major, desk::LookAlike::Why::Words}},
            tests::kNowMs);
        add(draft, 1);
    }
    void addOlder(bool unread)
    {
        auto *view = new ui::ArchivedView;
        desk::ArchivePage told;
        told.page = tests::pageOf(domain::TicketState::Closed, 8);
        told.page.pending = false;
        told.page.timeline.pop_back(); // the one that waits
        told.page.ticket.closedMs = tests::kNowMs - qint64(900) * 86'400'000;
        told.page.ticket.openedMs = told.page.ticket.closedMs - qint64(3) * 86'400'000;
        told.page.ticket.resolution = u"Cache vidé, profil Outlook refait."_qs;
        told.readMs = demo::nowMs();
        desk::AttachmentLine file;
        file.name = u"Capture 2024-06-05 14.05.png"_qs;
        file.size = 148'000;
        file.where = desk::AttachmentLine::Where::Stored;
        told.files = {file};
        if (unread) {
            view->showFailure({base::Error::Kind::Network, {}});
        } else {
            view->show(told, tests::namesOf(true), [](const QString &, const base::Uuid &) { return u"Mérignac"_qs; });
        }
        add(view, 1);
    }
    void addTicket(bool refused, bool left)
    {
        auto *ticket = new ui::TicketView;
        ticket->showLists(tests::listsOf(), tests::operatorsOf());
        desk::TicketPage page = tests::pageOf(domain::TicketState::InProgress, 8);
        if (refused) {
            page.refused = tests::refusals();
        }
        ticket->show(page, tests::namesOf(!refused), [](const QString &, const base::Uuid &) { return u"Bruno Tessier"_qs; });
        if (left) {
            ticket->showLeft();
        }
        add(ticket, 1);
    }
    void addAssist()
    {
        auto *panel = new ui::AssistPanel;
        panel->ask(tests::knownCard().assets.front(),
                   {{u"vnc"_qs, u"10.2.4.71::5900"_qs, u"/usr/bin/xtigervncviewer 10.2.4.71::5900"_qs, true}});
        m_column->addWidget(panel);
    }

    QVBoxLayout *m_column;
};

class Gallery
{
public:
    Gallery() : m_theme(*qApp), m_folder(qEnvironmentVariable("COMPTOIR_SCREENSHOTS"))
    {
        m_theme.setAnimations(false);
        if (m_folder.path() != u"."_qs) {
            m_folder.mkpath(u"."_qs);
        }
    }
    ~Gallery()
    {
        m_theme.apply(ui::Scheme::Light);
        ui::useLanguage(*qApp, u"fr"_qs);
    }
    Gallery(const Gallery &) = delete;
    Gallery &operator=(const Gallery &) = delete;

    using Change = std::function<void(ui::DeskFrame &)>;

    void use(ui::Scheme scheme, const QString &language, qreal scale = 1)
    {
        m_scheme = scheme;
        m_language = language;
        m_scale = scale;
        ui::useLanguage(*qApp, language);
        m_theme.apply(scheme);
    }

    /// One picture of the desk.
    void desk(const QString &name, Right right, const Change &change, const QSize &size = {1440, 900})
    {
        auto *board = new ui::BoardView;
        board->show(tests::boardOf(true), tests::kNowMs);
        ui::DeskFrame frame(new PaneOfSamples(right), board);
        frame.resize(size);
        frame.show();
        frame.sidebar().show(demo::sidebar());
        frame.sidebar().open(u"groups"_qs);
        frame.queue().setNow(demo::nowMs());
        frame.contacts().setNow(demo::nowMs());
        frame.queue().choose(u"Centre d’appels"_qs, {}, u"Les groupes du poste n’ont rien d’ouvert."_qs);
        frame.queue().show(demo::queueRows(), false);
        frame.callBar().show(demo::idle(), demo::nowMs());
        frame.status().show(demo::agreed());
        frame.queue().table().setFocus();
        frame.status().showPlace(u"Poste 7K · Amélie Durand · Centre d’appels"_qs);
        change(frame);
        keep(frame, name);
    }

    void keep(QWidget &window, const QString &name)
    {
        for (int pass = 0; pass < 4; ++pass) { // a wrapped text settles its height in a second layout
            QApplication::processEvents();
        }
        QPixmap picture(window.size() * m_scale);
        picture.setDevicePixelRatio(m_scale);
        window.render(&picture);
        CHECK_FALSE(picture.isNull());
        if (m_folder.path() != u"."_qs) {
            CHECK(picture.save(m_folder.filePath(name % u'-' % word() % u".png"_qs)));
        }
    }

private:
    [[nodiscard]] QString word() const
    {
        QString out = m_scheme == ui::Scheme::Light ? u"light"_qs : (m_scheme == ui::Scheme::Dark ? u"dark"_qs : u"contrast"_qs);
        out += m_language == u"fr"_qs ? QString() : QString(u'-' % m_language);
        return m_scale > 1 ? QString(out % u"-200"_qs) : out;
    }

    ui::Theme m_theme;
    QDir m_folder;
    ui::Scheme m_scheme = ui::Scheme::Light;
    QString m_language;
    qreal m_scale = 1;
};

void inCall(ui::DeskFrame &frame)
{
    frame.callBar().show(demo::inCall(), demo::nowMs());
    frame.status().show(demo::offline());
    frame.queue().table().selectRow(16);
}

void rings(ui::DeskFrame &frame)
{
    frame.callBar().show(demo::ringing(), demo::nowMs());
}

void nothing(ui::DeskFrame &) {}

void board(ui::DeskFrame &frame)
{
    frame.showBoard(true);
}

void searched(ui::DeskFrame &frame)
{
    frame.openSearch();
    frame.search().type(u"martin"_qs);
    frame.search().showPeople(u"martin"_qs, demo::people());
    frame.search().showTickets(u"martin"_qs, demo::tickets());
}

void searchedOlder(ui::DeskFrame &frame)
{
    searched(frame);
    QTest::keyClick(frame.search().findChild<QLineEdit *>(), Qt::Key_Return, Qt::ControlModifier);
    constexpr qint64 kMonthMs = qint64(30) * 86'400'000;
    frame.search().showOlder(u"martin"_qs,
                             {{domain::TicketId::fromName("o1"),
                               {},
                               u"3M-812"_qs,
                               u"Boîte aux lettres de Claire Martin pleine"_qs,
                               demo::nowMs() - 27 * kMonthMs},
                              {domain::TicketId::fromName("o2"), {}, u"P0-77"_qs, u"Badge perdu"_qs, demo::nowMs() - 40 * kMonthMs}});
}

void searchedOffline(ui::DeskFrame &frame)
{
    searched(frame);
    frame.status().show(demo::offline());
    QTest::keyClick(frame.search().findChild<QLineEdit *>(), Qt::Key_Return, Qt::ControlModifier);
    frame.search().showOlderFailure(u"martin"_qs, {base::Error::Kind::Network, {}});
}

void waits(ui::DeskFrame &frame)
{
    inCall(frame);
    frame.pending().show(demo::offline());
    frame.pending().show(demo::pending());
    frame.openPending();
}

void unknownCaller(ui::DeskFrame &frame)
{
    desk::CallState state = demo::ringing();
    state.name.clear();
    state.number = u"06 12 34 56 78"_qs;
    state.place.clear();
    frame.callBar().show(state, demo::nowMs());
}

void signIn(Gallery &gallery)
{
    ui::SignInWindow window;
    window.show(ui::SignInWindow::Preset{u"https://comptoir.metropole.example"_qs, u"amelie"_qs, ui::SignInWindow::Copy::Filled});
    window.QWidget::show();
    gallery.keep(window, u"sign-in"_qs);
    window.showError({base::Error::Kind::Auth, {}});
    gallery.keep(window, u"sign-in-refused"_qs);
}

void settings(Gallery &gallery)
{
    ui::SettingsWindow window(ui::Preferences{}, 30);
    window.show();
    gallery.keep(window, u"settings"_qs);
}

/// What a language or another scheme may break.
void mainStates(Gallery &gallery)
{
    signIn(gallery);
    settings(gallery);
    gallery.desk(u"offline-call"_qs, Right::Draft, inCall);
    gallery.desk(u"ring"_qs, Right::Call, rings);
    gallery.desk(u"ticket"_qs, Right::CardAndTicket, nothing);
    gallery.desk(u"refused"_qs, Right::Refused, [](ui::DeskFrame &frame) { frame.status().show(demo::offline()); });
    gallery.desk(u"pending"_qs, Right::Draft, waits);
    gallery.desk(u"older"_qs, Right::Older, nothing);
    gallery.desk(u"older-unread"_qs, Right::OlderUnread, nothing);
    gallery.desk(u"older-left"_qs, Right::Left, nothing);
    gallery.desk(u"search-older"_qs, Right::CardAndTicket, searchedOlder);
    gallery.desk(u"search-older-offline"_qs, Right::CardAndTicket, searchedOffline);
    gallery.desk(u"board"_qs, Right::Blank, board);
    gallery.desk(u"keys"_qs, Right::Blank, [](ui::DeskFrame &frame) { frame.openShortcuts(); });
}

void otherStates(Gallery &gallery)
{
    gallery.desk(u"idle"_qs, Right::Blank, [](ui::DeskFrame &frame) { frame.focusPart(1); });
    gallery.desk(u"unknown-caller"_qs, Right::Unknown, unknownCaller);
    gallery.desk(u"wrap-up"_qs, Right::CardAndTicket, [](ui::DeskFrame &frame) { frame.callBar().show(demo::wrapUp(), demo::nowMs()); });
    gallery.desk(u"search"_qs, Right::CardAndTicket, searched);
    gallery.desk(u"assist"_qs, Right::Assist, inCall);
    gallery.desk(u"call-log"_qs, Right::Blank, [](ui::DeskFrame &frame) {
        frame.sidebar().open(u"log"_qs);
        frame.contacts().choose(desk::CallList::Log);
        frame.showContacts();
        frame.contacts().show(demo::contacts());
        frame.focusPart(1);
    });
    gallery.desk(u"queue-empty"_qs, Right::Blank, [](ui::DeskFrame &frame) { frame.queue().show({}, false); });
    gallery.desk(u"queue-compact"_qs, Right::Ticket, [](ui::DeskFrame &frame) {
        frame.queue().table().look().use(u"prio,assignee,opened,due,state;24"_qs);
        frame.queue().table().selectRow(3);
    });
    gallery.desk(u"queue-comfortable"_qs, Right::Ticket,
                 [](ui::DeskFrame &frame) { frame.queue().table().look().use(u"prio,requester,due;36"_qs); });
    gallery.desk(u"narrow"_qs, Right::Draft, inCall, {1280, 720});
    gallery.desk(u"narrow-drawer"_qs, Right::Draft,
                 [](ui::DeskFrame &frame) {
                     inCall(frame);
                     frame.revealRight();
                 },
                 {1280, 720});
    gallery.desk(u"wide"_qs, Right::CardAndTicket, inCall, {1920, 1080});
    gallery.desk(u"board-wall"_qs, Right::Blank, board, {1920, 1080});
    gallery.desk(u"board-small"_qs, Right::Blank, board, {1280, 720});
    gallery.desk(u"board-ring"_qs, Right::Blank, [](ui::DeskFrame &frame) {
        board(frame);
        rings(frame);
    });
}

} // namespace

TEST_CASE("every window and state is painted: light, dark, high contrast, English, at 200 %", "[ui][gallery]")
{
    Gallery gallery;
    for (const ui::Scheme scheme : {ui::Scheme::Light, ui::Scheme::Dark}) {
        gallery.use(scheme, u"fr"_qs);
        mainStates(gallery);
        otherStates(gallery);
    }
    gallery.use(ui::Scheme::Contrast, u"fr"_qs);
    mainStates(gallery);
    gallery.use(ui::Scheme::Light, u"en"_qs);
    mainStates(gallery);
    // A screen of 1920×1200 at 200 %: half as many points as pixels.
    gallery.use(ui::Scheme::Light, u"fr"_qs, 2);
    gallery.desk(u"offline-call"_qs, Right::Draft, inCall, {960, 600});
    gallery.desk(u"drawer"_qs, Right::Draft,
                 [](ui::DeskFrame &frame) {
                     inCall(frame);
                     frame.revealRight();
                 },
                 {960, 600});
    gallery.desk(u"ring"_qs, Right::Call, rings, {960, 600});
    gallery.desk(u"board"_qs, Right::Blank, board, {960, 600});
    gallery.desk(u"keys"_qs, Right::Blank, [](ui::DeskFrame &frame) { frame.openShortcuts(); }, {960, 600});
}
