// SPDX-License-Identifier: GPL-3.0-or-later
#include "ImportCommand.h"

#include "Commands.h"
#include "ControlClient.h"
#include "ExitCode.h"
#include "ImportRun.h"
#include "ProgressLine.h"

#include <QDir>
#include <QFileInfo>
#include <QLockFile>
#include <QSaveFile>

#include <memory>

namespace comptoir::service {

namespace {

using base::Result;

/// A report is never written over something else. It is asked before the work begins.
Result<> mustBeFree(const QString &reportPath, const DataFolder &folder)
{
    const QFileInfo file(reportPath);
    if (file.exists()) {
        return base::fail(base::Error::Kind::Invalid,
                          QStringLiteral("%1 is there already: name another file for the report").arg(reportPath));
    }
    if (!QFileInfo(file.absolutePath()).isDir() || file.absoluteFilePath().startsWith(folder.path() + u'/')) {
        return base::fail(base::Error::Kind::Invalid, QStringLiteral("the report cannot be written to %1").arg(file.absolutePath()));
    }
    return {};
}

/// Where a report goes by default. Held by this import as long as it lives: another of its kind at the same time gets a name of its own.
class ReportPlace
{
public:
    ReportPlace(const DataFolder &folder, const QString &what)
    {
        const QString stem = folder.path() + QStringLiteral("/import-") + what;
        for (int number = 1; !m_lock || !m_lock->isLocked(); ++number) {
            m_path = stem + (number > 1 ? u'-' + QString::number(number) : QString()) + QStringLiteral(".report");
            m_lock = std::make_unique<QLockFile>(m_path + QStringLiteral(".lock"));
            if (!m_lock->tryLock(0) && m_lock->error() != QLockFile::LockFailedError) {
                return; // nothing can be written there; who writes the report says so
            }
        }
    }
    [[nodiscard]] QString path() const { return m_path; }

private:
    QString m_path;
    std::unique_ptr<QLockFile> m_lock;
};

/// Writes `text` to `path` (0600), replacing what is there.
Result<> writeReport(const QString &path, const QString &text)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)) {
        return base::fail(base::Error::Kind::Io, QStringLiteral("%1 cannot be written: %2").arg(path, file.errorString()));
    }
    file.write(text.toUtf8());
    return file.commit() ? Result<>()
                         : base::fail(base::Error::Kind::Io, QStringLiteral("%1 cannot be written: %2").arg(path, file.errorString()));
}

int finish(const AdminReply &reply, const QString &reportPath)
{
    if (!reply.remarks.isEmpty()) {
        printError(reply.remarks);
    }
    if (!reply.report.isEmpty()) {
        if (auto written = writeReport(reportPath, reply.report); !written) {
            printError(u"comptoird: " + written.error().message);
        } else {
            print(QStringLiteral("refused rows and remarks: ") + reportPath);
        }
    }
    const bool told = reply.exitCode == kDone || !reply.report.isEmpty();
    (told ? print : printError)(told ? reply.text : QString(u"comptoird: " + reply.text));
    return reply.exitCode;
}

/// Here, or where a service holds the data folder, there.
Result<AdminReply> performed(const DataFolder &folder, const ImportRequest &request)
{
    ProgressLine progress(request.what == u"servicenow"   ? QStringLiteral("incidents")
                              : request.what == u"people" ? QStringLiteral("people")
                                                          : QStringLiteral("inventories"));
    const auto show = [&](qint64 done, qint64 of) {
        progress.show(done, of);
        return true;
    };
    const auto store = folder.open(false);
    if (store) {
        return runImport(**store, request, show);
    }
    if (store.error().kind != base::Error::Kind::Locked) {
        return tl::unexpected(store.error());
    }
    AdminRequest asked;
    asked.action = u"import." + request.what;
    asked.subject = request.path;
    asked.names = {request.organisation};
    asked.dryRun = request.dryRun;
    return askService(folder.socket(), asked, show);
}

} // namespace

int runImportCommand(const QStringList &words)
{
    CommandLine line(
        "import",
        "Takes data in: a ServiceNow log of incidents (CSV), people (CSV or LDIF), GLPI inventories (JSON). Interrupted, the next run goes on; "
        "a second run changes nothing. While the service runs it is the one that reads the file and takes it in.");
    line.positional("what", "servicenow, people or inventory", "servicenow|people|inventory");
    line.positional("path", "The file, or the folder of inventories", "PATH");
    line.add({QStringLiteral("organisation"), QStringLiteral("Name or code of the organisation it is for."), QStringLiteral("NAME|CODE")});
    line.add({QStringLiteral("dry-run"), QStringLiteral("Tells what would be done and writes nothing.")});
    line.add({QStringLiteral("report"), QStringLiteral("Where refused rows and remarks are written."), QStringLiteral("FILE")});
    if (!line.parse(words)) {
        return line.exitCode();
    }
    const QStringList given = line.positionals();
    if (given.size() != 2 || !isImport(given[0])) {
        return line.wrong(QStringLiteral("say what (servicenow, people or inventory) and from where"));
    }
    if (!QFileInfo::exists(given[1])) {
        return reportFailure({base::Error::Kind::NotFound, QStringLiteral("%1 is not there").arg(given[1])});
    }
    const DataFolder folder = line.data();
    if (line.isSet("report")) {
        if (auto free = mustBeFree(line.value("report"), folder); !free) {
            return reportFailure(free.error());
        }
    }
    std::optional<ReportPlace> place;
    if (!line.isSet("report") && QFileInfo(folder.path()).isDir()) {
        place.emplace(folder, given[0]);
    }
    const auto reply = performed(folder,
                                 {given[0], QDir::current().absoluteFilePath(given[1]), line.value("organisation"), line.isSet("dry-run")});
    if (!reply) {
        return reportFailure(reply.error());
    }
    if (!line.isSet("report") && !place) {
        place.emplace(folder, given[0]); // the folder is there only now
    }
    return finish(*reply, place ? place->path() : line.value("report"));
}

} // namespace comptoir::service
