// SPDX-License-Identifier: GPL-3.0-or-later
#include "DemoTickets.h"

#include "DemoRhythm.h"
#include "Durations.h"

#include <algorithm>

namespace comptoir::central {

using domain::Channel;
using domain::Level;

namespace {

constexpr qint64 kCallsKeptMs = 30 * base::kDayMs;

Channel channelOf(Dice &dice)
{
    const double at = dice.unit();
    return at < 0.63 ? Channel::Phone
        : at < 0.82  ? Channel::Portal
        : at < 0.94  ? Channel::Mail
        : at < 0.98  ? Channel::WalkIn
                     : Channel::Chat;
}

} // namespace

DemoTickets::DemoTickets(const DemoPlan &plan, const DemoWords &words, const DemoDirectory &directory, std::vector<QString> codes)
    : m_plan(plan)
    , m_words(words)
    , m_directory(directory)
    , m_sentences(words.choices)
    , m_dice(plan.seed, "tickets")
    , m_codes(std::move(codes))
    , m_counters(m_codes.size(), 0)
{
    for (const auto &leaf : directory.leaves) {
        m_leaves.add(leaf.theme.name, leaf.theme.weight);
    }
}

QString DemoTickets::number(std::size_t opener)
{
    return m_codes[opener] + u'-' + QString::number(++m_counters[opener]);
}

void DemoTickets::chooseLevels(const DemoWords::Theme &theme, domain::Ticket &asked)
{
    const double impact = m_dice.unit();
    const double urgency = m_dice.unit();
    const double high = theme.severe ? 0.16 : theme.request ? 0.0 : 0.008;
    asked.impact = impact < high ? Level::High : impact < (theme.request ? 0.15 : 0.38) ? Level::Medium : Level::Low;
    asked.urgency = urgency < (theme.severe ? 0.2 : 0.03) ? Level::High : urgency < 0.55 ? Level::Medium : Level::Low;
}

void DemoTickets::chooseAsset(Subject &about)
{
    const auto &leaf = m_directory.leaves[about.leaf];
    const std::size_t owner = m_directory.organisationOf[about.person];
    const std::size_t workstation = m_directory.workstationOf[about.person];
    const auto &printer = m_directory.assets[m_dice.pick(m_directory.printersOf[owner])];
    const auto &application = m_directory.assets[m_dice.pick(m_directory.applicationsOf[owner])];
    about.known.insert(QStringLiteral("imprimante"), printer.name);
    about.known.insert(QStringLiteral("appli"), application.name);
    about.known.insert(QStringLiteral("poste"),
                       workstation == DemoDirectory::kNone ? QStringLiteral("PC-ACCUEIL") : m_directory.assets[workstation].name);
    constexpr std::size_t kApplications = 4;
    constexpr std::size_t kPrinting = 5;
    if (leaf.groupAt == kPrinting) {
        about.asked.asset = printer.id;
    } else if (leaf.groupAt == kApplications) {
        about.asked.asset = application.id;
    } else if (workstation != DemoDirectory::kNone && !leaf.theme.severe && m_dice.chance(0.75)) {
        about.asked.asset = m_directory.assets[workstation].id;
    }
}

DemoTickets::Subject DemoTickets::subject(std::size_t personAt, std::size_t leafAt, std::size_t opener)
{
    const domain::Person &person = m_directory.people[personAt];
    const auto &leaf = m_directory.leaves[leafAt];
    Subject out{personAt, leafAt, opener, {}, {}};
    domain::Ticket &asked = out.asked;
    asked.organisation = person.organisation;
    asked.kind = leaf.theme.request ? domain::TicketKind::Request : domain::TicketKind::Incident;
    asked.category = leaf.category;
    asked.channel = channelOf(m_dice);
    asked.requester = person.id;
    asked.requesterName = person.displayName();
    asked.beneficiary = asked.requester;
    asked.beneficiaryName = asked.requesterName;
    asked.site = person.site;
    if (const std::size_t other = personAt + 1 + m_dice.below(20); m_dice.chance(0.08) && other < m_directory.people.size()
        && m_directory.organisationOf[other] == m_directory.organisationOf[personAt]) {
        asked.beneficiary = m_directory.people[other].id;
        asked.beneficiaryName = m_directory.people[other].displayName();
    }
    chooseLevels(leaf.theme, asked);
    chooseAsset(out);
    out.known.insert(QStringLiteral("service"), person.service);
    out.known.insert(QStringLiteral("site"), QStringLiteral("de la collectivité"));
    for (const std::size_t site : m_directory.sitesOf[m_directory.organisationOf[personAt]]) {
        if (m_directory.sites[site].id == person.site) {
            out.known.insert(QStringLiteral("site"), m_directory.sites[site].name);
        }
    }
    asked.summary = m_sentences.say(leaf.theme.summaries, out.known, m_dice);
    asked.description = m_sentences.describe(out.known, leaf.theme.request, m_dice);
    if (person.vip && m_dice.chance(0.5)) {
        asked.tags.list = {QStringLiteral("vip")};
    }
    return out;
}

domain::Contact DemoTickets::call(std::size_t personAt, std::size_t operatorAt, qint64 ringMs, qint64 talkMs)
{
    const domain::Person &person = m_directory.people[personAt];
    domain::Contact out;
    out.id = domain::ContactId{m_dice.idAt(ringMs)};
    out.personName = person.displayName();
    out.person = person.id;
    out.organisation = person.organisation;
    out.scope = person.scope;
    if (!person.numbers.list.empty()) {
        const domain::PhoneNumber &number = m_dice.pick(person.numbers.list);
        out.number = number.written;
        out.key = number.key;
    }
    out.callId = QStringLiteral("demo-") + out.id.toString().right(12);
    out.handledBy = m_directory.operators[operatorAt].id;
    out.outcome = domain::CallOutcome::Answered;
    out.startedMs = ringMs;
    out.answeredMs = ringMs + static_cast<qint64>(m_dice.around(14'000, 0.7));
    out.endedMs = std::min(out.answeredMs + talkMs, std::max(m_plan.untilMs, out.answeredMs));
    out.wrapUpMs = out.endedMs + m_dice.between(5, 90) * 1000;
    return out;
}

DemoStory DemoTickets::told(const TicketLife &life, std::optional<domain::Contact> contact)
{
    if (m_refused.isEmpty()) {
        m_refused = life.refused();
    }
    return {life.ticket(), life.entries(), std::move(contact)};
}

DemoStory DemoTickets::next(qint64 openedMs)
{
    // Few people call often: a quarter of the tickets come from one person in forty.
    std::size_t person = m_dice.below(m_directory.people.size());
    if (m_dice.chance(0.25)) {
        person -= person % 40;
    }
    const std::size_t leaf = m_leaves.drawAt(m_dice);
    const std::size_t opener = m_dice.pick(m_directory.membersOf[0]);
    Subject about = subject(person, leaf, opener);
    about.asked.number = number(opener);
    std::optional<domain::Contact> contact;
    if (about.asked.channel == Channel::Phone && openedMs > m_plan.untilMs - kCallsKeptMs) {
        contact = call(person, opener, openedMs - m_dice.between(30, 150) * 1000, static_cast<qint64>(m_dice.around(260'000, 0.6)));
        about.asked.contact = contact->id;
    }
    TicketLife life(m_directory, m_dice, m_plan.untilMs);
    life.open(about.asked, opener, openedMs);
    const bool urgent = life.ticket().priority <= domain::Priority::P2;
    const bool simple = m_directory.leaves[leaf].groupAt == 6 || m_directory.leaves[leaf].theme.request;
    if (!urgent && m_dice.chance(simple ? 0.68 : 0.5)) {
        solveAtOnce(life, about, openedMs);
    } else {
        passOn(life, about, openedMs);
    }
    if (contact) {
        contact->tickets.list = {life.ticket().id};
    }
    return told(life, std::move(contact));
}

domain::Contact DemoTickets::idleCall(qint64 ms)
{
    domain::Contact out = call(m_dice.below(m_directory.people.size()), m_dice.pick(m_directory.membersOf[0]), ms,
                               static_cast<qint64>(m_dice.around(100'000, 0.6)));
    if (m_dice.chance(0.45)) {
        out.outcome = m_dice.chance(0.6) ? domain::CallOutcome::Abandoned : domain::CallOutcome::Missed;
        out.endedMs = std::min(out.answeredMs, m_plan.untilMs);
        out.answeredMs = 0;
        out.wrapUpMs = 0;
    }
    return out;
}

} // namespace comptoir::central
