// SPDX-License-Identifier: GPL-3.0-or-later
#include "CentralRig.h"
#include "PeopleImport.h"

#include <Catch.h>

using namespace comptoir;
using namespace comptoir::central;
using namespace comptoir::tests;

namespace {

base::Result<PeopleTotals> import(CentralRig &rig, const QByteArray &content)
{
    const QString path = rig.folder.filePath(QStringLiteral("people"));
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(content) == content.size());
    file.close();
    domain::Organisation organisation;
    organisation.id = rig.a;
    ImportReport report;
    return PeopleFile::check(path).and_then([&](const CheckedPeople &checked) {
        return importPeople(
            *rig.store, checked, organisation, false, 1000, [](qint64, qint64) { return true; }, report);
    });
}

std::size_t peopleIn(CentralRig &rig)
{
    return rig.service->erasures().find(QStringLiteral("quillacq")).result().value().size();
}

} // namespace

TEST_CASE("a file that still tells of somebody erased does not bring them back", "[central][import][erasure]")
{
    CentralRig rig;
    const QByteArray
        file = "prénom;nom;courriel;téléphone\nZéphirine;Quillacq;z.quillacq@mairie.example;05 56 10 20 30\nPaul;Petit;p@mairie.example;\n";
    REQUIRE(import(rig, file));
    const auto preview = rig.service->erasures().preview(QStringLiteral("quillacq")).result();
    REQUIRE(preview);
    REQUIRE(rig.service->erasures().erase(preview->who.person.id, preview->who.person.displayName()).result());
    REQUIRE(peopleIn(rig) == 0);
    for (const QByteArray &again : {file, QByteArray("prénom;nom;téléphone\nzephirine;QUILLACQ;0556102030\n")}) {
        const auto totals = import(rig, again);
        REQUIRE(totals);
        CHECK(totals->refused == 1);
        CHECK(peopleIn(rig) == 0);
    }
    // Somebody else of that name is somebody else.
    REQUIRE(import(rig, "prénom;nom;courriel\nZéphirine;Quillacq;autre@mairie.example\n"));
    CHECK(peopleIn(rig) == 1);
}
