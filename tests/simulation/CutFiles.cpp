// SPDX-License-Identifier: GPL-3.0-or-later
// What is more than one transaction and leaves a whole file behind all the same: migrations, a wipe, a repair.
#include "CutStage.h"
#include "Holds.h"
#include "Migrations.h"
#include "PrivateFile.h"
#include "Repair.h"

#include <QDir>
#include <QFile>

namespace comptoir::sim {

namespace {

base::Result<> opened(const QString &database, const QString &migrations)
{
    return store::Store::open(cutConfig(database, migrations)).map([](const auto &) {});
}

int newestIn(const QString &migrations)
{
    return int(QDir(migrations).entryList({QStringLiteral("*.sql")}, QDir::Files).size());
}

} // namespace

void CutStage::migrateTo(const QString &path, const QString &migrations, int version)
{
    const QString database = path + u'/' + cutDatabase();
    if (version > 0) {
        const QTemporaryDir scripts;
        const QStringList names = QDir(migrations).entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
        for (const QString &name : names.mid(0, version)) {
            HOLDS(QFile::copy(migrations + u'/' + name, scripts.filePath(name)));
        }
        const auto some = store::Migrations::in(scripts.path());
        const auto db = store::Db::open(database, store::Db::Mode::Write);
        HOLDS(some && db && some->apply(**db));
    }
}

CutScript CutStage::migration(const char *name, const QString &migrations, int from, int newest)
{
    CutScript out;
    out.name = name;
    out.migrations = migrations;
    out.prepared = folder(QString::fromUtf8(name));
    out.transactions = newest - from;
    migrateTo(out.prepared, migrations, from);
    out.session = [migrations](const QString &database) { return opened(database, migrations); };
    return out;
}

/// The mirror with a broken page of rows that the service has, too: its own tables can be read.
CutScript CutStage::repair()
{
    CutScript out = console("repair", "repair", {});
    out.prepared = folder(QStringLiteral("repair"));
    out.opensFirst = true;
    const QString database = out.prepared + u'/' + cutDatabase();
    HOLDS(QFile::copy(folder(QStringLiteral("mirror")) + u'/' + cutDatabase(), database));
    int page = 0;
    {
        const auto db = store::Db::open(database, store::Db::Mode::Write);
        HOLDS(db);
        store::Statement query = (*db)->prepare("SELECT rootpage FROM sqlite_master WHERE name='ticket'");
        HOLDS(query.step());
        page = int(query.integer(0));
    }
    QFile file(database);
    HOLDS(file.open(QIODevice::ReadWrite) && file.seek(qint64(page - 1) * 4096));
    file.write(QByteArray(4096, '\x5a'));
    QFile marker(database + QStringLiteral(".open"));
    HOLDS(marker.open(QIODevice::WriteOnly));
    out.session = [migrations = out.migrations](const QString &path) -> base::Result<> {
        const auto store = store::Store::open(cutConfig(path, migrations));
        HOLDS(!store || (*store)->wasRepaired(), "what was broken was not seen");
        return store ? base::Result<>() : tl::unexpected(store.error());
    };
    return out;
}

std::vector<CutScript> CutStage::fileScripts()
{
    const QString console = QStringLiteral(":/sql/console");
    const QString central = QStringLiteral(":/sql/central");
    CutScript wipe = this->console("wipe", "mirror", {});
    wipe.opensFirst = true;
    wipe.session = [migrations = wipe.migrations](const QString &database) -> base::Result<> {
        return store::makePrivateFile(store::wipeMarker(database)).and_then([&] { return opened(database, migrations); });
    };
    return {migration("a new console", console, 0, newestIn(console)),
            migration("a console of the first version", console, 1, newestIn(console)),
            migration("a new service", central, 0, newestIn(central)),
            migration("a service of the first version", central, 1, newestIn(central)),
            wipe,
            repair()};
}

} // namespace comptoir::sim
