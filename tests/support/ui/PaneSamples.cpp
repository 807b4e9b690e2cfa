// SPDX-License-Identifier: GPL-3.0-or-later
#include "PaneSamples.h"

#include "Durations.h"

namespace comptoir::tests {

namespace {

constexpr qint64 kMinute = 60'000;
constexpr qint64 kHour = 60 * kMinute;
constexpr qint64 kDay = 24 * kHour;

desk::Candidate candidateOf(const QString &given, const QString &family, int score, desk::IdentityReason reason)
{
    desk::Candidate candidate;
    candidate.person = personOf(given, family);
    candidate.organisationName = u"Mairie de Mérignac"_qs;
    candidate.siteName = u"Hôtel de ville, bât. A"_qs;
    candidate.score = score;
    candidate.reasons = {std::move(reason)};
    return candidate;
}

desk::TicketPage::Line lineOf(int i, int entries)
{
    static const QString texts[] = {
        u"Redémarré Outlook en mode sans échec : même message au bout de trente secondes."_qs,
        u"La personne voit « Impossible d’ouvrir votre dossier de messagerie par défaut ». Le profil est intact, la boîte s’ouvre par le portail."_qs,
        u"Mis à jour le client, vidé le cache."_qs};
    desk::TicketPage::Line line;
    line.entry.id.value = base::Uuid::fromName(QByteArray::number(i));
    line.entry.atMs = kNowMs - (entries - i) * 37 * kMinute;
    line.entry.actorName = i % 3 == 0 ? u"Amélie Durand"_qs : u"Bruno Tessier"_qs;
    line.entry.kind = i == 0 ? domain::EntryKind::Opened
        : i % 4 == 1         ? domain::EntryKind::Note
        : i % 4 == 2         ? domain::EntryKind::Edited
        : i % 4 == 3         ? domain::EntryKind::PublicNote
                             : domain::EntryKind::Claimed;
    if (line.entry.kind == domain::EntryKind::Edited) {
        line.entry.changes.list = {{u"urgency"_qs, u"medium"_qs, u"high"_qs}, {u"priority"_qs, u"p3"_qs, u"p2"_qs}};
    } else if (i > 0) {
        line.entry.text = texts[i % 3];
    }
    line.pending = i == entries - 1;
    return line;
}

desk::BoardBar barOf(const QString &label, const QString &code, int count, int breached)
{
    desk::BoardBar bar;
    bar.label = label;
    bar.code = code;
    bar.count = count;
    bar.breached = breached;
    bar.filter.text = label;
    return bar;
}

} // namespace

domain::Person personOf(const QString &given, const QString &family)
{
    domain::Person person;
    person.id.value = base::Uuid::fromName((given + family).toUtf8());
    person.givenName = given;
    person.familyName = family;
    person.service = u"Secrétariat général"_qs;
    person.organisation = idOf<domain::OrganisationId>("merignac");
    return person;
}

domain::Asset assetOf(const QString &name, const QString &model, domain::AssetKind kind, bool reachable)
{
    domain::Asset asset;
    asset.id.value = base::Uuid::fromName(name.toUtf8());
    asset.name = name;
    asset.model = model;
    asset.kind = kind;
    if (reachable) {
        asset.remote.list = {{u"vnc"_qs, u"10.2.4.71::5900"_qs}};
    }
    return asset;
}

desk::CallerCard knownCard()
{
    desk::CallerCard card;
    card.contact = idOf<domain::ContactId>("call");
    card.number = u"05 56 10 20 30"_qs;
    desk::Candidate claire = candidateOf(u"Claire"_qs, u"Martin"_qs, 97, {desk::IdentityReason::Kind::NumberKnown, card.number});
    claire.person.vip = true;
    claire.reasons.push_back({desk::IdentityReason::Kind::LastLogin, u"PC-04471"_qs});
    card.candidates = {claire};
    card.assets = {assetOf(u"PC-04471"_qs, u"Latitude 5440"_qs, domain::AssetKind::Workstation, true),
                   assetOf(u"IMP-0182"_qs, u"partagée, 2e étage"_qs, domain::AssetKind::Printer, false)};
    card.openTickets = {{idOf<domain::TicketId>("118"), u"7K-118"_qs, u"Poste lent depuis la mise à jour"_qs,
                         domain::TicketState::InProgress, kNowMs - 3 * kDay}};
    card.majorIncidents = {
        {idOf<domain::TicketId>("141"), u"7K-141"_qs, u"messagerie"_qs, domain::TicketState::InProgress, kNowMs - kHour}};
    return card;
}

desk::CallerCard manyCandidates()
{
    desk::CallerCard card = knownCard();
    card.candidates[0] = candidateOf(u"Jean-Baptiste Maximilien"_qs, u"de la Rochefoucauld-Montmorency d’Aquitaine"_qs, 55,
                                     {desk::IdentityReason::Kind::ExtensionPlan, u"4201"_qs});
    card.candidates.push_back(candidateOf(u"Nadia"_qs, u"Belkacem"_qs, 40, {desk::IdentityReason::Kind::SeenInTicket, u"7K-139"_qs}));
    card.candidates.push_back(candidateOf(u"Paul"_qs, u"Garnier"_qs, 20, {desk::IdentityReason::Kind::SameName, {}}));
    card.majorIncidents.clear();
    domain::Contact contact;
    contact.id = idOf<domain::ContactId>("before");
    contact.outcome = domain::CallOutcome::Answered;
    contact.startedMs = kNowMs - 2 * kDay;
    contact.note = u"Mot de passe expiré"_qs;
    card.lastContacts = {contact};
    return card;
}

desk::CallerCard unknownCard()
{
    desk::CallerCard card;
    card.contact = idOf<domain::ContactId>("unknown");
    card.number = u"06 12 34 56 78"_qs;
    return card;
}

desk::CallerCard withheldCard()
{
    desk::CallerCard card;
    card.contact = idOf<domain::ContactId>("withheld");
    card.withheld = true;
    return card;
}

domain::Ticket ticketOf(const QString &number, const QString &summary)
{
    domain::Ticket ticket;
    ticket.id.value = base::Uuid::fromName(number.toUtf8());
    ticket.number = number;
    ticket.summary = summary;
    ticket.impact = domain::Level::Medium;
    ticket.urgency = domain::Level::High;
    ticket.priority = domain::Priority::P2;
    ticket.organisation = idOf<domain::OrganisationId>("merignac");
    ticket.requester = personOf(u"Claire"_qs, u"Martin"_qs).id;
    ticket.requesterName = u"Claire Martin"_qs;
    ticket.category = idOf<domain::CategoryId>("outlook");
    ticket.site = idOf<domain::SiteId>("hotel");
    ticket.asset.value = base::Uuid::fromName("PC-04471");
    ticket.openedMs = kNowMs - 2 * kHour;
    ticket.resolveDueMs = kNowMs + 42 * kMinute;
    ticket.respondedMs = kNowMs - kHour;
    return ticket;
}

desk::TicketPage pageOf(domain::TicketState state, int entries)
{
    desk::TicketPage page;
    page.ticket = ticketOf(u"7K-139"_qs, u"Imprimante du CCAS : bourrage à chaque impression recto verso"_qs);
    page.ticket.state = state;
    page.ticket.description = u"Depuis ce matin, bac 2. Le voyant reste orange."_qs;
    page.ticket.waitReason = state == domain::TicketState::Waiting ? domain::WaitReason::Supplier : domain::WaitReason::None;
    for (int i = 0; i < entries; ++i) {
        page.timeline.push_back(lineOf(i, entries));
    }
    page.pending = true;
    page.requesterAssets = {assetOf(u"PC-04471"_qs, u"Latitude 5440"_qs, domain::AssetKind::Workstation, true)};
    return page;
}

ui::FormLists listsOf()
{
    ui::FormLists lists;
    lists.categories = {{idOf<domain::CategoryId>("outlook").toString(), u"Messagerie › Outlook"_qs},
                        {idOf<domain::CategoryId>("print").toString(), u"Impression › Copieurs"_qs}};
    for (int i = 0; i < 20; ++i) {
        lists.categories.push_back({base::Uuid::fromName(QByteArray::number(1000 + i)).toString(), u"Applications › Métier %1"_qs.arg(i)});
    }
    lists.organisations = {{idOf<domain::OrganisationId>("merignac").toString(), u"Mairie de Mérignac"_qs}};
    lists.sites = {{idOf<domain::SiteId>("hotel").toString(), u"Hôtel de ville, bât. A"_qs}};
    lists.groups = {{idOf<domain::GroupId>("desk").toString(), u"Centre d’appels"_qs},
                    {idOf<domain::GroupId>("net").toString(), u"Réseau"_qs}};
    lists.assets = {{base::Uuid::fromName("PC-04471").toString(), u"PC-04471 · Latitude 5440"_qs}};
    return lists;
}

ui::Choices operatorsOf()
{
    return {{idOf<domain::OperatorId>("amelie").toString(), u"Amélie Durand"_qs},
            {idOf<domain::OperatorId>("bruno").toString(), u"Bruno Tessier"_qs}};
}

ui::TicketNames namesOf(bool mine)
{
    return {.assignee = mine ? u"Amélie Durand"_qs : QString(), .group = u"Centre d’appels"_qs, .mine = mine, .nowMs = kNowMs};
}

desk::BoardFigures boardOf(bool presence)
{
    desk::BoardFigures figures;
    figures.madeMs = kNowMs;
    figures.presenceKnown = presence;
    figures.callsWaiting = 2;
    figures.oldestWaitingSinceMs = kNowMs - 48'000;
    figures.callsTakenToday = 144;
    figures.callsMissedToday = 9;
    figures.open = 153;
    figures.breached = 7;
    figures.dueSoon = 12;
    figures.unassigned = 14;
    figures.byState = {barOf({}, u"new"_qs, 41, 2), barOf({}, u"in_progress"_qs, 80, 5), barOf({}, u"waiting"_qs, 32, 0)};
    figures.byAge = {barOf({}, u"today"_qs, 48, 0), barOf({}, u"days_1_3"_qs, 60, 1), barOf({}, u"days_4_7"_qs, 25, 2),
                     barOf({}, u"days_8_30"_qs, 15, 3), barOf({}, u"older"_qs, 5, 1)};
    figures.byGroup = {barOf(u"Centre d’appels"_qs, {}, 70, 3), barOf(u"Réseau"_qs, {}, 40, 4), barOf({}, {}, 14, 0)};
    const std::pair<QString, int> organisations[] = {{u"Bordeaux Métropole"_qs, 48},
                                                     {u"Mérignac"_qs, 31},
                                                     {u"Pessac"_qs, 22},
                                                     {u"Talence"_qs, 17},
                                                     {u"Bègles"_qs, 14},
                                                     {u"Floirac"_qs, 12},
                                                     {u"Le Bouscat"_qs, 9},
                                                     {u"Saint-Médard-en-Jalles"_qs, 3},
                                                     {u"Ambarès"_qs, 2}};
    for (const auto &[name, count] : organisations) {
        figures.byOrganisation.push_back(barOf(name, {}, count, count > 40 ? 3 : count > 30 ? 1 : 0));
    }
    using domain::OperatorState;
    const std::tuple<QString, OperatorState, QString, int, QString> people[] = {
        {u"Amélie Durand"_qs, OperatorState::OnCall, {}, 161, u"Mérignac"_qs},
        {u"Bruno Tessier"_qs, OperatorState::OnCall, {}, 667, u"Floirac"_qs},
        {u"Chloé Marchand"_qs, OperatorState::WrapUp, {}, 38, {}},
        {u"David Nguyen"_qs, OperatorState::Available, {}, 252, {}},
        {u"Farid Amrani"_qs, OperatorState::Pause, u"lunch"_qs, 1335, {}},
        {u"Gaëlle Simon"_qs, OperatorState::Offline, {}, 838, {}}};
    for (const auto &[name, state, reason, seconds, with] : people) {
        figures.operators.push_back({.id = {base::Uuid::fromName(name.toUtf8())},
                                     .name = name,
                                     .state = state,
                                     .pauseReason = reason,
                                     .sinceMs = kNowMs - seconds * 1000,
                                     .with = with});
    }
    return figures;
}

std::vector<desk::TicketPage::Refused> refusals()
{
    domain::Refusal stale;
    stale.code = domain::Refusal::Code::Stale;
    stale.field = u"urgency"_qs;
    stale.current = u"low"_qs;
    domain::Refusal taken;
    taken.code = domain::Refusal::Code::Taken;
    taken.field = u"assignee"_qs;
    taken.current = idOf<domain::OperatorId>("bruno").toString();
    std::vector<desk::TicketPage::Refused> out{{idOf<domain::OperationId>("one"), u"ticket.edit"_qs, u"high"_qs, stale, u"high"_qs},
                                               {idOf<domain::OperationId>("two"), u"ticket.claim"_qs, {}, taken, {}},
                                               {idOf<domain::OperationId>("three"), u"ticket.resolve"_qs, u"Câble rebranché"_qs, {}, {}}};
    for (desk::TicketPage::Refused &one : out) {
        one.who = u"Bruno Petit"_qs;
        one.atMs = kNowMs - 5 * base::kMinuteMs;
        one.again = true;
    }
    out.back().refusal.code = domain::Refusal::Code::Stale;
    return out;
}

} // namespace comptoir::tests
