// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "DataFolder.h"

#include <QStringList>

namespace comptoir::service {

struct AdminReply;
struct AdminRequest;

/// Does it here, or where a service holds the data folder, there. An error: neither could be asked.
[[nodiscard]] base::Result<AdminReply> askAdmin(const DataFolder &folder, const AdminRequest &request);
/// Prints the reply and tells the exit code.
[[nodiscard]] int tellReply(const AdminReply &reply);
/// Does it here, or where a service holds the data folder, there; prints the reply and tells the exit code.
[[nodiscard]] int runAdmin(const DataFolder &folder, const AdminRequest &request);

/// `comptoird user add|passwd|grant|revoke|list …`
[[nodiscard]] int runUser(const QStringList &words);
/// `comptoird verify`
[[nodiscard]] int runVerify(const QStringList &words);
/// `comptoird backup FILE`
[[nodiscard]] int runBackup(const QStringList &words);

} // namespace comptoir::service
