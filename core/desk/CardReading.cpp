// SPDX-License-Identifier: GPL-3.0-or-later
#include "CardReading.h"

#include "AssetTable.h"
#include "Candidates.h"
#include "Catalogue.h"
#include "ContactTable.h"
#include "TicketReading.h"
#include "TicketTable.h"

namespace comptoir::desk {

using base::Result;

namespace {

constexpr int kMostContacts = 5;
constexpr int kMostTickets = 20;
constexpr int kMostMajors = 5;

Result<> readTickets(store::Db &db, const domain::Person &person, CallerCard &card)
{
    return store::TicketTable::openOf(db, person.id, kMostTickets).map([&](const std::vector<domain::Ticket> &found) {
        card.openTickets = cardTicketsOf(found);
    });
}

Result<> readAssets(store::Db &db, const domain::Person &person, CallerCard &card)
{
    auto used = store::AssetTable::usedBy(db, person.id);
    const auto seen = person.login.isEmpty() ? Result<std::vector<domain::Asset>>(std::vector<domain::Asset>{})
                                             : store::AssetTable::lastUsedBy(db, person.login);
    if (!used || !seen) {
        return tl::unexpected(!used ? used.error() : seen.error());
    }
    card.assets = std::move(*used);
    for (const domain::Asset &asset : *seen) {
        const bool known = std::any_of(card.assets.begin(), card.assets.end(),
                                       [&](const domain::Asset &one) { return one.id == asset.id; });
        if (!known) {
            card.assets.push_back(asset);
        }
    }
    return {};
}

Result<> readContacts(store::Db &db, const domain::Person &person, CallerCard &card)
{
    return store::ContactTable::lastOf(db, person.id, kMostContacts + 1).map([&](std::vector<domain::Contact> found) {
        std::erase_if(found, [&](const domain::Contact &one) { return one.id == card.contact; });
        found.resize(std::min<std::size_t>(found.size(), kMostContacts));
        card.lastContacts = std::move(found);
    });
}

Result<> readMajors(store::Db &db, domain::OrganisationId organisation, CallerCard &card)
{
    if (!organisation) {
        return {};
    }
    return store::TicketTable::openMajorsOf(db, organisation, kMostMajors).map([&](const std::vector<domain::Ticket> &found) {
        card.majorIncidents = cardTicketsOf(found);
    });
}

} // namespace

Result<CallerCard> readCard(store::Db &db, const CardQuestion &question)
{
    CallerCard card;
    card.contact = question.contact;
    card.number = question.number.written;
    card.withheld = question.number.sort == domain::CallerNumber::Sort::Withheld;
    auto candidates = candidatesFor(db, question);
    if (!candidates) {
        return tl::unexpected(candidates.error());
    }
    card.candidates = std::move(*candidates);
    if (card.candidates.empty()) {
        return readMajors(db, question.number.organisation, card).map([&] { return std::move(card); });
    }
    const domain::Person &person = card.candidates.front().person;
    return readTickets(db, person, card)
        .and_then([&] { return readAssets(db, person, card); })
        .and_then([&] { return readContacts(db, person, card); })
        .and_then([&] { return readMajors(db, person.organisation, card); })
        .map([&] { return std::move(card); });
}

void nameCandidates(CallerCard &card, const Catalogue &catalogue)
{
    for (Candidate &one : card.candidates) {
        one.organisationName = catalogue.organisationName(one.person.organisation);
        const auto *site = catalogue.site(one.person.site);
        one.siteName = site ? site->name : QString();
    }
}

bool isSure(const CallerCard &card)
{
    return !card.candidates.empty() && card.candidates.front().score >= kSureScore
        && (card.candidates.size() == 1 || card.candidates[1].score < card.candidates.front().score);
}

} // namespace comptoir::desk
