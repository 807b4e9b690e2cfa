// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "SyncStatus.h"
#include "Tuning.h"

#include <QObject>

#include <memory>

namespace comptoir::base {
class Clock;
class Random;
class Scheduler;
} // namespace comptoir::base

namespace comptoir::store {
class Store;
}

namespace comptoir::sync {

class Transport;

/// Keeps mirror and service in agreement: pushes the outbox, pulls what moved, listens to events, waits with back-off when nobody answers.
/// Orchestrates on the thread it lives on; decoding and SQL run on the store's threads. Never shows anything, never blocks anything.
class SyncEngine : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        store::Store &store;
        Transport &transport;
        const base::Clock &clock;
        base::Scheduler &scheduler;
        base::Random &random;
        Tuning tuning = {};
    };

    SyncEngine(const Parts &parts, QObject *parent = nullptr);
    ~SyncEngine() override;

    void start();
    void stop();
    /// Tries now, whatever the back-off says (the user asked, the network came back).
    void wake();
    /// The operator is at work: where the service is lost, the next try comes sooner. To be called at any key; does nothing where nothing waits.
    void operatorActive();
    /// The machine has a network again: where the service is lost, the next try comes now, or nearly.
    void networkCameUp();
    [[nodiscard]] const SyncStatus &status() const;

Q_SIGNALS:
    void statusChanged(const comptoir::sync::SyncStatus &status);
    /// Server-sent messages that are not synchronisation: presence and calls (JSON).
    void messageArrived(const QByteArray &message);

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace comptoir::sync
