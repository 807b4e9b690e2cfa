// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CallSource.h"
#include "Catalogue.h"
#include "Clock.h"
#include "DeskParts.h"
#include "IdSource.h"
#include "Person.h"
#include "Random.h"
#include "Store.h"
#include "Ticket.h"

#include <QTemporaryDir>

namespace comptoir::tests {

/// A clock that stands until it is moved.
class HandClock final : public base::Clock
{
public:
    qint64 ms = 1'700'000'000'000;
    [[nodiscard]] qint64 nowMs() const override { return ms; }
    [[nodiscard]] qint64 bootMs() const override { return ms - 1'699'000'000'000; }
    [[nodiscard]] QByteArray bootId() const override { return QByteArrayLiteral("boot"); }
};

/// A telephone that remembers what it was told and says what it is told to say.
class HandTelephone final : public desk::CallSource
{
public:
    QStringList commands;
    bool connected = true;

    [[nodiscard]] bool controlsCalls() const override { return connected; }
    [[nodiscard]] bool isConnected() const override { return connected; }
    void answer(const QString &id) override { commands += u"answer " + id; }
    void hangUp(const QString &id) override { commands += u"hangup " + id; }
    void hold(const QString &id) override { commands += u"hold " + id; }
    void resume(const QString &id) override { commands += u"resume " + id; }
    void transfer(const QString &id, const QString &number) override { commands += QString(u"transfer " + id + u' ' + number); }
    void dial(const QString &number) override { commands += u"dial " + number; }

    void say(desk::CallEvent::Kind kind, const QString &id, const QString &number = {}, const QString &name = {},
             const QString &cause = {});
};

/// A desk on a store in a temporary folder, all on one thread: Mérignac with Claire Martin on 4201, Pessac with Paul Durand. The store answers
/// at once, or through `answers`, which may put that off.
class DeskRig
{
public:
    DeskRig() : DeskRig(store::Store::Post()) {}
    explicit DeskRig(store::Store::Post answers);

    QTemporaryDir folder;
    HandClock clock;
    base::SeededRandom random{7};
    base::IdSource ids{clock, random};
    std::unique_ptr<store::Store> store;
    desk::DeskSession session;
    std::unique_ptr<desk::Catalogue> catalogue;

    domain::OrganisationId merignac;
    domain::OrganisationId pessac;
    domain::GroupId group;
    domain::PersonId claire;
    domain::PersonId paul;
    domain::AssetId workstation;

    [[nodiscard]] desk::DeskParts parts();
    [[nodiscard]] domain::Ticket written(const QString &summary, domain::OrganisationId organisation = {}) const;

private:
    void fill();
};

/// Lets posted work run until the future is there; its result.
template <class T>
T settled(QFuture<T> future);

/// Runs the event loop until nothing is left to do.
void runPosted();

template <class T>
T settled(QFuture<T> future)
{
    for (int turn = 0; turn < 10'000 && !future.isFinished(); ++turn) {
        runPosted();
    }
    return future.result();
}

} // namespace comptoir::tests
