// SPDX-License-Identifier: GPL-3.0-or-later
#include "AdminCommands.h"

#include "Admin.h"
#include "Clock.h"
#include "Commands.h"
#include "ControlClient.h"
#include "ExitCode.h"
#include "PasswordInput.h"
#include "Peers.h"
#include "Random.h"
#include "ScopeTable.h"

#include <QDir>

namespace comptoir::service {

namespace {

/// Whether the action may be the first thing done in a data folder.
bool begins(const QString &action)
{
    return action.endsWith(QLatin1String(".add"));
}

bool needsPassword(const QString &verb)
{
    return verb == u"add" || verb == u"passwd";
}

bool isVerb(const QString &verb)
{
    return QStringList{QStringLiteral("add"), QStringLiteral("passwd"), QStringLiteral("grant"), QStringLiteral("revoke"),
                       QStringLiteral("list")}
        .contains(verb);
}

void addUserOptions(CommandLine &line)
{
    line.positional("action", "add, passwd, grant, revoke or list");
    line.positional("login", "The account", "[LOGIN]");
    line.positional("organisations",
                    "Id, code or name of organisations, or `all`; NAME/restricted for the restricted part (add, grant, revoke). "
                    "`revoke LOGIN` alone withdraws the account.",
                    "[ORGANISATION…]");
    line.add({QStringLiteral("name"), QStringLiteral("Name of the person (add)."), QStringLiteral("NAME")});
    line.add({QStringLiteral("role"), QStringLiteral("operator, supervisor, administrator or business_agent (add)."),
              QStringLiteral("ROLE"), QStringLiteral("operator")});
    line.add(
        {QStringLiteral("group"), QStringLiteral("A support group of theirs (add); may be given several times."), QStringLiteral("NAME")});
    line.add({QStringLiteral("extension"), QStringLiteral("The telephone they answer (add)."), QStringLiteral("NUMBER")});
}

/// What services that share the database have to hear of it.
central::PeerNotice noticeOf(store::Store &store, const AdminEffect &effect)
{
    central::PeerNotice out;
    if (!effect.rightsOf.isNull()) {
        out.rightsOf = {effect.rightsOf};
    }
    if (effect.movedShared) {
        const auto shared = store.read([](store::Db &db) { return central::ScopeTable::find(db, {}); }).result();
        out.moved[domain::ScopeId{}] = shared ? shared->seq : 0;
    }
    return out;
}

} // namespace

base::Result<AdminReply> askAdmin(const DataFolder &folder, const AdminRequest &request)
{
    if (folder.backend() && request.action == u"backup") {
        return base::fail(base::Error::Kind::Invalid,
                          QStringLiteral("a database of PostgreSQL's is copied by its own tools: pg_basebackup, or pg_dump --format=custom "
                                         "(docs/postgresql.md, \"Backup and restore\")"));
    }
    if (request.action == u"person.erase" && !folder.hasLedger()) {
        return base::fail(base::Error::Kind::Invalid,
                          QStringLiteral("say where the ledger of erasures is kept, outside the database: --ledger DIR, the same for every "
                                         "service on it (docs/erasure.md)"));
    }
    if (auto store = folder.open(false, begins(request.action) ? DataFolder::Missing::Make : DataFolder::Missing::Refuse)) {
        base::SystemClock clock;
        base::SystemRandom random;
        central::CentralService service({.store = **store, .clock = clock, .random = random, .threads = false});
        const AdminEffect effect = perform(service, request).result();
        tellServices(folder.backend(), noticeOf(**store, effect));
        return effect.reply;
    } else if (store.error().kind == base::Error::Kind::Locked) {
        return askService(folder.socket(), request);
    } else {
        return tl::unexpected(store.error());
    }
}

int tellReply(const AdminReply &reply)
{
    if (!reply.remarks.isEmpty()) {
        printError(u"comptoird: " + reply.remarks);
    }
    if (reply.exitCode != kDone) {
        printError(u"comptoird: " + reply.text);
    } else if (!reply.text.isEmpty()) {
        print(reply.text);
    }
    return reply.exitCode;
}

int runAdmin(const DataFolder &folder, const AdminRequest &request)
{
    const auto reply = askAdmin(folder, request);
    return reply ? tellReply(*reply) : reportFailure(reply.error());
}

int runUser(const QStringList &words)
{
    CommandLine line("user", "Accounts and their rights. Passwords are asked for, or read from standard input: one line.");
    addUserOptions(line);
    if (!line.parse(words)) {
        return line.exitCode();
    }
    QStringList given = line.positionals();
    const QString verb = given.isEmpty() ? QString() : given.takeFirst();
    if (!isVerb(verb)) {
        return line.wrong(QStringLiteral("the action is add, passwd, grant, revoke or list"));
    }
    if (given.isEmpty() != (verb == u"list")) {
        return line.wrong(verb == u"list" ? QStringLiteral("list takes no login") : QStringLiteral("the login is missing"));
    }
    AdminRequest request;
    request.action = u"user." + verb;
    request.subject = given.isEmpty() ? QString() : given.takeFirst();
    request.names = given;
    request.name = line.value("name");
    request.role = line.value("role");
    request.extension = line.value("extension");
    request.groups = line.values("group");
    if (verb == u"grant" && request.names.isEmpty()) {
        return line.wrong(QStringLiteral("the organisation is missing"));
    }
    if (needsPassword(verb)) {
        AdminRequest whether = request;
        whether.action = u"may." + request.action;
        if (const int exitCode = runAdmin(line.data(), whether); exitCode != kDone) {
            return exitCode;
        }
        const auto password = readPassword();
        if (!password) {
            return reportFailure(password.error());
        }
        request.password = *password;
    }
    return runAdmin(line.data(), request);
}

int runVerify(const QStringList &words)
{
    CommandLine line("verify",
                     "Checks the database: its pages and indexes, and whether the rows are those whose sums were kept as they were written "
                     "(exit code 4). The service does the second by itself when it starts, and logs what it finds.");
    if (!line.parse(words)) {
        return line.exitCode();
    }
    if (!line.positionals().isEmpty()) {
        return line.wrong(QStringLiteral("verify takes options alone"));
    }
    AdminRequest request;
    request.action = QStringLiteral("verify");
    return runAdmin(line.data(), request);
}

int runBackup(const QStringList &words)
{
    CommandLine line("backup", "Copies the database into one file, checked, while the service runs or not.");
    line.positional("file", "The file to write; it must not be there yet", "FILE");
    if (!line.parse(words)) {
        return line.exitCode();
    }
    if (line.positionals().size() != 1) {
        return line.wrong(QStringLiteral("one file is to be named"));
    }
    AdminRequest request;
    request.action = QStringLiteral("backup");
    request.subject = QDir::current().absoluteFilePath(line.positionals().first());
    return runAdmin(line.data(), request);
}

} // namespace comptoir::service
