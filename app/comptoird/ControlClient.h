// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Admin.h"

namespace comptoir::service {

/// Asks the service that holds a data folder, through its socket; waits for the answer, and shows how far it has come meanwhile.
[[nodiscard]] base::Result<AdminReply> askService(const QString &socket, const AdminRequest &request,
                                                  const std::function<void(qint64 done, qint64 of)> &progress = {});

} // namespace comptoir::service
