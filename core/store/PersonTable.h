// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Person.h"
#include "TableWriter.h"
#include "WordIndex.h"

namespace comptoir::store {

/// Keeps the words and numbers of people beside their rows.
class PersonUpkeep
{
public:
    static constexpr std::string_view columns = ",given_name,family_name,email,login,service,numbers";
    explicit PersonUpkeep(Db &db);
    [[nodiscard]] base::Result<> inserted(qint64 row, const RowCells<domain::Person> &cells);
    [[nodiscard]] base::Result<> replacing(qint64 row, const Statement &old, int first, const RowCells<domain::Person> &cells);
    [[nodiscard]] base::Result<> removing(qint64 row, const base::Uuid &id, const Statement &old, int first);

private:
    [[nodiscard]] base::Result<> addNumbers(const base::Uuid &id, std::string_view numbers);
    [[nodiscard]] base::Result<> removeNumbers(const base::Uuid &id, std::string_view numbers);

    WordIndex m_words;
    Statement m_addNumber;
    Statement m_removeNumber;
};

using PersonWriter = TableWriter<domain::Person, PersonUpkeep>;

/// People, their words (`person_text`) and numbers (`phone`).
class PersonTable : public EntityTable<domain::Person>
{
public:
    [[nodiscard]] static base::Result<> put(Db &db, const domain::Person &person, qint64 seq);
    [[nodiscard]] static base::Result<> remove(Db &db, const base::Uuid &id);
    /// Makes the index of words anew from all rows.
    [[nodiscard]] static base::Result<> indexWords(Db &db);
    /// Everybody who has this number (key as in the phone index); at most `limit`.
    [[nodiscard]] static base::Result<std::vector<domain::Person>> withNumber(Db &db, const QString &key, int limit);
    /// Whether somebody else has this number too.
    [[nodiscard]] static base::Result<bool> isSharedNumber(Db &db, const QString &key, domain::PersonId person);
    /// Those whose words begin as typed (names, e-mail, login, service); at most `limit`. No words: nobody. Of the newest rows that hold the
    /// very words and the newest that begin so, a few times `limit` of each, whose name it is comes first, then whose name holds the very
    /// words, then whose name begins so; alike, those with the very words, then the newest rows. Word order does not matter.
    [[nodiscard]] static base::Result<std::vector<domain::Person>> search(Db &db, QStringView typed, int limit);
    /// Whose account this is.
    [[nodiscard]] static base::Result<std::vector<domain::Person>> withLogin(Db &db, const QString &login);
};

} // namespace comptoir::store
