// SPDX-License-Identifier: GPL-3.0-or-later
#include "Lookup.h"

#include "Acting.h"
#include "AssetTable.h"
#include "CallerNumber.h"
#include "Catalogue.h"
#include "Clock.h"
#include "IdSource.h"
#include "PersonTable.h"
#include "PhoneIndex.h"
#include "Store.h"
#include "Then.h"
#include "TicketNumber.h"
#include "TicketTable.h"

#include <QObject>
#include <QSet>

namespace comptoir::desk {

using base::Error;
using base::Result;
using domain::Person;

namespace {

constexpr int kFewestDigits = 3;
constexpr qsizetype kMostTyped = 200;

/// The beginnings of keys a number typed so far may have; none where it is no number.
std::vector<QString> keyStarts(const QString &typed, const std::vector<domain::Organisation> &organisations)
{
    QString digits;
    for (const QChar c : typed) {
        if (c >= u'0' && c <= u'9') {
            digits += c;
        } else if (!QStringView(u" .-/()+").contains(c)) {
            return {};
        }
    }
    if (digits.size() < kFewestDigits) {
        return {};
    }
    std::vector<QString> out;
    const auto whole = domain::CallerNumber::read(typed, {}, organisations);
    out = whole.keys;
    if (typed.trimmed().startsWith(u'+')) {
        out.push_back(u'+' + digits);
    } else if (digits.startsWith(QLatin1String("00"))) {
        out.push_back(u'+' + digits.mid(2));
    } else if (digits.startsWith(u'0')) {
        out.push_back(QStringLiteral("+33") + digits.mid(1));
    } else if (digits.size() <= 6) {
        for (const domain::Organisation &organisation : organisations) {
            if (!organisation.numbering.ranges.empty()) {
                out.push_back(QStringLiteral("ext:") + organisation.id.toString() + u':' + digits);
            }
        }
    }
    return out;
}

Result<> addByNumber(store::Db &db, const std::vector<QString> &starts, std::size_t limit, std::vector<Person> &out, QSet<base::Uuid> &seen)
{
    for (const QString &start : starts) {
        if (out.size() >= limit) {
            return {};
        }
        const auto ids = store::PhoneIndex::startingWith(db, start, static_cast<int>(limit));
        if (!ids) {
            return tl::unexpected(ids.error());
        }
        for (const domain::PersonId id : *ids) {
            if (out.size() >= limit || seen.contains(id.value)) {
                continue;
            }
            auto found = store::PersonTable::findToShow(db, id.value);
            if (!found) {
                return tl::unexpected(found.error());
            }
            if (*found) {
                seen.insert(id.value);
                out.push_back(std::move((*found)->entity));
            }
        }
    }
    return {};
}

Result<std::vector<Person>> findPeople(store::Db &db, const QString &text, const std::vector<QString> &starts, int limit)
{
    std::vector<Person> out;
    QSet<base::Uuid> seen;
    if (auto done = addByNumber(db, starts, static_cast<std::size_t>(limit), out, seen); !done) {
        return tl::unexpected(done.error());
    }
    auto byWords = store::PersonTable::search(db, text, limit);
    if (!byWords) {
        return byWords;
    }
    for (Person &person : *byWords) {
        if (out.size() < static_cast<std::size_t>(limit) && !seen.contains(person.id.value)) {
            out.push_back(std::move(person));
        }
    }
    return out;
}

TicketHit hitOf(const domain::Ticket &ticket)
{
    return {ticket.id, ticket.number, ticket.summary, ticket.requesterName, ticket.state};
}

} // namespace

struct Lookup::Private
{
    explicit Private(const DeskParts &with) : parts(with) {}

    DeskParts parts;
    QObject context; ///< what was asked for by a lookup that is gone is dropped

    template <class Make>
    QFuture<Result<>> change(domain::PersonId id, Make make)
    {
        return parts.store.write(
            [acting = Acting::now(parts), op = parts.ids.make<domain::OperationId>(), id, make](store::Db &db) -> Result<> {
                const auto found = store::PersonTable::findToShow(db, id.value);
                if (!found) {
                    return tl::unexpected(found.error());
                }
                if (!*found) {
                    return base::fail(Error::Kind::NotFound, QStringLiteral("the person is not here"));
                }
                domain::Operation operation;
                operation.id = op;
                operation.scope = (*found)->entity.scope;
                operation.entity = domain::EntityId{id.value};
                operation.payload = make();
                return acting.perform(db, operation);
            });
    }
};

Lookup::Lookup(const DeskParts &parts) : m_d(std::make_unique<Private>(parts)) {}

Lookup::~Lookup() = default;

QFuture<Result<std::vector<PersonHit>>> Lookup::people(const QString &text, int limit)
{
    const QString typed = text.left(kMostTyped);
    const auto future = m_d->parts.store.read([typed, starts = keyStarts(typed, m_d->parts.catalogue.organisations()),
                                               limit](store::Db &db) { return findPeople(db, typed, starts, limit); });
    return base::then(future, &m_d->context, [this](Result<std::vector<Person>> found) -> Result<std::vector<PersonHit>> {
        if (!found) {
            return tl::unexpected(found.error());
        }
        const Catalogue &catalogue = m_d->parts.catalogue;
        std::vector<PersonHit> out;
        for (Person &person : *found) {
            const auto *site = catalogue.site(person.site);
            const QString organisation = catalogue.organisationName(person.organisation);
            out.push_back({std::move(person), organisation, site ? site->name : QString()});
        }
        return out;
    });
}

QFuture<Result<std::vector<TicketHit>>> Lookup::tickets(const QString &text, int limit)
{
    const QString typed = text.left(kMostTyped).trimmed();
    const auto ours = domain::TicketNumber::fromString(typed);
    return m_d->parts.store.read([typed, number = ours ? ours->toString() : typed, limit](store::Db &db) -> Result<std::vector<TicketHit>> {
        std::vector<TicketHit> out;
        const auto exact = number.isEmpty() ? Result<domain::TicketId>() : store::TicketTable::withNumber(db, number);
        if (!exact) {
            return tl::unexpected(exact.error());
        }
        if (*exact) {
            const auto ticket = store::TicketTable::findToShow(db, exact->value);
            if (!ticket) {
                return tl::unexpected(ticket.error());
            }
            out.push_back(hitOf((*ticket)->entity));
        }
        const auto found = store::TicketTable::search(db, typed, limit);
        if (!found) {
            return tl::unexpected(found.error());
        }
        for (const domain::Ticket &ticket : *found) {
            if (ticket.id != *exact && out.size() < static_cast<std::size_t>(limit)) {
                out.push_back(hitOf(ticket));
            }
        }
        return out;
    });
}

QFuture<Result<std::vector<LookAlike>>> Lookup::lookAlikes(const domain::Ticket &written, int limit)
{
    return m_d->parts.store.read(
        [written, limit, nowMs = m_d->parts.clock.nowMs()](store::Db &db) { return readLookAlikes(db, written, nowMs, limit); });
}

QFuture<Result<Person>> Lookup::person(domain::PersonId id)
{
    return m_d->parts.store.read([id](store::Db &db) -> Result<Person> {
        auto found = store::PersonTable::findToShow(db, id.value);
        if (!found) {
            return tl::unexpected(found.error());
        }
        if (!*found) {
            return base::fail(Error::Kind::NotFound, QStringLiteral("the person is not here"));
        }
        return std::move((*found)->entity);
    });
}

QFuture<Result<std::vector<domain::Asset>>> Lookup::assetsOf(domain::PersonId id)
{
    return m_d->parts.store.read([id](store::Db &db) { return store::AssetTable::usedBy(db, id); });
}

QFuture<Result<domain::PersonId>> Lookup::addPerson(const Person &person)
{
    const auto op = m_d->parts.ids.make<domain::OperationId>();
    domain::Operation operation;
    operation.id = op;
    operation.scope = domain::scopeOf(person.organisation);
    operation.entity = domain::EntityId{op.value};
    Person added = person;
    added.id = domain::PersonId{op.value};
    added.scope = operation.scope;
    // A number that was only written down gets its key here, from the organisation's own plan.
    if (const auto *organisation = m_d->parts.catalogue.organisation(person.organisation)) {
        for (domain::PhoneNumber &number : added.numbers.list) {
            number.key = number.key.isEmpty() ? domain::numberKey(number.written, *organisation) : number.key;
        }
    }
    operation.payload = domain::PersonAdd{added};
    return m_d->parts.store.write([acting = Acting::now(m_d->parts), operation](store::Db &db) {
        return acting.perform(db, operation).map([&] { return domain::PersonId{operation.id.value}; });
    });
}

QFuture<Result<>> Lookup::editPerson(domain::PersonId id, const QString &field, const QString &value)
{
    return m_d->change(id, [field, value]() -> domain::Payload { return domain::PersonEdit{field, value}; });
}

QFuture<Result<>> Lookup::learnNumber(domain::PersonId id, const domain::PhoneNumber &number)
{
    return m_d->change(id, [number]() -> domain::Payload { return domain::PersonLearnNumber{number}; });
}

QFuture<Result<>> Lookup::unlearnNumber(domain::PersonId id, const QString &key)
{
    return m_d->change(id, [key]() -> domain::Payload { return domain::PersonUnlearnNumber{key}; });
}

} // namespace comptoir::desk
