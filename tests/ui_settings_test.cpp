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
    CHECK(chosen.size() == 3); // kept as written, and told
    CHECK(chosen.back().front().value<ui::Preferences>().telephone == u"nowhere");
    telephone->setText(QStringLiteral("127.0.0.1:4444"));
    Q_EMIT telephone->editingFinished();
    REQUIRE(chosen.size() == 4);
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

TEST_CASE("the list of keys names calling back and the settings, and the control room's keys to who has one", "[ui][window]")
{
    const auto role = GENERATE(domain::Role::Supervisor, domain::Role::Operator);
    const bool board = role == domain::Role::Supervisor;
    WindowRig rig(role);
    rig.open();
    rig.key(Qt::Key_F1);
    REQUIRE(rig.one<ui::ShortcutSheet>());
    QStringList texts;
    for (const QLabel *label : rig.one<ui::ShortcutSheet>()->findChildren<QLabel *>()) {
        texts << label->text();
    }
    CHECK(texts.contains(QStringLiteral("Ctrl D")));
    CHECK(texts.contains(QStringLiteral("F11")) == board);
    CHECK(texts.contains(QStringLiteral("Ctrl B")) == board);
    CHECK(texts.filter(QStringLiteral(",")).size() >= 1);
}

TEST_CASE("a telephone's address is a host, one colon and a port", "[ui][settings]")
{
    for (const char *good : {"", "127.0.0.1:4444", "phone.local:1", "[::1]:4444", "[fe80::2]:65535"}) {
        INFO(good);
        CHECK(ui::isTelephoneAddress(QLatin1String(good)));
    }
    for (const char *bad : {"127.0.0.1", ":4444", "host:", "host:0", "host:65536", "host:port", "a:b:4444", "::1:4444", "[::1]", "[]:4444",
                            "[::1:4444", "::1]:4444", "a host:4444"}) {
        INFO(bad);
        CHECK_FALSE(ui::isTelephoneAddress(QLatin1String(bad)));
    }
}

TEST_CASE("what was seen of changes too old to be told is forgotten at the start", "[ui][settings]")
{
    WindowRig rig;
    // The time of a UUID of version 7 stands in its first six bytes.
    const QString old = QStringLiteral("loss.01000000-0000-7000-8000-000000000001");
    const QString fresh = QStringLiteral("loss.") + rig.ids.next().toString();
    for (const QString &key : {old, fresh, QStringLiteral("theme")}) {
        rig.settings.keep(key, QStringLiteral("seen"));
    }
    rig.open();
    CHECK(rig.settings.text(old).isEmpty());
    CHECK_FALSE(rig.settings.text(fresh).isEmpty());
    CHECK_FALSE(rig.settings.text(QStringLiteral("theme")).isEmpty());
    desk::Settings again(*rig.store); // and in the store
    bool loaded = false;
    QObject::connect(&again, &desk::Settings::loaded, &again, [&] { loaded = true; });
    again.load();
    REQUIRE(rig.until([&] { return loaded; }));
    CHECK(again.keys(u"loss.") == QStringList{fresh});
}

TEST_CASE("a telephone that makes no sense is kept as it was typed when Escape closes the settings", "[ui][settings]")
{
    WindowRig rig;
    rig.open();
    QSignalSpy chosen(&rig.window(), &ui::MainWindow::preferencesChosen);
    rig.key(Qt::Key_Comma, Qt::ControlModifier);
    REQUIRE(rig.until([&] { return rig.one<ui::SettingsWindow>() != nullptr; }));
    auto *telephone = rig.one<ui::SettingsWindow>()->findChild<QLineEdit *>(QStringLiteral("telephone"));
    telephone->setFocus();
    QTest::keyClicks(telephone, QStringLiteral("nowhere"));
    QTest::keyClick(telephone, Qt::Key_Escape);
    REQUIRE(rig.until([&] { return rig.one<ui::SettingsWindow>() == nullptr; }));
    REQUIRE(chosen.size() == 1);
    CHECK(chosen.back().front().value<ui::Preferences>().telephone == u"nowhere");
}

TEST_CASE("a kept telephone that makes no sense stands in its field, with what is wrong", "[ui][settings]")
{
    WindowRig rig;
    rig.open();
    ui::Preferences kept;
    const bool sound = GENERATE(false, true);
    kept.telephone = sound ? QStringLiteral("127.0.0.1:4444") : QStringLiteral("127.0.0.1 4444");
    rig.window().usePreferences(kept);
    rig.key(Qt::Key_Comma, Qt::ControlModifier);
    REQUIRE(rig.until([&] { return rig.one<ui::SettingsWindow>() != nullptr; }));
    auto *window = rig.one<ui::SettingsWindow>();
    auto *telephone = window->findChild<QLineEdit *>(QStringLiteral("telephone"));
    const auto complains = [&] {
        const auto labels = window->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [](const QLabel *label) { return label->isVisible() && label->text().contains(u"127.0.0.1:4444"); });
    };
    CHECK(telephone->text() == kept.telephone);
    CHECK(complains() != sound);
    telephone->setText(QStringLiteral("127.0.0.1:4444"));
    Q_EMIT telephone->editingFinished();
    CHECK_FALSE(complains());
}
