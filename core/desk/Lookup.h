// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CallerCard.h"
#include "DeskParts.h"
#include "LookAlikes.h"
#include "Result.h"

#include <QFuture>

#include <memory>

namespace comptoir::desk {

struct PersonHit
{
    domain::Person person;
    QString organisationName;
    QString siteName;

    bool operator==(const PersonHit &) const = default;
};

struct TicketHit
{
    domain::TicketId id;
    QString number;
    QString summary;
    QString requesterName;
    domain::TicketState state = domain::TicketState::New;

    bool operator==(const TicketHit &) const = default;
};

/// Finds people and tickets as one types: words in any order, beginnings suffice, accents and case do not matter; numbers and e-mails too.
class Lookup
{
public:
    explicit Lookup(const DeskParts &parts);
    ~Lookup();

    [[nodiscard]] QFuture<base::Result<std::vector<PersonHit>>> people(const QString &text, int limit);
    [[nodiscard]] QFuture<base::Result<std::vector<TicketHit>>> tickets(const QString &text, int limit);
    /// Open tickets that this one, being written, may be about again; at most `limit`.
    [[nodiscard]] QFuture<base::Result<std::vector<LookAlike>>> lookAlikes(const domain::Ticket &written, int limit);
    [[nodiscard]] QFuture<base::Result<domain::Person>> person(domain::PersonId id);
    /// The machines and other things this person uses.
    [[nodiscard]] QFuture<base::Result<std::vector<domain::Asset>>> assetsOf(domain::PersonId id);
    /// Adds a person, or sets fields of one; operations like every change.
    [[nodiscard]] QFuture<base::Result<domain::PersonId>> addPerson(const domain::Person &person);
    [[nodiscard]] QFuture<base::Result<>> editPerson(domain::PersonId id, const QString &field, const QString &value);
    [[nodiscard]] QFuture<base::Result<>> unlearnNumber(domain::PersonId id, const QString &key);
    /// A number unlearned by mistake is theirs again.
    [[nodiscard]] QFuture<base::Result<>> learnNumber(domain::PersonId id, const domain::PhoneNumber &number);

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace comptoir::desk
