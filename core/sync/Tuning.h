// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace comptoir::sync {

/// Every limit of synchronisation, with its reason. A value, so that tests and the simulator can hurry.
struct Tuning
{
    /// First wait after a failure; doubles to the longest, drawn evenly from 0 to it (full jitter: consoles that lost the
    /// service together do not come back together).
    qint64 backOffFirstMs = 1000;
    qint64 backOffMostMs = 60'000;
    /// A request older than this is given up, whatever the transport says: nothing may hang for ever.
    qint64 watchdogMs = 90'000;
    /// After a nudge consoles spread their pulls, so that a change does not call all of them at once: so much per console
    /// seen at work beyond the free ones, at most the longest. A small desk waits for nothing.
    qint64 spreadPerConsoleMs = 10;
    int spreadFreeConsoles = 25;
    qint64 spreadMostMs = 2000;
    /// The same after the service was lost, where everybody comes back.
    qint64 lostSpreadPerConsoleMs = 150;
    qint64 lostSpreadMostMs = 30'000;
    /// A console that waits for a lost service, or one that answered that it cannot now (its database is away), and is being worked at tries again so soon after its last try, drawn evenly from the first to the
    /// first and the second, and as much later as a large desk spreads (above): the operator sees the service within seconds of its return,
    /// and a thousand operators who type do not ask all at once. One who does nothing waits as the back-off says.
    qint64 activeRetryMs = 3000;
    qint64 activeRetrySpreadMs = 3000;
    /// The same after the machine has found a network again: nothing was asked in vain before.
    qint64 networkUpSpreadMs = 1000;
    /// Asks without a nudge: rarely while events tell (how far backups reach), more often while they do not.
    qint64 pollMs = 300'000;
    qint64 pollWithoutEventsMs = 15'000;
    /// Tries to open the stream of events again; twice as long after each time that it did not open, until polls without it try it.
    qint64 eventsRetryMs = 5000;
    /// Operations in one request and their bytes (the protocol's limits).
    int mostOps = 50;
    qsizetype mostOpsBytes = 256 * 1024;
    /// Of a scope, how many waiting operations are looked at for a batch: some wait for operations of other scopes.
    int mostLookedAt = 200;
    /// So many answers 500 to one batch, the service being well otherwise, mean that something in it is poison.
    int mostServerErrors = 3;
    /// A scope whose copy was not what the service has is fetched anew at once, and again no sooner than this: what does not help must not
    /// load the service for ever.
    qint64 repairAgainMs = 3'600'000;
    /// A service that is too old or too new for this console is asked again after so long.
    qint64 upgradeRetryMs = 60'000;
};

} // namespace comptoir::sync
