// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CallBook.h"
#include "CardReading.h"
#include "DeskParts.h"

#include <QFuture>
#include <QTimer>

#include <functional>
#include <map>

namespace comptoir::desk {

/// What stands behind CallHandling: the book of calls, tied to the store. Tells what happened through the three functions.
class CallDesk
{
public:
    CallDesk(const DeskParts &with, QObject *whose);

    DeskParts parts;
    CallState state;
    CallerCard card;
    CallBook book;
    std::vector<CallSource *> sources;
    domain::OperatorState wanted = domain::OperatorState::Available; ///< what the operator chose; a call goes over it
    QString wantedReason;
    std::function<void(const CallState &)> tellState;
    std::function<void(const CallerCard &)> tellCard;
    std::function<void(const base::Error &)> tellFailure;

    void take(CallSource *source, const CallEvent &event);
    void drop(CallSource *source);
    /// Works the state out of the book and tells it where it differs.
    void show();
    void command(CallBook::Call &call, const std::function<void(CallSource &)> &order);
    void log(CallBook::Call &call);
    void wrapUp(CallBook::Call &call);
    void readCardOf(const CallBook::Call &call);
    void openCard(domain::PersonId person);
    void identify(domain::ContactId contact, domain::PersonId person, bool learn);

private:
    void read(const CardQuestion &question);
    void takeCard(const CardQuestion &question, base::Result<CallerCard> fresh);
    void settleCaller(CallBook::Call &call, const CallerCard &fresh);
    void showCall(CallState &out) const;
    void report(const base::Result<> &done) const;
    /// One writing about a contact; the latest says all that those before it said.
    using Keep = std::function<QFuture<base::Result<>>()>;
    void keep(domain::ContactId contact, const Keep &what);
    void keepAgain();

    QObject *m_context;
    std::map<domain::ContactId, Keep> m_unkept; ///< what the disk did not take; it is tried again until it does
    QTimer m_again;
};

} // namespace comptoir::desk
