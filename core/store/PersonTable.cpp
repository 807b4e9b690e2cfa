// SPDX-License-Identifier: GPL-3.0-or-later
#include "PersonTable.h"

#include "Fold.h"

namespace comptoir::store {

namespace {

using domain::Person;

std::string_view textOf(const RowCells<Person> &cells, std::size_t at)
{
    return cells[at].type == wire::RawCell::Text ? cells[at].text : std::string_view();
}

std::string wordsOf(const RowCells<Person> &cells)
{
    std::string out;
    for (const std::size_t at : {fieldAt<Person>("given_name"), fieldAt<Person>("family_name"), fieldAt<Person>("email"),
                                 fieldAt<Person>("login"), fieldAt<Person>("service")}) {
        out.append(textOf(cells, at)).push_back(' ');
    }
    return out;
}

std::string personWordsOf(const Statement &old, int first)
{
    std::string out;
    for (int at = first; at < first + 5; ++at) {
        out.append(old.view(at)).push_back(' ');
    }
    return out;
}

constexpr int kNumbers = 5; // behind the five columns of words

QStringList keysIn(std::string_view numbers)
{
    QStringList out;
    if (numbers.empty()) {
        return out;
    }
    const auto read = domain::PhoneNumbers::fromText(QString::fromUtf8(numbers.data(), static_cast<qsizetype>(numbers.size())));
    for (const domain::PhoneNumber &number : read ? read->list : std::vector<domain::PhoneNumber>{}) {
        if (!number.key.isEmpty() && !out.contains(number.key)) {
            out.append(number.key);
        }
    }
    return out;
}

base::Result<std::vector<Person>> people(base::Result<std::vector<EntityTable<Person>::Stored>> rows)
{
    return std::move(rows).map([](std::vector<EntityTable<Person>::Stored> stored) {
        std::vector<Person> out;
        for (auto &row : stored) {
            out.push_back(std::move(row.entity));
        }
        return out;
    });
}

} // namespace

PersonUpkeep::PersonUpkeep(Db &db)
    : m_words(db, "person_text")
    , m_addNumber(db.prepare("INSERT OR IGNORE INTO phone(key,person) VALUES(?,?)"))
    , m_removeNumber(db.prepare("DELETE FROM phone WHERE key=? AND person=?"))
{}

base::Result<> PersonUpkeep::inserted(qint64 row, const RowCells<Person> &cells)
{
    return m_words.add(row, wordsOf(cells)).and_then([&] {
        return addNumbers(cells[fieldAt<Person>("id")].id, textOf(cells, fieldAt<Person>("numbers")));
    });
}

base::Result<> PersonUpkeep::replacing(qint64 row, const Statement &old, int first, const RowCells<Person> &cells)
{
    const std::string_view before = old.view(first + kNumbers);
    const std::string_view after = textOf(cells, fieldAt<Person>("numbers"));
    if (before != after) {
        const base::Uuid &id = cells[fieldAt<Person>("id")].id;
        if (auto moved = removeNumbers(id, before).and_then([&] { return addNumbers(id, after); }); !moved) {
            return moved;
        }
    }
    return m_words.replace(row, personWordsOf(old, first), wordsOf(cells));
}

base::Result<> PersonUpkeep::removing(qint64 row, const base::Uuid &id, const Statement &old, int first)
{
    return removeNumbers(id, old.view(first + kNumbers)).and_then([&] { return m_words.remove(row, personWordsOf(old, first)); });
}

base::Result<> PersonUpkeep::addNumbers(const base::Uuid &id, std::string_view numbers)
{
    for (const QString &key : keysIn(numbers)) {
        if (auto done = m_addNumber.bind(0, key).bindInPlace(1, id).run(); !done) {
            return done;
        }
    }
    return {};
}

base::Result<> PersonUpkeep::removeNumbers(const base::Uuid &id, std::string_view numbers)
{
    for (const QString &key : keysIn(numbers)) {
        if (auto done = m_removeNumber.bind(0, key).bindInPlace(1, id).run(); !done) {
            return done;
        }
    }
    return {};
}

base::Result<> PersonTable::put(Db &db, const Person &person, qint64 seq)
{
    return PersonWriter(db).put(person, seq);
}

base::Result<> PersonTable::remove(Db &db, const base::Uuid &id)
{
    return PersonWriter(db).remove(id);
}

base::Result<> PersonTable::indexWords(Db &db)
{
    static const std::string sql = "SELECT row" + std::string(PersonUpkeep::columns) + " FROM person";
    return WordIndex(db, "person_text").makeAnew(sql, personWordsOf);
}

base::Result<std::vector<Person>> PersonTable::withNumber(Db &db, const QString &key, int limit)
{
    static const std::string sql = select("WHERE id IN (SELECT person FROM phone WHERE key=? LIMIT ?)");
    Statement query = db.prepare(sql);
    query.bindAll(key, qint64(limit));
    return people(all(query));
}

base::Result<bool> PersonTable::isSharedNumber(Db &db, const QString &key, domain::PersonId person)
{
    Statement query = db.prepare("SELECT 1 FROM phone WHERE key=? AND person<>? LIMIT 1");
    return query.bindAll(key, person).step();
}

namespace {

/// How far a name is from what was typed; 0 is the very words and no other. Whole words count before beginnings, a name without further
/// words before one with, and somebody found by something else than the name comes last.
qsizetype distance(const Person &person, const QStringList &typed)
{
    constexpr qsizetype kFar = 100;
    const QStringList name = foldedWords(QString(person.givenName + u' ' + person.familyName));
    const auto begins = [&](const QString &word) {
        return std::any_of(name.begin(), name.end(), [&](const QString &part) { return part.startsWith(word); });
    };
    if (!std::all_of(typed.begin(), typed.end(), begins)) {
        return kFar;
    }
    const auto whole = std::count_if(typed.begin(), typed.end(), [&](const QString &word) { return name.contains(word); });
    return 2 * (typed.size() - whole) + (name.size() == typed.size() ? 0 : 1);
}

constexpr int kReadAFewMore = 5; // times what is shown: the better ones are among them

} // namespace

base::Result<std::vector<Person>> PersonTable::search(Db &db, QStringView typed, int limit)
{
    const QStringList words = foldedWords(typed);
    if (words.isEmpty()) {
        return std::vector<Person>{};
    }
    // Never ranked by the index: a score over every match of a short beginning takes seconds (FTS5). The newest whole-word matches and the
    // newest beginnings are read, and those few are put in order here.
    static const std::string sql = select(
        "WHERE row IN (SELECT rowid FROM person_text WHERE person_text MATCH ? ORDER BY rowid DESC LIMIT ?) ORDER BY row DESC");
    std::vector<Person> out;
    for (const QString &expression : {wholeWordQuery(typed), wordQuery(typed)}) {
        Statement query = db.prepare(sql);
        query.bindAll(expression, qint64(limit) * kReadAFewMore);
        auto found = people(all(query));
        if (!found) {
            return found;
        }
        for (Person &person : *found) {
            if (std::none_of(out.begin(), out.end(), [&](const Person &one) { return one.id == person.id; })) {
                out.push_back(std::move(person));
            }
        }
    }
    std::vector<std::pair<qsizetype, std::size_t>> order;
    for (std::size_t i = 0; i < out.size(); ++i) {
        order.emplace_back(distance(out[i], words), i);
    }
    std::sort(order.begin(), order.end());
    std::vector<Person> best;
    for (std::size_t i = 0; i < std::min(order.size(), static_cast<std::size_t>(std::max(0, limit))); ++i) {
        best.push_back(std::move(out[order[i].second]));
    }
    return best;
}

base::Result<std::vector<Person>> PersonTable::withLogin(Db &db, const QString &login)
{
    static const std::string sql = select("WHERE login=? AND login<>'' LIMIT 20");
    Statement query = db.prepare(sql);
    query.bindAll(login);
    return people(all(query));
}

} // namespace comptoir::store
