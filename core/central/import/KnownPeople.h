// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Person.h"

#include <QHash>

#include <optional>
#include <vector>

namespace comptoir::central {

/// The people of an organisation's scope, by what tells them apart; kept up as the file is taken in.
class KnownPeople
{
public:
    struct Entry
    {
        domain::Person person;
        domain::Person before; ///< as stored
        bool stored = false;
        bool inFile = false;
        qint64 line = 0; ///< of the file, where it first tells of them
    };

    std::size_t add(Entry entry)
    {
        m_entries.push_back(std::move(entry));
        index(m_entries.size() - 1);
        return m_entries.size() - 1;
    }
    void index(std::size_t at)
    {
        const domain::Person &person = m_entries[at].person;
        put(m_byId, person.id.toString(), at);
        put(m_byEmail, person.email.toLower(), at);
        put(m_byLogin, person.login.toLower(), at);
        for (const auto &number : person.numbers.list) {
            if (number.key.isEmpty()) {
                continue;
            }
            put(m_byName, named(person, number.key), at);
            put(m_byNumber, number.key, at);
            if (m_byNumber.value(number.key) != at) {
                put(m_alsoByNumber, number.key, at);
            }
        }
    }
    [[nodiscard]] std::optional<std::size_t> byId(domain::PersonId id) const { return find(m_byId, id.toString()); }
    [[nodiscard]] std::optional<std::size_t> byEmail(const QString &email) const { return find(m_byEmail, email.toLower()); }
    [[nodiscard]] std::optional<std::size_t> byLogin(const QString &login) const { return find(m_byLogin, login.toLower()); }
    /// Somebody of that name who has the number.
    [[nodiscard]] std::optional<std::size_t> byName(const domain::Person &person, const QString &key) const
    {
        return find(m_byName, named(person, key));
    }
    /// Somebody but `one` who has the number: all of a town hall may have the switchboard's.
    [[nodiscard]] std::optional<std::size_t> otherWith(const QString &key, std::optional<std::size_t> one) const
    {
        const auto first = find(m_byNumber, key);
        return first && first == one ? find(m_alsoByNumber, key) : first;
    }
    [[nodiscard]] Entry &at(std::size_t at) { return m_entries[at]; }
    [[nodiscard]] const std::vector<Entry> &entries() const { return m_entries; }

private:
    using Index = QHash<QString, std::size_t>;
    static QString named(const domain::Person &person, const QString &key) { return person.displayName().toCaseFolded() + u'|' + key; }
    static void put(Index &index, const QString &key, std::size_t at)
    {
        if (!key.isEmpty() && !index.contains(key)) {
            index.insert(key, at);
        }
    }
    static std::optional<std::size_t> find(const Index &index, const QString &key)
    {
        const auto found = index.constFind(key);
        return key.isEmpty() || found == index.constEnd() ? std::nullopt : std::optional(*found);
    }

    std::vector<Entry> m_entries;
    Index m_byId, m_byEmail, m_byLogin, m_byName;
    Index m_byNumber; ///< the first who has it
    Index m_alsoByNumber; ///< the second
};

} // namespace comptoir::central
