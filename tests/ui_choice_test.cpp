// SPDX-License-Identifier: GPL-3.0-or-later
#include "Catch.h"
#include "ChoiceBox.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLineEdit>
#include <QTest>

using namespace comptoir;

namespace {

ui::Choices choices(int many)
{
    ui::Choices out;
    for (int n = 0; n < many; ++n) {
        out.push_back({QString::number(n), QStringLiteral("Ville %1").arg(n)});
    }
    return out;
}

} // namespace

TEST_CASE("the list under a choice has rows to read and is as wide as its field, searched or not", "[ui][choice]")
{
    const bool searched = GENERATE(false, true);
    ui::ChoiceBox box;
    box.show(choices(searched ? 40 : 5));
    box.resize(320, 30);
    box.QWidget::show();
    REQUIRE(QTest::qWaitForWindowExposed(&box));
    REQUIRE(box.isEditable() == searched);
    box.showPopup();
    const QAbstractItemView *list = box.view();
    CHECK(list->isVisible());
    CHECK(list->sizeHintForRow(0) >= 28);
    CHECK(list->window()->width() >= box.width());
    CHECK_FALSE(list->window()->mask().contains(QPoint(0, 0))); // round corners
    CHECK(list->window()->mask().contains(QPoint(160, 20)));
    box.hidePopup();
    if (!searched) {
        return;
    }
    box.lineEdit()->clear();
    QTest::keyClicks(box.lineEdit(), QStringLiteral("ville"));
    const QAbstractItemView *found = box.completer()->popup();
    CHECK(found->isVisible());
    CHECK(found->sizeHintForRow(0) >= 28);
    CHECK(found->width() >= box.width());
}
