// SPDX-License-Identifier: GPL-3.0-or-later
#include "Demo.h"

#include "AccountTable.h"
#include "DemoRhythm.h"
#include "DemoTickets.h"
#include "DeviceTable.h"
#include "Durations.h"
#include "GrantTable.h"
#include "MetaTable.h"
#include "PasswordHash.h"

#include <algorithm>
#include <array>

namespace comptoir::central {

namespace {

using base::Result;

constexpr std::size_t kStoriesAtOnce = 2000;

struct Account
{
    const char *login;
    const char *only; ///< the one organisation granted; null = all
};
constexpr std::array<Account, 5> kAccounts{
    {{"amelie", nullptr}, {"bruno", nullptr}, {"sylvie", nullptr}, {"admin", nullptr}, {"karim", "Pessac"}}};

Result<> mustBeEmpty(store::Db &db)
{
    store::Statement query = db.prepare(
        "SELECT EXISTS(SELECT 1 FROM organisation) OR EXISTS(SELECT 1 FROM operator) OR EXISTS(SELECT 1 FROM ticket)");
    const auto row = query.step();
    if (!row) {
        return tl::unexpected(row.error());
    }
    if (query.integer(0) != 0) {
        return base::fail(base::Error::Kind::Invalid,
                          QStringLiteral("this data folder holds data already: the demonstration is only made in an empty one"));
    }
    return {};
}

Result<> putDirectory(store::Db &db, const DemoDirectory &directory)
{
    ScopeWriters writers(db, 512);
    return writers.putAll(directory.organisations)
        .and_then([&] { return writers.putAll(directory.groups); })
        .and_then([&] { return writers.putAll(directory.operators); })
        .and_then([&] { return writers.putAll(directory.categories); })
        .and_then([&] { return writers.putAll(directory.sites); })
        .and_then([&] { return writers.putAll(directory.people); })
        .and_then([&] { return writers.putAll(directory.assets); });
}

Result<> grantAll(store::Db &db, const DemoDirectory &directory, domain::OperatorId who, const char *only)
{
    for (const domain::Organisation &one : directory.organisations) {
        if (only && one.name != QLatin1String(only)) {
            continue;
        }
        if (auto granted = GrantTable::grant(db, who, domain::scopeOf(one.id)); !granted) {
            return tl::unexpected(granted.error());
        }
    }
    return {};
}

Result<> putAccounts(store::Db &db, const DemoDirectory &directory, const QByteArray &password, qint64 nowMs)
{
    for (const Account &account : kAccounts) {
        const auto found = std::find_if(directory.operators.begin(), directory.operators.end(),
                                        [&](const domain::Operator &one) { return one.login == QLatin1String(account.login); });
        Q_ASSERT(found != directory.operators.end());
        const auto done = AccountTable::put(db, found->login, {found->id, password}, nowMs).and_then([&] {
            return grantAll(db, directory, found->id, account.only);
        });
        if (!done) {
            return done;
        }
    }
    return {};
}

/// One console for each operator, so that ticket numbers bear several codes.
Result<std::vector<QString>> putDevices(store::Db &db, const DemoDirectory &directory, qint64 nowMs)
{
    const auto epoch = MetaTable::epoch(db);
    if (!epoch) {
        return tl::unexpected(epoch.error());
    }
    std::vector<QString> out;
    for (const domain::Operator &one : directory.operators) {
        const auto device = demoId<domain::DeviceId>("device", one.login);
        const auto code = DeviceTable::signedIn(db, device, one.id, QStringLiteral("Poste de ") + one.name, *epoch, nowMs);
        if (!code) {
            return tl::unexpected(code.error());
        }
        out.push_back(code->code);
    }
    return out;
}

/// Tickets wait here until there are enough of them for a transaction.
class Stories
{
public:
    Stories(store::Store &store, DemoTotals &totals) : m_store(store), m_totals(totals) {}

    void add(DemoStory story)
    {
        ++m_totals.tickets;
        m_totals.openTickets += domain::isOpen(story.ticket.state) ? 1 : 0;
        m_totals.entries += static_cast<qint64>(story.entries.size());
        m_totals.contacts += story.contact ? 1 : 0;
        m_stories.push_back(std::move(story));
    }
    void add(domain::Contact contact)
    {
        ++m_totals.contacts;
        m_calls.push_back(std::move(contact));
    }
    [[nodiscard]] Result<> writeIfMany() { return m_stories.size() < kStoriesAtOnce ? Result<>() : write(); }
    [[nodiscard]] Result<> write()
    {
        const auto done = inTransaction(m_store, [this](store::Db &db) { return put(db); });
        m_stories.clear();
        m_calls.clear();
        return done;
    }

private:
    Result<> put(store::Db &db) const
    {
        ScopeWriters writers(db, 128);
        for (const DemoStory &story : m_stories) {
            auto done = writers.putAll(story.entries).and_then([&] { return writers.put(story.ticket); });
            if (done && story.contact) {
                done = writers.put(*story.contact);
            }
            if (!done) {
                return done;
            }
        }
        return writers.putAll(m_calls);
    }

    store::Store &m_store;
    DemoTotals &m_totals;
    std::vector<DemoStory> m_stories;
    std::vector<domain::Contact> m_calls;
};

Result<> putTickets(store::Store &store, const DemoPlan &plan, DemoTickets &tickets, DemoTotals &totals, const Progress &progress)
{
    const auto times = openingTimes(plan, plan.scaled(100'000.0 * plan.months / 12, 20));
    Stories stories(store, totals);
    Dice calls(plan.seed, "idle calls");
    for (std::size_t i = 0; i < times.size(); ++i) {
        stories.add(tickets.next(times[i]));
        if (times[i] > plan.untilMs - 30 * base::kDayMs && calls.chance(0.22)) {
            stories.add(tickets.idleCall(times[i]));
        }
        if (auto done = stories.writeIfMany(); !done) {
            return done;
        }
        if (!progress(static_cast<qint64>(i + 1), static_cast<qint64>(times.size()))) {
            return interrupted();
        }
    }
    stories.add(tickets.claires());
    for (DemoStory &story : tickets.majorIncident()) {
        stories.add(std::move(story));
    }
    if (!tickets.refused().isEmpty()) {
        return base::fail(base::Error::Kind::Corrupt,
                          QStringLiteral("the demonstration breaks a rule of the domain: ") + tickets.refused());
    }
    return stories.write();
}

Result<> putCounters(store::Db &db, const std::vector<QString> &codes, const std::vector<qint64> &counters)
{
    for (std::size_t at = 0; at < codes.size(); ++at) {
        if (auto done = DeviceTable::raiseHighest(db, {codes[at], counters[at]}); !done) {
            return done;
        }
    }
    return {};
}

} // namespace

Result<DemoTotals> fillDemo(store::Store &store, const DemoPlan &plan, base::Random &salt, const Progress &progress)
{
    if (auto empty = inSnapshot(store, [](store::Db &db) { return mustBeEmpty(db); }); !empty) {
        return tl::unexpected(empty.error());
    }
    const auto words = DemoWords::read();
    if (!words) {
        return tl::unexpected(words.error());
    }
    // One hash for all: they share one password, which is printed anyway.
    const auto password = secret::hashPassword(kDemoPassword, salt);
    if (!password) {
        return tl::unexpected(password.error());
    }
    const DemoDirectory directory = DemoDirectory::make(plan, *words);
    std::vector<QString> codes;
    const auto begun = inTransaction(store, [&](store::Db &db) {
        return putDirectory(db, directory).and_then([&] { return putAccounts(db, directory, *password, plan.untilMs); }).and_then([&] {
            return putDevices(db, directory, plan.untilMs).map([&](std::vector<QString> made) { codes = std::move(made); });
        });
    });
    if (!begun) {
        return tl::unexpected(begun.error());
    }
    DemoTotals totals;
    DemoTickets tickets(plan, *words, directory, codes);
    const auto filled = putTickets(store, plan, tickets, totals, progress).and_then([&] {
        return inTransaction(store, [&](store::Db &db) { return putCounters(db, codes, tickets.counters()); });
    });
    if (!filled) {
        return tl::unexpected(filled.error());
    }
    totals.organisations = static_cast<qint64>(directory.organisations.size());
    totals.sites = static_cast<qint64>(directory.sites.size());
    totals.people = static_cast<qint64>(directory.people.size());
    totals.assets = static_cast<qint64>(directory.assets.size());
    for (const Account &account : kAccounts) {
        totals.logins += QLatin1String(account.login);
    }
    return totals;
}

} // namespace comptoir::central
