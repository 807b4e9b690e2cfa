// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Result.h"

#include <boost/asio/ssl/context.hpp>

#include <memory>

namespace comptoir::service {

/// TLS 1.2 or newer with the certificate chain and key of two PEM files.
[[nodiscard]] base::Result<std::shared_ptr<boost::asio::ssl::context>> tlsContext(const QString &certificate, const QString &key);

} // namespace comptoir::service
