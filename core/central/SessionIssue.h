// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Fault.h"
#include "SessionMessages.h"
#include "SessionTable.h"
#include "Token.h"

namespace comptoir::central {

/// New tokens of the family under its rotation, and all the console is told with them. 401 where the operator is no longer active.
[[nodiscard]] Answer<wire::SessionReply> issueTokens(store::Db &db, const SessionTable::Family &family, const QString &deviceName,
                                                     base::Random &random, qint64 nowMs);

/// The next tokens for a refresh token. The outer Result fails only with the database; a refusal may have ended the family and is to be committed.
[[nodiscard]] base::Result<Answer<wire::SessionReply>> rotateTokens(store::Db &db, const wire::RefreshRequest &request,
                                                                    base::Random &random, qint64 nowMs);

} // namespace comptoir::central
