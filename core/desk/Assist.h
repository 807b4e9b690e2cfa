// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "AssistLauncher.h"
#include "DeskParts.h"
#include "Payloads.h"

#include <QObject>

#include <memory>
#include <vector>

namespace comptoir::desk {

class Tickets;

/// Takes the caller's machine over: picks the tool from policy and from what the machine reports, insists on the caller's agreement,
/// writes start, end and duration to the ticket.
class Assist : public QObject
{
    Q_OBJECT

public:
    /// One way that would work for this machine.
    struct Offer
    {
        QString tool; ///< policy name, `vnc`
        QString target; ///< host::port or the tool's id
        QString command; ///< the exact command or URI, to be shown
        bool tracksEnd = false; ///< start and end are read from the tool; otherwise the operator says when it ended

        bool operator==(const Offer &) const = default;
    };

    struct Session
    {
        enum class Phase { None, Starting, Running, Ended };
        Phase phase = Phase::None;
        domain::TicketId ticket;
        domain::AssetId asset;
        QString assetName;
        Offer offer;
        qint64 startedMs = 0;
        qint64 durationMs = 0;
        QString outcome; ///< TicketAssist::outcome

        bool operator==(const Session &) const = default;
    };

    Assist(const DeskParts &parts, Tickets &tickets, AssistLauncher &launcher, QObject *parent = nullptr);
    ~Assist() override;

    /// Best first; empty where nothing can reach the machine.
    [[nodiscard]] std::vector<Offer> offers(const domain::Asset &asset) const;
    /// Starts; the caller's agreement was given at `agreedMs`. Refused while another session runs.
    void start(domain::TicketId ticket, const domain::Asset &asset, const Offer &offer, qint64 agreedMs);
    /// The caller said no: that too is written.
    void declined(domain::TicketId ticket, const domain::Asset &asset, const Offer &offer);
    void end();
    [[nodiscard]] const Session &session() const;

Q_SIGNALS:
    void sessionChanged(const comptoir::desk::Assist::Session &session);
    void failed(const comptoir::base::Error &error);

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace comptoir::desk
