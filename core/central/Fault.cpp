// SPDX-License-Identifier: GPL-3.0-or-later
#include "Fault.h"

#include "Log.h"

namespace comptoir::central {

namespace {

using Kind = base::Error::Kind;

QString titleOf(int status)
{
    switch (status) {
    case 400: return QStringLiteral("Bad request");
    case 401: return QStringLiteral("Sign in first");
    case 403: return QStringLiteral("Not permitted");
    case 404: return QStringLiteral("Not found");
    case 405: return QStringLiteral("Method not allowed");
    case 409: return QStringLiteral("Out of step");
    case 410: return QStringLiteral("Gone");
    case 413: return QStringLiteral("Too large");
    case 416: return QStringLiteral("Range not satisfiable");
    case 422: return QStringLiteral("Not what was announced");
    case 426: return QStringLiteral("Upgrade needed");
    case 429: return QStringLiteral("Too many tries");
    case 503: return QStringLiteral("Busy");
    case 507: return QStringLiteral("No room left");
    default: return QStringLiteral("Internal error");
    }
}

int statusOf(Kind kind)
{
    switch (kind) {
    case Kind::Invalid:
    case Kind::Protocol: return 400;
    case Kind::Auth: return 401;
    case Kind::Forbidden: return 403;
    case Kind::NotFound: return 404;
    case Kind::Busy:
    case Kind::Full:
    case Kind::Timeout: return 503;
    default: return 500;
    }
}

} // namespace

Fault::Fault(int status, const QString &code, const QString &detail)
    : problem{QStringLiteral("about:blank"), titleOf(status), status, detail, {}}
{
    if (!code.isEmpty()) {
        problem.extensions.emplace(QStringLiteral("code"), code);
    }
}

// Errors arrive here from the database: their text names files and columns, which concern the log alone.
Fault::Fault(const base::Error &error) : Fault(error.kind == Kind::Invalid ? 500 : statusOf(error.kind), {}, {})
{
    unusual = true;
    cause = error.message;
    if (problem.status == 503) {
        retryAfterS = 1;
    }
}

tl::unexpected<Fault> signInNeeded()
{
    return fault(401, QStringLiteral("sign_in"), QStringLiteral("The request carries no valid access token."));
}

tl::unexpected<Fault> tryLater(int status, int seconds, const QString &detail)
{
    Fault out(status, {}, detail);
    out.retryAfterS = seconds;
    return tl::unexpected<Fault>(std::move(out));
}

tl::unexpected<Fault> epochFault(const QByteArray &epoch)
{
    Fault out(409, QStringLiteral("epoch"), QStringLiteral("The service was restored; fetch everything anew."));
    out.problem.extensions.emplace(QStringLiteral("epoch"), QString::fromLatin1(epoch));
    return tl::unexpected<Fault>(std::move(out));
}

tl::unexpected<Fault> unreadable(const base::Error &error)
{
    return fault(error.kind == Kind::Full ? 413 : 400, {}, error.message);
}

} // namespace comptoir::central
