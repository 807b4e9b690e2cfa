// SPDX-License-Identifier: GPL-3.0-or-later
#include "InventoryFile.h"
#include "InventoryImport.h"
#include "OrganisationChoice.h"
#include "PeopleImport.h"

#include <Catch.h>
#include <Paths.h>

#include <QTemporaryDir>

using namespace comptoir;
using namespace comptoir::central;

namespace {

class Town
{
public:
    Town()
    {
        store = store::Store::open({m_folder.filePath(QStringLiteral("central.db")), QStringLiteral(":/sql/central"),
                                    store::Db::Durability::Normal, false})
                    .value();
        organisation = organisationFor(*store, QStringLiteral("Mérignac"), {}, false, 1000).value();
    }
    QString write(const QString &name, const QByteArray &content) const
    {
        QFile file(m_folder.filePath(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write(content) == content.size());
        return file.fileName();
    }
    base::Result<PeopleTotals> people(const QByteArray &content, bool dryRun = false)
    {
        report = {};
        const auto file = PeopleFile::check(write(QStringLiteral("people"), content));
        if (!file) {
            return tl::unexpected(file.error());
        }
        return importPeople(*store, *file, organisation, dryRun, 1000, progress, report);
    }
    base::Result<InventoryTotals> inventory(const QString &path)
    {
        report = {};
        return readInventory(path, progress, report).and_then([&](const ReadInventory &read) {
            return importInventory(*store, read, organisation, false, progress);
        });
    }
    qint64 count(const char *sql)
    {
        const auto read = inSnapshot(*store, [&](store::Db &db) -> base::Result<qint64> {
            store::Statement query = db.prepare(sql);
            return query.step().map([&](bool row) { return row ? query.integer(0) : -1; });
        });
        REQUIRE(read);
        return *read;
    }

    std::unique_ptr<store::Store> store;
    domain::Organisation organisation;
    ImportReport report;
    Progress progress = [](qint64, qint64) { return true; };

private:
    QTemporaryDir m_folder;
};

std::string reason(const base::Result<PeopleTotals> &totals)
{
    return totals ? std::string() : totals.error().message.toStdString();
}

} // namespace

TEST_CASE("people come in from a table with French or English names of columns", "[central][import]")
{
    Town town;
    const auto totals = town.people(
        "Nom;Prénom;Courriel;Téléphone;Mobile;Poste;Service;Fonction;Site;VIP;Couleur\n"
        "Martin;Claire;claire.martin@merignac.example;05 36 49 10 20;06.39.98.42.01;4201;DGS;secrétaire générale;Hôtel de ville;oui;bleu\n"
        "Le Goff;Yann;yann.legoff@merignac.example;;;;;;Hôtel de ville;;\n");
    REQUIRE(totals);
    CHECK(totals->read == 2);
    CHECK(totals->people.added == 2);
    CHECK(totals->sites.added == 1);
    CHECK(town.count("SELECT count(*) FROM person WHERE family_name = 'Martin' AND vip = 1 AND title = 'secrétaire générale' AND numbers "
                     "LIKE '%\"+33536491020\"%' "
                     "AND numbers LIKE '%:4201\"%'")
          == 1);
    const auto english = town.people("last name,first name,email,phone\nMartin,Claire,CLAIRE.MARTIN@merignac.example,+33 5 36 49 10 "
                                     "21\nDoe,Jane,jane@merignac.example,\n");
    REQUIRE(english);
    CHECK(english->people.changed == 1);
    CHECK(english->people.added == 1);
    CHECK(town.count("SELECT count(*) FROM person") == 3);
    CHECK(town.count("SELECT count(*) FROM person WHERE numbers LIKE '%+33536491020%' AND numbers LIKE '%+33536491021%'") == 1);
    const qint64 seqs = town.count("SELECT sum(seq) FROM scope");
    const auto again = town.people("last name,first name,email,phone\nMartin,Claire,CLAIRE.MARTIN@merignac.example,+33 5 36 49 10 "
                                   "21\nDoe,Jane,jane@merignac.example,\n");
    REQUIRE(again);
    CHECK(again->people.unchanged == 2);
    CHECK(town.count("SELECT sum(seq) FROM scope") == seqs);
}

TEST_CASE("duplicates by e-mail and number are told and not taken twice", "[central][import]")
{
    Town town;
    const auto totals = town.people("nom;prenom;email;telephone\nMartin;Claire;c@x.example;0536491020\nMartin;Claire;C@X.example;"
                                    "0536491021\nPetit;Paul;p@x.example;05 36 49 10 20\n"
                                    "Petit;Paul;;05.36.49.10.20\n;;;\nRoux;;pas-une-adresse;\nRoy;Max;m@x.example;12ab\n");
    REQUIRE(totals);
    CHECK(totals->read == 7);
    CHECK(totals->people.added == 3);
    CHECK(totals->duplicates == 1 + 1);
    CHECK(totals->refused == 2);
    CHECK(totals->read == totals->people.sum() + totals->duplicates + totals->refused);
    const std::string told = town.report.toText().toStdString();
    CHECK_THAT(told, Catch::Contains("line 3: C@X.example stands in the file already"));
    CHECK_THAT(told, Catch::Contains("line 4: p@x.example shares the number"));
    CHECK_THAT(told, Catch::Contains("line 6: has neither a name nor an e-mail"));
    CHECK_THAT(told, Catch::Contains("line 7: \"pas-une-adresse\" is not an e-mail address"));
    CHECK_THAT(told, Catch::Contains("line 8: the number \"12ab\" cannot be dialled"));
}

TEST_CASE("people come in by batches, changes go in between, and an interrupted import goes on", "[central][import]")
{
    Town town;
    const auto table = [](const QByteArray &phone) {
        QByteArray out = "nom;courriel;telephone;fonction;note\n";
        for (int n = 0; n < 1000; ++n) {
            out += "Nom" + QByteArray::number(n) + ";p" + QByteArray::number(n) + "@x.example;" + phone + ";agent " + phone.right(4)
                + ";\n";
        }
        return out;
    };
    town.progress = [](qint64 done, qint64 of) { return done <= of / 2; }; // ends after the first batch
    REQUIRE_FALSE(town.people(table("0536491020")));
    const qint64 first = town.count("SELECT count(*) FROM person");
    CHECK(first == 400);
    town.progress = [](qint64, qint64) { return true; };
    const auto rest = town.people(table("0536491020"));
    REQUIRE(rest);
    CHECK(rest->people.unchanged == first);
    CHECK(rest->people.added == 1000 - first);
    CHECK(town.count("SELECT count(*) FROM person") == 1000);

    bool changed = false;
    town.progress = [&](qint64 done, qint64 of) {
        if (done > of / 2 && !std::exchange(changed, true)) { // somebody at a console, between the first batch and the next
            REQUIRE(inTransaction(*town.store, [](store::Db &db) {
                return db.run("UPDATE person SET note = 'at the desk', title = 'chief' WHERE updated_ms = 1000 AND title = 'agent 1020'");
            }));
        }
        return true;
    };
    REQUIRE(town.people(table("0536491021")));
    CHECK(town.count("SELECT count(*) FROM person WHERE note = 'at the desk' AND title = 'agent 1021'") == 600);
    CHECK(town.count("SELECT count(*) FROM person WHERE numbers LIKE '%+33536491020%' AND numbers LIKE '%+33536491021%'") == 1000);
}

TEST_CASE("somebody a console adds while the same e-mail is being imported is there once, with what both told", "[central][import]")
{
    Town town;
    QByteArray table = "nom;prenom;courriel;login;fonction;telephone\n";
    for (int n = 0; n < 1000; ++n) {
        table += QByteArray("Nom%1;Ada;p%1@x.example;;agent;\n").replace("%1", QByteArray::number(n));
    }
    domain::Person added; // as a console does, in the middle of the import
    added.id = domain::PersonId::fromName("at the desk");
    added.scope = domain::scopeOf(town.organisation.id);
    added.organisation = town.organisation.id;
    added.familyName = QStringLiteral("Dupond");
    added.email = QStringLiteral("P900@X.example");
    added.note = QStringLiteral("at the desk");
    bool done = false;
    town.progress = [&](qint64 come, qint64 of) {
        if (come > of / 2 && !std::exchange(done, true)) {
            REQUIRE(inTransaction(*town.store, [&](store::Db &db) { return ScopeWriters(db).put(added); }));
        }
        return true;
    };
    const auto totals = town.people(table);
    REQUIRE(totals);
    CHECK(totals->people.added == 999);
    CHECK(totals->people.changed == 1);
    CHECK(totals->read == totals->people.sum() + totals->duplicates + totals->refused);
    CHECK(town.count("SELECT count(*) FROM person") == 1000);
    CHECK(town.count("SELECT count(*) FROM person WHERE email LIKE 'p900@x.example' AND note = 'at the desk' AND title = 'agent'") == 1);
    CHECK_THAT(town.report.toText().toStdString(), Catch::Contains("line 902: p900@x.example was added at a console during the import"));
    town.progress = [](qint64, qint64) { return true; };
    const auto again = town.people(table);
    REQUIRE(again);
    CHECK(again->people.added == 0);
    CHECK(town.count("SELECT count(*) FROM person") == 1000);
}

TEST_CASE("an e-mail that a console gives to somebody else during the import stays there", "[central][import]")
{
    Town town;
    REQUIRE(town.people("nom;login\nMartin;cmartin\n"));
    domain::Person other;
    other.id = domain::PersonId::fromName("at the desk");
    other.scope = domain::scopeOf(town.organisation.id);
    other.organisation = town.organisation.id;
    other.familyName = QStringLiteral("Dupond");
    other.email = QStringLiteral("c@x.example");
    bool done = false;
    town.progress = [&](qint64, qint64) {
        if (!std::exchange(done, true)) { // while the file is worked through
            REQUIRE(inTransaction(*town.store, [&](store::Db &db) { return ScopeWriters(db).put(other); }));
        }
        return true;
    };
    REQUIRE(town.people("nom;login;courriel;fonction\nMartin;cmartin;c@x.example;chef\n"));
    CHECK(done);
    CHECK(town.count("SELECT count(*) FROM person WHERE email = 'c@x.example'") == 1);
    CHECK(town.count("SELECT count(*) FROM person WHERE login = 'cmartin' AND title = 'chef'") == 1);
    CHECK_THAT(town.report.toText().toStdString(), Catch::Contains("line 2: c@x.example was given to somebody else"));
}

TEST_CASE("an extension outside the numbering plan is remarked with its line, and the person is taken", "[central][import]")
{
    Town town;
    const QByteArray table = "nom;courriel;poste\nMartin;c@x.example;4201\nPetit;p@x.example;999\n";
    REQUIRE(town.people(table, true));
    CHECK(town.report.remarks.empty()); // without a plan there is nothing to hold it against
    town.organisation.numbering.ranges = {{QStringLiteral("4000"), QStringLiteral("4999"), {}, 0}};
    const auto totals = town.people(table);
    REQUIRE(totals);
    CHECK(totals->people.added == 2);
    CHECK(totals->refused == 0);
    REQUIRE(town.report.remarks.size() == 1);
    CHECK(town.report.remarks.front().line == 3);
    CHECK_THAT(town.report.toText().toStdString(), Catch::Contains("the extension 999 is outside the numbering plan of Mérignac"));
    CHECK(town.count("SELECT count(*) FROM person WHERE numbers LIKE '%:999\"%'") == 1);
}

TEST_CASE("inventories come in by batches, and an interrupted import goes on and ends with the same rows", "[central][import]")
{
    Town town;
    const QTemporaryDir machines;
    for (int n = 0; n < 1000; ++n) {
        QFile file(machines.filePath(QString::number(n) + QStringLiteral(".json")));
        REQUIRE(file.open(QIODevice::WriteOnly));
        const QByteArray name = "PC-" + QByteArray::number(n);
        file.write("{\"deviceid\": \"" + name + "\", \"itemtype\": \"Computer\", \"content\": {\"hardware\": {\"name\": \"" + name
                   + "\"}}}");
    }
    town.progress = [](qint64 done, qint64 of) { return done <= of / 2; };
    REQUIRE_FALSE(town.inventory(machines.path()));
    CHECK(town.count("SELECT count(*) FROM asset") == 400);
    town.progress = [](qint64, qint64) { return true; };
    const auto rest = town.inventory(machines.path());
    REQUIRE(rest);
    CHECK(rest->assets.added == 600);
    CHECK(rest->assets.unchanged == 400);
    const qint64 seqs = town.count("SELECT sum(seq) FROM scope");
    const auto again = town.inventory(machines.path());
    REQUIRE(again);
    CHECK(again->assets.unchanged == 1000);
    CHECK(town.count("SELECT sum(seq) FROM scope") == seqs);
}

TEST_CASE("duplicates are told across batches as within one", "[central][import]")
{
    Town town;
    QByteArray table = "nom;courriel;telephone\n";
    for (int n = 0; n < 900; ++n) {
        table += "Nom" + QByteArray::number(n) + ";p" + QByteArray::number(n) + "@x.example;\n";
    }
    const auto totals = town.people(table + "Nom3;P3@x.example;0536491020\nNom4;;0536491020\n");
    REQUIRE(totals);
    CHECK(totals->people.added == 901);
    CHECK(totals->duplicates == 1);
    const std::string told = town.report.toText().toStdString();
    CHECK_THAT(told, Catch::Contains("line 902: P3@x.example stands in the file already"));
    CHECK_THAT(told, Catch::Contains("line 903: Nom4 shares the number"));
    CHECK(town.count("SELECT count(*) FROM person WHERE email LIKE 'p3@x.example' AND numbers LIKE '%+33536491020%'") == 1);
    // The last line is bad: nothing of the many before it comes in.
    Town other;
    CHECK_THAT(reason(other.people(table + "Nom3;P3@x.example\n")), Catch::Contains("line 902: has 2 columns"));
    CHECK(other.count("SELECT count(*) FROM person") == 0);
}

TEST_CASE("a report beyond its bound tells how much more there is", "[central][import]")
{
    ImportReport report;
    report.refused = {{{}, 2, QStringLiteral("a")}, {{}, 3, QStringLiteral("b")}};
    report.remarks = {{{}, 4, QStringLiteral("c")}};
    const QString all = report.toText();
    CHECK(all.count(u'\n') == 3);
    CHECK(report.toText(all.size()) == all);
    CHECK(report.toText(all.size() - 1) == QStringLiteral("refused\tline 2: a\nrefused\tline 3: b\n… and 1 more\n"));
    CHECK(report.toText(20) == QStringLiteral("refused\tline 2: a\n… and 2 more\n"));
}

TEST_CASE("a dry run and a bad file change nothing", "[central][import]")
{
    Town town;
    const auto dry = town.people("nom;email\nMartin;c@x.example\n", true);
    REQUIRE(dry);
    CHECK(dry->people.added == 1);
    CHECK_THAT(reason(town.people("nom;email\nMartin;c@x.example\nRoy")), Catch::Contains("line 3: the last line is cut off"));
    CHECK_THAT(reason(town.people("nom;email\nMartin;c@x.example\nRoy;a;b\nX;y@x.example\n")),
               Catch::Contains("line 3: has 3 columns, the header has 2"));
    CHECK_THAT(reason(town.people("couleur;taille\nbleu;12\n")), Catch::Contains("line 1: this is not a table of people"));
    CHECK_THAT(reason(town.people("nom;email;courriel\n")), Catch::Contains("line 1: two columns mean the same"));
    CHECK_THAT(reason(town.people("PK\x03\x04")), Catch::Contains("unzip it first"));
    CHECK(town.count("SELECT count(*) FROM person") == 0);
}

TEST_CASE("a site the database does not take ends the import, and nobody comes in", "[central][import]")
{
    Town town;
    REQUIRE(inTransaction(*town.store, [](store::Db &db) {
        return db.run("CREATE TRIGGER full BEFORE INSERT ON site BEGIN SELECT RAISE(ABORT, 'no room'); END");
    }));
    const auto totals = town.people("nom;courriel;site\nDurand;d@ville.fr;\nPetit;p@ville.fr;Mairie\n");
    REQUIRE_FALSE(totals);
    CHECK_THAT(totals.error().message.toStdString(), Catch::Contains("no room"));
    CHECK(town.report.refused.empty());
    CHECK(town.count("SELECT count(*) FROM person") == 0);
}

TEST_CASE("people come in from LDIF, machines and groups stay out", "[central][import]")
{
    Town town;
    const auto totals = town.people("version: 1\n\ndn: uid=cmartin,ou=people\nobjectClass: inetOrgPerson\nsn: Martin\ngivenName: "
                                    "Claire\nmail: c@x.example\nuid: cmartin\n"
                                    "telephoneNumber: +33 5 36 49 10 20\n\ndn: cn=all,ou=groups\nobjectClass: groupOfNames\ncn: all\n\n"
                                    "dn: uid=h,ou=people\nobjectClass: person\nsn:: SMOpbMOobmU=\nmail: h@x.example\n");
    REQUIRE(totals);
    CHECK(totals->people.added == 2);
    CHECK(town.count("SELECT count(*) FROM person WHERE family_name = 'Hélène'") == 1);
    CHECK(town.count("SELECT count(*) FROM person WHERE login = 'cmartin'") == 1);
}

TEST_CASE("the example inventories become assets with their users and ways in, once", "[central][import]")
{
    const QString folder = tests::sharedDataDir().isEmpty() ? QString() : tests::sharedDataDir() + QStringLiteral("/inventory/examples");
    if (folder.isEmpty() || !QFile::exists(folder)) {
        WARN("skipped: the real data (../shared/data/inventory) is not here");
        return;
    }
    Town town;
    REQUIRE(town.people("nom;login\nTrasher;trasher\n"));
    const auto totals = town.inventory(folder);
    REQUIRE(totals);
    CHECK(totals->files == 12);
    CHECK(totals->refused == 0);
    CHECK(totals->files == totals->assets.sum() + totals->refused);
    CHECK(town.count("SELECT count(*) FROM asset") == 5);
    CHECK(town.count("SELECT count(*) FROM asset WHERE name = 'glpixps' AND serial = '640HP72' AND model = 'Dell Inc. XPS 13 9350' AND "
                     "remote LIKE '%teamviewer%123456789%' "
                     "AND length(users) = 40 AND last_login = 'root'")
          == 1);
    CHECK(town.count("SELECT count(*) FROM asset WHERE kind = 'printer'") == 2);
    CHECK(town.count("SELECT count(*) FROM asset WHERE kind = 'phone'") == 1);
    const qint64 seqs = town.count("SELECT sum(seq) FROM scope");
    const auto again = town.inventory(folder);
    REQUIRE(again);
    CHECK(again->assets.unchanged == 12);
    CHECK(town.count("SELECT sum(seq) FROM scope") == seqs);
}

TEST_CASE("an inventory that is none is refused with the reason and the others are taken", "[central][import]")
{
    const auto refusal = [](const QByteArray &json) {
        const auto read = InventoryFile::parse(json);
        return read ? std::string() : read.error().message.toStdString();
    };
    CHECK_THAT(refusal("{\n\"deviceid\": \"a\",\n\"content\": {"), Catch::Contains("line 3: is not JSON"));
    CHECK_THAT(refusal("[]"), Catch::Contains("not an object"));
    CHECK_THAT(refusal("{\"content\": {\"hardware\": {}}}"), Catch::Contains("deviceid"));
    CHECK_THAT(refusal("{\"deviceid\": \"a\"}"), Catch::Contains("content"));
    CHECK_THAT(refusal("{\"deviceid\": \"a\", \"content\": {\"hardware\": {\"name\": []}}}"),
               Catch::Contains("content.hardware.name is not a text"));
    CHECK_THAT(refusal("{\"deviceid\": \"a\", \"content\": {\"users\": [1]}}"), Catch::Contains("content.users is not a list of objects"));
    CHECK_THAT(refusal("{\"deviceid\": \"a\", \"action\": \"netdiscovery\", \"content\": {\"hardware\": {\"name\": \"x\"}}}"),
               Catch::Contains("netdiscovery"));
    CHECK_THAT(refusal("PK\x03\x04"), Catch::Contains("unzip"));
    const auto placeholder = InventoryFile::parse(
        "{\"deviceid\": \"a\", \"content\": {\"bios\": {\"ssn\": \"To be filled by O.E.M.\", \"smodel\": \"X\"}}}");
    REQUIRE(placeholder);
    CHECK(placeholder->serial.isEmpty());
}

TEST_CASE("an import is for the organisation named, whatever accents and case", "[central][import]")
{
    Town town;
    CHECK(town.organisation.shortName == u"Mérignac");
    CHECK(town.count("SELECT count(*) FROM audit_entry WHERE action = 'organisation_add'") == 1);
    CHECK(organisationFor(*town.store, QStringLiteral("MERIGNAC"), {}, false, 1000).value().id == town.organisation.id);
    CHECK(organisationFor(*town.store, {}, {}, false, 1000).value().id == town.organisation.id);
    const auto unknown = organisationFor(*town.store, QStringLiteral("Pessac"), {}, false, 1000);
    REQUIRE_FALSE(unknown);
    CHECK_THAT(unknown.error().message.toStdString(), Catch::Contains("there are: Mérignac"));
}
