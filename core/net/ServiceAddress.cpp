// SPDX-License-Identifier: GPL-3.0-or-later
#include "ServiceAddress.h"

#include <QFile>
#include <QHostAddress>
#include <QSslCertificate>
#include <QSslConfiguration>

namespace comptoir::net {

using base::Error;
using base::fail;

namespace {

bool isThisMachine(const QString &host)
{
    return host == u"localhost" || QHostAddress(host).isLoopback();
}

} // namespace

base::Result<QUrl> serviceUrl(const QString &written)
{
    const QString text = written.trimmed();
    QUrl url(text.contains(QLatin1String("://")) ? text : QStringLiteral("https://") + text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || text.size() > 255) {
        return fail(Error::Kind::Invalid, QStringLiteral("the service's address cannot be read; write https://host or https://host:port"));
    }
    if (!url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment()) {
        return fail(Error::Kind::Invalid, QStringLiteral("the service's address is a host and a port, nothing more"));
    }
    const bool plain = url.scheme() == u"http" && isThisMachine(url.host());
    if (url.scheme() != u"https" && !plain) {
        return fail(Error::Kind::Invalid, QStringLiteral("the service is reached by https only (http is for this machine itself)"));
    }
    url.setPath(url.path() == u"/" ? QString() : url.path());
    return url;
}

base::Result<QSslConfiguration> tlsFor(const QString &authorities)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (!authorities.isEmpty()) {
        QFile file(authorities);
        if (!file.open(QIODevice::ReadOnly)) {
            return fail(Error::Kind::NotFound, QStringLiteral("the file of certificate authorities %1 cannot be read").arg(authorities));
        }
        const auto certificates = QSslCertificate::fromData(file.read(1024 * 1024), QSsl::Pem);
        if (certificates.isEmpty()) {
            return fail(Error::Kind::Invalid, QStringLiteral("%1 holds no certificate in PEM form").arg(authorities));
        }
        tls.addCaCertificates(certificates);
    }
    return tls;
}

QString folderNameOf(const QUrl &service)
{
    QString name = service.host().toLower();
    if (service.port() > 0) {
        name += u'_' + QString::number(service.port());
    }
    for (QChar &c : name) {
        const bool plain = (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'.' || c == u'-';
        c = plain ? c : QChar(u'_');
    }
    return name.startsWith(u'.') ? u'_' + name : name;
}

} // namespace comptoir::net
