// SPDX-License-Identifier: GPL-3.0-or-later
#include "PersonReader.h"

#include "CallerNumber.h"
#include "OrganisationChoice.h"
#include "TextLimits.h"

#include <QRegularExpression>

#include <algorithm>

namespace comptoir::central {

namespace {

using base::Result;
using domain::Person;

bool isYes(const QString &text)
{
    static const QStringList words{QStringLiteral("1"),    QStringLiteral("oui"), QStringLiteral("yes"),
                                   QStringLiteral("o"),    QStringLiteral("y"),   QStringLiteral("vrai"),
                                   QStringLiteral("true"), QStringLiteral("x"),   QStringLiteral("vip")};
    return words.contains(text.toLower());
}

QString identity(const Person &person)
{
    if (!person.email.isEmpty()) {
        return person.email.toLower();
    }
    const QString key = person.numbers.list.empty() ? QString() : person.numbers.list.front().key;
    return person.login.isEmpty() ? QString(person.displayName() + u'|' + key) : person.login.toLower();
}

} // namespace

QString label(const Person &person)
{
    return person.email.isEmpty() ? person.displayName() : person.email;
}

Result<Person> PersonReader::personOf(const PersonRow &row)
{
    static const QRegularExpression address(QStringLiteral("^[^@\\s<>\"]+@[^@\\s<>\"]+\\.[^@\\s<>\"]+$"));
    for (const auto &[column, text] : row.cells) {
        if (text.size() > domain::kMostLine && column != PersonColumn::Note) {
            return base::fail(base::Error::Kind::Invalid, QStringLiteral("a cell is longer than %1 characters").arg(domain::kMostLine));
        }
    }
    if (const QString named = row.text(PersonColumn::Organisation); !named.isEmpty() && !isNamed(m_organisation, named)) {
        return base::fail(base::Error::Kind::Invalid, QStringLiteral("is of \"%1\", not of %2").arg(named.left(60), m_organisation.name));
    }
    Person out;
    out.scope = domain::scopeOf(m_organisation.id);
    out.organisation = m_organisation.id;
    out.givenName = row.text(PersonColumn::GivenName);
    out.familyName = row.text(PersonColumn::FamilyName);
    out.email = row.text(PersonColumn::Email);
    out.login = row.text(PersonColumn::Login);
    if (out.familyName.isEmpty() && out.email.isEmpty()) {
        return base::fail(base::Error::Kind::Invalid, QStringLiteral("has neither a name nor an e-mail"));
    }
    if (!out.email.isEmpty() && !address.match(out.email).hasMatch()) {
        return base::fail(base::Error::Kind::Invalid, QStringLiteral("\"%1\" is not an e-mail address").arg(out.email.left(60)));
    }
    out.title = row.text(PersonColumn::Title);
    out.service = row.text(PersonColumn::Service);
    out.vip = isYes(row.text(PersonColumn::Vip));
    out.language = row.text(PersonColumn::Language).left(2).toLower();
    out.note = row.text(PersonColumn::Note).left(domain::kMostLongText);
    addNumber(row, PersonColumn::Phone, domain::NumberKind::Direct, out);
    addNumber(row, PersonColumn::Mobile, domain::NumberKind::Mobile, out);
    addNumber(row, PersonColumn::Extension, domain::NumberKind::Extension, out);
    out.id = domain::PersonId::fromName(
        QByteArray("person:").append(m_organisation.id.value.toText()).append(':').append(identity(out).toUtf8()));
    return out;
}

void PersonReader::addNumber(const PersonRow &row, PersonColumn column, domain::NumberKind kind, Person &out)
{
    const QString written = row.text(column);
    if (written.isEmpty()) {
        return;
    }
    const QString key = domain::numberKey(written, m_organisation);
    if (key.isEmpty()) {
        m_report.remarks.push_back(
            {{}, row.line, QStringLiteral("the number \"%1\" cannot be dialled and was left out").arg(written.left(40))});
        return;
    }
    const auto same = [&](const domain::PhoneNumber &number) { return number.key == key; };
    if (std::none_of(out.numbers.list.begin(), out.numbers.list.end(), same)) {
        const bool isExtension = key.startsWith(u"ext:");
        if (isExtension) {
            remarkOutside(domain::writtenNumber(key), row.line);
        }
        out.numbers.list.push_back({isExtension ? domain::NumberKind::Extension : kind, domain::writtenNumber(key), key});
    }
}

void PersonReader::remarkOutside(const QString &extension, qint64 line)
{
    const domain::NumberingPlan &plan = m_organisation.numbering;
    if (!plan.ranges.empty() && !plan.isExtension(extension)) {
        m_report.remarks.push_back({{},
                                    line,
                                    QStringLiteral("the extension %1 is outside the numbering plan of %2; it was taken all the same")
                                        .arg(extension, m_organisation.name)});
    }
}

} // namespace comptoir::central
