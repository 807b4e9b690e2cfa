// SPDX-License-Identifier: GPL-3.0-or-later
#include "CallerCardView.h"
#include "CandidateList.h"
#include "Catch.h"
#include "DraftView.h"
#include "PersonForm.h"
#include "SettingTable.h"
#include "TicketView.h"
#include "WindowRig.h"

#include <QLabel>
#include <QLineEdit>
#include <QTest>

using namespace comptoir;
using namespace comptoir::tests;
using Kind = desk::CallEvent::Kind;

TEST_CASE("the foot of the window names the desk as the service calls it now", "[ui][window]")
{
    WindowRig rig;
    rig.open();
    const auto says = [&](const QString &words) {
        const auto labels = rig.window().findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) { return label->text().contains(words); });
    };
    const auto learn = [&](const QString &code) {
        REQUIRE(settled(rig.store->write([&](store::Db &db) { return store::DeviceTable::learn(db, rig.session.device, code, 0); })));
    };
    learn(u"7K"_qs);
    REQUIRE(rig.until([&] { return says(u"7K · "_qs); }));
    learn(u"9M"_qs); // after a restore of the service
    CHECK(rig.until([&] { return says(u"9M · "_qs); }));
    CHECK_FALSE(says(u"7K · "_qs));
}

TEST_CASE("beside a ticket the caller's card yields: the ticket has three quarters of the pane", "[ui][window]")
{
    WindowRig rig;
    const auto id = rig.opened(rig.written(QStringLiteral("Outlook ne s’ouvre plus"), rig.merignac));
    rig.open();
    rig.telephone.say(Kind::Ring, QStringLiteral("a"), QStringLiteral("4201"));
    REQUIRE(rig.until([&] { return rig.one<ui::CallerCardView>() != nullptr; }));
    rig.window().openTicket(id);
    REQUIRE(rig.until([&] { return rig.one<ui::TicketView>() != nullptr; }));
    QTest::qWait(50);
    const int card = rig.one<ui::CallerCardView>()->visibleRegion().boundingRect().height();
    const int ticket = rig.one<ui::TicketView>()->height();
    INFO("card " << card << ", ticket " << ticket);
    CHECK(card > 60);
    CHECK(ticket > 520);
}

TEST_CASE("F4 leads to where an unknown caller is found or made, whatever has the keyboard and also where the pane was folded",
          "[ui][window][identity]")
{
    WindowRig rig;
    rig.open();
    const bool narrow = GENERATE(false, true);
    rig.window().resize(narrow ? 1280 : 1440, 900);
    rig.telephone.say(Kind::Ring, QStringLiteral("a"), QStringLiteral("06 12 34 56 78"));
    REQUIRE(rig.until([&] { return rig.one<ui::CandidateList>() != nullptr; }));
    if (narrow) {
        rig.key(Qt::Key_Escape); // the drawer goes
        rig.window().setFocus();
    }
    rig.key(Qt::Key_1, Qt::ControlModifier);
    auto *list = rig.window().findChild<ui::CandidateList *>();
    REQUIRE_FALSE(list->isAncestorOf(QApplication::focusWidget()));
    rig.key(Qt::Key_F4);
    REQUIRE(rig.one<ui::CandidateList>() == list);
    auto *search = list->findChild<QLineEdit *>();
    CHECK(QApplication::focusWidget() == search);
    Q_EMIT list->personMissing();
    auto *form = rig.one<ui::PersonForm>();
    REQUIRE(form);
    form->findChild<QLineEdit *>()->setText(QStringLiteral("Nadia"));
    rig.key(Qt::Key_1, Qt::ControlModifier);
    rig.key(Qt::Key_F4);
    CHECK(form->isAncestorOf(QApplication::focusWidget()));
    CHECK(form->findChild<QLineEdit *>()->text() == u"Nadia");
}

TEST_CASE("F4 with several who may be it opens their list and brings it into sight beside a ticket", "[ui][window][identity]")
{
    WindowRig rig;
    const auto id = rig.opened(rig.written(QStringLiteral("Outlook ne s’ouvre plus"), rig.merignac));
    rig.open();
    rig.telephone.say(Kind::Ring, QStringLiteral("a"), QStringLiteral("4201"));
    REQUIRE(rig.until([&] { return rig.one<ui::CallerCardView>() != nullptr; }));
    rig.window().openTicket(id);
    REQUIRE(rig.until([&] { return rig.one<ui::TicketView>() != nullptr; }));
    rig.window().resize(1440, 640);
    QTest::qWait(50);
    rig.key(Qt::Key_F4);
    auto *list = rig.window().findChild<ui::CandidateList *>();
    auto *search = list->findChild<QLineEdit *>();
    CHECK(QApplication::focusWidget() == search);
    CHECK(rig.until([&] { return search->visibleRegion().boundingRect().height() == search->height(); }));
}

TEST_CASE("a ticket begun for one caller starts at one person; one begun for nobody is not judged", "[ui][window][impact]")
{
    WindowRig rig;
    rig.open();
    const bool caller = GENERATE(false, true);
    if (caller) {
        rig.telephone.say(Kind::Ring, QStringLiteral("a"), GENERATE(QStringLiteral("4201"), QStringLiteral("06 12 34 56 78")));
        REQUIRE(rig.until([&] { return rig.one<ui::CallerCardView>() != nullptr; }));
    }
    rig.key(Qt::Key_N, Qt::ControlModifier);
    REQUIRE(rig.until([&] { return rig.one<ui::DraftView>() != nullptr; }));
    const auto drafts = settled(rig.tickets.drafts());
    REQUIRE(drafts);
    REQUIRE(drafts->size() == 1);
    CHECK(drafts->front().ticket.impact == (caller ? domain::Level::Low : domain::Level::Medium));
    CHECK(drafts->front().ticket.urgency == domain::Level::Medium);
}
