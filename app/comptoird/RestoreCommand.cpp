// SPDX-License-Identifier: GPL-3.0-or-later
#include "RestoreCommand.h"

#include "Backups.h"
#include "Clock.h"
#include "Commands.h"
#include "ExitCode.h"
#include "Random.h"

#include <QDir>
#include <QFileInfo>

namespace comptoir::service {

int runRestore(const QStringList &words)
{
    CommandLine line(
        "restore",
        "Puts a backup in the place of the database. The service must be stopped. Everybody signs in anew; consoles send again what the backup lacks.");
    line.positional("file", "The backup", "FILE");
    if (!line.parse(words)) {
        return line.exitCode();
    }
    if (line.positionals().size() != 1) {
        return line.wrong(QStringLiteral("one file is to be named"));
    }
    if (line.data().backend()) {
        return reportFailure(
            {base::Error::Kind::Invalid,
             QStringLiteral("a database of PostgreSQL's is restored by its own tools; then `comptoird restored` says so to "
                            "the consoles (docs/postgresql.md, \"Backup and restore\")")});
    }
    if (QFileInfo(line.positionals().first()).isDir()) {
        return reportFailure({base::Error::Kind::Invalid, QStringLiteral("%1 is a folder, not a backup").arg(line.positionals().first())});
    }
    const DataFolder folder = line.data();
    if (!QDir().mkpath(folder.path())) {
        return reportFailure({base::Error::Kind::Io, QStringLiteral("the data folder %1 cannot be made").arg(folder.path())});
    }
    base::SystemClock clock;
    base::SystemRandom random;
    const central::Backups::Places places{QDir::current().absoluteFilePath(line.positionals().first()), folder.database(),
                                          DataFolder::migrations()};
    const auto kept = central::Backups::restore(places, clock, random);
    if (!kept) {
        if (kept.error().kind == base::Error::Kind::Locked) {
            return reportFailure(
                {kept.error().kind, QStringLiteral("stop the service first: another process works on %1").arg(folder.path())});
        }
        return reportFailure(kept.error());
    }
    print(QStringLiteral("restored; everybody signs in anew"));
    if (!kept->isEmpty()) {
        print(QStringLiteral("the database that stood there is kept as %1").arg(*kept));
    }
    return kDone;
}

} // namespace comptoir::service
