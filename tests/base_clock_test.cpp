// SPDX-License-Identifier: GPL-3.0-or-later
#include "Catch.h"

#include "Clock.h"
#include "Scheduler.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QObject>

using namespace comptoir::base;

TEST_CASE("the machine's clocks move forward and name the boot", "[base][clock]")
{
    const SystemClock clock;
    const qint64 bootMs = clock.bootMs();
    CHECK(clock.nowMs() > 1'700'000'000'000);
    CHECK(bootMs > 0);
    CHECK(clock.bootMs() >= bootMs);
    CHECK(clock.bootId().size() == 36);
    CHECK(clock.bootId() == SystemClock().bootId());
}

TEST_CASE("scheduled work runs once, and not after its context is gone", "[base][clock]")
{
    QtScheduler scheduler;
    QObject alive;
    auto gone = std::make_unique<QObject>();
    int runs = 0;
    int lost = 0;
    QEventLoop loop;
    scheduler.after(0, &alive, [&] { ++runs; });
    scheduler.after(0, gone.get(), [&] { ++lost; });
    scheduler.after(30, &alive, [&] { loop.quit(); });
    gone.reset();
    loop.exec();
    CHECK(runs == 1);
    CHECK(lost == 0);
}
