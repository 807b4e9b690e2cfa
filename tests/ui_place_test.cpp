// SPDX-License-Identifier: GPL-3.0-or-later
#include "CallerCardView.h"
#include "Catch.h"
#include "SettingTable.h"
#include "TicketView.h"
#include "WindowRig.h"

#include <QLabel>
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
