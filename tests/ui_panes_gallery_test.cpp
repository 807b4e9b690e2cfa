// SPDX-License-Identifier: GPL-3.0-or-later
#include "ArchiveWords.h"
#include "ArchivedView.h"
#include "AssistPanel.h"
#include "AttachmentStrip.h"
#include "BoardView.h"
#include "CallerCardView.h"
#include "Card.h"
#include "Catch.h"
#include "DraftView.h"
#include "Language.h"
#include "PaneSamples.h"
#include "Scopes.h"
#include "Theme.h"
#include "TicketView.h"

#include <QApplication>
#include <QBoxLayout>
#include <QDir>
#include <QImage>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>

using namespace comptoir;
using namespace comptoir::tests;
using namespace comptoir::ui;

namespace {

/// Where the pictures go; nothing asked for: they are taken and thrown away, so that every state is painted in every run.
QString galleryDir()
{
    return qEnvironmentVariable("COMPTOIR_SCREENSHOTS");
}

struct Shot
{
    QString name;
    QSize size;
    std::function<QWidget *()> make;
};

QWidget *onCard(QWidget *content)
{
    auto *ground = new Ground(Ground::Kind::Bg);
    auto *around = new QVBoxLayout(ground);
    around->setContentsMargins(12, 12, 12, 12);
    auto *card = new Card(ground);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->addWidget(content);
    around->addWidget(card);
    return ground;
}

QWidget *cardShot(const desk::CallerCard &card, bool correcting = false)
{
    auto *view = new CallerCardView;
    view->showOrganisations(listsOf().organisations);
    view->show(card, kNowMs);
    if (correcting) {
        view->correct();
    }
    return onCard(view);
}

QWidget *draftShot(const std::function<void(DraftView &)> &then = {})
{
    auto *view = new DraftView;
    desk::Draft draft;
    draft.ticket = ticketOf(u"7K-142"_qs, u"Outlook ne s’ouvre plus depuis ce matin"_qs);
    draft.savedMs = kNowMs;
    view->show(draft);
    view->showLists(listsOf(), operatorsOf());
    if (then) {
        then(*view);
    }
    return onCard(view);
}

QWidget *ticketShot(const desk::TicketPage &page, bool mine, const std::function<void(TicketView &)> &then = {})
{
    auto *view = new TicketView;
    view->showLists(listsOf(), operatorsOf());
    view->show(page, tests::namesOf(mine), [](const QString &, const base::Uuid &) { return u"Bruno Tessier"_qs; });
    if (then) {
        then(*view);
    }
    return onCard(view);
}

QWidget *assistShot(const std::function<void(AssistPanel &)> &then)
{
    auto *panel = new AssistPanel;
    panel->ask(knownCard().assets.front(),
               {{u"vnc"_qs, u"10.2.4.71::5900"_qs,
                 u"/usr/bin/xtigervncviewer -SecurityTypes VncAuth -ReconnectOnError=0 -AlertOnFatalError=0 10.2.4.71::5900"_qs, true},
                {u"rustdesk"_qs, u"123456789"_qs, u"rustdesk://123456789"_qs, false}});
    then(*panel);
    auto *ground = new Ground(Ground::Kind::Bg);
    auto *around = new QVBoxLayout(ground);
    around->addWidget(panel);
    return ground;
}

QWidget *boardShot(bool presence)
{
    auto *view = new BoardView;
    view->show(boardOf(presence), kNowMs);
    return view;
}

void press(QWidget &widget, int key, Qt::KeyboardModifiers modifiers)
{
    for (QAction *action : widget.findChildren<QAction *>()) {
        if (action->shortcut() == QKeySequence(QKeyCombination(modifiers, Qt::Key(key))) && action->isEnabled()) {
            action->trigger();
        }
    }
}

std::vector<Shot> cardShots()
{
    return {{u"card-known"_qs, {540, 330}, [] { return cardShot(knownCard()); }},
            {u"card-many"_qs, {540, 330}, [] { return cardShot(manyCandidates()); }},
            {u"card-correcting"_qs, {540, 560}, [] { return cardShot(manyCandidates(), true); }},
            {u"card-unknown"_qs, {540, 260}, [] { return cardShot(unknownCard()); }},
            {u"card-withheld"_qs, {540, 260}, [] { return cardShot(withheldCard()); }},
            {u"assist-ask"_qs, {540, 200}, [] { return assistShot([](AssistPanel &) {}); }},
            {u"assist-running"_qs,
             {540, 160},
             [] {
                 return assistShot([](AssistPanel &panel) {
                     desk::Assist::Session session;
                     session.phase = desk::Assist::Session::Phase::Running;
                     session.assetName = u"PC-04471"_qs;
                     session.startedMs = kNowMs - 134'000;
                     panel.show(session, kNowMs);
                 });
             }},
            {u"assist-failed"_qs, {540, 160}, [] {
                 return assistShot([](AssistPanel &panel) {
                     desk::Assist::Session session;
                     session.phase = desk::Assist::Session::Phase::Ended;
                     session.outcome = u"unreachable"_qs;
                     panel.show(session, kNowMs);
                 });
             }}};
}

std::vector<Shot> ticketShots()
{
    using domain::TicketState;
    return {{u"draft"_qs, {540, 500}, [] { return draftShot(); }},
            {u"draft-unfolded"_qs, {540, 760}, [] { return draftShot([](DraftView &view) { view.form()->unfold(true); }); }},
            {u"draft-discarded"_qs, {540, 500}, [] { return draftShot([](DraftView &view) { view.showDiscarded(true); }); }},
            {u"ticket-new"_qs, {540, 700}, [] { return ticketShot(pageOf(TicketState::New, 6), false); }},
            {u"ticket-mine"_qs, {540, 700}, [] { return ticketShot(pageOf(TicketState::InProgress, 6), true); }},
            {u"ticket-short"_qs, {540, 520}, [] { return ticketShot(pageOf(TicketState::Waiting, 6), true); }},
            {u"ticket-resolving"_qs,
             {540, 700},
             [] {
                 return ticketShot(pageOf(TicketState::InProgress, 6), true,
                                   [](TicketView &view) { press(view, Qt::Key_Return, Qt::ControlModifier); });
             }},
            {u"ticket-holding"_qs,
             {540, 700},
             [] {
                 return ticketShot(pageOf(TicketState::InProgress, 6), true,
                                   [](TicketView &view) { press(view, Qt::Key_H, Qt::ControlModifier); });
             }},
            {u"ticket-refused"_qs,
             {540, 760},
             [] {
                 desk::TicketPage page = pageOf(TicketState::InProgress, 4);
                 page.refused = refusals();
                 return ticketShot(page, false);
             }},
            {u"ticket-restricted"_qs,
             {540, 520},
             [] {
                 desk::TicketPage page = pageOf(TicketState::InProgress, 2);
                 page.ticket.scope = domain::scopeIn(page.ticket.organisation, true);
                 return ticketShot(page, true);
             }},
            {u"ticket-unopened"_qs,
             {540, 700},
             [] {
                 desk::TicketPage page = pageOf(TicketState::New, 0);
                 page.unopened = true;
                 domain::Refusal gone;
                 gone.code = domain::Refusal::Code::Forbidden;
                 page.refused = {{idOf<domain::OperationId>("open"), u"ticket.open"_qs, page.ticket.summary, gone, {}},
                                 {idOf<domain::OperationId>("note"), u"ticket.note"_qs, u"Rappeler à 14 h"_qs, {}, {}}};
                 return ticketShot(page, false);
             }},
            {u"ticket-wide"_qs, {1000, 700}, [] { return ticketShot(pageOf(TicketState::InProgress, 12), true); }},
            {u"board"_qs, {1440, 900}, [] { return boardShot(true); }},
            {u"board-away"_qs, {1440, 900}, [] { return boardShot(false); }}};
}

/// A picture on its way to the service, a document there, a table at another console.
void showFiles(AttachmentStrip &strip)
{
    using Where = desk::AttachmentLine::Where;
    const auto file = [](const QString &name, qint64 size, const QString &type, Where where) {
        desk::AttachmentLine line;
        line.id = idOf<domain::AttachmentId>(qPrintable(name));
        line.name = name;
        line.size = size;
        line.mediaType = type;
        line.where = where;
        return line;
    };
    auto shot = file(u"Capture 2026-11-22 14.05.png"_qs, 412'000, u"image/png"_qs, Where::Going);
    shot.here = true;
    shot.moved = 164'800;
    auto paper = file(u"Procédure de réinstallation d’Outlook.pdf"_qs, 2'340'000, u"application/pdf"_qs, Where::Stored);
    auto table = file(u"postes concernés.xlsx"_qs, 38'000, u"application/zip"_qs, Where::Elsewhere);
    table.holderName = u"POSTE-12"_qs;
    table.authorName = u"Claire Martin"_qs;
    strip.show({shot, paper, table});
    QImage picture(96, 60, QImage::Format_RGB32);
    picture.fill(tokens().accentbg);
    QPainter painter(&picture);
    painter.fillRect(0, 0, 96, 10, tokens().call);
    painter.fillRect(20, 22, 56, 24, tokens().badbg);
    painter.end();
    strip.showPicture(shot.id, picture);
}

/// A ticket read from the service: one of its files on its way to where it is saved, one that did not come whole.
QWidget *archivedShot()
{
    auto *view = new ArchivedView;
    const auto name = [](const QString &, const base::Uuid &) { return u"Bruno Tessier"_qs; };
    desk::TicketPage page = pageOf(domain::TicketState::Closed, 4);
    page.pending = false;
    for (auto &line : page.timeline) {
        line.pending = false;
    }
    view->show({page, {}, kNowMs}, tests::namesOf(false), name);
    showFiles(*view->files());
    std::vector<desk::AttachmentLine> files = view->files()->files();
    files.front().where = desk::AttachmentLine::Where::Stored;
    files.front().coming = true;
    view->files()->show(files);
    view->files()->say(ArchiveWords::notSaved(files[1].name, {base::Error::Kind::Corrupt, {}}), true);
    return onCard(view);
}

std::vector<Shot> fileShots()
{
    const auto ticket = [] {
        desk::TicketPage page = pageOf(domain::TicketState::InProgress, 4);
        page.timeline.back().entry.kind = domain::EntryKind::Attached;
        page.timeline.back().entry.text.clear();
        page.timeline.back().entry.changes.list = {
            {u"attachment"_qs, {}, {}}, {u"name"_qs, {}, u"Capture 2026-11-22 14.05.png"_qs}, {u"size"_qs, {}, u"412000"_qs}};
        return ticketShot(page, true, [](TicketView &view) { showFiles(*view.files()); });
    };
    return {{u"ticket-files"_qs, {540, 760}, ticket},
            {u"ticket-files-wide"_qs, {1000, 700}, ticket},
            {u"archived-files"_qs, {540, 700}, archivedShot},
            {u"draft-files"_qs, {540, 620}, [] {
                 return draftShot([](DraftView &view) {
                     showFiles(*view.files());
                     view.files()->say(u"film.mp4 dépasse 25 Mo et n’a pas été joint."_qs, true);
                     view.files()->list()->selectionModel()->select(view.files()->list()->model()->index(1, 0),
                                                                    QItemSelectionModel::ClearAndSelect);
                 });
             }}};
}

} // namespace

TEST_CASE("every state of the panes is painted, in light and dark", "[ui][panes][gallery]")
{
    auto &application = *qApp;
    useLanguage(application, u"fr"_qs);
    Theme theme(application);
    std::vector<Shot> shots = cardShots();
    for (const auto &more : {ticketShots(), fileShots()}) {
        shots.insert(shots.end(), more.begin(), more.end());
    }
    for (const auto &[scheme, suffix] : {std::pair{Scheme::Light, u"light"_qs}, std::pair{Scheme::Dark, u"dark"_qs}}) {
        theme.apply(scheme);
        for (const Shot &shot : shots) {
            const std::unique_ptr<QWidget> window(shot.make());
            window->resize(shot.size);
            window->show();
            QApplication::processEvents();
            const QPixmap picture = window->grab();
            CHECK(picture.width() == qRound(shot.size.width() * picture.devicePixelRatio()));
            if (!galleryDir().isEmpty()) {
                QDir().mkpath(galleryDir());
                CHECK(picture.save(galleryDir() + u"/pane-"_qs + shot.name + u'-' + suffix + u".png"_qs));
            }
        }
    }
    theme.apply(Scheme::Light);
}
