// SPDX-License-Identifier: GPL-3.0-or-later
#include "Admin.h"
#include "Counted.h"
#include "ExitCode.h"

namespace comptoir::service {

namespace {

using base::Result;
using central::Audit;

AdminEffect verified(const Result<Audit::Report> &report)
{
    if (!report) {
        return failure(report.error());
    }
    QStringList lines;
    for (const central::AuditChain &chain : report->chains) {
        lines.append(QStringLiteral("%1: %2, the last one %3 with the digest %4")
                         .arg(chain.chain.isNull() ? QStringLiteral("no organisation") : chain.chain.toString(),
                              counted(chain.entries, "entry", "entries"))
                         .arg(chain.no)
                         .arg(QLatin1String(chain.head.toHex())));
    }
    lines.append(QStringLiteral("%1, as written; %2")
                     .arg(counted(report->entries, "entry", "entries"),
                          report->isCompared ? QStringLiteral("the ends are those kept outside the database, or behind them")
                                             : QStringLiteral("no ends are kept outside the database to compare them with")));
    return done(lines.join(u'\n'));
}

AdminEffect exported(const QString &path, const Result<Audit::Exported> &written)
{
    return written
        ? done(QStringLiteral("%1: %2, numbers %3 to %4, the last one's digest %5; comptoird audit verify --file reckons it again")
                   .arg(path, counted(written->told.entries, "entry", "entries"))
                   .arg(written->told.from)
                   .arg(written->told.no)
                   .arg(QLatin1String(written->told.head.toHex())))
        : failure(written.error());
}

/// Goes on with the chain of the organisation the request names, where it names one.
template <class Work>
QFuture<AdminEffect> onChain(Audit &audit, const AdminRequest &request, Work work)
{
    return audit.chainNamed(request.names.value(0))
        .then([work = std::move(work)](const Result<domain::ScopeId> &chain) {
            return chain ? work(*chain) : QtFuture::makeReadyFuture(failure(chain.error()));
        })
        .unwrap();
}

QFuture<AdminEffect> kept(Audit &audit, int months)
{
    if (months == 0) {
        return audit.months().then([](const Result<int> &known) {
            return known ? done(QStringLiteral("entries are kept for %1").arg(counted(*known, "month", "months"))) : failure(known.error());
        });
    }
    return audit.keep(months).then([months](const Result<> &set) {
        return set ? done(QStringLiteral("entries are kept for %1 from now on").arg(counted(months, "month", "months")))
                   : failure(set.error());
    });
}

} // namespace

std::optional<QFuture<AdminEffect>> performOnAudit(Audit &audit, const AdminRequest &request)
{
    if (request.action == u"audit.verify") {
        return onChain(audit, request, [&audit, isOne = !request.names.isEmpty()](domain::ScopeId chain) {
            return audit.verify(isOne ? std::optional(chain) : std::nullopt).then(verified);
        });
    }
    if (request.action == u"audit.export") {
        return onChain(audit, request, [&audit, request](domain::ScopeId chain) {
            return audit.exportTo(request.subject, {chain, request.fromMs, request.toMs})
                .then([path = request.subject](const Result<Audit::Exported> &written) { return exported(path, written); });
        });
    }
    if (request.action == u"audit.prune") {
        return audit.prune().then([](const Result<qint64> &gone) {
            return gone ? done(counted(*gone, "entry", "entries") + QStringLiteral(" older than they are kept taken away"))
                        : failure(gone.error());
        });
    }
    if (request.action == u"audit.keep") {
        return kept(audit, request.months);
    }
    return std::nullopt;
}

} // namespace comptoir::service
