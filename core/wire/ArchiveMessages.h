// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Ids.h"
#include "Limits.h"
#include "Result.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace comptoir::wire {

/// Tickets of one answer to an ArchiveSearch, at most.
inline constexpr int kMostFound = 50;

/// `POST /v1/archive/search`: tickets that no console keeps any more. The answer, and that of `GET /v1/archive/{scope}/{ticket}`, is a ChangesReply
/// that is not applied to a copy: pages from 0, rows under their last seq.
struct ArchiveSearch
{
    QString text; ///< a number (whole, in whatever case), or beginnings of words
    int limit = 0; ///< tickets wanted at most; 0 = kMostFound
    std::vector<domain::ScopeId> scopes; ///< none: all that are granted

    [[nodiscard]] QByteArray encode() const;
    [[nodiscard]] static base::Result<ArchiveSearch> decode(QByteArrayView json);
    bool operator==(const ArchiveSearch &) const = default;
};

/// `/v1/archive/{scope}/{ticket}`, filled in.
[[nodiscard]] QByteArray archivePath(domain::ScopeId scope, domain::TicketId ticket);

} // namespace comptoir::wire
