// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CallSource.h"

#include <QJsonObject>

#include <optional>

namespace comptoir::net {

/// One message of baresip's ctrl_tcp as a call event; nothing for what is no call's event (registrations, answers, other classes).
[[nodiscard]] std::optional<desk::CallEvent> baresipEvent(const QJsonObject &message);

/// The user part of a SIP address: `sip:0556102030@host:5080;x=y` → `0556102030`; percent-decoded, at most 64 characters.
[[nodiscard]] QString sipUser(const QString &uri);

/// The cause of a hang-up from baresip's `param` ("Connection reset by user", "486 Busy Here", "Rejected by user", …).
[[nodiscard]] QString baresipCause(const QString &param);

} // namespace comptoir::net
