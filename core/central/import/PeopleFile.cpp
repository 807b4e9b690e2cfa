// SPDX-License-Identifier: GPL-3.0-or-later
#include "PeopleFile.h"

#include <algorithm>
#include <array>

namespace comptoir::central {

namespace {

using base::Result;

/// Letters and digits of a column's name, without accents and case: `Prénom ` → `prenom`, `e-mail` → `email`.
QString plain(const QString &name)
{
    QString out;
    for (const QChar letter : name.normalized(QString::NormalizationForm_KD).toLower()) {
        if (letter.isLetterOrNumber()) {
            out += letter;
        }
    }
    return out;
}

std::optional<PersonColumn> columnOf(const QString &name)
{
    static const std::map<QString, PersonColumn> names = [] {
        std::map<QString, PersonColumn> out;
        const auto add = [&](PersonColumn column, const char *list) {
            for (const QString &one : QString::fromLatin1(list).split(u' ')) {
                out.emplace(one, column);
            }
        };
        add(PersonColumn::GivenName, "prenom prenoms givenname firstname given");
        add(PersonColumn::FamilyName, "nom nomdefamille nomusuel familyname lastname surname sn name");
        add(PersonColumn::Email, "email mail courriel adressemail adresseemail adressecourriel messagerie adresseelectronique");
        add(PersonColumn::Phone,
            "telephone tel telfixe telephonefixe numero numerodetelephone phone phonenumber telephonenumber directline lignedirecte sda");
        add(PersonColumn::Mobile, "mobile portable telmobile telephonemobile telephoneportable mobilephone cell cellphone gsm");
        add(PersonColumn::Extension, "poste extension numerodeposte postetelephonique posteinterne numerointerne interne ext");
        add(PersonColumn::Service, "service direction departement department unite unit division");
        add(PersonColumn::Title, "fonction poste occupe metier title jobtitle job emploi qualite");
        add(PersonColumn::Site, "site lieu batiment location building office");
        add(PersonColumn::Organisation, "organisation organization collectivite etablissement commune employeur company entite entity");
        add(PersonColumn::Vip, "vip prioritaire");
        add(PersonColumn::Language, "langue language lang locale");
        add(PersonColumn::Login, "login identifiant compte account username utilisateur samaccountname uid matricule");
        add(PersonColumn::Note, "note notes remarque remarques commentaire comment");
        return out;
    }();
    const auto found = names.find(plain(name));
    return found == names.end() ? std::nullopt : std::optional(found->second);
}

/// What a directory calls the columns; the first one there counts.
const std::map<PersonColumn, std::vector<const char *>> &directoryColumns()
{
    static const std::map<PersonColumn, std::vector<const char *>> columns{
        {PersonColumn::GivenName, {"givenname", "gn"}},
        {PersonColumn::FamilyName, {"sn", "surname", "cn"}},
        {PersonColumn::Email, {"mail", "rfc822mailbox"}},
        {PersonColumn::Phone, {"telephonenumber"}},
        {PersonColumn::Mobile, {"mobile", "mobiletelephonenumber"}},
        {PersonColumn::Extension, {"ipphone", "internationalisdnnumber"}},
        {PersonColumn::Service, {"departmentnumber", "department", "ou"}},
        {PersonColumn::Title, {"title", "employeetype"}},
        {PersonColumn::Site, {"physicaldeliveryofficename", "roomnumber", "l"}},
        {PersonColumn::Language, {"preferredlanguage"}},
        {PersonColumn::Login, {"uid", "samaccountname", "userid"}},
        {PersonColumn::Note, {"description"}},
    };
    return columns;
}

/// A person's entry of a directory; nothing for groups, machines, organisational units.
std::optional<PersonRow> personOf(const LdifEntry &entry)
{
    constexpr std::array<const char *, 5> classes{"person", "organizationalperson", "inetorgperson", "user", "contact"};
    const bool typed = std::any_of(entry.attributes.begin(), entry.attributes.end(),
                                   [](const auto &attribute) { return attribute.first == "objectclass"; });
    const bool person = std::any_of(classes.begin(), classes.end(), [&](const char *name) { return entry.has("objectclass", name); });
    if (entry.has("objectclass", "computer") || (typed && !person) || (!typed && !entry.text("sn"))) {
        return std::nullopt;
    }
    PersonRow out;
    out.line = entry.line;
    for (const auto &[column, names] : directoryColumns()) {
        for (const char *name : names) {
            if (const auto value = entry.text(name); value && !out.cells.contains(column)) {
                out.cells[column] = value->simplified();
            }
        }
    }
    return out;
}

std::vector<QByteArray> directoryNames()
{
    std::vector<QByteArray> out{"objectclass"};
    for (const auto &[column, names] : directoryColumns()) {
        out.insert(out.end(), names.begin(), names.end());
    }
    return out;
}

Result<bool> isLdif(const QString &path)
{
    const auto source = SourceFile::inspect(path);
    if (!source) {
        return tl::unexpected(source.error());
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || !file.seek(source->markBytes)) {
        return base::fail(base::Error::Kind::Io, QStringLiteral("%1 cannot be read: %2").arg(path, file.errorString()));
    }
    for (int line = 0; line < 50 && !file.atEnd(); ++line) {
        const QByteArray text = file.readLine().trimmed().toLower();
        if (text.startsWith("dn:") || text.startsWith("version:")) {
            return true;
        }
        if (!text.isEmpty() && !text.startsWith('#')) {
            return false;
        }
    }
    return false;
}

} // namespace

QString PersonRow::text(PersonColumn column) const
{
    const auto found = cells.find(column);
    return found == cells.end() ? QString() : found->second;
}

Result<> PeopleFile::readHeader()
{
    const QStringList &header = m_table->header();
    const auto has = [&](std::optional<PersonColumn> column) {
        return std::find(m_columns.begin(), m_columns.end(), column) != m_columns.end();
    };
    for (const QString &name : header) {
        const auto column = columnOf(name);
        if (column && has(column)) {
            return tl::unexpected(lineError(1, QStringLiteral("two columns mean the same; the second is \"%1\"").arg(name)));
        }
        if (!column) {
            m_ignored += name;
        }
        m_columns.push_back(column);
    }
    if (!has(PersonColumn::FamilyName) && !has(PersonColumn::Email)) {
        return tl::unexpected(
            lineError(1,
                      QStringLiteral("this is not a table of people: there is neither a column \"nom\" (name) nor \"email\"; there are: %1")
                          .arg(header.join(QStringLiteral(", ")))));
    }
    return {};
}

Result<PeopleFile> PeopleFile::open(const QString &path)
{
    const auto ldif = isLdif(path);
    if (!ldif) {
        return tl::unexpected(ldif.error());
    }
    PeopleFile out;
    out.m_path = path;
    if (*ldif) {
        return LdifReader::open(path, directoryNames()).map([&](LdifReader &&reader) {
            out.m_directory = std::move(reader);
            return std::move(out);
        });
    }
    auto table = CsvReader::open(path);
    if (!table) {
        return tl::unexpected(table.error());
    }
    out.m_table = std::move(*table);
    return out.readHeader().map([&] { return std::move(out); });
}

Result<CheckedPeople> PeopleFile::check(const QString &path)
{
    auto file = open(path);
    if (!file) {
        return tl::unexpected(file.error());
    }
    PersonRow row;
    for (CheckedPeople out{path, 0, file->m_ignored};; ++out.rows) {
        const auto more = file->next(row);
        if (!more) {
            return tl::unexpected(more.error());
        }
        if (!*more) {
            return out;
        }
    }
}

Result<bool> PeopleFile::next(PersonRow &row)
{
    row = {};
    return m_table ? nextOfTable(row) : nextOfDirectory(row);
}

Result<bool> PeopleFile::nextOfTable(PersonRow &row)
{
    const auto more = m_table->next(m_record);
    if (!more || !*more) {
        return more;
    }
    if (m_record.size() != m_columns.size()) {
        return tl::unexpected(
            lineError(m_record.line(), QStringLiteral("has %1 columns, the header has %2").arg(m_record.size()).arg(m_columns.size())));
    }
    row.line = m_record.line();
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        if (m_columns[i]) {
            row.cells[*m_columns[i]] = m_record.text(i).simplified();
        }
    }
    return true;
}

Result<bool> PeopleFile::nextOfDirectory(PersonRow &row)
{
    for (;;) {
        const auto more = m_directory->next(m_entry);
        if (!more) {
            return more;
        }
        if (!*more && m_people == 0) {
            return base::fail(base::Error::Kind::Invalid,
                              QStringLiteral("%1: none of its %2 entries is a person").arg(m_path).arg(m_entries));
        }
        if (!*more) {
            return false;
        }
        ++m_entries;
        if (auto person = personOf(m_entry)) {
            ++m_people;
            row = std::move(*person);
            return true;
        }
    }
}

} // namespace comptoir::central
