// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CallSource.h"
#include "CallState.h"
#include "CallerCard.h"
#include "DeskParts.h"

#include <memory>

namespace comptoir::desk {

/// From the ring to the end of the wrap-up: shows the number at once, finds who it may be, logs the contact.
class CallHandling : public QObject
{
    Q_OBJECT

public:
    CallHandling(const DeskParts &parts, QObject *parent = nullptr);
    ~CallHandling() override;

    /// Listens to a telephone, which must outlive this object or be removed by its destruction.
    void add(CallSource *source);
    [[nodiscard]] const CallState &state() const;

    void answer();
    void hangUp();
    void toggleHold();
    void transfer(const QString &number);
    void dial(const QString &number);
    void finishWrapUp(const QString &note);
    void changeState(domain::OperatorState state, const QString &pauseReason);
    /// The operator says who calls: the contact is rewritten, the number is learned where `learn` and it was unknown.
    void identify(domain::PersonId person, bool learn);
    /// Puts a ticket opened during the call into its contact.
    void attach(domain::TicketId ticket);
    /// Shows the card of somebody found by search (no call needed).
    void openCard(domain::PersonId person);
    /// Reads the current call's card anew: something on it may have moved. Nothing without a call.
    void readCardAgain();
    /// The call's card as it stands; fields empty while none.
    [[nodiscard]] const CallerCard &card() const;

Q_SIGNALS:
    /// Before any database: the call bar follows this.
    void stateChanged(const comptoir::desk::CallState &state);
    void cardReady(const comptoir::desk::CallerCard &card);
    /// Something could not be kept or commanded.
    void failed(const comptoir::base::Error &error);

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace comptoir::desk
