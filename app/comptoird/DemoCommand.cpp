// SPDX-License-Identifier: GPL-3.0-or-later
#include "DemoCommand.h"

#include "Clock.h"
#include "Commands.h"
#include "Counted.h"
#include "Demo.h"
#include "ExitCode.h"
#include "LocalTime.h"
#include "ProgressLine.h"

#include <QRegularExpression>

namespace comptoir::service {

namespace {

/// `2026-11-20` (its noon) or `2026-11-20T15:20`, as a wall clock in metropolitan France.
std::optional<qint64> momentOf(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^(\\d{4})-(\\d\\d)-(\\d\\d)(?:[T ](\\d\\d):(\\d\\d))?$"));
    const auto match = form.match(text);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const QString time = match.captured(4).isEmpty() ? QStringLiteral("12:00") : QString(match.captured(4) + u':' + match.captured(5));
    const QString french = match.captured(3) + u'/' + match.captured(2) + u'/' + match.captured(1) + u' ' + time;
    return central::readFrenchTime(french.toStdString());
}

/// What the options ask for; the sentence where they are wrong.
base::Result<central::DemoPlan> planOf(const CommandLine &line)
{
    central::DemoPlan plan;
    bool seedRead = false;
    bool scaleRead = false;
    bool monthsRead = false;
    plan.seed = line.value("seed").toULongLong(&seedRead);
    plan.scale = line.value("scale").toDouble(&scaleRead);
    plan.months = line.value("months").toInt(&monthsRead);
    if (!seedRead) {
        return base::fail(base::Error::Kind::Invalid, QStringLiteral("--seed takes a whole number"));
    }
    if (!scaleRead || !(plan.scale >= 0.001 && plan.scale <= 1.5)) {
        return base::fail(base::Error::Kind::Invalid, QStringLiteral("--scale is between 0.001 and 1.5"));
    }
    if (!monthsRead || plan.months < 1 || plan.months > 120) {
        return base::fail(base::Error::Kind::Invalid, QStringLiteral("--months is between 1 and 120"));
    }
    const auto until = line.isSet("until") ? momentOf(line.value("until")) : std::optional(base::SystemClock().nowMs());
    if (!until) {
        return base::fail(base::Error::Kind::Invalid, QStringLiteral("--until takes a date such as 2026-11-20 or 2026-11-20T15:20"));
    }
    plan.untilMs = *until;
    plan.vncTarget = line.value("vnc");
    return plan;
}

} // namespace

int runDemo(const QStringList &words)
{
    CommandLine line(
        "demo",
        "Fills an empty data folder with an invented métropole and its help desk. The same seed, scale and end give the same rows.");
    line.add({QStringLiteral("seed"), QStringLiteral("What chance starts from (1)."), QStringLiteral("N"), QStringLiteral("1")});
    line.add({QStringLiteral("scale"), QStringLiteral("1 is the full size: 20,000 people, 100,000 tickets a year (1)."),
              QStringLiteral("S"), QStringLiteral("1")});
    line.add({QStringLiteral("months"), QStringLiteral("Months of tickets (12)."), QStringLiteral("M"), QStringLiteral("12")});
    line.add({QStringLiteral("until"), QStringLiteral("The demonstration's now, by the clocks of France (now)."), QStringLiteral("DATE")});
    line.add({QStringLiteral("vnc"), QStringLiteral("Where the machine of Claire Martin is reached."), QStringLiteral("HOST::PORT"),
              QStringLiteral("127.0.0.1::5971")});
    if (!line.parse(words)) {
        return line.exitCode();
    }
    if (!line.positionals().isEmpty()) {
        return line.wrong(QStringLiteral("demo takes options only"));
    }
    const auto plan = planOf(line);
    if (!plan) {
        return line.wrong(plan.error().message);
    }
    const DataFolder folder = line.data();
    const auto store = folder.open(false);
    if (!store) {
        return reportFailure(store.error());
    }
    ProgressLine progress(QStringLiteral("tickets"));
    base::SystemRandom salt;
    const auto totals = central::fillDemo(**store, *plan, salt, [&](qint64 done, qint64 of) {
        progress.show(done, of);
        return true;
    });
    if (!totals) {
        return reportFailure(totals.error());
    }
    print(QStringList{counted(totals->organisations, "organisation", "organisations"), counted(totals->sites, "site", "sites"),
                      counted(totals->people, "person", "people"), counted(totals->assets, "asset", "assets")}
              .join(QStringLiteral(", ")));
    print(QStringLiteral("%1 (%2 open), %3 of history, %4")
              .arg(counted(totals->tickets, "ticket", "tickets"))
              .arg(totals->openTickets)
              .arg(counted(totals->entries, "line", "lines"), counted(totals->contacts, "contact", "calls and other contacts")));
    print(QStringLiteral("accounts: %1; password: %2").arg(totals->logins.join(QStringLiteral(", ")), QString(central::kDemoPassword)));
    return kDone;
}

} // namespace comptoir::service
