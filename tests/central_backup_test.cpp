// SPDX-License-Identifier: GPL-3.0-or-later
#include "Catch.h"
#include "CentralRig.h"
#include "ScopeTable.h"

#include <QFile>

using namespace comptoir;
using namespace comptoir::tests;

TEST_CASE("a backup made where an older one stood takes its place: consoles may forget what it holds", "[central][backup][file]")
{
    const bool kept = GENERATE(true, false);
    CentralRig rig;
    rig.addOperator(QStringLiteral("anne"), domain::Role::Operator, {QStringLiteral("all")});
    Desk anne = rig.signIn(QStringLiteral("anne"));
    const QString path = rig.folder.filePath(QStringLiteral("nightly"));
    const auto scope = [&] {
        return rig.store->read([&](store::Db &db) { return central::ScopeTable::find(db, domain::scopeOf(rig.a)); }).result().value();
    };
    for (int night = 1; night <= 3; ++night) {
        REQUIRE(rig.verdict(anne, rig.ticketOpen(anne, rig.a, QStringLiteral("Écran noir"))).code == wire::VerdictCode::Ok);
        REQUIRE((night == 1 || (kept ? QFile::rename(path, path + QString::number(night)) : QFile::remove(path))));
        REQUIRE(rig.service->backups().make(path).result());
        CHECK(scope().seq > 0);
        CHECK(scope().backupSeq == scope().seq);
    }
}
