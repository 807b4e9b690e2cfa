// SPDX-License-Identifier: GPL-3.0-or-later
#include "ImportJobs.h"

#include "ExitCode.h"
#include "ImportRun.h"
#include "Log.h"

#include <QFileInfo>

namespace comptoir::service {

namespace {

const QLatin1String kImport("import.");

/// A report of so many characters passes through the socket (ControlClient.cpp) even where each of them has to be escaped.
constexpr qsizetype kMostReport = 8 * 1024 * 1024;

} // namespace

bool ImportJobs::isOne(const AdminRequest &request)
{
    return request.action.startsWith(kImport) && isImport(request.action.mid(kImport.size()));
}

void ImportJobs::start(const AdminRequest &request, const ControlServer::Asker &asker)
{
    ++m_underWay;
    m_thread.run([this, request, asker] {
        const AdminReply reply = run(request, asker);
        m_post([this, reply, asker] {
            --m_underWay;
            m_moved();
            asker.done(reply);
        });
    });
}

AdminReply ImportJobs::run(const AdminRequest &request, const ControlServer::Asker &asker)
{
    const QFileInfo source(request.subject);
    if (!source.isReadable()) {
        // A service of systemd's sees neither /home nor /tmp as others do.
        return {kBadInput,
                QStringLiteral("the service runs and cannot read %1: put it into the folder of the database, or stop the service")
                    .arg(request.subject)};
    }
    const auto goesOn = [this, &asker] { return !m_stopping && !*asker.isGone; };
    if (!goesOn()) {
        return {kFailed, QStringLiteral("interrupted")};
    }
    const ImportRequest asked{request.action.mid(kImport.size()), request.subject, request.names.value(0), request.dryRun, kMostReport};
    AdminReply reply = runImport(m_store, asked, [&](qint64 done, qint64 of) {
        m_post([this, done, of, asker] {
            m_moved();
            asker.progress({done, of});
        });
        return goesOn();
    });
    if (!goesOn()) {
        qCInfo(base::lcApp) << "an import was interrupted";
    }
    return reply;
}

} // namespace comptoir::service
