// SPDX-License-Identifier: GPL-3.0-or-later
#include "ActionPanel.h"
#include "AssistPanel.h"
#include "BoardView.h"
#include "Catch.h"
#include "DraftView.h"
#include "FigureTile.h"
#include "KeyButton.h"
#include "Keys.h"
#include "NoticeTable.h"
#include "PaneSamples.h"
#include "PayloadCodec.h"
#include "QueueTable.h"
#include "QueueView.h"
#include "Says.h"
#include "SignInWindow.h"
#include "TextLimits.h"
#include "TicketView.h"
#include "WindowRig.h"
#include "Words.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>

using namespace comptoir;
using namespace comptoir::tests;
using base::Error;

namespace {

const ui::TicketWords::NameOf kNobody = [](const QString &, const base::Uuid &) { return QString(); };

QString longText()
{
    return QString(domain::kMostLongText + 1, u'x');
}

/// From here on the store answers nothing about that table.
void breakTable(WindowRig &rig, const char *table)
{
    REQUIRE(settled(
        rig.store->write([script = std::string("ALTER TABLE ") + table + " RENAME TO gone"](store::Db &db) { return db.run(script); })));
}

ui::KeyButton *visibleButton(const QWidget &widget, const QString &name)
{
    for (auto *button : widget.findChildren<ui::KeyButton *>()) {
        if (button->objectName() == name && button->isVisible()) {
            return button;
        }
    }
    return nullptr;
}

} // namespace

TEST_CASE("the sign-in window comes into view without the password of the last time", "[ui][failures]")
{
    ui::SignInWindow window;
    auto *password = window.findChild<QLineEdit *>(u"password"_qs);
    window.show(ui::SignInWindow::Preset{u"https://desk.example.org"_qs, u"amelie"_qs, ui::SignInWindow::Copy::Filled});
    CHECK(window.isVisible());
    password->setText(u"correct horse"_qs);
    window.hide();
    CHECK(password->text().isEmpty());
    password->setText(u"correct horse"_qs);
    window.show(ui::SignInWindow::Preset{u"https://desk.example.org"_qs, u"amelie"_qs, ui::SignInWindow::Copy::Filled});
    CHECK(password->text().isEmpty());
}

TEST_CASE("beside a workplace only the password can be written", "[ui][failures]")
{
    ui::SignInWindow window;
    const bool beside = GENERATE(false, true);
    window.show(ui::SignInWindow::Preset{u"https://desk.example.org"_qs, u"amelie"_qs, ui::SignInWindow::Copy::Filled, beside});
    CHECK(window.findChild<QLineEdit *>(u"service"_qs)->isReadOnly() == beside);
    CHECK(window.findChild<QLineEdit *>(u"login"_qs)->isReadOnly() == beside);
    CHECK_FALSE(window.findChild<QLineEdit *>(u"password"_qs)->isReadOnly());
}

TEST_CASE("the sign-in window says in plain words how long wrong passwords make wait, and what a lease or a sign-out has taken",
          "[ui][failures]")
{
    ui::SignInWindow window;
    const auto says = [&](const QString &words) {
        const auto labels = window.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    };
    window.show(ui::SignInWindow::Preset{u"https://desk.example.org"_qs, u"amelie"_qs, ui::SignInWindow::Copy::Filled, false,
                                         ui::SignInWindow::Wipe::UnderWay});
    CHECK(says(u"is being emptied"_qs));
    CHECK_FALSE(says(u"was emptied"_qs));
    window.showWipe(ui::SignInWindow::Wipe::Done);
    CHECK(says(u"was emptied"_qs));
    window.showWipe(ui::SignInWindow::Wipe::Failed);
    CHECK(says(u"could not be emptied"_qs));
    window.showWait(1'001);
    CHECK(says(u"in 2 second"_qs));
    window.showWait(900'000);
    CHECK(says(u"in 15 minute"_qs));
    window.showError({base::Error::Kind::Forbidden, {}});
    CHECK(says(u"more than 14 days"_qs));
}

TEST_CASE("a draft that cannot be opened has every key that was struck", "[ui][failures][draft]")
{
    WindowRig rig;
    rig.open();
    rig.key(Qt::Key_N, Qt::ControlModifier);
    REQUIRE(rig.until([&] { return rig.one<ui::DraftView>() != nullptr; }));
    QTest::keyClicks(QApplication::focusWidget(), u"Imprimante"_qs);
    rig.key(Qt::Key_S, Qt::ControlModifier); // no organisation is chosen
    REQUIRE(rig.until([&] { return rig.one<ui::DraftView>()->findChild<ui::KeyButton *>()->isEnabled(); }));
    rig.close();
    runPosted();
    const auto drafts = settled(rig.tickets.drafts());
    REQUIRE(drafts);
    REQUIRE(drafts->size() == 1);
    CHECK(drafts->front().ticket.summary == u"Imprimante");
}

TEST_CASE("a refused change whose second try fails keeps its notice", "[ui][failures][ticket]")
{
    WindowRig rig;
    const auto id = rig.opened(rig.written(u"Écran noir"_qs));
    store::Notice notice;
    notice.op = rig.ids.make<domain::OperationId>();
    notice.entity = domain::EntityId{id.value};
    notice.kind = QByteArrayLiteral("ticket.edit");
    notice.payload = wire::encodePayload(domain::TicketEdit{u"summary"_qs, QString(domain::kMostSummary + 1, u'y'), {}, {}});
    notice.madeMs = rig.clock.ms;
    notice.code = u"stale"_qs;
    notice.refusal = QByteArrayLiteral("{\"field\":\"summary\",\"current\":\"x\"}");
    REQUIRE(settled(rig.store->write([notice](store::Db &db) { return store::NoticeTable::put(db, notice); })));
    rig.open().openTicket(id);
    REQUIRE(rig.until([&] { return rig.one<ui::TicketView>() && visibleButton(*rig.one<ui::TicketView>(), u"insist"_qs); }));
    QTest::mouseClick(visibleButton(*rig.one<ui::TicketView>(), u"insist"_qs), Qt::LeftButton);
    const auto failed = settled(rig.tickets.edit(id, u"summary"_qs, QString(domain::kMostSummary + 1, u'y')));
    REQUIRE_FALSE(failed);
    CHECK(rig.until([&] { return says(*rig.one<ui::TicketView>(), ui::Words::of(failed.error())); }));
    const auto open = settled(rig.store->read([](store::Db &db) { return store::NoticeTable::openCount(db); }));
    CHECK(open == 1);
}

TEST_CASE("a text that is too long is refused with a sentence and kept whole", "[ui][failures][ticket]")
{
    ui::TicketView view;
    view.resize(900, 700);
    view.show(pageOf(domain::TicketState::InProgress, 1), tests::namesOf(true), kNobody);
    view.show();
    const QString sentence = ui::Words::tooLong(longText().size(), domain::kMostLongText);
    QSignalSpy noted(&view, &ui::TicketView::noted);
    QSignalSpy edited(&view, &ui::TicketView::edited);
    auto *note = view.findChild<QPlainTextEdit *>(u"note"_qs);
    note->setPlainText(longText());
    pressKey(note, Qt::Key_Return, Qt::AltModifier);
    CHECK(noted.isEmpty());
    CHECK(says(view, sentence));
    CHECK(note->toPlainText() == longText());
    note->setPlainText(u"court"_qs);
    CHECK_FALSE(says(view, sentence));
    auto *description = view.findChild<QPlainTextEdit *>(u"description"_qs);
    description->setPlainText(longText());
    QFocusEvent left(QEvent::FocusOut);
    QCoreApplication::sendEvent(description, &left);
    CHECK(edited.isEmpty());
    CHECK(says(view, sentence));
    view.show(pageOf(domain::TicketState::InProgress, 2), tests::namesOf(true), kNobody); // something else moved meanwhile
    CHECK(description->toPlainText() == longText());
    CHECK(says(view, sentence));
    Q_EMIT view.form()->yielded(u"description"_qs);
    CHECK(description->toPlainText() == view.ticket().description);
    CHECK_FALSE(says(view, sentence));
}

TEST_CASE("a question's text that is too long is not confirmed", "[ui][failures][ticket]")
{
    ui::ActionPanel panel(u"Clore"_qs, u"Clore"_qs);
    auto *text = panel.addText(u"text"_qs, u"Quoi"_qs);
    panel.open(0);
    QSignalSpy confirmed(&panel, &ui::ActionPanel::confirmed);
    text->setPlainText(longText());
    pressKey(&panel, Qt::Key_Return, Qt::ControlModifier);
    CHECK(confirmed.isEmpty());
    CHECK(says(panel, ui::Words::tooLong(longText().size(), domain::kMostLongText)));
    text->setPlainText(u"court"_qs);
    pressKey(&panel, Qt::Key_Return, Qt::ControlModifier);
    CHECK(confirmed.size() == 1);
}

TEST_CASE("tags tried again are said as what was added, never as a field", "[ui][failures][ticket]")
{
    ui::TicketView view;
    desk::TicketPage page = pageOf(domain::TicketState::InProgress, 1);
    page.ticket.tags.list = {u"ccas"_qs};
    view.show(page, tests::namesOf(true), kNobody);
    view.findChild<QLineEdit *>(u"tags"_qs)->setText(u"ccas, toner"_qs);
    QSignalSpy edited(&view, &ui::TicketView::edited);
    QSignalSpy tagged(&view, &ui::TicketView::tagged);
    view.form()->commitAgain(u"tags"_qs);
    CHECK(edited.isEmpty());
    REQUIRE(tagged.size() == 1);
    CHECK(tagged[0][0].toStringList() == QStringList{u"toner"_qs});
    CHECK(tagged[0][1].toStringList().isEmpty());
}

TEST_CASE("a ticket that cannot be read says so and keeps its tab", "[ui][failures][ticket]")
{
    WindowRig rig;
    const auto id = rig.opened(rig.written(u"Écran noir"_qs));
    rig.open();
    breakTable(rig, "timeline");
    rig.window().openTicket(id);
    REQUIRE(rig.until([&] { return rig.one<ui::TicketView>() != nullptr; }));
    const auto page = settled(rig.tickets.page(id));
    REQUIRE_FALSE(page);
    CHECK(rig.until([&] { return rig.one<ui::TicketView>() && says(*rig.one<ui::TicketView>(), ui::Words::of(page.error())); }));
}

TEST_CASE("a search, a count or a list of drafts that fails is not an empty one", "[ui][failures]")
{
    WindowRig rig;
    rig.open();
    const bool search = GENERATE(true, false);
    if (search) {
        breakTable(rig, "ticket_text");
        const auto failed = settled(rig.lookup.tickets(u"toner"_qs, 5));
        REQUIRE_FALSE(failed);
        rig.key(Qt::Key_K, Qt::ControlModifier);
        QTest::keyClicks(QApplication::focusWidget(), u"toner"_qs);
        CHECK(rig.until([&] { return says(rig.window(), ui::Words::of(failed.error())); }));
    } else {
        breakTable(rig, "draft");
        Q_EMIT rig.tickets.draftsChanged();
        const auto failed = settled(rig.tickets.drafts());
        REQUIRE_FALSE(failed);
        CHECK(rig.until([&] { return says(rig.window(), ui::Words::of(failed.error())); }));
    }
}

TEST_CASE("of several tickets claimed at once the refused one is told", "[ui][failures]")
{
    WindowRig rig;
    const auto fine = rig.opened(rig.written(u"Écran noir"_qs));
    const auto gone = domain::TicketId::fromName("gone");
    rig.open();
    auto &table = rig.window().findChild<ui::QueueView *>()->table();
    const bool refused = GENERATE(true, false);
    const auto other = refused ? gone : rig.opened(rig.written(u"Poste lent"_qs));
    Q_EMIT table.claimAsked({other, fine});
    CHECK(rig.until([&] { return rig.page(fine).assignee == rig.session.operatorId; }));
    CHECK(rig.until([&] { return says(rig.window(), ui::Words::of(Error{Error::Kind::NotFound, {}})) == refused; }));
    if (refused) {
        CHECK(says(rig.window(), u"1 "_qs));
    }
}

TEST_CASE("the board's figures follow one another by Tab as they stand", "[ui][failures][board]")
{
    ui::BoardView board;
    QStringList walked;
    const QWidget *first = board.findChild<ui::KeyButton *>();
    for (const QWidget *at = first->nextInFocusChain(); at != first; at = at->nextInFocusChain()) {
        if (const auto *tile = qobject_cast<const ui::FigureTile *>(at)) {
            walked << tile->accessibleName();
        }
    }
    QStringList stand;
    for (const auto *tile : board.findChildren<ui::FigureTile *>()) {
        stand << tile->accessibleName();
    }
    CHECK(stand.size() == 7);
    CHECK(walked == stand);
}

TEST_CASE("another machine is asked for with its own best tool", "[ui][failures][assist]")
{
    ui::AssistPanel panel;
    const auto offer = [](const QString &tool) { return desk::Assist::Offer{tool, tool, tool, true}; };
    panel.ask(assetOf(u"PC-1"_qs, {}, domain::AssetKind::Workstation, true), {offer(u"vnc"_qs), offer(u"anydesk"_qs)});
    for (auto *button : panel.findChildren<ui::KeyButton *>()) {
        if (button->objectName() == u"other"_qs) {
            button->click();
        }
    }
    CHECK(says(panel, u"anydesk"_qs));
    panel.ask(assetOf(u"PC-2"_qs, {}, domain::AssetKind::Workstation, true), {offer(u"rdp"_qs), offer(u"rustdesk"_qs)});
    CHECK(says(panel, u"rdp"_qs));
    CHECK_FALSE(says(panel, u"rustdesk"_qs));
}

TEST_CASE("Return signs in, once, from the button as from the fields; the title leaves the program's name to the system", "[ui][failures]")
{
    ui::SignInWindow window;
    window.show(ui::SignInWindow::Preset{u"https://desk.example.org"_qs, u"amelie"_qs, ui::SignInWindow::Copy::Filled});
    window.findChild<QLineEdit *>(u"password"_qs)->setText(u"correct horse"_qs);
    int submitted = 0;
    QObject::connect(&window, &ui::SignInWindow::submitted, &window, [&] { ++submitted; });
    QTest::keyClick(window.findChild<ui::KeyButton *>(), Qt::Key_Return);
    CHECK(submitted == 1);
    QTest::keyClick(window.findChild<QLineEdit *>(u"password"_qs), Qt::Key_Enter);
    CHECK(submitted == 2);
    CHECK_FALSE(window.windowTitle().contains(u"Comptoir"_qs));
}

TEST_CASE("the sign-in window says what the password finds here without the service", "[ui][failures]")
{
    using Copy = ui::SignInWindow::Copy;
    ui::SignInWindow window;
    const auto says = [&](const QString &words) {
        const auto labels = window.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    };
    window.show(ui::SignInWindow::Preset{u"https://desk.example.org"_qs, u"amelie"_qs, Copy::Unknown});
    CHECK_FALSE(says(u"copy"_qs));
    window.showCopy(Copy::Filled);
    CHECK(says(u"opens the copy kept"_qs));
    window.showCopy(Copy::Emptied);
    CHECK(says(u"is empty"_qs));
    CHECK_FALSE(says(u"opens the copy kept"_qs));
}
