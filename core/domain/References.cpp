// SPDX-License-Identifier: GPL-3.0-or-later
#include "References.h"

namespace comptoir::domain {

namespace {

/// Gathers the ids that are new.
template <class T>
class Gathering
{
public:
    Gathering(const std::optional<T> &before, const T &after) : m_before(before), m_after(after) {}

    template <class IdType>
    Gathering &take(const char *column, Referent referent, IdType T::*member)
    {
        const IdType &named = m_after.*member;
        if (!named.isNull() && !(m_before && (*m_before).*member == named)) {
            m_out.push_back({column, referent, named.value});
        }
        return *this;
    }

    [[nodiscard]] std::vector<Reference> all() { return std::move(m_out); }

private:
    const std::optional<T> &m_before;
    const T &m_after;
    std::vector<Reference> m_out;
};

QString nameOf(Referent referent)
{
    switch (referent) {
    case Referent::Person: return QStringLiteral("person");
    case Referent::Site: return QStringLiteral("site");
    case Referent::Asset: return QStringLiteral("asset");
    case Referent::Category: return QStringLiteral("category");
    case Referent::Group: return QStringLiteral("group");
    case Referent::Operator: return QStringLiteral("operator");
    case Referent::Ticket: return QStringLiteral("ticket");
    }
    return {};
}

} // namespace

// The contact a ticket was opened in is not looked up: see below.
std::vector<Reference> namedAnew(const std::optional<Ticket> &before, const Ticket &after)
{
    return Gathering(before, after)
        .take("requester", Referent::Person, &Ticket::requester)
        .take("beneficiary", Referent::Person, &Ticket::beneficiary)
        .take("site", Referent::Site, &Ticket::site)
        .take("asset", Referent::Asset, &Ticket::asset)
        .take("category", Referent::Category, &Ticket::category)
        .take("support_group", Referent::Group, &Ticket::group)
        .take("assignee", Referent::Operator, &Ticket::assignee)
        .take("parent", Referent::Ticket, &Ticket::parent)
        .all();
}

std::vector<Reference> namedAnew(const std::optional<Person> &before, const Person &after)
{
    return Gathering(before, after).take("site", Referent::Site, &Person::site).all();
}

// What a call was about is a record of what happened. It stands in a scope of its own (the shared one until somebody was identified), and
// scopes are sent one by one: the contact may arrive before its person and its tickets, the ticket before its contact. What is absent must
// pass here, so that refusing only what is there but not granted would keep nobody from naming an id, and tell who tries ids which exist.
// A console shows of these ids only what its mirror holds.
std::vector<Reference> namedAnew(const std::optional<Contact> &, const Contact &)
{
    return {};
}

Refusal notThere(const Reference &reference)
{
    return {Refusal::Code::Gone,
            QLatin1String(reference.column),
            {},
            {},
            QStringLiteral("there is no such %1").arg(nameOf(reference.referent))};
}

Refusal circularParent()
{
    return {Refusal::Code::Invalid, QStringLiteral("parent"), {}, {}, QStringLiteral("a ticket cannot hang on one that hangs on it")};
}

} // namespace comptoir::domain
