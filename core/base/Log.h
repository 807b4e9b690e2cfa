// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Result.h"

#include <QLoggingCategory>

namespace comptoir::base {

/// The categories of the log. What is logged names ids, counts and durations, never a person, a number or a text typed.
Q_DECLARE_LOGGING_CATEGORY(lcApp)
Q_DECLARE_LOGGING_CATEGORY(lcStore)
Q_DECLARE_LOGGING_CATEGORY(lcSync)
Q_DECLARE_LOGGING_CATEGORY(lcNet)
Q_DECLARE_LOGGING_CATEGORY(lcDesk)
Q_DECLARE_LOGGING_CATEGORY(lcCentral)
Q_DECLARE_LOGGING_CATEGORY(lcHttp)
Q_DECLARE_LOGGING_CATEGORY(lcUi)

enum class LogLevel { Error, Warning, Info, Debug };

/// Reads `error`, `warning`, `info` or `debug`.
[[nodiscard]] Result<LogLevel> logLevelFrom(const QString &word);

/// Sends the log to `folder`/`program`.log (0600, one line an event, control characters escaped, kept to 5 MiB and one
/// predecessor) and, from warnings on, to standard error. An empty folder means standard error alone.
[[nodiscard]] Result<> startLog(const QString &program, const QString &folder, LogLevel level);

/// `$XDG_STATE_HOME/comptoir`, by default `~/.local/state/comptoir`.
[[nodiscard]] QString defaultLogFolder();

} // namespace comptoir::base
