// SPDX-License-Identifier: GPL-3.0-or-later
#include "AssistPanel.h"
#include "BoardView.h"
#include "CallerCardView.h"
#include "CandidateList.h"
#include "Catch.h"
#include "DraftView.h"
#include "FigureTile.h"
#include "IdentityLine.h"
#include "KeyButton.h"
#include "Keys.h"
#include "LineButton.h"
#include "PaneSamples.h"
#include "TicketView.h"
#include "Words.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>

using namespace comptoir;
using namespace comptoir::tests;
using namespace comptoir::ui;

namespace {

QString labelsOf(const QWidget &widget)
{
    QStringList texts;
    for (const QLabel *label : widget.findChildren<QLabel *>()) {
        if (label->isVisibleTo(&widget)) {
            texts << label->text();
        }
    }
    return texts.join(u'|');
}

template <class Button>
Button *buttonNamed(QWidget &widget, const QString &part)
{
    for (auto *button : widget.findChildren<Button *>()) {
        if (QString(button->text() + button->accessibleName()).contains(part) && button->isVisibleTo(&widget)) {
            return button;
        }
    }
    return nullptr;
}

/// Controls of a window that a screen reader could not name.
QStringList nameless(QWidget &widget)
{
    QStringList out;
    for (const QWidget *child : widget.findChildren<QWidget *>()) {
        const auto *button = qobject_cast<const QAbstractButton *>(child);
        const bool input = button || qobject_cast<const QComboBox *>(child) || qobject_cast<const QLineEdit *>(child)
            || qobject_cast<const QPlainTextEdit *>(child) || qobject_cast<const QAbstractItemView *>(child)
            || qobject_cast<const QAbstractSpinBox *>(child);
        const bool inside = child->parentWidget()
            && (child->parentWidget()->inherits("QComboBox") || child->parentWidget()->inherits("QAbstractSpinBox")
                || child->parentWidget()->inherits("QLineEdit") || child->parentWidget()->inherits("QComboBoxPrivateContainer"));
        const QString name = child->accessibleName() + (button ? button->text() : QString());
        if (input && !inside && child->focusPolicy() != Qt::NoFocus && name.isEmpty() && child->isVisibleTo(&widget)) {
            out << QString::fromLatin1(child->metaObject()->className()) + u' ' + child->objectName();
        }
    }
    return out;
}

} // namespace

TEST_CASE("a known caller's card says who, how sure and why, in words", "[ui][panes][card]")
{
    CallerCardView view;
    view.resize(540, 400);
    view.show(knownCard(), kNowMs);
    view.show();
    CHECK(labelsOf(view).contains(u"Claire Martin"_qs));
    const QString identity = view.findChild<IdentityLine *>()->text();
    CHECK(identity.contains(u"97"_qs));
    CHECK(identity.contains(u"PC-04471"_qs));
    domain::TicketId opened;
    domain::TicketId attached;
    QObject::connect(&view, &CallerCardView::ticketWanted, &view, [&](domain::TicketId id) { opened = id; });
    QObject::connect(&view, &CallerCardView::attachWanted, &view, [&](domain::TicketId id) { attached = id; });
    buttonNamed<LineButton>(view, u"7K-118"_qs)->click();
    CHECK(opened == knownCard().openTickets[0].id);
    for (auto *button : view.findChildren<KeyButton *>()) {
        if (button->shortcut() == QKeySequence(Qt::CTRL | Qt::Key_M)) {
            button->click();
        }
    }
    CHECK(attached == knownCard().majorIncidents[0].id);
}

TEST_CASE("one key confirms another person, and the number is learned", "[ui][panes][card]")
{
    CallerCardView view;
    view.show(manyCandidates(), kNowMs);
    view.show();
    view.correct();
    auto *list = view.findChild<CandidateList *>();
    REQUIRE(list->isVisibleTo(&view));
    domain::PersonId chosen;
    bool learned = false;
    QObject::connect(&view, &CallerCardView::identified, &view, [&](domain::PersonId person, bool learn) {
        chosen = person;
        learned = learn;
    });
    auto *search = list->findChild<QLineEdit *>();
    pressKey(search, Qt::Key_Down);
    pressKey(search, Qt::Key_Return);
    CHECK(chosen == manyCandidates().candidates[1].person.id);
    CHECK(learned);
    CHECK(!list->isVisibleTo(&view));
}

TEST_CASE("an unknown caller is searched at once, a withheld one has nothing to learn", "[ui][panes][card]")
{
    CallerCardView view;
    view.show(unknownCard(), kNowMs);
    view.show();
    auto *list = view.findChild<CandidateList *>();
    CHECK(list->isVisibleTo(&view));
    QString searched;
    QObject::connect(list, &CandidateList::searchWanted, &view, [&](const QString &text) { searched = text; });
    auto *search = list->findChild<QLineEdit *>();
    search->setText(u"belk"_qs);
    desk::PersonHit hit;
    hit.person = personOf(u"Nadia"_qs, u"Belkacem"_qs);
    view.showHits(u"something older"_qs, {hit});
    CHECK(list->findChild<QListWidget *>()->count() == 0);
    view.showHits(u"belk"_qs, {hit});
    CHECK(list->findChild<QListWidget *>()->count() == 1);
    view.show(withheldCard(), kNowMs);
    bool learned = true;
    QObject::connect(&view, &CallerCardView::identified, &view, [&](domain::PersonId, bool learn) { learned = learn; });
    view.showHits(u"belk"_qs, {hit});
    pressKey(search, Qt::Key_Return);
    CHECK(!learned);
}

TEST_CASE("nobody can be confirmed until somebody stands in the list", "[ui][panes][card]")
{
    CallerCardView view;
    view.show(unknownCard(), kNowMs);
    view.show();
    auto *list = view.findChild<CandidateList *>();
    auto *confirm = buttonNamed<KeyButton>(*list, u"It is this person"_qs);
    REQUIRE(confirm);
    CHECK_FALSE(confirm->isEnabled());
    list->findChild<QLineEdit *>()->setText(u"belk"_qs);
    desk::PersonHit hit;
    hit.person = personOf(u"Nadia"_qs, u"Belkacem"_qs);
    view.showHits(u"belk"_qs, {hit});
    CHECK(confirm->isEnabled());
    view.showHits(u"belk"_qs, {});
    CHECK_FALSE(confirm->isEnabled());
    view.show(manyCandidates(), kNowMs);
    list->findChild<QLineEdit *>()->clear();
    view.show(manyCandidates(), kNowMs);
    CHECK(confirm->isEnabled());
}

TEST_CASE("the card tells a ticket's age in the words of the ticket's page, and keeps them true", "[ui][panes][card]")
{
    CallerCardView view;
    view.resize(540, 400);
    desk::CallerCard card = knownCard();
    card.openTickets.front().openedMs = kNowMs;
    view.show(card, kNowMs);
    view.show();
    CHECK(buttonNamed<LineButton>(view, Times::ago(kNowMs, kNowMs)));
    CHECK_FALSE(buttonNamed<LineButton>(view, u"0 min"_qs));
    view.showTimes(kNowMs + 300'000);
    CHECK_FALSE(buttonNamed<LineButton>(view, Times::ago(kNowMs, kNowMs)));
    CHECK(buttonNamed<LineButton>(view, Times::ago(kNowMs, kNowMs + 300'000)));
}

TEST_CASE("an earlier call without a ticket is named for what it is", "[ui][panes][card]")
{
    CHECK(IdentityLine::reasonWords({desk::IdentityReason::Kind::SeenInTicket, u"7K-139"_qs}).contains(u"7K-139"_qs));
    CHECK(IdentityLine::reasonWords({desk::IdentityReason::Kind::SeenInTicket, {}}) == u"called from this number before"_qs);
}

TEST_CASE("remote help shows what will run before anybody agrees, and says why it failed", "[ui][panes][assist]")
{
    AssistPanel panel;
    const desk::Assist::Offer offer{u"vnc"_qs, u"10.2.4.71::5900"_qs, u"/usr/bin/xtigervncviewer 10.2.4.71::5900"_qs, true};
    panel.ask(knownCard().assets[0], {offer});
    CHECK(labelsOf(panel).contains(offer.command));
    bool agreed = false;
    QObject::connect(&panel, &AssistPanel::agreed, &panel, [&] { agreed = true; });
    pressKey(&panel, Qt::Key_Escape);
    CHECK(!agreed);
    CHECK(!panel.isAsking());
    panel.ask(knownCard().assets[0], {offer});
    desk::Assist::Session session;
    session.phase = desk::Assist::Session::Phase::Ended;
    session.outcome = u"unreachable"_qs;
    panel.show(session, kNowMs);
    CHECK(labelsOf(panel).contains(u"PC-04471"_qs));
}

TEST_CASE("each figure of the board opens its list, and an unknown presence is said in words", "[ui][panes][board]")
{
    BoardView view;
    view.resize(1440, 900);
    view.show(boardOf(true), kNowMs);
    view.show();
    desk::QueueFilter opened;
    QObject::connect(&view, &BoardView::openList, &view, [&](const desk::QueueFilter &filter) { opened = filter; });
    const QList<FigureTile *> tiles = view.findChildren<FigureTile *>();
    REQUIRE(tiles.size() == 7);
    for (FigureTile *tile : tiles) {
        CHECK(tile->focusPolicy() == Qt::StrongFocus);
    }
    tiles[3]->click();
    CHECK(opened.breached);
    view.show(boardOf(false), kNowMs);
    CHECK(tiles[0]->accessibleName().contains(u"—"_qs));
    CHECK(!tiles[0]->accessibleName().contains(u'2'));
}

TEST_CASE("every control of the panes has a name for a screen reader", "[ui][panes][accessibility]")
{
    CallerCardView card;
    card.show(manyCandidates(), kNowMs);
    card.correct();
    DraftView draft;
    desk::Draft empty;
    empty.ticket = ticketOf(u"7K-142"_qs, {});
    draft.show(empty);
    draft.showLists(listsOf(), operatorsOf());
    draft.form()->unfold(true);
    TicketView ticket;
    ticket.showLists(listsOf(), operatorsOf());
    ticket.show(pageOf(domain::TicketState::InProgress, 3), tests::namesOf(false), {});
    ticket.form()->unfold(true);
    BoardView board;
    board.show(boardOf(true), kNowMs);
    for (QWidget *widget : std::initializer_list<QWidget *>{&card, &draft, &ticket, &board}) {
        widget->show();
        CHECK(nameless(*widget) == QStringList{});
    }
}

TEST_CASE("the card's lines are shown by difference: a line that stays keeps the keyboard", "[ui][panes][card]")
{
    CallerCardView view;
    view.resize(540, 500);
    desk::CallerCard card = knownCard();
    view.show(card, kNowMs);
    view.show();
    const QString number = card.openTickets.front().number;
    auto *line = buttonNamed<LineButton>(view, number);
    REQUIRE(line);
    desk::CardTicket newer = card.openTickets.front();
    newer.id = idOf<domain::TicketId>("newer");
    newer.number = u"7K-900"_qs;
    card.openTickets.insert(card.openTickets.begin(), newer);
    view.show(card, kNowMs + 60'000);
    CHECK(buttonNamed<LineButton>(view, number) == line);
    auto *first = buttonNamed<LineButton>(view, u"7K-900"_qs);
    REQUIRE(first);
    view.grab(); // laid out
    CHECK(first->mapTo(&view, QPoint()).y() < line->mapTo(&view, QPoint()).y());
    card.openTickets.erase(card.openTickets.begin() + 1);
    view.show(card, kNowMs);
    CHECK_FALSE(buttonNamed<LineButton>(view, number));
}
