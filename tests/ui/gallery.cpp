// SPDX-License-Identifier: GPL-3.0-or-later
// Every window and state with invented values, as pictures: ui_gallery FOLDER. Needs no service and no display.
#include "CallBar.h"
#include "CallerCardView.h"
#include "Card.h"
#include "ContactView.h"
#include "DemoDesk.h"
#include "DeskFrame.h"
#include "DraftView.h"
#include "EmptyState.h"
#include "Language.h"
#include "PaneSamples.h"
#include "PendingDrawer.h"
#include "QueueModel.h"
#include "QueueTable.h"
#include "QueueView.h"
#include "SearchPanel.h"
#include "Sidebar.h"
#include "SignInWindow.h"
#include "StatusStrip.h"
#include "Theme.h"
#include "TicketView.h"

#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QTextStream>
#include <QVBoxLayout>

#include <functional>

using namespace comptoir;
namespace demo = comptoir::tests::demo;

namespace {

/// The right pane as RightPane lays it out, with invented values instead of services.
QWidget *rightPane(const QString &state)
{
    auto *pane = new QWidget;
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(12);
    const auto add = [column](QWidget *content, int stretch) {
        auto *card = new ui::Card;
        auto *inside = new QVBoxLayout(card);
        inside->setContentsMargins(0, 0, 0, 0);
        inside->addWidget(content);
        column->addWidget(card, stretch);
        return card;
    };
    if (state.startsWith(u"appel-hors") || state == u"large" || state.startsWith(u"etroit") || state == u"sonnerie") {
        auto *caller = new ui::CallerCardView;
        caller->showOrganisations(tests::listsOf().organisations);
        caller->show(tests::knownCard(), tests::kNowMs);
        add(caller, 0)->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    }
    if (state.startsWith(u"appel-hors") || state.startsWith(u"etroit")) {
        auto *draft = new ui::DraftView;
        desk::Draft written;
        written.ticket = tests::ticketOf(u"7K-142"_qs, u"Outlook ne s’ouvre plus depuis ce matin"_qs);
        written.savedMs = tests::kNowMs;
        draft->show(written);
        draft->showLists(tests::listsOf(), tests::operatorsOf());
        add(draft, 1);
    } else if (state == u"repos") {
        auto *empty = new ui::EmptyState;
        empty->show(u"ticket"_qs, u"Aucun ticket ouvert"_qs, u"En choisir un dans la file, ou en commencer un."_qs);
        add(empty, 1);
    } else {
        auto *ticket = new ui::TicketView;
        ticket->showLists(tests::listsOf(), tests::operatorsOf());
        ticket->show(tests::pageOf(domain::TicketState::InProgress, 8), tests::namesOf(true),
                     [](const QString &, const base::Uuid &) { return u"Bruno Tessier"_qs; });
        add(ticket, 1);
    }
    return pane;
}

class Gallery
{
public:
    Gallery(ui::Theme &theme, const QDir &folder) : m_theme(theme), m_folder(folder) {}

    /// One picture of the desk in `state`.
    void desk(const QString &name, ui::Scheme scheme, const QSize &size, const std::function<void(ui::DeskFrame &)> &state)
    {
        m_theme.apply(scheme);
        ui::DeskFrame frame(rightPane(name), nullptr);
        frame.resize(size);
        frame.show();
        frame.sidebar().show(demo::sidebar());
        frame.sidebar().open(u"groups"_qs);
        frame.queue().setNow(demo::nowMs());
        frame.contacts().setNow(demo::nowMs());
        frame.queue().choose(u"Centre d’appels"_qs, {}, u"Vos groupes n’ont rien d’ouvert."_qs);
        frame.queue().show(demo::queueRows(), false);
        frame.callBar().show(demo::idle(), demo::nowMs());
        frame.status().show(demo::agreed());
        frame.queue().table().setFocus();
        frame.status().showPlace(u"Poste 7K · Amélie Durand · Centre d’appels"_qs);
        state(frame);
        keep(frame, name, scheme, size);
    }

    void signIn(ui::Scheme scheme)
    {
        m_theme.apply(scheme);
        ui::SignInWindow window;
        window.show(ui::SignInWindow::Preset{u"https://comptoir.metropole.example"_qs, u"amelie"_qs, true});
        window.QWidget::show();
        keep(window, u"connexion"_qs, scheme, window.size());
        window.showError({base::Error::Kind::Auth, {}});
        keep(window, u"connexion-erreur"_qs, scheme, window.size());
    }

private:
    void keep(QWidget &window, const QString &name, ui::Scheme scheme, const QSize &size)
    {
        QApplication::processEvents();
        const QString word = scheme == ui::Scheme::Light ? u"clair"_qs : (scheme == ui::Scheme::Dark ? u"sombre"_qs : u"contraste"_qs);
        const QString file = m_folder.filePath(QStringLiteral("%1-%2-%3x%4.png").arg(name, word).arg(size.width()).arg(size.height()));
        window.grab().save(file);
        QTextStream(stdout) << file << '\n';
    }

    ui::Theme &m_theme;
    QDir m_folder;
};

void inCall(ui::DeskFrame &frame)
{
    frame.callBar().show(demo::inCall(), demo::nowMs());
    frame.status().show(demo::offline());
    frame.queue().table().selectRow(16);
}

void states(Gallery &gallery, ui::Scheme scheme)
{
    const QSize usual(1440, 900);
    gallery.desk(u"appel-hors-ligne"_qs, scheme, usual, inCall);
    gallery.desk(u"repos"_qs, scheme, usual, [](ui::DeskFrame &frame) { frame.focusPart(1); });
    gallery.desk(u"sonnerie"_qs, scheme, usual, [](ui::DeskFrame &frame) { frame.callBar().show(demo::ringing(), demo::nowMs()); });
    gallery.desk(u"apres-appel"_qs, scheme, usual, [](ui::DeskFrame &frame) { frame.callBar().show(demo::wrapUp(), demo::nowMs()); });
    gallery.desk(u"recherche"_qs, scheme, usual, [](ui::DeskFrame &frame) {
        frame.openSearch();
        frame.search().type(u"martin"_qs);
        frame.search().showPeople(u"martin"_qs, demo::people());
        frame.search().showTickets(u"martin"_qs, demo::tickets());
    });
    gallery.desk(u"en-attente-d-envoi"_qs, scheme, usual, [](ui::DeskFrame &frame) {
        inCall(frame);
        frame.pending().show(demo::offline());
        frame.pending().show(demo::pending());
        frame.openPending();
    });
    gallery.desk(u"touches"_qs, scheme, usual, [](ui::DeskFrame &frame) { frame.openShortcuts(); });
    gallery.desk(u"appels-manques"_qs, scheme, usual, [](ui::DeskFrame &frame) {
        frame.sidebar().open(u"missed"_qs);
        frame.showContacts();
        frame.contacts().show(demo::contacts());
        frame.focusPart(1);
    });
    gallery.desk(u"file-vide"_qs, scheme, usual, [](ui::DeskFrame &frame) { frame.queue().show({}, false); });
    gallery.desk(u"etroit"_qs, scheme, {1280, 720}, inCall);
    gallery.desk(u"etroit-volet"_qs, scheme, {1280, 720}, [](ui::DeskFrame &frame) {
        inCall(frame);
        frame.revealRight();
    });
    gallery.desk(u"large"_qs, scheme, {1920, 1080}, inCall);
    gallery.signIn(scheme);
}

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    QApplication application(argc, argv);
    const QDir folder(argc > 1 ? QString::fromLocal8Bit(argv[1]) : QStringLiteral("gallery"));
    if (!folder.mkpath(QStringLiteral("."))) {
        QTextStream(stderr) << "cannot make " << folder.path() << '\n';
        return 2;
    }
    ui::useLanguage(application, argc > 2 ? QString::fromLocal8Bit(argv[2]) : QStringLiteral("fr"));
    ui::Theme theme(application);
    theme.setAnimations(false);
    Gallery gallery(theme, folder);
    states(gallery, ui::Scheme::Light);
    states(gallery, ui::Scheme::Dark);
    gallery.desk(u"appel-hors-ligne"_qs, ui::Scheme::Contrast, {1440, 900}, inCall);
    return 0;
}
