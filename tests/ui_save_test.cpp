// SPDX-License-Identifier: GPL-3.0-or-later
// A ticket kept: what is painted first.
#include "CallerCardView.h"
#include "Catch.h"
#include "Db.h"
#include "DraftView.h"
#include "KeyButton.h"
#include "QueueModel.h"
#include "QueueTable.h"
#include "Sidebar.h"
#include "TicketView.h"
#include "WindowRig.h"

#include <QApplication>
#include <QPlainTextEdit>
#include <QPointer>
#include <QTest>

using namespace comptoir;
using namespace comptoir::tests;
using Kind = desk::CallEvent::Kind;

namespace {

/// Whether the draft still stood in the frame that first painted a row of this summary.
class FirstFrameOf : public QObject
{
public:
    FirstFrameOf(WindowRig &rig, QString summary)
        : m_rig(rig)
        , m_table(rig.window().findChild<ui::QueueTable *>())
        , m_summary(std::move(summary))
    {
        m_table->viewport()->installEventFilter(this);
    }
    std::optional<bool> draftStood;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        const auto &model = static_cast<const ui::QueueModel &>(*m_table->model());
        if (event->type() == QEvent::Paint && !draftStood && model.rowCount() > 0 && model.row(0).summary == m_summary) {
            draftStood = m_rig.one<ui::DraftView>() != nullptr;
        }
        return false;
    }

private:
    WindowRig &m_rig;
    ui::QueueTable *m_table;
    QString m_summary;
};

} // namespace

TEST_CASE("a kept ticket is painted in the queue before its view is made", "[ui][window][draft]")
{
    WindowRig rig;
    rig.open();
    REQUIRE(rig.window().findChild<ui::Sidebar *>()->open(QStringLiteral("all")));
    rig.telephone.say(Kind::Ring, QStringLiteral("a"), QStringLiteral("4201"));
    REQUIRE(rig.until([&] { return rig.one<ui::CallerCardView>() && rig.one<ui::CallerCardView>()->person() == rig.claire; }));
    rig.key(Qt::Key_N, Qt::ControlModifier);
    REQUIRE(rig.until([&] { return rig.one<ui::DraftView>() != nullptr; }));
    FirstFrameOf frame(rig, QStringLiteral("Badge perdu"));
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Badge perdu"));
    QTest::qWait(300); // the queues have told what the call moved
    rig.key(Qt::Key_S, Qt::ControlModifier);
    REQUIRE(rig.until([&] { return rig.one<ui::TicketView>() && !rig.one<ui::TicketView>()->page().ticket.id.isNull(); }));
    CHECK(rig.until([&] { return frame.draftStood.has_value(); }));
    CHECK(frame.draftStood.value_or(false));
    CHECK(rig.one<ui::DraftView>() == nullptr);
}

TEST_CASE("a ticket being kept takes no key and is opened once, however often the key is struck", "[ui][draft]")
{
    WindowRig rig;
    rig.open();
    rig.key(Qt::Key_N, Qt::ControlModifier);
    REQUIRE(rig.until([&] { return rig.one<ui::DraftView>() != nullptr; }));
    ui::DraftView &draft = *rig.one<ui::DraftView>();
    const bool taken = GENERATE(true, false);
    if (taken) {
        auto ticket = draft.draft().ticket;
        ticket.organisation = rig.merignac;
        draft.take(ticket);
    }
    QPointer<QWidget> summary = QApplication::focusWidget();
    QTest::keyClicks(summary, QStringLiteral("Badge perdu"));
    Q_EMIT draft.keepWanted();
    if (taken) {
        CHECK_FALSE(draft.form()->isEnabled());
        for (const auto *button : draft.findChildren<ui::KeyButton *>()) {
            CHECK_FALSE((button->isVisible() && button->isEnabled()));
        }
        CHECK(QApplication::focusWidget() == &draft); // no button that the next key would press
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral(" x"));
        CHECK(draft.draft().ticket.summary == u"Badge perdu");
        Q_EMIT draft.keepWanted();
        REQUIRE(rig.until([&] { return rig.one<ui::TicketView>() && !rig.one<ui::TicketView>()->page().ticket.id.isNull(); }));
        CHECK(rig.one<ui::TicketView>()->page().ticket.summary == u"Badge perdu");
        const auto count = settled(rig.store->read([](store::Db &db) -> base::Result<qint64> {
            store::Statement query = db.prepare("SELECT count(*) FROM ticket WHERE summary='Badge perdu'");
            return query.step().map([&](bool) { return query.integer(0); });
        }));
        CHECK(count.value() == 1);
    } else {
        REQUIRE(rig.until([&] { return draft.form()->isEnabled(); }));
        CHECK(draft.draft().ticket.summary == u"Badge perdu");
        CHECK(QApplication::focusWidget() == summary);
    }
}

TEST_CASE("the last half second of a note is kept when the window or its tab goes", "[ui][window]")
{
    WindowRig rig;
    rig.open();
    const auto id = rig.opened(rig.written(QStringLiteral("Poste lent")));
    rig.window().openTicket(id);
    REQUIRE(rig.until([&] { return rig.one<ui::TicketView>() && !rig.one<ui::TicketView>()->page().ticket.id.isNull(); }));
    auto *note = rig.one<ui::TicketView>()->findChild<QPlainTextEdit *>(QStringLiteral("note"));
    REQUIRE(note);
    QTest::keyClicks(note, QStringLiteral("rappeler"));
    if (GENERATE(true, false)) {
        rig.close(); // a lock takes the window away
    } else {
        rig.key(Qt::Key_W, Qt::ControlModifier);
    }
    CHECK(settled(rig.tickets.keptText(id)).value() == u"rappeler");
}

TEST_CASE("a key that keeps a ticket does it at once: the window may close in the same moment", "[ui][window][draft]")
{
    WindowRig rig;
    rig.open();
    rig.key(Qt::Key_N, Qt::ControlModifier);
    REQUIRE(rig.until([&] { return rig.one<ui::DraftView>() != nullptr; }));
    domain::Ticket ticket = rig.written(QStringLiteral("Badge perdu"));
    ticket.number = rig.one<ui::DraftView>()->draft().ticket.number;
    rig.one<ui::DraftView>()->take(ticket);
    rig.key(Qt::Key_S, Qt::ControlModifier);
    rig.close();
    const auto drafts = settled(rig.tickets.drafts());
    REQUIRE(drafts);
    CHECK(drafts->empty());
    const auto opened = settled(rig.tickets.withNumber(ticket.number));
    REQUIRE(opened);
    CHECK_FALSE(opened->isNull());
}
