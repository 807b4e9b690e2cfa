// SPDX-License-Identifier: GPL-3.0-or-later
#include "Catch.h"
#include "DesktopScheme.h"
#include "Theme.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QElapsedTimer>
#include <QPalette>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace comptoir;
using ui::DesktopScheme;
using ui::Scheme;

namespace {

/// A bus daemon of this test's own.
class Bus
{
public:
    Bus()
    {
        m_daemon.start(u"dbus-daemon"_qs, {u"--session"_qs, u"--nofork"_qs, u"--nopidfile"_qs, u"--print-address"_qs});
        REQUIRE(m_daemon.waitForReadyRead(10'000));
        m_address = QString::fromUtf8(m_daemon.readLine().trimmed());
    }
    ~Bus()
    {
        for (const QString &name : m_names) {
            QDBusConnection::disconnectFromBus(name);
        }
        m_daemon.kill();
        m_daemon.waitForFinished(5000);
    }
    Bus(const Bus &) = delete;
    Bus &operator=(const Bus &) = delete;

    QDBusConnection connection(const QString &name)
    {
        m_names << name;
        QDBusConnection one = QDBusConnection::connectToBus(m_address, name);
        REQUIRE(one.isConnected());
        return one;
    }

private:
    QProcess m_daemon;
    QString m_address;
    QStringList m_names;
};

/// The settings of a desktop portal.
class Portal : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    explicit Portal(const QDBusConnection &bus) : m_bus(bus)
    {
        qRegisterMetaType<QDBusVariant>();
        REQUIRE(m_bus.registerObject(u"/org/freedesktop/portal/desktop"_qs, this,
                                     QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
        REQUIRE(m_bus.registerService(u"org.freedesktop.portal.Desktop"_qs));
    }

    void set(const QString &key, uint value)
    {
        m_values[key] = value;
        Q_EMIT SettingChanged(u"org.freedesktop.appearance"_qs, key, QDBusVariant(value));
    }
    bool silent = false; ///< a portal that hangs
    int asked = 0;

public Q_SLOTS:
    QDBusVariant Read(const QString &, const QString &key)
    {
        ++asked;
        if (silent) {
            setDelayedReply(true);
            return {};
        }
        return QDBusVariant(QVariant::fromValue(QDBusVariant(m_values.value(key, 0U))));
    }

Q_SIGNALS:
    void SettingChanged(const QString &space, const QString &key, const QDBusVariant &value);

private:
    QDBusConnection m_bus;
    QMap<QString, uint> m_values;
};

QPalette paletteOf(Qt::GlobalColor ground, Qt::GlobalColor text)
{
    QPalette palette;
    palette.setColor(QPalette::Window, ground);
    palette.setColor(QPalette::WindowText, text);
    return palette;
}

} // namespace

TEST_CASE("the desktop's wish is read from its portal and followed when it changes", "[ui][theme]")
{
    Bus bus;
    Portal portal(bus.connection(u"portal"_qs));
    portal.set(u"color-scheme"_qs, 1);
    DesktopScheme desktop(paletteOf(Qt::white, Qt::black));
    QSignalSpy changes(&desktop, &DesktopScheme::changed);
    CHECK(desktop.scheme() == Scheme::Light);
    desktop.ask(bus.connection(u"desk"_qs));
    REQUIRE(QTest::qWaitFor([&] { return desktop.scheme() == Scheme::Dark; }, 10'000));
    CHECK(changes.size() == 1);
    portal.set(u"color-scheme"_qs, 2);
    REQUIRE(QTest::qWaitFor([&] { return desktop.scheme() == Scheme::Light; }, 10'000));
    portal.set(u"contrast"_qs, 1);
    REQUIRE(QTest::qWaitFor([&] { return desktop.scheme() == Scheme::Contrast; }, 10'000));
    portal.set(u"contrast"_qs, 0);
    REQUIRE(QTest::qWaitFor([&] { return desktop.scheme() == Scheme::Light; }, 10'000));
    CHECK(changes.size() == 4);
}

TEST_CASE("a portal that says nothing leaves the palette to decide, and nobody waits for it", "[ui][theme]")
{
    Bus bus;
    Portal portal(bus.connection(u"portal"_qs));
    portal.silent = true;
    DesktopScheme desktop(paletteOf(Qt::black, Qt::white));
    CHECK(desktop.scheme() == Scheme::Dark);
    QElapsedTimer timer;
    timer.start();
    desktop.ask(bus.connection(u"desk"_qs));
    CHECK(timer.elapsed() < 1000);
    REQUIRE(QTest::qWaitFor([&] { return portal.asked == 2; }, 10'000));
    CHECK(desktop.scheme() == Scheme::Dark);
}

TEST_CASE("without a session bus the palette decides", "[ui][theme]")
{
    DesktopScheme dark(paletteOf(Qt::black, Qt::white));
    dark.ask(QDBusConnection::connectToBus(u"unix:path=/nowhere/at/all"_qs, u"none"_qs));
    CHECK(dark.scheme() == Scheme::Dark);
    CHECK(DesktopScheme(paletteOf(Qt::white, Qt::black)).scheme() == Scheme::Light);
    CHECK_FALSE(ui::Theme::schemeFrom(u"system"_qs));
    CHECK(ui::Theme::schemeFrom(u"dark"_qs) == Scheme::Dark);
}

#include "ui_scheme_test.moc"
