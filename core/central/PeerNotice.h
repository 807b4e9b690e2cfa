// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "EventMessages.h"
#include "SessionTable.h"

namespace comptoir::central {

/// What the instances of a service that share a database tell each other, so that those who listen at one hear of what was done at another.
/// Losing one costs time, never data: the cursors are the truth.
struct PeerNotice
{
    std::map<domain::ScopeId, qint64> moved = {};
    std::vector<wire::PresenceMessage> presence = {};
    std::vector<domain::OperatorId> present = {}; ///< whose consoles listen here still
    std::vector<domain::OperatorId> rightsOf = {}; ///< whose rights changed
    std::vector<FamilyId> ended = {}; ///< sign-ins that ended
    bool asks = false; ///< an instance that has just come wants to hear who is there

    /// Takes up what `later` tells.
    void merge(const PeerNotice &later);
    [[nodiscard]] bool isEmpty() const;
    /// As JSON, in as many texts as it takes for none to exceed what a notification of PostgreSQL's holds.
    [[nodiscard]] std::vector<QByteArray> encode() const;
    [[nodiscard]] static base::Result<PeerNotice> decode(const QByteArray &json);
};

} // namespace comptoir::central
