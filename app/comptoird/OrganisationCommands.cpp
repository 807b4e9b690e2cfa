// SPDX-License-Identifier: GPL-3.0-or-later
#include "OrganisationCommands.h"

#include "Admin.h"
#include "AdminCommands.h"
#include "Commands.h"
#include "NumberingOption.h"

namespace comptoir::service {

namespace {

/// What follows the verb: nothing for `list`, one name for the others. Sets the exit code and says why where it is not so.
bool takeSubject(const CommandLine &line, const QStringList &verbs, AdminRequest &request, int &exitCode)
{
    const QStringList given = line.positionals();
    const QString verb = given.value(0);
    if (!verbs.contains(verb)) {
        exitCode = line.wrong(QStringLiteral("the action is %1").arg(verbs.join(QStringLiteral(" or "))));
        return false;
    }
    if (given.size() != (verb == u"list" ? 1 : 2)) {
        exitCode = line.wrong(verb == u"list" ? QStringLiteral("list takes no name") : QStringLiteral("one name is to be given"));
        return false;
    }
    request.action += verb;
    request.subject = given.value(1);
    return true;
}

} // namespace

int runOrganisation(const QStringList &words)
{
    CommandLine line("organisation", "The organisations served and how their telephones are numbered.");
    line.positional("action", "add, numbering (replaces the ranges and trunks) or list");
    line.positional("name", "Its name; for numbering also its code or short name", "[NAME]");
    line.add({QStringLiteral("short-name"), QStringLiteral("For narrow columns (add)."), QStringLiteral("NAME")});
    line.add({QStringLiteral("code"), QStringLiteral("INSEE or SIREN (add)."), QStringLiteral("CODE")});
    line.add({QStringLiteral("parent"), QStringLiteral("The organisation it belongs to (add)."), QStringLiteral("NAME")});
    line.add({QStringLiteral("range"),
              QStringLiteral("Extensions, 4000-4999, or with their outside numbers, 4000-4999=+33556102xxx; may be given several times."),
              QStringLiteral("RANGE")});
    line.add(
        {QStringLiteral("trunk"), QStringLiteral("A line whose calls come from it; may be given several times."), QStringLiteral("NAME")});
    if (!line.parse(words)) {
        return line.exitCode();
    }
    AdminRequest request;
    request.action = QStringLiteral("organisation.");
    int exitCode = 0;
    if (!takeSubject(line, {QStringLiteral("add"), QStringLiteral("numbering"), QStringLiteral("list")}, request, exitCode)) {
        return exitCode;
    }
    request.shortName = line.value("short-name");
    request.code = line.value("code");
    request.parent = line.value("parent");
    for (const QString &text : line.values("range")) {
        const auto range = rangeFrom(text);
        if (!range) {
            return reportFailure(range.error());
        }
        request.numbering.ranges.push_back(*range);
    }
    for (const QString &trunk : line.values("trunk")) {
        request.numbering.trunks.push_back(trunk);
    }
    return runAdmin(line.data(), request);
}

int runGroup(const QStringList &words)
{
    CommandLine line("group", "The support groups tickets are given to.");
    line.positional("action", "add or list");
    line.positional("name", "Its name", "[NAME]");
    if (!line.parse(words)) {
        return line.exitCode();
    }
    AdminRequest request;
    request.action = QStringLiteral("group.");
    int exitCode = 0;
    return takeSubject(line, {QStringLiteral("add"), QStringLiteral("list")}, request, exitCode) ? runAdmin(line.data(), request)
                                                                                                 : exitCode;
}

} // namespace comptoir::service
