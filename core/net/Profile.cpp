// SPDX-License-Identifier: GPL-3.0-or-later
#include "Profile.h"

#include "IdSource.h"
#include "PrivateWrite.h"
#include "ServiceAddress.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMutex>
#include <QStandardPaths>

#include <sys/stat.h>

namespace comptoir::net {

using base::Error;
using base::fail;
using base::Result;

namespace {

/// The login as the name of a folder: what is not plain is written in hexadecimal, so that two logins never meet.
QString folderNameOf(const QString &login)
{
    QString out;
    for (const char c : login.normalized(QString::NormalizationForm_C).toLower().left(128).toUtf8()) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '@' || (c == '.' && !out.isEmpty());
        out += plain ? QString(QLatin1Char(c)) : u'_' + QString::number(static_cast<uchar>(c), 16);
    }
    return out;
}

/// Held by whoever writes a sign-in.json: several threads of the program do.
QMutex &writing()
{
    static QMutex one;
    return one;
}

Result<> makePrivateFolder(const QString &folder)
{
    if (!QDir().mkpath(folder) || ::chmod(QFile::encodeName(folder).constData(), S_IRWXU) != 0) {
        return fail(Error::Kind::Io, QStringLiteral("the folder %1 cannot be made").arg(folder));
    }
    return {};
}

Result<domain::DeviceId> deviceIn(const QString &folder, base::IdSource &ids)
{
    const QString path = folder + QStringLiteral("/device");
    QFile file(path);
    if (file.open(QIODevice::ReadOnly)) {
        const auto id = base::Uuid::fromText(file.read(64).trimmed());
        if (id) {
            return domain::DeviceId{*id};
        }
    }
    const auto fresh = ids.make<domain::DeviceId>();
    return writePrivately(path, fresh.value.toText() + '\n').map([fresh] { return fresh; });
}

} // namespace

QString Profile::defaultRoot()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/comptoir");
}

QString Profile::folderOf(const QString &root, const QUrl &service, const QString &login)
{
    return QDir::cleanPath(QString(QDir(root).absolutePath() + u'/' + net::folderNameOf(service) + u'/' + folderNameOf(login)));
}

Result<Profile> Profile::open(const QString &root, const QUrl &service, const QString &login, base::IdSource &ids)
{
    if (login.trimmed().isEmpty()) {
        return fail(Error::Kind::Invalid, QStringLiteral("a login is needed"));
    }
    Profile out;
    out.m_folder = folderOf(root, service, login.trimmed());
    return makePrivateFolder(out.m_folder).and_then([&] { return deviceIn(out.m_folder, ids); }).map([&](domain::DeviceId device) {
        out.m_device = device;
        return out;
    });
}

std::vector<Profile> Profile::all(const QString &root)
{
    std::vector<Profile> out;
    QDirIterator folders(root, {QStringLiteral("sign-in.json")}, QDir::Files, QDirIterator::Subdirectories);
    while (folders.hasNext()) {
        folders.next();
        Profile one;
        one.m_folder = folders.fileInfo().absolutePath();
        out.push_back(one);
    }
    return out;
}

std::optional<Profile> Profile::find(const QString &root, const QUrl &service, const QString &login)
{
    Profile out;
    out.m_folder = folderOf(root, service, login.trimmed());
    return !login.trimmed().isEmpty() && QFile::exists(out.m_folder + QStringLiteral("/sign-in.json")) ? std::optional(out) : std::nullopt;
}

QString Profile::databasePath() const
{
    return m_folder + QStringLiteral("/mirror.sqlite");
}

QString Profile::keyringKey() const
{
    return QStringLiteral("refresh:") + m_device.toString();
}

Result<std::optional<Profile::Kept>> Profile::read() const
{
    QFile file(m_folder + QStringLiteral("/sign-in.json"));
    if (!file.exists()) {
        return std::optional<Kept>();
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(Error::Kind::Io, QStringLiteral("%1 cannot be read").arg(file.fileName()));
    }
    const QJsonDocument document = QJsonDocument::fromJson(file.read(64 * 1024));
    const QJsonObject json = document.object();
    const auto id = base::Uuid::fromString(json.value(QLatin1String("operator")).toString());
    const auto role = domain::fromCode<domain::Role>(json.value(QLatin1String("role")).toString());
    if (!id || !role) {
        return fail(Error::Kind::Corrupt, QStringLiteral("%1 is damaged; signing in with the service makes it anew").arg(file.fileName()));
    }
    Kept kept;
    kept.operatorId = domain::OperatorId{*id};
    kept.login = json.value(QLatin1String("login")).toString();
    kept.name = json.value(QLatin1String("name")).toString();
    kept.role = *role;
    kept.groups = domain::IdList<domain::GroupId>::fromText(json.value(QLatin1String("groups")).toString()).value_or(kept.groups);
    kept.deviceCode = json.value(QLatin1String("device_code")).toString();
    kept.highestCounter = json.value(QLatin1String("highest_counter")).toInteger();
    kept.leaseFromMs = json.value(QLatin1String("lease_from_ms")).toInteger();
    kept.withdrawn = json.value(QLatin1String("withdrawn")).toBool();
    kept.wrongTries = json.value(QLatin1String("wrong_tries")).toInt();
    kept.lastTryMs = json.value(QLatin1String("last_try_ms")).toInteger();
    kept.verifier = json.value(QLatin1String("verifier")).toString().toLatin1();
    return std::optional(kept);
}

Result<> Profile::write(const Kept &kept) const
{
    const QMutexLocker alone(&writing());
    return writeLocked(kept);
}

Result<std::optional<Profile::Kept>> Profile::change(const std::function<void(Kept &)> &change) const
{
    const QMutexLocker alone(&writing());
    return read().and_then([&](std::optional<Kept> kept) -> Result<std::optional<Kept>> {
        if (!kept) {
            return kept;
        }
        const Kept before = *kept;
        change(*kept);
        if (*kept == before) {
            return kept;
        }
        return writeLocked(*kept).map([&] { return kept; });
    });
}

Result<> Profile::writeLocked(const Kept &kept) const
{
    const QJsonObject json{{QStringLiteral("operator"), kept.operatorId.toString()},
                           {QStringLiteral("login"), kept.login},
                           {QStringLiteral("name"), kept.name},
                           {QStringLiteral("role"), QString(domain::codeOf(kept.role))},
                           {QStringLiteral("groups"), kept.groups.toText()},
                           {QStringLiteral("device_code"), kept.deviceCode},
                           {QStringLiteral("highest_counter"), kept.highestCounter},
                           {QStringLiteral("lease_from_ms"), kept.leaseFromMs},
                           {QStringLiteral("withdrawn"), kept.withdrawn},
                           {QStringLiteral("wrong_tries"), kept.wrongTries},
                           {QStringLiteral("last_try_ms"), kept.lastTryMs},
                           {QStringLiteral("verifier"), QString::fromLatin1(kept.verifier)}};
    return writePrivately(m_folder + QStringLiteral("/sign-in.json"), QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n');
}

} // namespace comptoir::net
