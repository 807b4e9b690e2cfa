// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "LocalMessage.h"
#include "Log.h"
#include "Preferences.h"
#include "Result.h"

#include <QStringList>

#include <optional>

namespace comptoir::console {

/// What the command line said.
struct Options
{
    enum class Action { Run, Help, Version, Tell };

    Action action = Action::Run;
    QString service;
    QString login;
    QString passwordFile;
    bool keepSignIn = false; ///< a start by the password file puts the sign-in into the keyring
    QString data; ///< root of the profiles
    QString language = QStringLiteral("system");
    QString theme = QStringLiteral("system");
    bool animations = true;
    QString baresipHost; ///< empty = no softphone
    quint16 baresipPort = 0;
    QString assistPolicy;
    QString authorities;
    base::LogLevel logLevel = base::LogLevel::Info;
    QString logFolder;
    std::optional<net::LocalMessage> message; ///< a call event or a URI; Tell = for the running console only

    QStringList said; ///< names of the options that stood on the command line
    int sizePercent = 100;

    /// What the command line left unsaid is as kept in the settings.
    void fillFrom(const ui::Preferences &kept);

    /// Invalid with one sentence for a command line that cannot be understood.
    [[nodiscard]] static base::Result<Options> read(const QStringList &arguments);
    [[nodiscard]] static QString helpText();
};

/// The password in a file that only its owner may read (0600). NotFound, Forbidden, Invalid. A newline at its end is not part of it.
[[nodiscard]] base::Result<QString> passwordIn(const QString &path);

} // namespace comptoir::console
