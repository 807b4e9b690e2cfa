// SPDX-License-Identifier: GPL-3.0-or-later
#include "PeopleFile.h"

#include "CsvReader.h"
#include "LdifReader.h"

#include <algorithm>

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

Result<std::vector<std::optional<PersonColumn>>> columnsOf(const QStringList &header, PeopleFile &out)
{
    std::vector<std::optional<PersonColumn>> columns;
    for (const QString &name : header) {
        const auto column = columnOf(name);
        if (column && std::find(columns.begin(), columns.end(), column) != columns.end()) {
            return tl::unexpected(lineError(1, QStringLiteral("two columns mean the same; the second is \"%1\"").arg(name)));
        }
        if (!column) {
            out.ignoredColumns += name;
        }
        columns.push_back(column);
    }
    const auto has = [&](PersonColumn column) { return std::find(columns.begin(), columns.end(), column) != columns.end(); };
    if (!has(PersonColumn::FamilyName) && !has(PersonColumn::Email)) {
        return tl::unexpected(
            lineError(1,
                      QStringLiteral("this is not a table of people: there is neither a column \"nom\" (name) nor \"email\"; there are: %1")
                          .arg(header.join(QStringLiteral(", ")))));
    }
    return columns;
}

Result<PeopleFile> readTable(const QString &path)
{
    auto reader = CsvReader::open(path);
    if (!reader) {
        return tl::unexpected(reader.error());
    }
    PeopleFile out;
    const auto columns = columnsOf(reader->header(), out);
    if (!columns) {
        return tl::unexpected(columns.error());
    }
    CsvRecord record;
    for (;;) {
        const auto more = reader->next(record);
        if (!more) {
            return tl::unexpected(more.error());
        }
        if (!*more) {
            return out;
        }
        if (record.size() != columns->size()) {
            return tl::unexpected(
                lineError(record.line(), QStringLiteral("has %1 columns, the header has %2").arg(record.size()).arg(columns->size())));
        }
        PersonRow row;
        row.line = record.line();
        for (std::size_t i = 0; i < columns->size(); ++i) {
            if ((*columns)[i]) {
                row.cells[*(*columns)[i]] = record.text(i).simplified();
            }
        }
        out.rows.push_back(std::move(row));
    }
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
    const auto take = [&](PersonColumn column, std::initializer_list<const char *> names) {
        for (const char *name : names) {
            if (const auto value = entry.text(name); value && !out.cells.contains(column)) {
                out.cells[column] = value->simplified();
            }
        }
    };
    take(PersonColumn::GivenName, {"givenname", "gn"});
    take(PersonColumn::FamilyName, {"sn", "surname", "cn"});
    take(PersonColumn::Email, {"mail", "rfc822mailbox"});
    take(PersonColumn::Phone, {"telephonenumber"});
    take(PersonColumn::Mobile, {"mobile", "mobiletelephonenumber"});
    take(PersonColumn::Extension, {"ipphone", "internationalisdnnumber"});
    take(PersonColumn::Service, {"departmentnumber", "department", "ou"});
    take(PersonColumn::Title, {"title", "employeetype"});
    take(PersonColumn::Site, {"physicaldeliveryofficename", "roomnumber", "l"});
    take(PersonColumn::Language, {"preferredlanguage"});
    take(PersonColumn::Login, {"uid", "samaccountname", "userid"});
    take(PersonColumn::Note, {"description"});
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

Result<PeopleFile> PeopleFile::read(const QString &path)
{
    const auto ldif = isLdif(path);
    if (!ldif) {
        return tl::unexpected(ldif.error());
    }
    if (!*ldif) {
        return readTable(path);
    }
    const auto entries = readLdif(path);
    if (!entries) {
        return tl::unexpected(entries.error());
    }
    PeopleFile out;
    for (const LdifEntry &entry : *entries) {
        if (auto row = personOf(entry)) {
            out.rows.push_back(std::move(*row));
        }
    }
    if (out.rows.empty()) {
        return base::fail(base::Error::Kind::Invalid,
                          QStringLiteral("%1: none of its %2 entries is a person").arg(path).arg(entries->size()));
    }
    return out;
}

} // namespace comptoir::central
