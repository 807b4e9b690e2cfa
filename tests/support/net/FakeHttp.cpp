// SPDX-License-Identifier: GPL-3.0-or-later
#include "FakeHttp.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTcpSocket>

namespace comptoir::tests {

bool waitUntil(const std::function<bool()> &condition, int ms)
{
    QElapsedTimer timer;
    timer.start();
    while (!condition() && timer.elapsed() < ms) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    return condition();
}

FakeHttp::FakeHttp(Answer answer) : m_answer(std::move(answer))
{
    listen(QHostAddress::LocalHost);
    connect(this, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *peer = nextPendingConnection()) {
            connect(peer, &QTcpSocket::readyRead, this, [this, peer] { serve(peer); });
        }
    });
}

QString FakeHttp::address() const
{
    return QStringLiteral("http://127.0.0.1:%1").arg(serverPort());
}

QByteArray FakeHttp::reply(int status, const QByteArray &body, const QByteArray &headers)
{
    return "HTTP/1.1 " + QByteArray::number(status) + " x\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + headers + "\r\n"
        + body;
}

void FakeHttp::serve(QTcpSocket *peer)
{
    const QByteArray all = peer->property("rest").toByteArray() + peer->readAll();
    peer->setProperty("rest", all);
    const qsizetype end = all.indexOf("\r\n\r\n");
    if (end < 0) {
        return;
    }
    Request request;
    qsizetype length = 0;
    const QList<QByteArray> lines = all.left(end).split('\n');
    request.method = lines.front().split(' ').value(0);
    request.path = lines.front().split(' ').value(1);
    for (const QByteArray &line : lines) {
        const QByteArray low = line.toLower();
        if (low.startsWith("content-length:")) {
            length = line.mid(15).trimmed().toLongLong();
        } else if (low.startsWith("authorization: bearer ")) {
            request.token = line.mid(22).trimmed();
        } else if (low.startsWith("range:")) {
            request.range = line.mid(6).trimmed();
        }
    }
    if (all.size() < end + 4 + length) {
        return;
    }
    request.body = all.mid(end + 4, length);
    peer->setProperty("rest", all.mid(end + 4 + length));
    seen.append(request);
    const QByteArray answer = m_answer(request);
    if (!answer.isEmpty()) {
        peer->write(answer);
    }
}

} // namespace comptoir::tests
