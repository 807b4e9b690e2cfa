// SPDX-License-Identifier: GPL-3.0-or-later
#include "ServeCommand.h"

#include "Commands.h"
#include "ExitCode.h"
#include "PlantChoice.h"
#include "HttpLimits.h"
#include "ServiceLoop.h"

#include <sys/resource.h>

namespace comptoir::service {

namespace {

constexpr qint64 kMiB = 1024 * 1024;
constexpr qint64 kMostQuotaMiB = qint64(1) << 40;
constexpr int kMostWindowMonths = 1200;

/// Thousands of streams of events need thousands of descriptors.
void raiseDescriptorLimit()
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) == 0) {
        limit.rlim_cur = limit.rlim_max;
        ::setrlimit(RLIMIT_NOFILE, &limit);
    }
}

} // namespace

int runServe(const QStringList &words)
{
    CommandLine line("serve", "Serves the consoles until it is told to stop (SIGTERM, SIGINT).");
    line.add(
        {QStringLiteral("listen"),
         QStringLiteral(
             "Where to listen: ADDRESS:PORT (port 0 takes a free one), or unix:PATH for a proxy on this machine, whose X-Forwarded-For is believed."),
         QStringLiteral("WHERE"), QStringLiteral("127.0.0.1:8470")});
    line.add(
        {QStringLiteral("tls-cert"), QStringLiteral("Certificate chain (PEM); TLS 1.2 or newer is spoken then."), QStringLiteral("FILE")});
    line.add({QStringLiteral("tls-key"), QStringLiteral("Its key (PEM)."), QStringLiteral("FILE")});
    line.add({QStringLiteral("connections-per-address"), QStringLiteral("Connections from one address; 0 sets no limit (behind a proxy)."),
              QStringLiteral("N"), QString::number(kMostConnectionsPerAddress)});
    line.add({QStringLiteral("attachment-quota"),
              QStringLiteral("How many MiB the files attached to tickets of one organisation may take."), QStringLiteral("MIB"),
              QString::number(central::kAttachmentQuota / kMiB)});
    line.add(
        {QStringLiteral("window"),
         QStringLiteral("Tickets closed more than so many months ago leave the consoles and are shown when asked for; 0 keeps all there."),
         QStringLiteral("MONTHS"), QString::number(central::kWindowMonths)});
    line.add({QStringLiteral("fence"),
              QStringLiteral(
                  "Where to write down how far the database has come, so that an older one put in its place shows; on another disk it "
                  "survives the machine. With the database unless it is said."),
              QStringLiteral("FILE")});
    if (!line.parse(words)) {
        return line.exitCode();
    }
    HttpServer::Config config;
    config.listen = line.value("listen");
    if (!HttpServer::isPlace(config.listen)) {
        return line.wrong(
            QStringLiteral("--listen %1 is not an address and a port, such as 127.0.0.1:8470, nor unix:PATH").arg(config.listen));
    }
    config.certificate = line.value("tls-cert");
    config.key = line.value("tls-key");
    bool isNumber = false;
    config.mostPerAddress = line.value("connections-per-address").toInt(&isNumber);
    if (!isNumber || config.mostPerAddress < 0) {
        return line.wrong(QStringLiteral("--connections-per-address is a number"));
    }
    const qint64 quotaMiB = line.value("attachment-quota").toLongLong(&isNumber);
    if (!isNumber || quotaMiB < 0 || quotaMiB > kMostQuotaMiB) {
        return line.wrong(QStringLiteral("--attachment-quota is a number of MiB"));
    }
    const int months = line.value("window").toInt(&isNumber);
    if (!isNumber || months < 0 || months > kMostWindowMonths) {
        return line.wrong(QStringLiteral("--window is a number of months, 0 for none"));
    }
    if (config.certificate.isEmpty() != config.key.isEmpty()) {
        return line.wrong(QStringLiteral("--tls-cert and --tls-key go together"));
    }
    if (!line.positionals().isEmpty()) {
        return line.wrong(QStringLiteral("serve takes options alone"));
    }
    raiseDescriptorLimit();
    base::plantChosen();
    const DataFolder folder = line.data(line.value("fence"));
    const auto served = ServiceLoop::run(folder, config, {quotaMiB * kMiB, months},
                                         [](const QString &url) { print(u"listening on " + url); });
    return served ? kDone : reportFailure(served.error());
}

} // namespace comptoir::service
