// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Fields.h"

#include <vector>

namespace comptoir::domain {

/// One way to ring a person. `key` is what a caller's number is matched on (NumberingPlan says how it is made):
/// E.164 (`+33556102030`), or `ext:<organisation>:<digits>` for an internal extension.
struct PhoneNumber
{
    NumberKind kind = NumberKind::Direct;
    QString written; ///< as people read it
    QString key;

    bool operator==(const PhoneNumber &) const = default;
};

/// The numbers of a person, in the order they were given. Text form: a JSON array of `{"kind","written","key"}`; empty is the empty text.
struct PhoneNumbers
{
    std::vector<PhoneNumber> list;

    [[nodiscard]] QString toText() const;
    [[nodiscard]] static std::optional<PhoneNumbers> fromText(QStringView text);
    bool operator==(const PhoneNumbers &) const = default;
};

/// Someone who may call.
struct Person
{
    PersonId id;
    ScopeId scope;
    OrganisationId organisation;
    SiteId site;
    QString givenName;
    QString familyName;
    QString title; ///< function, such as "secrétaire générale"
    QString service; ///< the part of the organisation
    QString email;
    QString login; ///< account on the workstations, matched against an asset's last user
    PhoneNumbers numbers;
    QString language; ///< BCP 47, `fr`
    bool vip = false;
    QString note;
    qint64 updatedMs = 0;

    /// "Claire Martin"; the e-mail where there is no name.
    [[nodiscard]] QString displayName() const;
    bool operator==(const Person &) const = default;
};

template <>
struct FieldsOf<Person>
{
    static constexpr const char *kind = "person";
    static constexpr auto list = std::tuple{
        Field{"id", &Person::id},
        Field{"scope", &Person::scope},
        Field{"organisation", &Person::organisation},
        Field{"site", &Person::site},
        Field{"given_name", &Person::givenName},
        Field{"family_name", &Person::familyName},
        Field{"title", &Person::title},
        Field{"service", &Person::service},
        Field{"email", &Person::email},
        Field{"login", &Person::login},
        Field{"numbers", &Person::numbers},
        Field{"language", &Person::language},
        Field{"vip", &Person::vip},
        Field{"note", &Person::note},
        Field{"updated_ms", &Person::updatedMs},
    };
};

} // namespace comptoir::domain
