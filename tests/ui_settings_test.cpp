// SPDX-License-Identifier: GPL-3.0-or-later
#include "Catch.h"
#include "ChoiceBox.h"
#include "QueueLook.h"
#include "QueueTable.h"
#include "SettingsWindow.h"
#include "ShortcutSheet.h"
#include "Sidebar.h"
#include "WindowRig.h"

#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace comptoir;
using namespace comptoir::tests;

namespace {

void choose(ui::SettingsWindow &window, const QString &name, const QString &value)
{
    auto *box = window.findChild<ui::ChoiceBox *>(name);
    REQUIRE(box);
    box->setCurrentIndex(box->findData(value));
    Q_EMIT box->activated(box->currentIndex());
}

} // namespace

TEST_CASE("Ctrl+, opens the settings; each field saves itself and a telephone that makes no sense is not kept", "[ui][settings]")
{
    WindowRig rig;
    rig.open();
    ui::Preferences kept;
    kept.theme = QStringLiteral("dark");
    rig.window().usePreferences(kept);
    QSignalSpy chosen(&rig.window(), &ui::MainWindow::preferencesChosen);
    rig.key(Qt::Key_Comma, Qt::ControlModifier);
    REQUIRE(rig.until([&] { return rig.one<ui::SettingsWindow>() != nullptr; }));
    auto *window = rig.one<ui::SettingsWindow>();
    CHECK(window->findChild<ui::ChoiceBox *>(QStringLiteral("theme"))->value() == u"dark");
    choose(*window, QStringLiteral("theme"), QStringLiteral("light"));
    REQUIRE(chosen.size() == 1);
    CHECK(chosen.back().front().value<ui::Preferences>().theme == u"light");
    choose(*window, QStringLiteral("size"), QStringLiteral("125"));
    CHECK(chosen.back().front().value<ui::Preferences>().sizePercent == 125);
    auto *telephone = window->findChild<QLineEdit *>(QStringLiteral("telephone"));
    REQUIRE(telephone);
    telephone->setText(QStringLiteral("nowhere"));
    Q_EMIT telephone->editingFinished();
    CHECK(chosen.size() == 2);
    telephone->setText(QStringLiteral("127.0.0.1:4444"));
    Q_EMIT telephone->editingFinished();
    REQUIRE(chosen.size() == 3);
    CHECK(chosen.back().front().value<ui::Preferences>().telephone == u"127.0.0.1:4444");
    choose(*window, QStringLiteral("rows"), QStringLiteral("36"));
    CHECK(rig.window().findChild<ui::QueueTable *>()->look().rowPx() == 36);
    CHECK(rig.settings.text(QStringLiteral("queue.look")).endsWith(QStringLiteral(";36")));
    for (const QWidget *each : window->findChildren<QWidget *>()) {
        if ((each->focusPolicy() & Qt::TabFocus) && !each->objectName().startsWith(QStringLiteral("qt_")) && each->isVisible()) {
            INFO(each->metaObject()->className());
            CHECK_FALSE(each->accessibleName().isEmpty());
        }
    }
    QTest::keyClick(window, Qt::Key_Escape);
    CHECK(rig.until([&] { return rig.one<ui::SettingsWindow>() == nullptr; }));
}

TEST_CASE("a supervisor begins with everything that is open, an operator with the groups", "[ui][window]")
{
    const auto role = GENERATE(domain::Role::Supervisor, domain::Role::Operator);
    WindowRig rig(role);
    rig.open();
    REQUIRE(rig.one<ui::Sidebar>());
    CHECK(rig.one<ui::Sidebar>()->marked() == (role == domain::Role::Supervisor ? QStringLiteral("all") : QStringLiteral("groups")));
}

TEST_CASE("the list of keys names F11 and the settings", "[ui][window]")
{
    WindowRig rig;
    rig.open();
    rig.key(Qt::Key_F1);
    REQUIRE(rig.one<ui::ShortcutSheet>());
    QStringList texts;
    for (const QLabel *label : rig.one<ui::ShortcutSheet>()->findChildren<QLabel *>()) {
        texts << label->text();
    }
    CHECK(texts.contains(QStringLiteral("F11")));
    CHECK(texts.filter(QStringLiteral(",")).size() >= 1);
}
