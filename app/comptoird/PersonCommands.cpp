// SPDX-License-Identifier: GPL-3.0-or-later
#include "PersonCommands.h"

#include "Admin.h"
#include "AdminCommands.h"
#include "Commands.h"
#include "ExitCode.h"

#include <cstdio>

namespace comptoir::service {

namespace {

/// One line of standard input, without its end.
QString answerTo(const QString &question)
{
    printError(question);
    std::array<char, 1024> line{};
    return std::fgets(line.data(), int(line.size()), stdin) ? QString::fromUtf8(line.data()).simplified() : QString();
}

int eraseAfterPreview(const CommandLine &line, const QString &words)
{
    AdminRequest request;
    request.action = QStringLiteral("person.preview");
    request.subject = words;
    const auto preview = askAdmin(line.data(), request);
    if (!preview) {
        return reportFailure(preview.error());
    }
    if (preview->exitCode != kDone || line.isSet("preview")) {
        return tellReply(*preview);
    }
    print(preview->text);
    const QString name = preview->report.section(u'\n', 1);
    if (!line.isSet("yes") && answerTo(QStringLiteral("This cannot be undone. Type the name to erase the person: ")) != name.simplified()) {
        printError(QStringLiteral("comptoird: that is not the name; nothing was erased"));
        return kFailed;
    }
    request.action = QStringLiteral("person.erase");
    request.subject = preview->report.section(u'\n', 0, 0);
    request.name = name;
    return runAdmin(line.data(), request);
}

} // namespace

int runPerson(const QStringList &words)
{
    CommandLine line(
        "person",
        "Finds people, and erases one everywhere: their row, their name, numbers and e-mail in tickets, histories and calls, here "
        "and at every console when it next comes. Their tickets stay.");
    line.positional("action", "list or erase");
    line.positional("who", "Id, e-mail, login, or words of the name", "WHO…");
    line.add({QStringLiteral("preview"), QStringLiteral("Only tells what would go (erase).")});
    line.add({QStringLiteral("yes"), QStringLiteral("Does not ask for the name (erase).")});
    if (!line.parse(words)) {
        return line.exitCode();
    }
    QStringList given = line.positionals();
    const QString verb = given.isEmpty() ? QString() : given.takeFirst();
    if (verb != u"list" && verb != u"erase") {
        return line.wrong(QStringLiteral("the action is list or erase"));
    }
    if (given.isEmpty()) {
        return line.wrong(QStringLiteral("it is not said who"));
    }
    if (verb == u"erase") {
        return eraseAfterPreview(line, given.join(u' '));
    }
    AdminRequest request;
    request.action = QStringLiteral("person.list");
    request.subject = given.join(u' ');
    return runAdmin(line.data(), request);
}

} // namespace comptoir::service
