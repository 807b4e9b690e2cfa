// SPDX-License-Identifier: GPL-3.0-or-later
#include "PgAddress.h"

#include "PostgresTuning.h"

#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>

namespace comptoir::postgres {

namespace {

using base::Result;
using Kind = base::Error::Kind;

constexpr auto kDecoded = QUrl::FullyDecoded;

/// What may stand in the query; all else could change who asks for what.
bool isPermitted(const QString &key, const QString &value)
{
    static const QStringList known{QStringLiteral("sslmode"), QStringLiteral("sslrootcert"),          QStringLiteral("sslcert"),
                                   QStringLiteral("sslkey"),  QStringLiteral("target_session_attrs"), QStringLiteral("connect_timeout")};
    static const QRegularExpression plain(QStringLiteral("^[-A-Za-z0-9_./]+$"));
    return known.contains(key) && plain.match(value).hasMatch();
}

Result<> readQuery(const QUrl &url, PgAddress &out)
{
    for (const auto &[key, value] : QUrlQuery(url).queryItems(kDecoded)) {
        if (key == u"host") {
            out.host = value;
        } else if (key == u"password") {
            return base::fail(Kind::Invalid,
                              QStringLiteral("a password does not belong into --database, which every user of the machine "
                                             "can read: use --database-password-file, COMPTOIR_DATABASE_PASSWORD or PGPASSFILE"));
        } else if (isPermitted(key, value)) {
            out.options += u';' + key + u'=' + value;
        } else {
            return base::fail(Kind::Invalid, QStringLiteral("--database: %1=%2 is not understood").arg(key, value));
        }
    }
    return {};
}

} // namespace

bool PgAddress::isOne(const QString &uri)
{
    return uri.startsWith(u"postgres://") || uri.startsWith(u"postgresql://");
}

Result<PgAddress> PgAddress::fromUri(const QString &uri)
{
    const QUrl url(uri, QUrl::StrictMode);
    if (!isOne(uri) || !url.isValid() || !url.fragment().isEmpty()) {
        return base::fail(Kind::Invalid, QStringLiteral("the database is named as postgres://USER@HOST:PORT/NAME"));
    }
    if (!url.password().isNull()) {
        return base::fail(Kind::Invalid,
                          QStringLiteral("a password does not belong into --database, which every user of the machine "
                                         "can read: use --database-password-file, COMPTOIR_DATABASE_PASSWORD or PGPASSFILE"));
    }
    PgAddress out;
    out.host = url.host(kDecoded);
    out.port = url.port(-1);
    out.user = url.userName(kDecoded);
    out.database = url.path(kDecoded).mid(1);
    out.options = QString::fromLatin1(kConnectOptions);
    if (out.user.isEmpty() || out.database.isEmpty() || out.database.contains(u'/')) {
        return base::fail(Kind::Invalid, QStringLiteral("the database is named as postgres://USER@HOST:PORT/NAME, user and name included"));
    }
    return readQuery(url, out).map([&] { return out; });
}

QString PgAddress::shown() const
{
    const QString place = host.isEmpty() ? QStringLiteral("(default)") : host;
    return QStringLiteral("postgres://%1@%2%3/%4").arg(user, place, port > 0 ? QStringLiteral(":%1").arg(port) : QString(), database);
}

} // namespace comptoir::postgres
