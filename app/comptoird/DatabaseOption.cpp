// SPDX-License-Identifier: GPL-3.0-or-later
#include "DatabaseOption.h"

#include "Clock.h"
#include "NewLife.h"
#include "PgDatabase.h"
#include "Random.h"

#include <QFile>

namespace comptoir::service {

namespace {

using base::Result;
using Kind = base::Error::Kind;

const QString kDatabase = QStringLiteral("database");
const QString kPasswordFile = QStringLiteral("database-password-file");
const QString kLedger = QStringLiteral("ledger");

Result<QString> passwordOf(const QString &path)
{
    if (path.isEmpty()) {
        return qEnvironmentVariable("COMPTOIR_DATABASE_PASSWORD");
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return base::fail(Kind::Invalid, QStringLiteral("--database-password-file: %1 cannot be read").arg(path));
    }
    const QString line = QString::fromUtf8(file.readLine(4096));
    return line.endsWith(u'\n') ? line.chopped(1) : line;
}

} // namespace

void addDatabaseOptions(QCommandLineParser &parser)
{
    parser.addOption({kDatabase,
                      QStringLiteral("A database of PostgreSQL's in the place of the file in the data folder ($COMPTOIR_DATABASE): "
                                     "postgres://USER@HOST:PORT/NAME, without a password."),
                      QStringLiteral("URI")});
    parser.addOption({kPasswordFile,
                      QStringLiteral("The file whose first line is its password; otherwise $COMPTOIR_DATABASE_PASSWORD, or PGPASSFILE."),
                      QStringLiteral("FILE")});
    parser.addOption({kLedger,
                      QStringLiteral("The folder of what is kept outside such a database: who was erased, and the ends of the audit "
                                     "($COMPTOIR_LEDGER). One for all services on it."),
                      QStringLiteral("DIR")});
}

QString ledgerOf(const QCommandLineParser &parser)
{
    return parser.isSet(kLedger) ? parser.value(kLedger) : qEnvironmentVariable("COMPTOIR_LEDGER");
}

Result<std::shared_ptr<store::Backend>> backendOf(const QCommandLineParser &parser)
{
    const QString uri = parser.isSet(kDatabase) ? parser.value(kDatabase) : qEnvironmentVariable("COMPTOIR_DATABASE");
    return uri.isEmpty() ? std::shared_ptr<store::Backend>() : backendAt(uri, parser);
}

Result<std::shared_ptr<store::Backend>> backendAt(const QString &uri, const QCommandLineParser &parser)
{
    auto address = postgres::PgAddress::fromUri(uri);
    const auto password = passwordOf(parser.value(kPasswordFile));
    if (!address || !password) {
        return tl::unexpected(address ? password.error() : address.error());
    }
    address->password = *password;
    return std::make_shared<postgres::PgDatabase>(*address, QStringLiteral(":/sql/central-postgres"), [](store::Db &db) {
        base::SystemRandom random;
        return central::beginNewLife(db, 0, base::SystemClock().nowMs(), random);
    });
}

} // namespace comptoir::service
