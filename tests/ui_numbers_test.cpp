// SPDX-License-Identifier: GPL-3.0-or-later
#include "CallerCardView.h"
#include "Catch.h"
#include "KeyButton.h"
#include "LearnedNumbers.h"
#include "WindowRig.h"

#include <QTest>

using namespace comptoir;
using namespace comptoir::tests;

TEST_CASE("a number learned of the wrong person is forgotten on their card, and learned again, by the keyboard", "[ui][card]")
{
    WindowRig rig;
    rig.open();
    const domain::PhoneNumber learned{domain::NumberKind::Learned, QStringLiteral("05 56 99 88 77"), QStringLiteral("+33556998877")};
    REQUIRE(settled(rig.lookup.learnNumber(rig.claire, learned)));
    const auto knows = [&] {
        const auto person = settled(rig.lookup.person(rig.claire));
        const auto &numbers = person->numbers.list;
        return std::any_of(numbers.begin(), numbers.end(), [&](const auto &one) { return one.key == learned.key; });
    };
    REQUIRE(knows());
    rig.calls.openCard(rig.claire);
    REQUIRE(rig.until([&] { return rig.one<ui::LearnedNumbers>() != nullptr; }));
    auto *forget = rig.one<ui::LearnedNumbers>()->findChild<ui::KeyButton *>();
    REQUIRE(forget);
    const QString offered = forget->text();
    CHECK(forget->accessibleName().contains(learned.written));
    CHECK(forget->focusPolicy() != Qt::NoFocus);
    forget->setFocus();
    QTest::keyClick(forget, Qt::Key_Space);
    CHECK(rig.until([&] { return !knows(); }));
    CHECK(rig.until([&] { return forget->text() != offered; }));
    QTest::keyClick(forget, Qt::Key_Space);
    CHECK(rig.until(knows));
    CHECK(rig.until([&] { return forget->text() == offered; }));
    rig.calls.openCard(rig.paul);
    CHECK(rig.until([&] { return rig.one<ui::LearnedNumbers>() == nullptr; }));
}
