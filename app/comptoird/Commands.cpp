// SPDX-License-Identifier: GPL-3.0-or-later
#include "Commands.h"

#include "AdminCommands.h"
#include "AuditCommands.h"
#include "DatabaseOption.h"
#include "DemoCommand.h"
#include "ExitCode.h"
#include "ImportCommand.h"
#include "Log.h"
#include "OrganisationCommands.h"
#include "PersonCommands.h"
#include "RestoreCommand.h"
#include "ServeCommand.h"
#include "ServerCommands.h"

#include <cstdio>

namespace comptoir::service {

namespace {

QString helpText()
{
    QString out = QStringLiteral(
        "comptoird, the service of Comptoir\n\nUsage: comptoird COMMAND [OPTIONS]   (comptoird COMMAND --help tells more)\n\n");
    for (const Command &command : commands()) {
        out += u"  " + QString::fromUtf8(command.synopsis).leftJustified(44) + QString::fromUtf8(command.summary) + u'\n';
    }
    out += QStringLiteral("\nEvery command takes --data DIR (by default $STATE_DIRECTORY, or ~/.local/share/comptoird),\n"
                          "--database postgres://USER@HOST:PORT/NAME for a database that is not in that folder, and\n"
                          "--log-level error|warning|info|debug. While `serve` runs, user, organisation, group, person,\n"
                          "import, backup, verify and audit go through its socket.\n\n"
                          "Exit codes: 0 done, 1 failed, 2 command line not understood, 3 another process works on the data folder,\n"
                          "4 a file or a value is not what was asked for (or the audit not what was written), 5 not found.\n");
    return out;
}

} // namespace

const std::vector<Command> &commands()
{
    static const std::vector<Command> all{
        {"serve", "serve [--listen ADDRESS:PORT]", "serve the consoles", runServe},
        {"user", "user add|passwd|grant|revoke|list …", "accounts and their rights", runUser},
        {"organisation", "organisation add|numbering|list …", "organisations and how their telephones are numbered", runOrganisation},
        {"group", "group add|list …", "support groups", runGroup},
        {"person", "person list|erase WHO…", "find people, erase one everywhere", runPerson},
        {"import", "import servicenow|people|inventory PATH", "take tickets, people or machines in", runImportCommand},
        {"demo", "demo [--seed N] [--scale S]", "fill an empty data folder with a demonstration", runDemo},
        {"backup", "backup FILE", "copy the database while the service runs", runBackup},
        {"verify", "verify", "whether the database is sound, and its rows those that were written", runVerify},
        {"audit", "audit verify|export|prune|keep …", "the record of what was done: check it, take a part out, its age", runAudit},
        {"restored", "restored --database URI", "say that a database of PostgreSQL's was gone back to an earlier state", runRestored},
        {"schema", "schema --database URI [--service-role ROLE]", "bring the schema on PostgreSQL up to date, as its owner", runSchema},
        {"migrate", "migrate --from sqlite:PATH --to URI", "move the database to PostgreSQL", runMigrate},
        {"restore", "restore FILE", "put a backup in the place of the database", runRestore},
    };
    return all;
}

int runProgram(const QStringList &arguments)
{
    const QString name = arguments.value(1);
    if (name == u"--version" || name == u"-v") {
        print(QStringLiteral("comptoird " COMPTOIR_VERSION));
        return kDone;
    }
    if (name.isEmpty() || name == u"--help" || name == u"-h" || name == u"help") {
        (name.isEmpty() ? printError : print)(helpText().trimmed());
        return name.isEmpty() ? kUsage : kDone;
    }
    for (const Command &command : commands()) {
        if (name == QLatin1String(command.name)) {
            return command.run(arguments.mid(2));
        }
    }
    printError(name.startsWith(u'-')
                   ? QStringLiteral("comptoird: the option %1 stands behind a command; comptoird --help lists them").arg(name)
                   : QStringLiteral("comptoird: there is no command %1; comptoird --help lists them").arg(name));
    return kUsage;
}

QString CommandLine::help() const
{
    // Qt's own first line has the program and lacks the command.
    const QString text = m_parser.helpText().trimmed();
    return QStringLiteral("Usage: comptoird %1 ").arg(m_command) + text.mid(std::max(qsizetype(0), text.indexOf(u"[options]")));
}

CommandLine::CommandLine(const char *command, const char *summary) : m_command(QString::fromLatin1(command))
{
    m_parser.setApplicationDescription(QString::fromUtf8(summary));
    m_parser.addOption({{QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("Tells this.")});
    m_parser.addOption({{QStringLiteral("v"), QStringLiteral("version")}, QStringLiteral("Tells the version.")});
    m_parser.addOption({QStringLiteral("data"), QStringLiteral("The data folder."), QStringLiteral("DIR")});
    addDatabaseOptions(m_parser);
    m_parser.addOption(
        {QStringLiteral("log-level"), QStringLiteral("error, warning, info or debug."), QStringLiteral("LEVEL"), QStringLiteral("info")});
}

void CommandLine::positional(const char *name, const char *description, const char *syntax)
{
    m_parser.addPositionalArgument(QString::fromLatin1(name), QString::fromUtf8(description), QString::fromUtf8(syntax ? syntax : name));
}

bool CommandLine::parse(const QStringList &words)
{
    if (!m_parser.parse(QStringList(u"comptoird " + m_command) + words)) {
        m_exitCode = wrong(m_parser.errorText());
        return false;
    }
    if (m_parser.isSet(QStringLiteral("help")) || m_parser.isSet(QStringLiteral("version"))) {
        print(m_parser.isSet(QStringLiteral("help")) ? help() : QStringLiteral("comptoird " COMPTOIR_VERSION));
        m_exitCode = kDone;
        return false;
    }
    const auto level = base::logLevelFrom(value("log-level"));
    if (!level) {
        m_exitCode = wrong(level.error().message);
        return false;
    }
    if (auto started = base::startLog(QStringLiteral("comptoird"), base::defaultLogFolder(), *level); !started) {
        printError(u"comptoird: " + started.error().message);
    }
    auto backend = backendOf(m_parser);
    if (!backend) {
        m_exitCode = wrong(backend.error().message);
        return false;
    }
    m_backend = std::move(*backend);
    return true;
}

base::Result<std::shared_ptr<store::Backend>> CommandLine::backendAt(const QString &uri) const
{
    return service::backendAt(uri, m_parser);
}

int CommandLine::wrong(const QString &sentence) const
{
    printError(QStringLiteral("comptoird %1: %2 (comptoird %1 --help tells more)").arg(m_command, sentence));
    return kUsage;
}

int reportFailure(const base::Error &error)
{
    printError(u"comptoird: " + error.message);
    return exitCodeOf(error.kind);
}

void print(const QString &line)
{
    std::fputs((line + u'\n').toLocal8Bit().constData(), stdout);
    std::fflush(stdout);
}

void printError(const QString &line)
{
    std::fputs((line + u'\n').toLocal8Bit().constData(), stderr);
}

} // namespace comptoir::service
