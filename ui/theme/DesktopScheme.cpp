// SPDX-License-Identifier: GPL-3.0-or-later
#include "DesktopScheme.h"

#include "Log.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QPalette>

namespace comptoir::ui {

namespace {

const QString kService = QStringLiteral("org.freedesktop.portal.Desktop");
const QString kPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString kInterface = QStringLiteral("org.freedesktop.portal.Settings");
const QString kSpace = QStringLiteral("org.freedesktop.appearance");
const QString kColour = QStringLiteral("color-scheme");
const QString kContrastKey = QStringLiteral("contrast");
constexpr int kAnswerWithinMs = 5000;

/// The portal's `Read` wraps its answer in one variant more than its signal does.
QVariant unwrapped(QVariant value)
{
    while (value.canConvert<QDBusVariant>()) {
        value = value.value<QDBusVariant>().variant();
    }
    return value;
}

} // namespace

DesktopScheme::DesktopScheme(const QPalette &desktop, QObject *parent)
    : QObject(parent)
    , m_palette(desktop.color(QPalette::WindowText).lightness() > desktop.color(QPalette::Window).lightness() ? Scheme::Dark
                                                                                                              : Scheme::Light)
{}

Scheme DesktopScheme::scheme() const
{
    if (m_contrast) {
        return Scheme::Contrast;
    }
    return m_light == Light::Unsaid ? m_palette : m_light == Light::Dark ? Scheme::Dark : Scheme::Light;
}

void DesktopScheme::ask()
{
    ask(QDBusConnection::sessionBus());
}

void DesktopScheme::ask(QDBusConnection bus)
{
    if (!bus.isConnected()) {
        qCDebug(base::lcUi) << "no session bus: the look follows the palette";
        return;
    }
    // From whoever speaks there: to name the sender would make this thread wait for the bus to look it up.
    qRegisterMetaType<QDBusVariant>(); // else the slot's signature is unknown until the first answer
    const bool followed = bus.connect({}, kPath, kInterface, QStringLiteral("SettingChanged"), this,
                                      "1onSettingChanged(QString,QString,QDBusVariant)"); // D-Bus knows no typed connection
    if (!followed) {
        qCWarning(base::lcUi) << "the desktop's look is read once and not followed";
    }
    read(bus, kColour);
    read(bus, kContrastKey);
}

void DesktopScheme::read(QDBusConnection &bus, const QString &key)
{
    QDBusMessage question = QDBusMessage::createMethodCall(kService, kPath, kInterface, QStringLiteral("Read"));
    question << kSpace << key;
    auto *answer = new QDBusPendingCallWatcher(bus.asyncCall(question, kAnswerWithinMs), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, key, answer] {
        answer->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *answer;
        if (reply.isError()) {
            qCDebug(base::lcUi) << "the desktop does not say" << key << ":" << reply.error().message();
        } else {
            take(key, unwrapped(reply.value().variant()));
        }
    });
}

void DesktopScheme::onSettingChanged(const QString &space, const QString &key, const QDBusVariant &value)
{
    if (space == kSpace) {
        take(key, unwrapped(value.variant()));
    }
}

void DesktopScheme::take(const QString &key, const QVariant &value)
{
    const Scheme before = scheme();
    const uint said = value.toUInt();
    if (key == kColour) {
        m_light = said == 1 ? Light::Dark : said == 2 ? Light::Light : Light::Unsaid;
    } else if (key == kContrastKey) {
        m_contrast = said == 1;
    }
    if (scheme() != before) {
        Q_EMIT changed(scheme());
    }
}

} // namespace comptoir::ui

#include "moc_DesktopScheme.cpp"
