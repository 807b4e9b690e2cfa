// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ImportReport.h"
#include "Person.h"
#include "Result.h"

#include <QStringList>

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

/// A CSV with a header (French and English names of columns) or an LDIF file (people of inetOrgPerson and kin), whole in memory.
struct PeopleFile
{
    std::vector<PersonRow> rows;
    QStringList ignoredColumns; ///< of the header, not understood

    /// LDIF is told from `dn:` or `version:` on its first line. A bad file is an error that names the line; nothing of it is used then.
    [[nodiscard]] static base::Result<PeopleFile> read(const QString &path);
};

} // namespace comptoir::central
