// SPDX-License-Identifier: GPL-3.0-or-later
// A disk that takes nothing more, in the window: what is written stays, is told, and is kept as soon as there is room.
#include "ActionPanel.h"
#include "CallerCardView.h"
#include "Catch.h"
#include "ContactTable.h"
#include "DraftView.h"
#include "KeyButton.h"
#include "Language.h"
#include "NoteBox.h"
#include "Says.h"
#include "TicketView.h"
#include "UnkeptQuestion.h"
#include "WindowRig.h"
#include "Words.h"

#include <QApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace comptoir;
using namespace comptoir::tests;
using Kind = desk::CallEvent::Kind;

namespace {

/// While it stands no file of this process grows, nor is one written into.
class FullDisk
{
public:
    FullDisk()
    {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        limit(0);
    }
    ~FullDisk() { makeRoom(); }
    void makeRoom() { limit(m_before.rlim_cur); }

private:
    void limit(rlim_t most)
    {
        const rlimit now{most, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &now);
    }

    rlimit m_before{};
};

QString keptSummary(WindowRig &rig)
{
    const auto drafts = settled(rig.tickets.drafts());
    return drafts && drafts->size() == 1 ? drafts->front().ticket.summary : QString();
}

ui::DraftView &begun(WindowRig &rig)
{
    rig.key(Qt::Key_N, Qt::ControlModifier);
    REQUIRE(rig.until([&] { return rig.one<ui::DraftView>() != nullptr; }));
    return *rig.one<ui::DraftView>();
}

ui::TicketView &opened(WindowRig &rig, domain::TicketId id)
{
    rig.window().openTicket(id, true);
    REQUIRE(rig.until([&] { return rig.one<ui::TicketView>() && rig.one<ui::TicketView>()->ticket().id == id; }));
    return *rig.one<ui::TicketView>();
}

ui::UnkeptQuestion *question(WindowRig &rig)
{
    return rig.one<ui::UnkeptQuestion>();
}

void press(QWidget &in, const char *name)
{
    auto *button = in.findChild<ui::KeyButton *>(QString::fromLatin1(name));
    REQUIRE(button);
    button->click();
    runPosted();
}

} // namespace

TEST_CASE("a ticket begun on a full disk opens with the keyboard in it, says that it is not kept, and is kept once there is room",
          "[ui][window][disk]")
{
    ui::useLanguage(*qApp, QStringLiteral("en"));
    WindowRig rig;
    rig.open();
    FullDisk disk;
    ui::DraftView &draft = begun(rig);
    CHECK(draft.isAncestorOf(QApplication::focusWidget()));
    CHECK(says(draft, QStringLiteral("Not kept on this machine")));
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Badge perdu"));
    CHECK(draft.draft().ticket.summary == u"Badge perdu");
    QTest::qWait(600); // the first keeping of what was typed has failed
    CHECK(says(draft, QStringLiteral("Not kept on this machine")));
    const bool byKey = GENERATE(false, true);
    if (byKey) {
        auto ticket = draft.draft().ticket;
        ticket.organisation = rig.merignac;
        draft.take(ticket);
        rig.key(Qt::Key_S, Qt::ControlModifier);
        REQUIRE(rig.until([&] { return says(draft, QStringLiteral("Not saved")); }));
        CHECK(rig.until([&] { return draft.draft().ticket.summary == u"Badge perdu" && draft.form()->isEnabled(); }));
    }
    disk.makeRoom();
    if (byKey) {
        rig.key(Qt::Key_S, Qt::ControlModifier);
        REQUIRE(rig.until([&] { return rig.one<ui::TicketView>() && rig.one<ui::TicketView>()->ticket().summary == u"Badge perdu"; }));
        CHECK_FALSE(rig.one<ui::TicketView>()->ticket().number.isEmpty());
        return;
    }
    REQUIRE(rig.until([&] { return keptSummary(rig) == u"Badge perdu"; }));
    CHECK(rig.until([&] { return !says(draft, QStringLiteral("Not kept on this machine")); }));
    CHECK_FALSE(draft.draft().ticket.number.isEmpty());
    CHECK(says(draft, draft.draft().ticket.number));
}

TEST_CASE("Ctrl+S in a ticket on a full disk says at once that nothing was saved, keeps the text, and saves it once there is room",
          "[ui][window][disk]")
{
    ui::useLanguage(*qApp, QStringLiteral("en"));
    WindowRig rig;
    const auto id = rig.opened(rig.written(QStringLiteral("Écran noir")));
    rig.open();
    ui::TicketView &view = opened(rig, id);
    auto *summary = view.findChild<QLineEdit *>(QStringLiteral("summary"));
    summary->setFocus();
    summary->end(false);
    FullDisk disk;
    QTest::keyClicks(summary, QStringLiteral(" au CCAS"));
    rig.key(Qt::Key_S, Qt::ControlModifier);
    REQUIRE(rig.until([&] { return says(view, QStringLiteral("Not saved")); }));
    CHECK(summary->text() == u"Écran noir au CCAS");
    disk.makeRoom();
    CHECK(rig.until([&] { return rig.page(id).summary == u"Écran noir au CCAS"; }));
    CHECK(rig.until([&] { return view.isSaved(); }));
    CHECK(rig.until([&] { return says(view, QStringLiteral("Saved.")) && !says(view, QStringLiteral("Not saved")); }));
    CHECK(summary->text() == u"Écran noir au CCAS");
}

TEST_CASE("a value that waited for room and cannot be taken any more is told as what it is", "[ui][window][disk]")
{
    ui::useLanguage(*qApp, QStringLiteral("en"));
    WindowRig rig;
    const auto id = rig.opened(rig.written(QStringLiteral("Écran noir")));
    rig.open();
    ui::TicketView &view = opened(rig, id);
    auto *summary = view.findChild<QLineEdit *>(QStringLiteral("summary"));
    summary->setFocus();
    summary->end(false);
    FullDisk disk;
    QTest::keyClicks(summary, QStringLiteral(" au CCAS"));
    rig.key(Qt::Key_S, Qt::ControlModifier);
    REQUIRE(rig.until([&] { return says(view, QStringLiteral("Not saved")); }));
    disk.makeRoom();
    const auto refused = settled(rig.tickets.cancel(id, {})).and_then([&] {
        return settled(rig.tickets.edit(id, QStringLiteral("summary"), QStringLiteral("Écran"), {}));
    });
    REQUIRE_FALSE(refused);
    CHECK(rig.until([&] { return says(view, ui::Words::of(refused.error())); }));
    CHECK(summary->text() == u"Écran noir au CCAS");
}

TEST_CASE("Ctrl+S in a ticket saves the field being written and says so until the next key", "[ui][window][disk]")
{
    ui::useLanguage(*qApp, QStringLiteral("en"));
    WindowRig rig;
    const auto id = rig.opened(rig.written(QStringLiteral("Écran noir")));
    rig.open();
    ui::TicketView &view = opened(rig, id);
    auto *summary = view.findChild<QLineEdit *>(QStringLiteral("summary"));
    summary->setFocus();
    summary->end(false);
    QTest::keyClicks(summary, QStringLiteral(" au CCAS"));
    rig.key(Qt::Key_S, Qt::ControlModifier);
    CHECK(rig.until([&] { return says(view, QStringLiteral("Saved.")); }));
    CHECK(rig.page(id).summary == u"Écran noir au CCAS");
    QTest::keyClicks(summary, QStringLiteral("!"));
    CHECK_FALSE(says(view, QStringLiteral("Saved.")));
}

TEST_CASE("a note on a full disk keeps its tab until that is given up, and is kept once there is room", "[ui][window][disk]")
{
    ui::useLanguage(*qApp, QStringLiteral("en"));
    WindowRig rig;
    const auto id = rig.opened(rig.written(QStringLiteral("Écran noir")));
    rig.open();
    ui::TicketView &view = opened(rig, id);
    auto *note = view.findChild<QPlainTextEdit *>(QStringLiteral("note"));
    note->setFocus();
    FullDisk disk;
    QTest::keyClicks(note, QStringLiteral("rappeler demain"));
    const bool noted = GENERATE(false, true);
    if (noted) {
        rig.key(Qt::Key_Return, Qt::AltModifier);
    }
    rig.key(Qt::Key_W, Qt::ControlModifier);
    REQUIRE(rig.until([&] { return says(view, QStringLiteral("Closing once more gives it up")); }));
    CHECK(rig.one<ui::TicketView>() == &view);
    CHECK(note->toPlainText() == u"rappeler demain");
    const bool givenUp = GENERATE(false, true);
    if (givenUp) {
        rig.key(Qt::Key_W, Qt::ControlModifier);
        CHECK(rig.until([&] { return rig.one<ui::TicketView>() == nullptr; }));
        return;
    }
    disk.makeRoom();
    CHECK(rig.until([&] { return settled(rig.tickets.keptText(id)) == QStringLiteral("rappeler demain"); }));
    rig.key(Qt::Key_W, Qt::ControlModifier);
    CHECK(rig.until([&] { return rig.one<ui::TicketView>() == nullptr; }));
}

TEST_CASE("an answer on a full disk keeps its tab until there is room, and what tells of the disk goes with that", "[ui][window][disk]")
{
    ui::useLanguage(*qApp, QStringLiteral("en"));
    WindowRig rig;
    const auto id = rig.opened(rig.written(QStringLiteral("Écran noir")));
    rig.open();
    ui::TicketView &view = opened(rig, id);
    rig.key(Qt::Key_Return, Qt::ControlModifier);
    auto *question = rig.one<ui::ActionPanel>();
    REQUIRE(question);
    auto *text = question->findChild<QPlainTextEdit *>();
    text->setFocus();
    FullDisk disk;
    QTest::keyClicks(text, QStringLiteral("rebranche"));
    rig.key(Qt::Key_Return, Qt::ControlModifier); // the deed itself fails
    const QString full = ui::Words::of({base::Error::Kind::Io, {}});
    REQUIRE(rig.until([&] { return says(*question, full); }));
    rig.key(Qt::Key_S, Qt::ControlModifier);
    REQUIRE(rig.until([&] { return says(view, QStringLiteral("Not saved")); }));
    rig.key(Qt::Key_W, Qt::ControlModifier);
    REQUIRE(rig.until([&] { return says(view, QStringLiteral("Closing once more gives it up")); }));
    CHECK(rig.one<ui::TicketView>() == &view);
    disk.makeRoom();
    const auto kept = [&] { return settled(rig.tickets.keptAnswers(id)).value().value(domain::OpKind::TicketResolve); };
    if (GENERATE(false, true)) {
        rig.key(Qt::Key_S, Qt::ControlModifier);
        CHECK(rig.until([&] { return says(view, QStringLiteral("Saved.")); }));
    }
    CHECK(rig.until([&] { return kept() == u"rebranche"; }));
    CHECK(rig.until([&] { return !says(*question, full) && !says(view, QStringLiteral("Not saved")); }));
    rig.key(Qt::Key_W, Qt::ControlModifier);
    CHECK(rig.until([&] { return rig.one<ui::TicketView>() == nullptr; }));
}

TEST_CASE("a draft's answer on a full disk is told when it closes, and kept by Ctrl+S once there is room", "[ui][window][disk]")
{
    ui::useLanguage(*qApp, QStringLiteral("en"));
    WindowRig rig;
    rig.open();
    ui::DraftView &draft = begun(rig);
    rig.key(Qt::Key_Return, Qt::ControlModifier);
    auto *question = rig.one<ui::ActionPanel>();
    REQUIRE(question);
    auto *text = question->findChild<QPlainTextEdit *>();
    text->setFocus();
    auto ticket = draft.draft().ticket;
    ticket.organisation = rig.merignac;
    ticket.summary = QStringLiteral("Badge");
    draft.take(ticket);
    FullDisk disk;
    QTest::keyClicks(text, QStringLiteral("refait"));
    rig.key(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(rig.until([&] { return says(*question, QStringLiteral("Not saved")); }));
    rig.key(Qt::Key_W, Qt::ControlModifier);
    REQUIRE(rig.until([&] { return says(draft, QStringLiteral("Closing once more gives up")); }));
    CHECK(rig.one<ui::DraftView>() == &draft);
    disk.makeRoom();
    rig.clock.ms += 60'000;
    rig.key(Qt::Key_S, Qt::ControlModifier);
    CHECK(rig.until([&] { return says(draft, ui::Times::clockSeconds(rig.clock.ms)); }));
    CHECK(rig.until([&] { return !says(draft, QStringLiteral("Not saved")) && !says(draft, QStringLiteral("Not kept")); }));
    CHECK(text->toPlainText() == u"refait");
    const domain::TicketId beside{settled(rig.tickets.drafts()).value().front().id};
    CHECK(settled(rig.tickets.keptAnswers(beside)).value().value(domain::OpKind::TicketResolve) == u"refait");
    rig.key(Qt::Key_W, Qt::ControlModifier);
    CHECK(rig.until([&] { return rig.one<ui::DraftView>() == nullptr; }));
}

TEST_CASE("closing the window on a full disk asks first, and loses nothing where the operator stays", "[ui][window][disk]")
{
    ui::useLanguage(*qApp, QStringLiteral("en"));
    WindowRig rig;
    const bool draft = GENERATE(true, false);
    const auto id = draft ? domain::TicketId{} : rig.opened(rig.written(QStringLiteral("Écran noir")));
    rig.open();
    FullDisk disk;
    if (draft) {
        (void)begun(rig);
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Badge"));
    } else {
        opened(rig, id).findChild<QPlainTextEdit *>(QStringLiteral("note"))->setFocus();
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Badge"));
    }
    rig.window().close();
    REQUIRE(rig.until([&] { return question(rig) != nullptr; }));
    CHECK(rig.window().isVisible());
    press(*question(rig), "stay");
    CHECK(rig.window().isVisible());
    const bool roomy = GENERATE(true, false);
    if (roomy) {
        disk.makeRoom();
        rig.window().close();
        CHECK(rig.until([&] { return !rig.window().isVisible(); }));
        CHECK((draft ? keptSummary(rig) : settled(rig.tickets.keptText(id)).value()) == u"Badge");
        return;
    }
    rig.window().close();
    REQUIRE(rig.until([&] { return question(rig) != nullptr; }));
    press(*question(rig), "leave");
    CHECK(rig.until([&] { return !rig.window().isVisible(); }));
}

TEST_CASE("a window closed right after a key closes by itself, with the key kept", "[ui][window][disk]")
{
    ui::useLanguage(*qApp, QStringLiteral("en"));
    WindowRig rig;
    rig.open();
    (void)begun(rig);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Badge"));
    rig.window().close();
    CHECK(rig.until([&] { return !rig.window().isVisible(); }));
    CHECK(keptSummary(rig) == u"Badge");
}

TEST_CASE("a telephone that rings on a full disk shows the caller's card, and the call is in the log once there is room",
          "[ui][window][disk]")
{
    ui::useLanguage(*qApp, QStringLiteral("en"));
    WindowRig rig;
    rig.open();
    FullDisk disk;
    rig.telephone.say(Kind::Ring, QStringLiteral("a"), QStringLiteral("4201"));
    CHECK(rig.until([&] { return rig.one<ui::CallerCardView>() && rig.one<ui::CallerCardView>()->person() == rig.claire; }));
    rig.telephone.say(Kind::Answer, QStringLiteral("a"));
    rig.telephone.say(Kind::HangUp, QStringLiteral("a"));
    rig.calls.finishWrapUp(QStringLiteral("rappeler demain"));
    QTest::qWait(100);
    disk.makeRoom();
    const auto note = [&] {
        const auto log = settled(rig.queues.callLog(10));
        return log && log->size() == 1 ? log->front().note : QString();
    };
    CHECK(rig.until([&] { return note() == u"rappeler demain"; }));
}
