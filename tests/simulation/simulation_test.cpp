// SPDX-License-Identifier: GPL-3.0-or-later
#include "Catch.h"
#include "FaultVfs.h"
#include "Paths.h"
#include "Planting.h"
#include "Shrink.h"

#include <QDir>
#include <QFile>

#include <cstdio>

using namespace comptoir;
using sim::Plan;

namespace {

quint64 numberFrom(const char *variable, quint64 otherwise)
{
    const QByteArray value = qgetenv(variable);
    return value.isEmpty() ? otherwise : value.toULongLong();
}

Plan planFrom(const QString &options)
{
    const auto plan = Plan::parse(options);
    INFO(options.toStdString());
    REQUIRE(plan);
    return *plan;
}

/// Fails, with one line that replays the smallest run that does.
void report(const Plan &plan, const sim::Ran &failed)
{
    const auto shrunk = sim::shrink(plan, failed, qint64(numberFrom("COMPTOIR_SHRINK_S", 60)) * 1000,
                                    [](const Plan &one) { return sim::runPlan(one); });
    const std::string bug = qgetenv("COMPTOIR_PLANT").toStdString();
    const std::string commit = qEnvironmentVariable("COMPTOIR_COMMIT", QStringLiteral("unknown")).toStdString();
    std::printf("seed %llu failed: %s\n", static_cast<unsigned long long>(plan.seed), failed.failure->note.c_str());
    std::printf("replay: tests/simulation/run.sh %s%s  # commit %s, after %d runs: %s\n", shrunk.plan.options().toUtf8().constData(),
                bug.empty() ? "" : (" --plant " + bug).c_str(), commit.c_str(), shrunk.runs, shrunk.ran.failure->check.c_str());
    FAIL("seed " << plan.seed << ": " << failed.failure->check << ": " << failed.failure->note);
}

} // namespace

TEST_CASE("consoles and service agree in the end and nothing confirmed is lost, whatever fails", "[simulation][production]")
{
    sim::installFaultVfs();
    REQUIRE(sim::plantNamed(qgetenv("COMPTOIR_PLANT")));
    const bool twice = numberFrom("COMPTOIR_TWICE", 0) != 0;
    const quint64 seeds = numberFrom("COMPTOIR_SEEDS", 100);
    Plan plan = planFrom(QString::fromUtf8(qgetenv("COMPTOIR_RUN")));
    const quint64 first = numberFrom("COMPTOIR_SEED", plan.seed);
    for (plan.seed = first; plan.seed < first + seeds; ++plan.seed) {
        const sim::Ran ran = sim::runPlan(plan, twice);
        if (ran.failure) {
            report(plan, ran);
        }
        if (twice && sim::runPlan(plan, true).trace != ran.trace) {
            FAIL("seed " << plan.seed << " does not give the same run twice");
        }
    }
    std::printf("%llu seeds held from %llu\n", static_cast<unsigned long long>(seeds), static_cast<unsigned long long>(first));
}

TEST_CASE("the same seed gives the same run to the last byte", "[simulation][replay]")
{
    sim::installFaultVfs();
    for (const char *options : {"--seed 3", "--seed 11", "--seed 5 --without drop --steps 20 --skip 16,33"}) {
        INFO(options);
        const Plan plan = planFrom(QString::fromUtf8(options));
        const sim::Ran once = sim::runPlan(plan, true);
        CHECK_FALSE(once.trace.empty());
        CHECK(once.trace == sim::runPlan(plan, true).trace);
    }
}

TEST_CASE("runs that once found something hold now", "[simulation][regression]")
{
    sim::installFaultVfs();
    const QDir folder(tests::sourceDir() + QStringLiteral("/tests/simulation/regressions"));
    const QStringList files = folder.entryList({QStringLiteral("*.run")}, QDir::Files, QDir::Name);
    CHECK(files.size() >= 3);
    for (const QString &name : files) {
        INFO(name.toStdString());
        QFile file(folder.filePath(name));
        REQUIRE(file.open(QIODevice::ReadOnly));
        const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
        int runs = 0;
        for (const QString &line : lines) {
            if (line.startsWith(u'#')) {
                continue;
            }
            ++runs;
            const auto failure = sim::runPlan(planFrom(line)).failure.value_or(sim::Ran::Failure{});
            CHECK(failure.check + failure.note == "");
        }
        CHECK(runs > 0);
    }
}
