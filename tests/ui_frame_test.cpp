// SPDX-License-Identifier: GPL-3.0-or-later
#include "CallBar.h"
#include "Catch.h"
#include "DeskFrame.h"
#include "EmptyState.h"
#include "KeyButton.h"
#include "Notice.h"
#include "PendingDrawer.h"
#include "QueueTable.h"
#include "QueueView.h"
#include "SearchPanel.h"
#include "Sidebar.h"
#include "SignInWindow.h"
#include "StatusStrip.h"
#include "Theme.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace comptoir;

namespace {

void theme()
{
    static ui::Theme one(*static_cast<QApplication *>(QCoreApplication::instance()));
    one.setAnimations(false);
    one.apply(ui::Scheme::Light);
}

desk::CallState ring(const QString &id)
{
    desk::CallState state;
    state.phase = desk::CallState::Phase::Ringing;
    state.callId = id;
    state.controllable = true;
    state.number = u"05 56 10 20 30"_qs;
    return state;
}

void requireNames(QWidget &window)
{
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        if ((widget->focusPolicy() & Qt::TabFocus) && !qobject_cast<const QScrollBar *>(widget)
            && !widget->objectName().startsWith(u"qt_")) {
            INFO(widget->metaObject()->className() << " in " << widget->parentWidget()->metaObject()->className());
            CHECK_FALSE(widget->accessibleName().isEmpty());
        }
    }
    for (const QLabel *label : window.findChildren<QLabel *>()) {
        CHECK(label->textFormat() == Qt::PlainText);
    }
}

} // namespace

TEST_CASE("everything the keyboard reaches has a name, and labels read no markup", "[ui][frame]")
{
    theme();
    ui::DeskFrame frame(new QWidget, nullptr);
    frame.pending().show(std::vector{desk::Pending::Item{.op = {},
                                                         .kind = u"ticket.note"_qs,
                                                         .entity = {},
                                                         .label = u"7K-1"_qs,
                                                         .text = u"x"_qs,
                                                         .madeMs = 1,
                                                         .state = desk::Pending::Item::State::Refused,
                                                         .refusal = {}}});
    requireNames(frame);
    ui::SignInWindow window;
    requireNames(window);
}

TEST_CASE("an empty list's button is a stop for the keyboard only while it has words", "[ui][frame]")
{
    theme();
    ui::EmptyState empty;
    const auto *button = empty.findChild<const ui::KeyButton *>();
    REQUIRE(button);
    CHECK(button->isHidden());
    CHECK(button->focusPolicy() == Qt::NoFocus);
    empty.show(u"ticket"_qs, u"Nothing"_qs, u"Begin one."_qs, u"New ticket"_qs);
    CHECK_FALSE(button->isHidden());
    CHECK(button->focusPolicy() == Qt::StrongFocus);
    CHECK(button->accessibleName() == u"New ticket");
    requireNames(empty);
    empty.show(u"ticket"_qs, u"Nothing"_qs, u"Wait."_qs);
    CHECK(button->isHidden());
    CHECK(button->focusPolicy() == Qt::NoFocus);
}

TEST_CASE("F9 answers only what has been ringing long enough to be seen", "[ui][callbar]")
{
    theme();
    ui::CallBar bar;
    bar.resize(1200, 52);
    bar.QWidget::show();
    QSignalSpy answers(&bar, &ui::CallBar::answerAsked);
    QSignalSpy hangUps(&bar, &ui::CallBar::hangUpAsked);
    bar.pressAnswerKey();
    CHECK(answers.isEmpty());
    bar.show(ring(u"a"_qs), 1000);
    bar.pressAnswerKey();
    CHECK(answers.isEmpty());
    QTest::qWait(450);
    bar.pressAnswerKey();
    CHECK(answers.size() == 1);
    desk::CallState talk = ring(u"a"_qs);
    talk.phase = desk::CallState::Phase::Talking;
    bar.show(talk, 2000);
    bar.pressAnswerKey();
    CHECK(hangUps.size() == 1);
    CHECK(answers.size() == 1);
}

TEST_CASE("a ring leaves the keyboard where it is", "[ui][frame]")
{
    theme();
    ui::DeskFrame frame(new QWidget, nullptr);
    frame.resize(1440, 900);
    frame.show();
    frame.activateWindow();
    frame.queue().focusFilter();
    QApplication::processEvents();
    QWidget *before = frame.focusWidget();
    REQUIRE(before);
    frame.callBar().show(ring(u"b"_qs), 1000);
    frame.revealRight();
    QApplication::processEvents();
    CHECK(frame.focusWidget() == before);
}

TEST_CASE("the right pane folds into a drawer below 1360 pixels and comes back", "[ui][frame]")
{
    theme();
    auto *right = new QWidget;
    ui::DeskFrame frame(right, nullptr);
    frame.resize(1440, 900);
    frame.show();
    QApplication::processEvents();
    CHECK(right->isVisible());
    frame.resize(1280, 720);
    QApplication::processEvents();
    CHECK(frame.isNarrow());
    CHECK_FALSE(right->isVisible());
    frame.revealRight();
    CHECK(right->isVisible());
    frame.foldRight();
    CHECK_FALSE(right->isVisible());
    frame.resize(1440, 900);
    QApplication::processEvents();
    CHECK(right->isVisible());
}

TEST_CASE("the sidebar's counts move and nothing else does", "[ui][sidebar]")
{
    theme();
    ui::SideModel model;
    ui::SideModel::Content content;
    content.counts.mine = 3;
    model.show(content);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    content.counts.mine = 4;
    model.show(content);
    CHECK(inserted.isEmpty());
    CHECK(changed.size() == 1);
}

namespace {

/// A search over a window, opened.
struct OpenSearch
{
    OpenSearch()
    {
        theme();
        window.resize(800, 600);
        window.show();
    }

    void type(const QString &text)
    {
        const qsizetype before = asked.size();
        panel.openOver(&window);
        panel.type(text);
        REQUIRE(QTest::qWaitFor([&] { return asked.size() == before + 1; }));
    }

    static desk::TicketHit ticket(const char *name)
    {
        desk::TicketHit hit;
        hit.id = domain::TicketId::fromName(name);
        hit.number = u"7K-1"_qs;
        return hit;
    }

    QWidget window;
    ui::SearchPanel panel{&window};
    QSignalSpy asked{&panel, &ui::SearchPanel::asked};
    QSignalSpy chosen{&panel, &ui::SearchPanel::ticketChosen};
};

} // namespace

TEST_CASE("an answer to an older text of the search is left aside, and a quick Enter waits for its answer", "[ui][search]")
{
    OpenSearch search;
    search.type(u"7K-1"_qs);
    search.panel.showTickets(u"7K"_qs, {OpenSearch::ticket("x")});
    QTest::keyClick(search.panel.findChild<QLineEdit *>(), Qt::Key_Return);
    CHECK(search.chosen.isEmpty());
    search.panel.showPeople(u"7K-1"_qs, {});
    search.panel.showTickets(u"7K-1"_qs, {OpenSearch::ticket("x")});
    CHECK(search.chosen.size() == 1);
}

TEST_CASE("a search is asked again when rows have come, once for many, until the arrows walk what it found", "[ui][search]")
{
    OpenSearch search;
    const auto askedAgain = [&](qsizetype times) { return QTest::qWaitFor([&] { return search.asked.size() == times; }, 3000); };
    const auto answer = [&](const std::vector<desk::TicketHit> &hits) {
        search.panel.showPeople(u"7K-1"_qs, {});
        search.panel.showTickets(u"7K-1"_qs, hits);
    };
    search.panel.lookAgain();
    CHECK(search.asked.isEmpty());
    search.type(u"7K-1"_qs);
    search.panel.lookAgain(); // the answer is still on its way
    CHECK(search.asked.size() == 1);
    answer({});
    for (int time = 0; time < 20; ++time) { // a pull announces rows ten times a second
        search.panel.lookAgain();
        QTest::qWait(10);
    }
    REQUIRE(askedAgain(2));
    answer({OpenSearch::ticket("x")});
    search.panel.lookAgain();
    REQUIRE(askedAgain(3));
    const auto came = OpenSearch::ticket("y");
    answer({came, OpenSearch::ticket("x")});
    search.panel.lookAgain();
    auto *line = search.panel.findChild<QLineEdit *>();
    QTest::keyClick(line, Qt::Key_Down);
    QTest::qWait(900);
    CHECK(search.asked.size() == 3);
    QTest::keyClick(line, Qt::Key_Up);
    QTest::keyClick(line, Qt::Key_Return);
    REQUIRE(search.chosen.size() == 1);
    CHECK(search.chosen.front().front().value<domain::TicketId>() == came.id);
}

TEST_CASE("a search by words lists people first, one with digits tickets", "[ui][search]")
{
    OpenSearch search;
    const bool words = GENERATE(true, false);
    const QString text = words ? u"claire"_qs : u"7K-1"_qs;
    search.type(text);
    desk::PersonHit claire;
    claire.person.id = domain::PersonId::fromName("claire");
    claire.person.givenName = u"Claire"_qs;
    QSignalSpy people(&search.panel, &ui::SearchPanel::personChosen);
    search.panel.showTickets(text, {OpenSearch::ticket("x")});
    search.panel.showPeople(text, {claire});
    QTest::keyClick(search.panel.findChild<QLineEdit *>(), Qt::Key_Return);
    CHECK(people.size() == (words ? 1 : 0));
    CHECK(search.chosen.size() == (words ? 0 : 1));
}

TEST_CASE("a refused sign-in is told whole, whatever the length of the sentence", "[ui][frame]")
{
    theme();
    ui::SignInWindow window;
    window.show(ui::SignInWindow::Preset{u"https://comptoir.example"_qs, u"amelie"_qs, ui::SignInWindow::Copy::Filled});
    window.QWidget::show();
    window.showError({base::Error::Kind::Network, {}});
    for (int turn = 0; turn < 5; ++turn) {
        QApplication::processEvents();
    }
    const auto *notice = window.findChild<ui::Notice *>();
    REQUIRE(notice);
    const auto *text = notice->findChild<QLabel *>();
    REQUIRE(text);
    INFO("notice " << notice->width() << 'x' << notice->height() << " at " << notice->y() << ", least " << notice->minimumHeight()
                   << ", text " << text->width() << 'x' << text->height());
    CHECK(text->height() >= text->heightForWidth(text->width()));
    for (const auto *button : window.findChildren<ui::KeyButton *>()) {
        if (button->isVisible()) {
            CHECK(button->y() >= notice->geometry().bottom());
        }
    }
}
