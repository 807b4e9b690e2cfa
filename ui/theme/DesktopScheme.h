// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Tokens.h"

#include <QObject>

class QDBusConnection;
class QDBusVariant;
class QPalette;

namespace comptoir::ui {

/// Which look the desktop prefers. Qt 6.4 does not know: the desktop portal is asked (org.freedesktop.appearance: `color-scheme`,
/// `contrast`) and followed while the program runs. Where none answers, the desktop's palette at the start decides: light text is dark.
class DesktopScheme : public QObject
{
    Q_OBJECT

public:
    /// `desktop` is the palette before any theme of ours.
    explicit DesktopScheme(const QPalette &desktop, QObject *parent = nullptr);

    /// Asks on the session bus without waiting for the answer; `changed` follows where it differs from scheme().
    void ask();
    void ask(QDBusConnection bus);
    /// What is known so far.
    [[nodiscard]] Scheme scheme() const;

Q_SIGNALS:
    void changed(comptoir::ui::Scheme scheme);

private Q_SLOTS:
    void onSettingChanged(const QString &space, const QString &key, const QDBusVariant &value);

private:
    void read(QDBusConnection &bus, const QString &key);
    void take(const QString &key, const QVariant &value);

    enum class Light { Unsaid, Dark, Light };
    Scheme m_palette;
    Light m_light = Light::Unsaid;
    bool m_contrast = false;
};

} // namespace comptoir::ui
