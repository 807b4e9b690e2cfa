// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CsvReader.h"
#include "LdifReader.h"
#include "Person.h"

#include <map>

namespace comptoir::central {

/// What a column of a file of people holds.
enum class PersonColumn {
    GivenName,
    FamilyName,
    Email,
    Phone,
    Mobile,
    Extension,
    Service,
    Title,
    Site,
    Organisation,
    Vip,
    Language,
    Login,
    Note
};

/// One person as the file has them: nothing is checked but what the reader needs.
struct PersonRow
{
    qint64 line = 0;
    std::map<PersonColumn, QString> cells; ///< columns the file has; empty cells are kept

    [[nodiscard]] QString text(PersonColumn column) const;
};

/// A file of people all of which was read once.
struct CheckedPeople
{
    QString path;
    qint64 rows = 0;
    QStringList ignoredColumns; ///< of the header, not understood
};

/// A CSV with a header (French and English names of columns) or an LDIF file (people of inetOrgPerson and kin), read row by row.
class PeopleFile
{
public:
    /// LDIF is told from `dn:` or `version:` on its first line.
    [[nodiscard]] static base::Result<PeopleFile> open(const QString &path);
    /// Reads all of it and keeps nothing: a bad file is an error that names the line.
    [[nodiscard]] static base::Result<CheckedPeople> check(const QString &path);

    /// False at the end.
    [[nodiscard]] base::Result<bool> next(PersonRow &row);

private:
    PeopleFile() = default;
    [[nodiscard]] base::Result<> readHeader();
    [[nodiscard]] base::Result<bool> nextOfTable(PersonRow &row);
    [[nodiscard]] base::Result<bool> nextOfDirectory(PersonRow &row);

    std::optional<CsvReader> m_table;
    std::optional<LdifReader> m_directory; ///< where it is no table
    std::vector<std::optional<PersonColumn>> m_columns;
    QStringList m_ignored;
    CsvRecord m_record;
    LdifEntry m_entry;
    QString m_path;
    qint64 m_entries = 0;
    qint64 m_people = 0;
};

} // namespace comptoir::central
