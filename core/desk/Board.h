// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Contact.h"
#include "DeskParts.h"
#include "QueueFilter.h"
#include "Result.h"

#include <QFuture>
#include <QObject>

#include <memory>

namespace comptoir::desk {

/// One operator as the service's presence shows them.
struct OperatorLine
{
    domain::OperatorId id;
    QString name;
    domain::OperatorState state = domain::OperatorState::Offline;
    QString pauseReason;
    qint64 sinceMs = 0; ///< 0 = unknown
    QString with; ///< place of the caller, never more

    bool operator==(const OperatorLine &) const = default;
};

/// A figure with its label's key and the list behind it.
struct BoardBar
{
    QString label;
    QString code; ///< state or age code where the label is for the user interface to word
    int count = 0;
    int breached = 0;
    QueueFilter filter;

    bool operator==(const BoardBar &) const = default;
};

struct BoardFigures
{
    qint64 madeMs = 0;
    int callsWaiting = 0;
    qint64 oldestWaitingSinceMs = 0; ///< 0 = none waits
    int callsTakenToday = 0;
    int callsMissedToday = 0;
    int open = 0;
    int breached = 0;
    int dueSoon = 0;
    int unassigned = 0;
    bool presenceKnown = false; ///< false while the service is away: operators and waiting calls are then unknown, not zero
    std::vector<BoardBar> byState;
    std::vector<BoardBar> byGroup;
    std::vector<BoardBar> byOrganisation; ///< most first
    std::vector<BoardBar> byAge; ///< codes `today`, `days_1_3`, `days_4_7`, `days_8_30`, `older`
    std::vector<OperatorLine> operators;

    bool operator==(const BoardFigures &) const = default;
};

/// The supervisor's figures, from the mirror and the service's presence.
class Board : public QObject
{
    Q_OBJECT

public:
    Board(const DeskParts &parts, QObject *parent = nullptr);
    ~Board() override;

    [[nodiscard]] QFuture<base::Result<BoardFigures>> figures();
    /// The calls that ring now, oldest first: one for each that `callsWaiting` counts. Who calls is not told by the service, only where it
    /// rings (`handledBy`) and since when (`startedMs`, 0 where unknown). None while presence is not known.
    [[nodiscard]] std::vector<domain::Contact> waitingCalls() const;
    [[nodiscard]] bool presenceKnown() const;
    /// A presence message of the service (JSON of wire::EventMessage).
    void takePresence(const QByteArray &message);
    /// The events stream closed: presence is unknown from now on.
    void losePresence();

Q_SIGNALS:
    void moved();

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace comptoir::desk
