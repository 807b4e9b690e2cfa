// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Result.h"

#include <QUrl>

class QSslConfiguration;

namespace comptoir::net {

/// Reads and checks the address of a service as somebody typed it (`desk.example.org`, `https://desk.example.org:8443`).
/// Invalid for anything but https, or http to this machine itself; no user, query or fragment.
[[nodiscard]] base::Result<QUrl> serviceUrl(const QString &written);

/// TLS 1.2 or newer, peer verified. `authorities` is a PEM file of private authorities, trusted beside the system's; empty = none.
/// NotFound or Invalid where that file cannot be read or holds no certificate.
[[nodiscard]] base::Result<QSslConfiguration> tlsFor(const QString &authorities);

/// The address in a form fit for the name of a folder: `desk.example.org`, `127.0.0.1_8470`.
[[nodiscard]] QString folderNameOf(const QUrl &service);

} // namespace comptoir::net
