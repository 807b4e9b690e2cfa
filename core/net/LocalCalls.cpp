// SPDX-License-Identifier: GPL-3.0-or-later
#include "LocalCalls.h"

#include "Log.h"
#include "Tuning.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocalServer>
#include <QLocalSocket>
#include <QTimer>

#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace comptoir::net {

using base::Error;
using base::fail;
using base::Result;

namespace {

constexpr int kMostPeers = 8;
constexpr int kPeerMs = 5'000;
constexpr int kMostAnswerBytes = 1'024; // a login in it

bool isOwnUser(const QLocalSocket &peer)
{
    ucred who{};
    socklen_t size = sizeof who;
    const int handle = static_cast<int>(peer.socketDescriptor());
    return ::getsockopt(handle, SOL_SOCKET, SO_PEERCRED, &who, &size) == 0 && who.uid == ::getuid();
}

/// A socket of the plain kind, for the moment before there is an event loop.
class PlainSocket
{
public:
    PlainSocket() : m_handle(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0)) {}
    ~PlainSocket() { ::close(m_handle); }
    Q_DISABLE_COPY_MOVE(PlainSocket)

    [[nodiscard]] bool connectTo(const QString &path) const
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        const QByteArray name = QFile::encodeName(path);
        if (name.size() >= static_cast<qsizetype>(sizeof address.sun_path)) {
            return false;
        }
        std::copy(name.begin(), name.end(), address.sun_path);
        return ::connect(m_handle, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    }
    [[nodiscard]] bool send(const QByteArray &bytes) const
    {
        return ::send(m_handle, bytes.constData(), static_cast<size_t>(bytes.size()), MSG_NOSIGNAL) == bytes.size();
    }
    [[nodiscard]] QByteArray answer() const
    {
        pollfd wait{m_handle, POLLIN, 0};
        char buffer[kMostAnswerBytes];
        const ssize_t count = ::poll(&wait, 1, kLocalAnswerMs) == 1 ? ::recv(m_handle, buffer, sizeof buffer, 0) : -1;
        return count > 0 ? QByteArray(buffer, count) : QByteArray();
    }

private:
    int m_handle;
};

} // namespace

LocalCalls::LocalCalls(QObject *parent) : CallSource(parent) {}

LocalCalls::~LocalCalls() = default;

Result<> LocalCalls::listen(const QString &path)
{
    if (PlainSocket().connectTo(path)) {
        return fail(Error::Kind::Locked, QStringLiteral("this operator's console runs already on this machine"));
    }
    m_server = std::make_unique<QLocalServer>();
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    m_server->setMaxPendingConnections(kMostPeers);
    QLocalServer::removeServer(path);
    if (!m_server->listen(path)) {
        return fail(Error::Kind::Io, QStringLiteral("the local socket cannot be made: %1").arg(m_server->errorString()));
    }
    ::chmod(QFile::encodeName(path).constData(), S_IRUSR | S_IWUSR);
    connect(m_server.get(), &QLocalServer::newConnection, this, &LocalCalls::onConnection);
    return {};
}

void LocalCalls::onConnection()
{
    while (QLocalSocket *peer = m_server->nextPendingConnection()) {
        connect(peer, &QLocalSocket::disconnected, peer, &QObject::deleteLater);
        if (!isOwnUser(*peer) || m_server->findChildren<QLocalSocket *>().size() > kMostPeers) {
            qCWarning(base::lcNet, "a local connection of another user was refused");
            peer->abort();
            continue;
        }
        QTimer::singleShot(kPeerMs, peer, [peer] { peer->abort(); });
        connect(peer, &QLocalSocket::readyRead, this, [this, peer] { onBytes(peer); });
        onBytes(peer);
    }
}

void LocalCalls::onBytes(QLocalSocket *peer)
{
    if (!peer->canReadLine()) {
        if (peer->bytesAvailable() > kMostLocalMessageBytes) {
            peer->abort();
        }
        return;
    }
    const auto message = decode(peer->readLine(kMostLocalMessageBytes + 1));
    if (message && isForAnother(*message)) {
        peer->write("other " + m_login.toUtf8() + '\n');
    } else {
        peer->write(message ? "ok\n" : "no\n");
    }
    peer->disconnectFromServer();
    if (message) {
        take(*message);
    }
}

bool LocalCalls::isForAnother(const LocalMessage &message) const
{
    const auto *window = std::get_if<ShowWindow>(&message);
    return window && !window->login.isEmpty() && !m_login.isEmpty() && window->login.compare(m_login, Qt::CaseInsensitive) != 0;
}

void LocalCalls::take(const LocalMessage &message)
{
    if (const auto *ticket = std::get_if<ShowTicket>(&message)) {
        Q_EMIT ticketWanted(ticket->ticket);
    } else if (const auto *call = std::get_if<ShowCall>(&message)) {
        Q_EMIT callWanted(call->contact);
    } else if (const auto *number = std::get_if<ShowNumber>(&message)) {
        Q_EMIT numberGiven(number->number);
    } else if (const auto *event = std::get_if<desk::CallEvent>(&message)) {
        Q_EMIT happened(*event);
    } else {
        Q_EMIT windowWanted();
    }
}

QString localSocketPath(const QString &profileFolder)
{
    const QByteArray profile = QCryptographicHash::hash(QFileInfo(profileFolder).absoluteFilePath().toUtf8(), QCryptographicHash::Sha256)
                                   .toHex()
                                   .left(16);
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    if (!runtime.isEmpty() && QFileInfo(runtime).isDir()) {
        return QDir(runtime).filePath(QStringLiteral("comptoir-") + QString::fromLatin1(profile) + QStringLiteral(".sock"));
    }
    return QDir(profileFolder).filePath(QStringLiteral("console.sock"));
}

Result<> tellRunning(const QString &path, const LocalMessage &message)
{
    const PlainSocket socket;
    if (!socket.connectTo(path)) {
        return fail(Error::Kind::NotFound, QStringLiteral("no console runs here"));
    }
    if (!socket.send(encode(message))) {
        return fail(Error::Kind::Io, QStringLiteral("the running console did not take the message"));
    }
    const QByteArray answer = socket.answer();
    if (answer.startsWith("other ")) {
        return fail(Error::Kind::Locked,
                    QStringLiteral("the console of %1 runs here: sign out there first, or name another folder with --data")
                        .arg(QString::fromUtf8(answer.mid(6)).trimmed()));
    }
    if (!answer.startsWith("ok")) {
        return fail(Error::Kind::Refused, QStringLiteral("the running console did not take the message"));
    }
    return {};
}

} // namespace comptoir::net
