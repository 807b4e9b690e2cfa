// SPDX-License-Identifier: GPL-3.0-or-later
#include "DemoRhythm.h"
#include "DemoTickets.h"
#include "Durations.h"
#include "Resolution.h"

#include <algorithm>
#include <array>

namespace comptoir::central {

using domain::Level;

namespace {

QString codeFor(Dice &dice)
{
    using domain::Resolution;
    constexpr std::array codes{Resolution::Fixed, Resolution::Fixed, Resolution::Fixed, Resolution::Workaround, Resolution::Advice};
    return domain::codeOf(codes[dice.below(codes.size())]);
}

domain::WaitReason reasonFor(Dice &dice)
{
    const double at = dice.unit();
    return at < 0.6 ? domain::WaitReason::Requester
        : at < 0.8  ? domain::WaitReason::Supplier
        : at < 0.9  ? domain::WaitReason::Part
                    : domain::WaitReason::Appointment;
}

} // namespace

bool DemoTickets::assist(TicketLife &life, const Subject &about, std::size_t operatorAt, qint64 ms)
{
    const std::size_t workstation = m_directory.workstationOf[about.person];
    if (workstation == DemoDirectory::kNone || about.asked.channel != domain::Channel::Phone
        || m_directory.assets[workstation].remote.list.empty()) {
        return true;
    }
    const domain::Asset &asset = m_directory.assets[workstation];
    domain::TicketAssist asked;
    asked.asset = asset.id;
    asked.assetName = asset.name;
    asked.tool = asset.remote.list.front().tool;
    asked.target = asset.remote.list.front().id;
    asked.agreed = m_dice.chance(0.97);
    asked.agreedMs = asked.agreed ? ms : 0;
    asked.started = asked.agreed && m_dice.chance(0.93);
    asked.durationMs = asked.started ? static_cast<qint64>(m_dice.around(240'000, 0.6)) : 0;
    asked.outcome = !asked.agreed ? QStringLiteral("not_agreed") : asked.started ? QStringLiteral("closed") : QStringLiteral("unreachable");
    return life.perform(asked, operatorAt, ms + asked.durationMs);
}

void DemoTickets::solveAtOnce(TicketLife &life, const Subject &about, qint64 ms)
{
    qint64 at = ms + m_dice.between(5, 90) * 1000;
    if (!life.claim(about.opener, at)) {
        return;
    }
    if (m_dice.chance(0.3) && !assist(life, about, about.opener, at += m_dice.between(20, 120) * 1000)) {
        return;
    }
    finish(life, about, about.opener,
           life.ticket().updatedMs + static_cast<qint64>(m_dice.around(6, 0.7) * static_cast<double>(base::kMinuteMs)));
}

void DemoTickets::passOn(TicketLife &life, const Subject &about, qint64 ms)
{
    const auto &leaf = m_directory.leaves[about.leaf];
    const bool urgent = life.ticket().priority <= domain::Priority::P2;
    if (!life.assign(leaf.groupAt, about.opener, ms + m_dice.between(20, 300) * 1000)) {
        return;
    }
    const std::size_t solver = m_dice.pick(m_directory.membersOf[leaf.groupAt]);
    // A few lie in the group's basket for days before anybody takes them.
    const bool forgotten = !urgent && m_dice.chance(0.04);
    qint64 at = afterWork(ms + 300'000, forgotten ? m_dice.around(1500, 0.6) : m_dice.around(urgent ? 8 : 75, 1.1));
    if (!life.claim(solver, at)) {
        return;
    }
    if (m_dice.chance(0.2) && !assist(life, about, solver, at += m_dice.between(2, 30) * base::kMinuteMs)) {
        return;
    }
    // Working minutes until it is solved: most within a day or two, a long tail of weeks.
    const double median = urgent ? 150 : leaf.theme.request ? 1700 : 1150;
    const double minutes = m_dice.chance(0.13) && !urgent ? m_dice.around(14'000, 0.8) : m_dice.around(median, 1.25);
    if (work(life, solver, at, minutes)) {
        finish(life, about, solver, std::max(at, life.ticket().updatedMs + base::kMinuteMs));
    }
}

/// Notes, waiting and taking up again until `minutes` of work are over; false where "now" came first.
bool DemoTickets::work(TicketLife &life, std::size_t solver, qint64 &ms, double minutes)
{
    const std::size_t steps = 1 + m_dice.below(minutes > 3000 ? 5 : 3);
    for (std::size_t i = 0; i < steps; ++i) {
        ms = afterWork(ms, minutes / static_cast<double>(steps + 1));
        const double what = m_dice.unit();
        bool going = true;
        if (what < 0.4) {
            going = life.perform(domain::TicketNote{m_sentences.say(m_words.notes, {}, m_dice), false}, solver, ms);
        } else if (what < 0.5) {
            going = life.perform(domain::TicketNote{m_sentences.say(m_words.publicNotes, {}, m_dice), true}, solver, ms);
        } else if (what < 0.57) {
            going = life.perform(domain::TicketEdit{QStringLiteral("urgency"),
                                                    QString(domain::codeOf(m_dice.chance(0.5) ? Level::Medium : Level::Low)),
                                                    {},
                                                    life.ticket().versions.of(domain::GuardedField::Urgency)},
                                 solver, ms);
        } else {
            going = life.wait(reasonFor(m_dice), m_sentences.say(m_words.publicNotes, {}, m_dice), solver, ms);
            ms = afterWork(ms, minutes / static_cast<double>(steps + 1) * 1.2);
            going = going && life.resume(solver, ms);
        }
        if (!going) {
            return false;
        }
    }
    ms = afterWork(ms, minutes / static_cast<double>(steps + 1));
    return true;
}

void DemoTickets::finish(TicketLife &life, const Subject &about, std::size_t solver, qint64 ms)
{
    const auto &theme = m_directory.leaves[about.leaf].theme;
    if (m_dice.chance(0.015)) {
        (void)life.cancel(QStringLiteral("Demande retirée par l'agent."), solver, ms);
        return;
    }
    if (!life.resolve(codeFor(m_dice), m_sentences.say(theme.resolutions, about.known, m_dice), solver, ms)) {
        return;
    }
    if (m_dice.chance(0.035)) {
        const qint64 again = afterWork(ms, m_dice.around(600, 0.8));
        const qint64 solved = afterWork(again, m_dice.around(400, 0.9));
        if (!life.reopen(QStringLiteral("Le problème est revenu."), about.opener, again)
            || !life.resolve(codeFor(m_dice), m_sentences.say(theme.resolutions, about.known, m_dice), solver, solved)) {
            return;
        }
        ms = solved;
    }
    (void)life.close(solver, m_dice.chance(0.5) ? ms + m_dice.between(1, 20) * base::kMinuteMs : ms + 5 * base::kDayMs);
}

DemoStory DemoTickets::claires()
{
    constexpr std::size_t kBruno = 1;
    std::size_t leaf = 0;
    while (leaf + 1 < m_directory.leaves.size() && m_directory.leaves[leaf].theme.name != u"Lenteur") {
        ++leaf;
    }
    Subject about = subject(m_directory.claire, leaf, kBruno);
    domain::Ticket &asked = about.asked;
    asked.number = number(kBruno);
    asked.channel = domain::Channel::Phone;
    asked.asset = m_directory.assets[m_directory.workstationOf[m_directory.claire]].id;
    asked.beneficiary = asked.requester;
    asked.beneficiaryName = asked.requesterName;
    asked.impact = Level::Low;
    asked.urgency = Level::Medium;
    asked.tags.list = {QStringLiteral("vip")};
    asked.summary = QStringLiteral("Poste lent depuis la mise à jour");
    asked.description = QStringLiteral(
        "Le poste PC-04471 met plusieurs minutes à ouvrir la session depuis la mise à jour de la semaine. Redémarrage déjà fait.");
    const qint64 opened = m_plan.untilMs - base::kDayMs - 95 * base::kMinuteMs;
    std::optional<domain::Contact> contact = call(m_directory.claire, kBruno, opened - 80'000, 240'000);
    asked.contact = contact->id;
    TicketLife life(m_directory, m_dice, m_plan.untilMs);
    life.open(asked, kBruno, opened);
    (void)life.assign(1, kBruno, opened + 3 * base::kMinuteMs);
    (void)life.perform(domain::TicketNote{QStringLiteral("Journal du poste relevé : la mise à jour attend un redémarrage."), false}, kBruno,
                       opened + 20 * base::kMinuteMs);
    contact->tickets.list = {life.ticket().id};
    return told(life, std::move(contact));
}

std::vector<DemoStory> DemoTickets::majorIncident()
{
    constexpr std::size_t kSylvie = 2;
    std::size_t leaf = 0;
    while (leaf + 1 < m_directory.leaves.size() && m_directory.leaves[leaf].theme.name != m_words.majorTheme) {
        ++leaf;
    }
    const qint64 opened = m_plan.untilMs - 130 * base::kMinuteMs;
    Subject about = subject(0, leaf, kSylvie);
    about.asked.number = number(kSylvie);
    about.asked.summary = m_words.majorSummary;
    about.asked.description = m_words.majorDescription;
    about.asked.impact = about.asked.urgency = Level::High;
    about.asked.major = true;
    about.asked.asset = {};
    TicketLife major(m_directory, m_dice, m_plan.untilMs);
    major.open(about.asked, kSylvie, opened);
    (void)major.assign(m_directory.leaves[leaf].groupAt, kSylvie, opened + base::kMinuteMs);
    (void)major.claim(m_directory.membersOf[m_directory.leaves[leaf].groupAt].back(), opened + 4 * base::kMinuteMs);
    (void)major.perform(domain::TicketNote{QStringLiteral("Hébergeur saisi. Prochain point dans une heure."), true}, kSylvie,
                        opened + 15 * base::kMinuteMs);
    std::vector<DemoStory> out{told(major)};
    const std::size_t children = m_plan.scaled(24, 5);
    for (std::size_t i = 0; i < children; ++i) {
        const std::size_t opener = m_dice.pick(m_directory.membersOf[0]);
        const qint64 at = opened + static_cast<qint64>(i + 1) * 100 * base::kMinuteMs / static_cast<qint64>(children);
        Subject child = subject(m_dice.below(m_directory.people.size()), leaf, opener);
        child.asked.number = number(opener);
        child.asked.channel = domain::Channel::Phone;
        child.asked.summary = m_sentences.say(m_words.majorChildren, child.known, m_dice);
        std::optional<domain::Contact> contact = call(child.person, opener, at - 60'000, 90'000);
        child.asked.contact = contact->id;
        TicketLife life(m_directory, m_dice, m_plan.untilMs);
        life.open(child.asked, opener, at);
        (void)life.perform(
            domain::TicketLink{out.front().ticket.id, out.front().ticket.number, life.ticket().versions.of(domain::GuardedField::Parent)},
            opener, at + 30'000);
        contact->tickets.list = {life.ticket().id};
        out.push_back(told(life, std::move(contact)));
    }
    return out;
}

} // namespace comptoir::central
