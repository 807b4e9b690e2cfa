// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QTcpServer>

#include <functional>

namespace comptoir::tests {

/// A service on loopback that answers what it is told to; it may also say nothing at all.
class FakeHttp : public QTcpServer
{
public:
    struct Request
    {
        QByteArray method;
        QByteArray path;
        QByteArray token;
        QByteArray body;
        QByteArray range;
    };
    /// The whole answer as bytes; empty = silence.
    using Answer = std::function<QByteArray(const Request &)>;

    explicit FakeHttp(Answer answer);

    [[nodiscard]] QString address() const;
    QList<Request> seen;

    [[nodiscard]] static QByteArray reply(int status, const QByteArray &body = {}, const QByteArray &headers = {});

private:
    void serve(QTcpSocket *peer);
    Answer m_answer;
};

/// Runs the event loop until `condition` holds, at most `ms`.
bool waitUntil(const std::function<bool()> &condition, int ms = 5'000);

template <class T>
T awaited(QFuture<T> future, int ms = 5'000)
{
    (void)waitUntil([&] { return future.isFinished(); }, ms);
    return future.isFinished() ? future.result() : T();
}

} // namespace comptoir::tests
