// SPDX-License-Identifier: GPL-3.0-or-later
// What is written in the questions of a ticket or draft: kept while it is written, back when the question is asked again.
#include "ActionPanel.h"
#include "Catch.h"
#include "DraftView.h"
#include "Language.h"
#include "PaneSamples.h"
#include "RightPane.h"
#include "Says.h"
#include "TicketView.h"
#include "WindowRig.h"
#include "Words.h"

#include <QApplication>
#include <QPlainTextEdit>
#include <QTest>

using namespace comptoir;
using namespace comptoir::tests;
using domain::OpKind;

namespace {

void show(WindowRig &rig, domain::TicketId id)
{
    rig.window().openTicket(id, true);
    REQUIRE(rig.until([&] { return rig.one<ui::TicketView>() && rig.one<ui::TicketView>()->ticket().id == id; }));
}

/// Asks by that key; the text of the question.
QPlainTextEdit *asked(WindowRig &rig, Qt::Key key)
{
    rig.key(key, Qt::ControlModifier);
    auto *question = rig.one<ui::ActionPanel>();
    REQUIRE(question);
    auto *text = question->findChild<QPlainTextEdit *>();
    REQUIRE(text);
    text->setFocus();
    return text;
}

QString kept(WindowRig &rig, domain::TicketId id, OpKind deed)
{
    return settled(rig.tickets.keptAnswers(id)).value().value(deed);
}

void begin(WindowRig &rig)
{
    rig.key(Qt::Key_N, Qt::ControlModifier);
    REQUIRE(rig.until([&] { return rig.one<ui::DraftView>() != nullptr; }));
}

base::Uuid onlyDraft(WindowRig &rig)
{
    const auto drafts = settled(rig.tickets.drafts());
    REQUIRE(drafts);
    REQUIRE(drafts->size() == 1);
    return drafts->front().id;
}

void resume(WindowRig &rig, const base::Uuid &draft)
{
    rig.window().findChild<ui::RightPane *>()->resumeDraft(draft);
    REQUIRE(rig.until([&] { return rig.one<ui::DraftView>() != nullptr; }));
}

} // namespace

TEST_CASE("an answer half written is kept while it is written, and is gone once the deed is done", "[ui][answers]")
{
    WindowRig rig;
    const auto id = rig.opened(rig.written(QStringLiteral("Écran noir")));
    rig.open();
    show(rig, id);
    QTest::keyClicks(asked(rig, Qt::Key_Return), QStringLiteral("rebranche"));
    CHECK(rig.until([&] { return kept(rig, id, OpKind::TicketResolve) == u"rebranche"; })); // a kill now loses nothing
    rig.close();
    rig.open();
    show(rig, id);
    auto *text = asked(rig, Qt::Key_Return);
    CHECK(text->toPlainText() == u"rebranche");
    QTest::keyClick(text, Qt::Key_Escape);
    CHECK(asked(rig, Qt::Key_T)->toPlainText().isEmpty()); // another question
    rig.key(Qt::Key_Escape);
    asked(rig, Qt::Key_Return);
    rig.key(Qt::Key_Return, Qt::ControlModifier);
    CHECK(rig.until([&] { return rig.page(id).state == domain::TicketState::Resolved; }));
    CHECK(rig.page(id).resolution == u"rebranche");
    CHECK(kept(rig, id, OpKind::TicketResolve).isEmpty());
    QTest::qWait(600);
    CHECK(settled(rig.tickets.keptAnswers(id)).value().isEmpty());
}

TEST_CASE("an answer is kept within half a second however long the typing lasts, and goes when it is emptied", "[ui][answers]")
{
    WindowRig rig;
    const auto id = rig.opened(rig.written(QStringLiteral("Écran noir")));
    rig.open();
    show(rig, id);
    auto *text = asked(rig, Qt::Key_Return);
    for (int key = 0; key < 8; ++key) {
        QTest::keyClicks(text, QStringLiteral("ab"));
        QTest::qWait(100); // never a pause of 400 ms
    }
    CHECK_FALSE(kept(rig, id, OpKind::TicketResolve).isEmpty());
    text->selectAll();
    QTest::keyClick(text, Qt::Key_Delete);
    CHECK(rig.until([&] { return kept(rig, id, OpKind::TicketResolve).isEmpty(); }));
}

TEST_CASE("a tab or the window with an answer half written closes at once, and the answer is there again", "[ui][answers]")
{
    ui::useLanguage(*qApp, QStringLiteral("en"));
    WindowRig rig;
    const auto id = rig.opened(rig.written(QStringLiteral("Écran noir")));
    rig.open();
    show(rig, id);
    auto *text = asked(rig, Qt::Key_Return);
    QTest::keyClicks(text, QStringLiteral("rebranche"));
    if (GENERATE(true, false)) {
        QTest::keyClick(text, Qt::Key_Escape);
    }
    if (GENERATE(true, false)) {
        rig.key(Qt::Key_W, Qt::ControlModifier);
        CHECK(rig.until([&] { return rig.one<ui::TicketView>() == nullptr; }));
    } else {
        rig.window().close();
        CHECK(rig.until([&] { return !rig.window().isVisible(); }));
        rig.close();
        rig.open();
    }
    CHECK(kept(rig, id, OpKind::TicketResolve) == u"rebranche");
    show(rig, id);
    CHECK(asked(rig, Qt::Key_Return)->toPlainText() == u"rebranche");
}

TEST_CASE("a draft's answer half written is kept with it and comes back, also where nothing else is written", "[ui][answers][draft]")
{
    ui::useLanguage(*qApp, QStringLiteral("en"));
    WindowRig rig;
    rig.open();
    begin(rig);
    if (GENERATE(true, false)) {
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Badge"));
    }
    auto *text = asked(rig, Qt::Key_Return);
    QTest::keyClicks(text, QStringLiteral("badge refait"));
    if (GENERATE(true, false)) {
        QTest::keyClick(text, Qt::Key_Escape);
    }
    rig.key(Qt::Key_W, Qt::ControlModifier);
    CHECK(rig.until([&] { return rig.one<ui::DraftView>() == nullptr; }));
    resume(rig, onlyDraft(rig));
    CHECK(asked(rig, Qt::Key_Return)->toPlainText() == u"badge refait");
}

TEST_CASE("Ctrl+S with a question open keeps the draft and its answer at once, and says so", "[ui][answers][draft]")
{
    WindowRig rig;
    rig.open();
    begin(rig);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Badge"));
    QTest::keyClicks(asked(rig, Qt::Key_Return), QStringLiteral("refait"));
    rig.clock.ms += 60'000;
    rig.key(Qt::Key_S, Qt::ControlModifier);
    const QString time = ui::Times::clockSeconds(rig.clock.ms);
    CHECK(says(*rig.one<ui::DraftView>(), time)); // no timer has run
    CHECK(kept(rig, domain::TicketId{onlyDraft(rig)}, OpKind::TicketResolve) == u"refait");
    CHECK(rig.one<ui::DraftView>() != nullptr);
    CHECK(rig.one<ui::ActionPanel>() != nullptr);
}

TEST_CASE("Ctrl+S with a question open in a ticket keeps the answer at once, and says so", "[ui][answers]")
{
    ui::useLanguage(*qApp, QStringLiteral("en"));
    WindowRig rig;
    const auto id = rig.opened(rig.written(QStringLiteral("Écran noir")));
    rig.open();
    show(rig, id);
    QTest::keyClicks(asked(rig, Qt::Key_Return), QStringLiteral("rebranche"));
    rig.key(Qt::Key_S, Qt::ControlModifier);
    CHECK(kept(rig, id, OpKind::TicketResolve) == u"rebranche");
    CHECK(says(*rig.one<ui::TicketView>(), QStringLiteral("Saved.")));
}

TEST_CASE("a discarded draft takes its answer along, and brings it back", "[ui][answers][draft]")
{
    WindowRig rig;
    rig.open();
    begin(rig);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Badge"));
    QTest::keyClicks(asked(rig, Qt::Key_Return), QStringLiteral("refait"));
    auto *draft = rig.one<ui::DraftView>();
    rig.key(Qt::Key_S, Qt::ControlModifier);
    const domain::TicketId beside{onlyDraft(rig)};
    Q_EMIT draft->discardWanted();
    CHECK(rig.until([&] { return settled(rig.tickets.drafts())->empty(); }));
    CHECK(kept(rig, beside, OpKind::TicketResolve).isEmpty());
    Q_EMIT draft->undoWanted();
    CHECK(rig.until([&] { return settled(rig.tickets.drafts())->size() == 1; }));
    CHECK(kept(rig, beside, OpKind::TicketResolve) == u"refait");
}

TEST_CASE("an answer kept for a question that makes no sense any more goes into the note", "[ui][answers]")
{
    WindowRig rig;
    const auto id = rig.opened(rig.written(QStringLiteral("Écran noir")));
    REQUIRE(settled(rig.tickets.keepText(id, QStringLiteral("une note"))));
    REQUIRE(settled(rig.tickets.keepAnswer(id, OpKind::TicketResolve, QStringLiteral("rebranche"))));
    REQUIRE(settled(rig.tickets.resolve(id, QStringLiteral("fixed"), QStringLiteral("remplacé")))); // a colleague
    rig.open();
    show(rig, id);
    const auto note = [&] { return rig.one<ui::TicketView>()->findChild<QPlainTextEdit *>(QStringLiteral("note"))->toPlainText(); };
    CHECK(rig.until([&] { return note().contains(QStringLiteral("rebranche")); }));
    CHECK(note().contains(QStringLiteral("une note")));
    CHECK(settled(rig.tickets.keptText(id)).value() == note());
    CHECK(kept(rig, id, OpKind::TicketResolve).isEmpty());
}
