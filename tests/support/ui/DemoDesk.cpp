// SPDX-License-Identifier: GPL-3.0-or-later
#include "DemoDesk.h"

#include <QDateTime>

namespace comptoir::tests::demo {

namespace {

using domain::Priority;
using domain::TicketState;

constexpr qint64 kMinute = 60'000;
constexpr qint64 kHour = 60 * kMinute;

struct Line
{
    Priority priority;
    const char16_t *number;
    const char16_t *summary;
    const char16_t *requester;
    const char16_t *organisation;
    qint64 dueInMin;
    TicketState state;
    bool unread;
};

const Line kLines[] = {
    {Priority::P1, u"7K-141", u"Messagerie indisponible – plusieurs services", u"Sophie Lacoste", u"Mérignac", -12, TicketState::InProgress,
     false},
    {Priority::P1, u"3M-088", u"Accueil mairie : téléphone muet", u"Standard", u"Floirac", 18, TicketState::New, true},
    {Priority::P2, u"7K-139", u"Imprimante du CCAS : bourrage permanent", u"Nadia Belkacem", u"Pessac", 42, TicketState::New, true},
    {Priority::P2, u"P0-512", u"Accès refusé à l’application Finances", u"Julien Arnaud", u"Bordeaux Métropole", 70,
     TicketState::InProgress, false},
    {Priority::P3, u"7K-136", u"Second écran : demande de prêt", u"Mathilde Roux", u"Talence", 125, TicketState::New, true},
    {Priority::P3, u"4F-207", u"Mot de passe expiré", u"Karim Haddad", u"Bègles", 140, TicketState::Waiting, false},
    {Priority::P3, u"P0-509", u"Installer QGIS sur le poste PC-02210", u"Élodie Fabre", u"Bordeaux Métropole", 180, TicketState::New,
     false},
    {Priority::P3, u"7K-131", u"Wi-Fi lent à la médiathèque", u"Paul Garnier", u"Le Bouscat", 220, TicketState::InProgress, false},
    {Priority::P3, u"3M-080", u"Clavier à remplacer, accueil de la piscine", u"Inès Moreau", u"Carbon-Blanc", 300, TicketState::New, false},
    {Priority::P3, u"P0-501", u"Nouvel arrivant le 1er décembre", u"Service RH", u"Pessac", 1200, TicketState::New, false},
    {Priority::P3, u"7K-127", u"VPN : déconnexions toutes les dix minutes", u"Hugo Perrin", u"Bordeaux Métropole", 1260,
     TicketState::InProgress, false},
    {Priority::P3, u"4F-199", u"Scanner vers messagerie", u"Aline Castex", u"Cenon", 1300, TicketState::Waiting, false},
    {Priority::P3, u"P0-498", u"Droits sur le partage « Marchés »", u"Thomas Lemoine", u"Talence", 1330, TicketState::New, false},
    {Priority::P3, u"7K-120", u"Vidéoprojecteur salle du conseil", u"Cabinet", u"Lormont", 2900, TicketState::New, false},
    {Priority::P3, u"3M-071", u"Téléphone mobile : code oublié", u"Lucie Besse", u"Eysines", 2960, TicketState::New, false},
    {Priority::P3, u"P0-490", u"Licence PDF pour l’état civil", u"Omar Diallo", u"Bègles", 3000, TicketState::Waiting, false},
    {Priority::P3, u"7K-118", u"Poste lent depuis la mise à jour", u"Claire Martin", u"Mérignac", 4300, TicketState::InProgress, false},
    {Priority::P3, u"4F-188", u"Badge : lecteur du parking", u"Gestion des bâtiments", u"Bruges", 4400, TicketState::New, false},
    {Priority::P3, u"P0-481", u"Formulaire télétravail : pièce jointe refusée", u"Anaïs Robin", u"Bordeaux Métropole", 4500,
     TicketState::New, false},
    {Priority::P4, u"7K-111", u"Écran noir au démarrage", u"Marc Vidal", u"Gradignan", 5800, TicketState::InProgress, false},
    {Priority::P4, u"3M-064", u"Casque pour le centre d’appels", u"Julie Texier", u"Bordeaux", 5900, TicketState::New, false},
    {Priority::P3, u"P0-470", u"Répertoire partagé invisible", u"Denis Caron", u"Villenave-d’Ornon", 7300, TicketState::New, false},
    {Priority::P5, u"7K-099", u"Tablette de l’élu : synchronisation", u"Cabinet", u"Ambarès", 24000, TicketState::Waiting, false},
};

domain::TicketId idOf(const QString &number)
{
    return domain::TicketId::fromName(number.toUtf8());
}

} // namespace

qint64 nowMs()
{
    return QDateTime(QDate(2025, 11, 24), QTime(14, 6, 21)).toMSecsSinceEpoch();
}

std::vector<desk::QueueRow> queueRows()
{
    std::vector<desk::QueueRow> rows;
    for (const Line &line : kLines) {
        desk::QueueRow row;
        row.number = QString::fromUtf16(line.number);
        row.id = idOf(row.number);
        row.summary = QString::fromUtf16(line.summary);
        row.requesterName = QString::fromUtf16(line.requester);
        row.organisationName = QString::fromUtf16(line.organisation);
        row.priority = line.priority;
        row.state = line.state;
        row.unread = line.unread;
        row.major = row.number == u"7K-141";
        row.pending = row.number == u"7K-139";
        row.restricted = row.number == u"7K-136";
        row.assigneeName = line.state == TicketState::New ? QString() : u"Amélie Durand"_qs;
        row.groupName = line.dueInMin % 20 == 0 ? u"Réseau"_qs : u"Centre d’appels"_qs;
        row.openedMs = nowMs() - (90 + line.dueInMin % 700) * kMinute;
        row.updatedMs = nowMs() - (3 + line.dueInMin % 60) * kMinute;
        row.dueMs = nowMs() + line.dueInMin * kMinute;
        rows.push_back(row);
    }
    return rows;
}

ui::SideModel::Content sidebar()
{
    ui::SideModel::Content content;
    content.groupName = u"Centre d’appels"_qs;
    content.supervises = true;
    content.counts.mine = 6;
    content.counts.myGroups = 23;
    content.counts.unassigned = 14;
    content.counts.dueSoon = 3;
    content.counts.breached = 1;
    content.counts.allOpen = 187;
    content.counts.missedCalls = 2;
    content.counts.major = 1;
    const std::pair<const char16_t *, int> places[] = {
        {u"Bordeaux Métropole", 48}, {u"Mérignac", 31}, {u"Pessac", 22}, {u"Talence", 17}, {u"Bègles", 14}};
    for (const auto &[name, open] : places) {
        const QString text = QString::fromUtf16(name);
        content.counts.organisations.push_back({domain::OrganisationId::fromName(text.toUtf8()), text, open, 0});
    }
    for (const QString &summary : {u"Poste lent depuis la mise à jour"_qs, u"Badge parking"_qs}) {
        desk::Draft draft;
        draft.id = base::Uuid::fromName(summary.toUtf8());
        draft.ticket.summary = summary;
        content.drafts.push_back(draft);
    }
    return content;
}

desk::CallState inCall()
{
    desk::CallState state;
    state.state = domain::OperatorState::OnCall;
    state.phase = desk::CallState::Phase::Talking;
    state.number = u"05 56 10 20 30"_qs;
    state.name = u"Claire Martin"_qs;
    state.place = u"Mérignac"_qs;
    state.phaseSinceMs = nowMs() - 161'000;
    state.controllable = true;
    state.telephone = true;
    state.waiting = 2;
    state.oldestWaitingMs = nowMs() - 48'000;
    return state;
}

desk::CallState ringing()
{
    desk::CallState state = inCall();
    state.state = domain::OperatorState::Available;
    state.phase = desk::CallState::Phase::Ringing;
    state.callId = u"demo"_qs;
    state.phaseSinceMs = nowMs() - 4000;
    state.waiting = 0;
    return state;
}

desk::CallState idle()
{
    desk::CallState state;
    state.telephone = true;
    state.stateSinceMs = nowMs() - 12 * kMinute;
    return state;
}

desk::CallState wrapUp()
{
    desk::CallState state = inCall();
    state.state = domain::OperatorState::WrapUp;
    state.phase = desk::CallState::Phase::WrapUp;
    state.phaseSinceMs = nowMs() - 38'000;
    state.waiting = 0;
    return state;
}

sync::SyncStatus offline()
{
    sync::SyncStatus status;
    status.state = sync::SyncStatus::State::Offline;
    status.offlineSinceMs = nowMs() - 8 * kMinute;
    status.waiting = 3;
    status.refused = 1;
    return status;
}

sync::SyncStatus agreed()
{
    sync::SyncStatus status;
    status.state = sync::SyncStatus::State::Agreed;
    return status;
}

std::vector<domain::Contact> contacts()
{
    std::vector<domain::Contact> list;
    const auto add = [&list](const QString &name, const QString &number, qint64 agoMs, domain::CallOutcome outcome, qint64 talkedMs = 0) {
        domain::Contact one;
        one.id = domain::ContactId::fromName((name + number + QString::number(agoMs)).toUtf8());
        one.personName = name;
        one.number = number;
        one.person = name.isEmpty() ? domain::PersonId{} : domain::PersonId::fromName(name.toUtf8());
        one.outcome = outcome;
        one.startedMs = nowMs() - agoMs;
        one.answeredMs = talkedMs > 0 ? one.startedMs + 5000 : 0;
        one.endedMs = talkedMs > 0 ? one.answeredMs + talkedMs : one.startedMs + 30'000;
        list.push_back(one);
    };
    using domain::CallOutcome;
    add(u"Sophie Lacoste"_qs, u"05 56 55 66 10"_qs, 11 * kMinute, CallOutcome::Missed);
    add({}, u"06 12 34 56 78"_qs, 47 * kMinute, CallOutcome::Abandoned);
    add(u"Paul Garnier"_qs, u"4217"_qs, 2 * kHour, CallOutcome::Answered, 252'000);
    add({}, {}, 3 * kHour, CallOutcome::Missed);
    add(u"Inès Moreau"_qs, u"05 57 77 68 00"_qs, 25 * kHour, CallOutcome::Answered, 95'000);
    return list;
}

std::vector<desk::Pending::Item> pending()
{
    using Item = desk::Pending::Item;
    std::vector<Item> list;
    const auto add = [&list](const char *kind, const QString &label, const QString &text, Item::State state, qint64 agoMs) {
        Item item;
        item.op = domain::OperationId::fromName((label + text).toUtf8());
        item.kind = QString::fromLatin1(kind);
        item.label = label;
        item.text = text;
        item.state = state;
        item.madeMs = nowMs() - agoMs;
        item.refusal.code = domain::Refusal::Code::Taken;
        list.push_back(item);
    };
    add("ticket.claim", u"P0-498 Droits sur le partage « Marchés »"_qs, u"à Amélie Durand"_qs, Item::State::Refused, 31 * kMinute);
    add("ticket.open", u"7K-142 Outlook ne s’ouvre plus depuis ce matin"_qs, {}, Item::State::Waiting, 4 * kMinute);
    add("ticket.note", u"7K-139 Imprimante du CCAS : bourrage permanent"_qs, u"Rappelée : le bourrage revient après chaque redémarrage."_qs,
        Item::State::Waiting, 2 * kMinute);
    add("contact.log", u"Claire Martin"_qs, u"Appel pris, 2 min 41"_qs, Item::State::Parked, kMinute);
    return list;
}

std::vector<desk::PersonHit> people()
{
    std::vector<desk::PersonHit> hits;
    const std::pair<const char16_t *, const char16_t *> names[] = {
        {u"Claire", u"Martin"}, {u"Clara", u"Martinez"}, {u"Jean-Claude", u"Martineau"}};
    for (const auto &[given, family] : names) {
        desk::PersonHit hit;
        hit.person.givenName = QString::fromUtf16(given);
        hit.person.familyName = QString::fromUtf16(family);
        hit.person.service = u"Secrétariat général"_qs;
        hit.person.numbers.list.push_back({domain::NumberKind::Direct, u"05 56 10 20 30"_qs, u"+33556102030"_qs});
        hit.organisationName = u"Mérignac"_qs;
        hits.push_back(hit);
    }
    return hits;
}

std::vector<desk::TicketHit> tickets()
{
    return {{idOf(u"7K-118"_qs), u"7K-118"_qs, u"Poste lent depuis la mise à jour"_qs, u"Claire Martin"_qs, TicketState::InProgress},
            {idOf(u"7K-042"_qs), u"7K-042"_qs, u"Changement de bureau : poste et téléphone à déplacer"_qs, u"Claire Martin"_qs,
             TicketState::Closed}};
}

} // namespace comptoir::tests::demo
