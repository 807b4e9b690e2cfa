// SPDX-License-Identifier: GPL-3.0-or-later
#include "Candidates.h"

#include "AssetTable.h"
#include "Fold.h"
#include "PersonTable.h"
#include "PhoneIndex.h"

namespace comptoir::desk {

using base::Result;
using domain::Person;
using Reason = IdentityReason::Kind;

namespace {

constexpr int kMostSharers = 20; // of one number; beyond that it tells nothing
constexpr std::size_t kMostCandidates = 8;
constexpr qint64 kFreshLoginMs = qint64(12) * 3600 * 1000;

// What each reason is worth. 100 is said by the operator alone: a number is a hint, never a proof.
constexpr int kOwnNumber = 90;
constexpr int kExtension = 88;
constexpr int kLearned = 80;
constexpr int kSwitchboard = 25;
constexpr int kSpokeBefore = 60;
constexpr int kNameAlone = 30;
constexpr int kMostWithoutWord = 99;

/// Candidates while they are gathered.
class Gathering
{
public:
    void add(const Person &person, int score, IdentityReason reason)
    {
        const auto known = std::find_if(m_list.begin(), m_list.end(), [&](const Candidate &one) { return one.person.id == person.id; });
        if (known == m_list.end()) {
            m_list.push_back({person, {}, {}, score, {std::move(reason)}});
            return;
        }
        if (std::find(known->reasons.begin(), known->reasons.end(), reason) != known->reasons.end()) {
            return;
        }
        // Two reasons that agree are worth more than the better of them.
        const bool better = score > known->score;
        known->score = std::min(kMostWithoutWord, std::max(known->score, score) + 5);
        known->reasons.insert(better ? known->reasons.begin() : known->reasons.end(), std::move(reason));
    }

    [[nodiscard]] bool isSure(domain::PersonId person) const
    {
        return std::any_of(m_list.begin(), m_list.end(),
                           [&](const Candidate &one) { return one.person.id == person && one.score >= kSureScore; });
    }

    [[nodiscard]] std::vector<Candidate> &list() { return m_list; }

    [[nodiscard]] std::vector<Candidate> best()
    {
        std::stable_sort(m_list.begin(), m_list.end(), [](const Candidate &a, const Candidate &b) { return a.score > b.score; });
        if (m_list.size() > kMostCandidates) {
            m_list.resize(kMostCandidates);
        }
        return std::move(m_list);
    }

private:
    std::vector<Candidate> m_list;
};

std::pair<int, Reason> worthOf(const Person &person, const QString &key)
{
    for (const domain::PhoneNumber &number : person.numbers.list) {
        if (number.key != key) {
            continue;
        }
        if (number.kind == domain::NumberKind::Learned) {
            return {kLearned, Reason::NumberLearned};
        }
        if (number.kind == domain::NumberKind::Switchboard) {
            return {kSwitchboard, Reason::NumberKnown};
        }
    }
    return key.startsWith(QLatin1String("ext:")) ? std::pair(kExtension, Reason::ExtensionPlan)
                                                 : std::pair(kOwnNumber, Reason::NumberKnown);
}

Result<> addByNumber(store::Db &db, const domain::CallerNumber &number, Gathering &out)
{
    // A short number that several plans hold is anybody's; the trunk it came in on would have told.
    const bool ambiguous = number.sort == domain::CallerNumber::Sort::Extension && number.organisation.isNull();
    for (const QString &key : number.keys) {
        const auto people = store::PersonTable::withNumber(db, key, kMostSharers);
        if (!people) {
            return tl::unexpected(people.error());
        }
        const int sharers = static_cast<int>(people->size());
        for (const Person &person : *people) {
            const auto [worth, reason] = worthOf(person, key);
            const int shared = sharers == 1 ? worth : sharers <= 3 ? worth * 2 / 3 : worth / 3;
            out.add(person, ambiguous ? shared * 2 / 3 : shared, {reason, domain::writtenNumber(key)});
        }
    }
    return {};
}

Result<> addBySpeech(store::Db &db, const CardQuestion &question, Gathering &out)
{
    for (const QString &key : question.number.keys) {
        const auto spoken = store::PhoneIndex::spokenFrom(db, key, question.contact, question.rangMs, 5);
        if (!spoken) {
            return tl::unexpected(spoken.error());
        }
        for (const store::PhoneIndex::Spoken &one : *spoken) {
            const auto person = store::PersonTable::findToShow(db, one.person.value);
            if (!person) {
                return tl::unexpected(person.error());
            }
            // Whom the number alone makes sure was written into those calls by nobody's word: they add nothing to it.
            if (*person && (!one.ticket.isEmpty() || !out.isSure(one.person))) {
                out.add((*person)->entity, kSpokeBefore, {Reason::SeenInTicket, one.ticket});
            }
        }
    }
    return {};
}

bool isNamed(const Person &person, const QString &callerName)
{
    const std::string said = ' ' + store::foldWords(callerName.toStdString()) + ' ';
    const std::string family = store::foldWords(person.familyName.toStdString());
    const std::string given = store::foldWords(person.givenName.toStdString());
    return !family.empty() && !given.empty() && said.find(' ' + family + ' ') != std::string::npos
        && said.find(' ' + given + ' ') != std::string::npos;
}

Result<> addByName(store::Db &db, const QString &callerName, Gathering &out)
{
    if (callerName.trimmed().isEmpty()) {
        return {};
    }
    for (const Candidate &one : std::vector<Candidate>(out.list())) {
        if (isNamed(one.person, callerName)) {
            out.add(one.person, kNameAlone, {Reason::SameName, callerName});
        }
    }
    if (!out.list().empty()) {
        return {};
    }
    const auto people = store::PersonTable::search(db, callerName, 5);
    if (!people) {
        return tl::unexpected(people.error());
    }
    for (const Person &person : *people) {
        if (isNamed(person, callerName)) {
            out.add(person, kNameAlone, {Reason::SameName, callerName});
        }
    }
    return {};
}

/// Of several who share a number, whoever is at a machine just now is likelier.
Result<> addLogins(store::Db &db, qint64 nowMs, Gathering &out)
{
    for (const Candidate &one : std::vector<Candidate>(out.list())) {
        if (one.person.login.isEmpty()) {
            continue;
        }
        const auto machines = store::AssetTable::lastUsedBy(db, one.person.login);
        if (!machines) {
            return tl::unexpected(machines.error());
        }
        if (!machines->empty() && nowMs - machines->front().lastLoginMs < kFreshLoginMs) {
            out.add(one.person, 0, {Reason::LastLogin, machines->front().name});
        }
    }
    return {};
}

Result<> addConfirmed(store::Db &db, domain::PersonId confirmed, Gathering &out)
{
    if (!confirmed) {
        return {};
    }
    const auto person = store::PersonTable::findToShow(db, confirmed.value);
    if (!person) {
        return tl::unexpected(person.error());
    }
    if (*person) {
        out.add((*person)->entity, 0, {Reason::Confirmed, {}});
        for (Candidate &one : out.list()) {
            one.score = one.person.id == confirmed ? 100 : one.score;
        }
    }
    return {};
}

} // namespace

Result<std::vector<Candidate>> candidatesFor(store::Db &db, const CardQuestion &question)
{
    Gathering out;
    return addByNumber(db, question.number, out)
        .and_then([&] { return addBySpeech(db, question, out); })
        .and_then([&] { return addByName(db, question.callerName, out); })
        .and_then([&] { return addLogins(db, question.nowMs, out); })
        .and_then([&] { return addConfirmed(db, question.confirmed, out); })
        .map([&] { return out.best(); });
}

} // namespace comptoir::desk
