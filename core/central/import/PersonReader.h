// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ImportReport.h"
#include "Organisation.h"
#include "PeopleFile.h"
#include "Person.h"

namespace comptoir::central {

/// Somebody as people who read a report know them: by e-mail, else by name.
[[nodiscard]] QString label(const domain::Person &person);

/// Makes people of an organisation from the rows of a file; what is odd about a row is remarked in the report with its line.
class PersonReader
{
public:
    PersonReader(const domain::Organisation &organisation, ImportReport &report) : m_organisation(organisation), m_report(report) {}

    /// Somebody as the row has them, but for the site; Invalid with the reason where the row cannot be used.
    [[nodiscard]] base::Result<domain::Person> personOf(const PersonRow &row);

private:
    void addNumber(const PersonRow &row, PersonColumn column, domain::NumberKind kind, domain::Person &out);
    void remarkOutside(const QString &extension, qint64 line);

    const domain::Organisation &m_organisation;
    ImportReport &m_report;
};

} // namespace comptoir::central
